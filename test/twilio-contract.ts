import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const FIXTURE = fileURLToPath(new URL('./fixtures/twilio-messages.json', import.meta.url));

/** A request as it went over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Parameter {
  readonly name: string;
}
interface Operation {
  readonly method: string;
  readonly path: string;
  readonly request: {
    readonly query?: readonly Parameter[];
    readonly body?: {
      readonly contents: readonly [{ readonly schema: { readonly properties: Readonly<Record<string, unknown>> } }];
    };
  };
}
type Answered =
  | { readonly _tag: 'Left'; readonly left: { readonly message: string; readonly additional?: unknown } }
  | { readonly _tag: 'Right'; readonly right: { readonly validations: { readonly input: readonly unknown[] } } };
interface Prism {
  request(request: object, operations: readonly Operation[]): () => Promise<Answered>;
}

// The package is CommonJS, and its types need half of fp-ts: what is used of it stands above.
const require = createRequire(import.meta.url);
const { createInstance, getHttpOperationsFromSpec } = require('@stoplight/prism-http') as {
  createInstance(config: object, parts: { readonly logger: object }): Prism;
  getHttpOperationsFromSpec(spec: string): Promise<readonly Operation[]>;
};

const silent: Record<string, unknown> = {};
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'success']) silent[level] = () => undefined;
silent.child = () => silent;

/** Resolves with what a request breaks of Twilio's own OpenAPI document, a sentence each: path, credentials, names, values. */
export const twilioContract = async (): Promise<(request: WireRequest) => Promise<readonly string[]>> => {
  const operations = await getHttpOperationsFromSpec(FIXTURE);
  const config = { mock: { dynamic: false }, isProxy: false, errors: false };
  const prism = createInstance(
    { ...config, validateRequest: true, validateResponse: false, checkSecurity: true },
    { logger: silent },
  );
  return async ({ method, url, headers, body }) => {
    const { pathname, searchParams } = new URL(url, 'https://api.twilio.com');
    const query = Object.fromEntries(searchParams);
    const asked = { method: method.toLowerCase(), url: { path: pathname, query }, headers, body: body || undefined };
    const answer = await prism.request(asked, operations)();
    const wrong =
      answer._tag === 'Left'
        ? [`${method} ${pathname}: ${answer.left.message} ${JSON.stringify(answer.left.additional ?? {})}`]
        : answer.right.validations.input.map((violation) => `${method} ${pathname}: ${JSON.stringify(violation)}`);
    return [...wrong, ...unknownNames(operations, asked.method, pathname, searchParams, body)];
  };
};

/** Prism lets pass what the document does not name, and so does Twilio, silently: a misspelt field would go unseen. */
const unknownNames = (
  operations: readonly Operation[],
  method: string,
  pathname: string,
  query: URLSearchParams,
  body: string,
): readonly string[] => {
  const operation = operations.find(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
  if (!operation) return [];
  const { request } = operation;
  const asked = new Set(request.query?.map(({ name }) => name));
  const fields = new Set(Object.keys(request.body?.contents[0].schema.properties ?? {}));
  return [
    ...[...query.keys()].filter((name) => !asked.has(name)).map((name) => `no such query parameter: ${name}`),
    ...[...new URLSearchParams(body).keys()]
      .filter((name) => !fields.has(name))
      .map((name) => `no such field: ${name}`),
  ];
};
