import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';

// The package is CommonJS, and its class is what is required.
const Draft04 = createRequire(import.meta.url)('ajv-draft-04') as typeof Ajv;

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, object>>;
}
interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
  readonly definitions: Readonly<Record<string, Shape>>;
}
type Responses = Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;

const spec = JSON.parse(readFileSync(new URL('./fixtures/directline-3.0.json', import.meta.url), 'utf8')) as Spec;

/** What the specification leaves open and clients rely on: it marks nothing as required. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Conversation: ['conversationId', 'token', 'expires_in'],
  ActivitySet: ['activities'],
  Activity: ['type', 'id', 'timestamp', 'channelId', 'from', 'conversation'],
  ChannelAccount: ['id'],
  ConversationAccount: ['id'],
  ResourceResponse: ['id'],
  ErrorResponse: ['error'],
  Error: ['code', 'message'],
};
/** What we say beyond it: how a guest comes back, and by what an error is found in the log. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  Conversation: ['returnToken'],
  Error: ['id', 'timestamp'],
};
/** `object` where the SDK that the specification was made from has any JSON value. */
const ANYTHING: Readonly<Record<string, readonly string[]>> = { Activity: ['value'], Attachment: ['content'] };
/** Refusals of what the specification has no words for: too large, and in a form nobody can read. */
const BEYOND = new Set([413, 415, 503]);

const definitions = Object.fromEntries(
  Object.entries(spec.definitions).map(([name, shape]) => [
    name,
    REQUIRED[name] === undefined
      ? shape
      : {
          ...shape,
          required: REQUIRED[name],
          additionalProperties: false,
          properties: {
            ...shape.properties,
            ...Object.fromEntries([...(OURS[name] ?? []), ...(ANYTHING[name] ?? [])].map((property) => [property, {}])),
          },
        },
  ]),
);
const ajv = new Draft04({ strict: false, allErrors: true, formats: { int32: true, 'date-time': instant } });
ajv.addSchema({ id: 'directline', definitions });

function instant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

const validators = new Map<string, ValidateFunction>();
const wrongWith = (definition: string, value: unknown): string | undefined => {
  const validate = validators.get(definition) ?? ajv.compile({ $ref: `directline#/definitions/${definition}` });
  validators.set(definition, validate);
  return validate(value) ? undefined : `no ${definition}: ${ajv.errorsText(validate.errors)}`;
};

const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses }]) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    responses,
  })),
);

/** Where the stream is opened by this answer, it must say so. */
const OPENS = /\/conversations(\/[^/]+)?$/;

export interface DirectLineAnswer {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What is wrong with an answer of ours by the Direct Line 3.0 specification; nothing when it conforms. */
export const againstSpec = ({ method, path, status, headers, body }: DirectLineAnswer): string | undefined => {
  const operation = operations.find((one) => one.method === method && one.pattern.test(path));
  if (!operation) return status === 404 || status === 403 || method === 'OPTIONS' ? undefined : 'no such operation';
  const response = operation.responses[status];
  const refuses = Object.keys(operation.responses).some((one) => Number(one) >= 400);
  if (!response && !BEYOND.has(status) && (refuses || status !== 401))
    return `${status} is none of ${Object.keys(operation.responses).join(', ')}`;
  if (status === 204) return undefined;
  if (!headers.get('content-type')?.startsWith('application/json')) return 'not JSON';
  if (status === 429 && !/^[1-9]\d*$/.test(headers.get('retry-after') ?? '')) return 'no Retry-After';
  if (status >= 400) return wrongWith('ErrorResponse', body);
  if (OPENS.test(path) && !URL.canParse(String((body as { streamUrl?: unknown }).streamUrl))) return 'no streamUrl';
  const definition = response?.schema?.$ref?.split('/').at(-1);
  if (definition !== undefined) return wrongWith(definition, body);
  return typeof body === 'object' ? undefined : 'no object';
};

/** What is wrong with a frame of the stream, which is an ActivitySet. */
export const frameAgainstSpec = (frame: unknown): string | undefined => wrongWith('ActivitySet', frame);
