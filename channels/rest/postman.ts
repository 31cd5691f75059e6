import { z } from 'zod';
import { exampleOf } from './example.ts';
import type { Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** The routes below `root` as a Postman collection (format v2.1): a folder a tag; what is made is remembered for the next requests. */
export const postmanCollection = (root: string, routes: readonly Route[], baseUrl: string): Json => ({
  info: {
    name: 'Pathfinder',
    schema: SCHEMA,
    description: 'Sign in first (auth, development only): its token is used by every other request.',
  },
  auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
  variable: [
    { key: 'baseUrl', value: baseUrl },
    { key: 'token', value: '' },
    ...parametersOf(routes).map((key) => ({ key, value: '' })),
  ],
  item: [...Map.groupBy(routes, ({ tag }) => tag)].map(([name, group]) => ({
    name,
    item: group.map((one) => itemOf(root, one)),
  })),
});

const namesIn = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

const parametersOf = (routes: readonly Route[]): readonly string[] =>
  [...new Set(routes.flatMap(({ path }) => namesIn(path)))].sort();

const itemOf = (root: string, one: Route): Json => {
  const script = remembered(one);
  return {
    name: one.summary,
    ...(script !== undefined && {
      event: [{ listen: 'test', script: { type: 'text/javascript', exec: [script] } }],
    }),
    request: {
      method: one.method.toUpperCase(),
      ...(one.access === 'anyone' && { auth: { type: 'noauth' } }),
      header: headersOf(one),
      url: urlOf(root, one),
      ...(one.body && {
        body: {
          mode: 'raw',
          raw: JSON.stringify(bodyFor(one.body), null, 2),
          options: { raw: { language: 'json' } },
        },
      }),
      ...(one.multipart && { body: { mode: 'formdata', formdata: [{ key: 'file', type: 'file', src: null }] } }),
    },
  };
};

const urlOf = (root: string, { path, query }: Route): Json => {
  const colons = (root + path).replaceAll(/\{(\w+)\}/g, ':$1');
  const fields = query ? Object.entries((schemaOf(query).properties ?? {}) as Readonly<Record<string, Json>>) : [];
  return {
    raw: `{{baseUrl}}${colons}`,
    host: ['{{baseUrl}}'],
    path: colons.slice(1).split('/'),
    variable: namesIn(path).map((key) => ({ key, value: `{{${key}}}` })),
    query: fields.map(([key, { description }]) => ({
      key,
      value: '',
      disabled: true,
      ...(description !== undefined && { description }),
    })),
  };
};

const headersOf = ({ guarded, method, access }: Route): readonly Json[] => [
  ...(guarded ? [{ key: 'If-Match', value: '', disabled: true, description: 'The ETag that was read.' }] : []),
  ...(method === 'post' && access !== 'anyone' ? [{ key: 'Idempotency-Key', value: '{{$guid}}' }] : []),
];

/** A line that keeps what later requests need: the token, and the id or code of what was made. */
const remembered = ({ path, method, gives }: Route): string | undefined => {
  if (path === '/auth/dev-token') return "pm.collectionVariables.set('token', pm.response.json().token);";
  if (method !== 'post' || !gives.statuses.includes(201)) return undefined;
  const { properties = {} } = schemaOf(gives.body) as { readonly properties?: Json };
  const noun = path.split('/').at(-1)?.replace(/ies$/, 'y').replace(/s$/, '') ?? '';
  if ('id' in properties) return `pm.collectionVariables.set('${noun}Id', pm.response.json().id);`;
  return 'code' in properties ? "pm.collectionVariables.set('code', pm.response.json().code);" : undefined;
};

/** A body that the schema takes: with every field, or, where fields exclude one another, without one of them. */
const bodyFor = (schema: z.ZodType): unknown => {
  const whole = exampleOf(schemaOf(schema));
  if (typeof whole !== 'object' || whole === null) return whole;
  const tries = [
    whole,
    ...Object.keys(whole).map((left) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== left))),
  ];
  return tries.find((body) => schema.safeParse(body).success) ?? whole;
};

const schemaOf = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
