import { z } from 'zod';
import { errorBody } from './refusal.ts';
import type { Route } from './route.ts';
import { answerNames, requestNames, shown } from './schema-names.ts';

type Json = Readonly<Record<string, unknown>>;

shown('Error', errorBody);

const reference = (id: string): Json => ({ $ref: `#/components/schemas/${id}` });

/** What every route may refuse; the rest is said route by route. */
const ALWAYS = [429, 500, 503];

const WORDS: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Begun',
  204: 'Gone',
  400: 'The request cannot be understood',
  401: 'No valid token',
  403: 'The caller may not do that',
  404: 'Not there, or not for the caller to know',
  409: 'It does not fit with how things stand',
  410: 'Its time is over',
  412: 'Changed since it was read',
  413: 'Too large',
  415: 'A kind of content that is not taken',
  422: 'Nothing can be made of it: a file that holds no text, a key that came with another request',
  429: 'Too many requests; see Retry-After',
  500: 'A fault here, logged under the id',
  503: 'Something needed is away; see Retry-After',
};

/** The OpenAPI 3.1 document of the routes below `root`, e.g. `/api/v1` (https://spec.openapis.org/oas/v3.1.0). */
export const openApiDocument = (root: string, routes: readonly Route[]): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Pathfinder',
    version: root.replace(/^.*v/, ''),
    description:
      'Families plan a trip together: trips, polls in which a family has one vote, documents and their answers.',
  },
  servers: [{ url: '/' }],
  security: [{ bearer: [] }],
  tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
  paths: pathsOf(root, routes),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: { ...schemasOf(requestNames, 'input'), ...schemasOf(answerNames, 'output') },
  },
});

const schemasOf = (names: typeof requestNames, io: 'input' | 'output'): Json => {
  const { schemas } = z.toJSONSchema(names, { io, uri: (id) => `#/components/schemas/${id}`, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
};

const pathsOf = (root: string, routes: readonly Route[]): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const one of routes) {
    const path = root + one.path;
    paths[path] = { ...paths[path], [one.method]: operationOf(one) };
  }
  return paths;
};

const operationOf = (one: Route): Json => ({
  operationId: one.operationId,
  summary: one.summary,
  tags: [one.tag],
  ...(one.access === 'anyone' && { security: [] }),
  parameters: [
    ...fieldsOf(one.params, 'path'),
    ...fieldsOf(one.query, 'query'),
    ...(one.guarded ? [IF_MATCH] : []),
    ...(takesKey(one) ? [IDEMPOTENCY_KEY] : []),
  ],
  ...(one.body && { requestBody: { required: true, content: { 'application/json': { schema: named(one.body) } } } }),
  ...(one.multipart && { requestBody: { required: true, content: { 'multipart/form-data': { schema: FILE } } } }),
  responses: {
    ...Object.fromEntries(one.gives.statuses.map((status) => [status, givenOf(one, status)])),
    ...Object.fromEntries(refusalsOf(one).map((status) => [status, REFUSED(status)])),
  },
});

const IF_MATCH: Json = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag that was read: refused with 412 when it was changed since.',
  schema: { type: 'string' },
};

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A repeat with the same key and the same body is answered as the first time, for a day; 422 with another body, 409 while the first is being answered.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const FILE: Json = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
    scope: { type: 'string', enum: ['trip', 'family'], default: 'trip' },
    caption: { type: 'string', maxLength: 1_000, description: 'What a picture shows: all that is kept of it.' },
  },
};

const REFUSED = (status: number): Json => ({
  description: WORDS[status] ?? 'Refused',
  content: { 'application/json': { schema: reference('Error') } },
});

const givenOf = (one: Route, status: number): Json => ({
  description: WORDS[status] ?? 'Done',
  ...(one.tagged && { headers: { ETag: { schema: { type: 'string' } } } }),
  ...(status !== 204 && {
    content:
      one.givesFile === undefined
        ? { 'application/json': { schema: named(one.gives.body) } }
        : { [one.givesFile]: { schema: { type: 'string' } } },
  }),
});

/** Every POST of somebody who signed in. */
const takesKey = ({ method, access }: Route): boolean => method === 'post' && access !== 'anyone';

const refusalsOf = (one: Route): readonly number[] => {
  const all = new Set([...ALWAYS, ...(one.refuses ?? [])]);
  if (one.access !== 'anyone') all.add(401);
  // Nothing of a trip is for somebody who has restricted what is done with their data.
  if (one.path.startsWith('/trips/{tripId}')) all.add(403);
  if (one.body) for (const status of [400, 413, 415]) all.add(status);
  if (one.query || one.multipart) all.add(400);
  if (takesKey(one)) for (const status of [400, 409, 422]) all.add(status);
  if (one.params || one.body) all.add(404);
  if (one.guarded) all.add(412);
  return [...all].sort((a, b) => a - b);
};

const named = (schema: z.ZodType): Json => {
  const id = (answerNames.get(schema) ?? requestNames.get(schema))?.id;
  if (id === undefined) throw new TypeError('a schema of the API has no name');
  return reference(id);
};

/** The fields of a params or query schema as OpenAPI parameters. */
const fieldsOf = (schema: z.ZodType | undefined, place: 'path' | 'query'): readonly Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'object' ? property : {};
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
};
