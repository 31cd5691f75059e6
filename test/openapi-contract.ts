import { createRequire } from 'node:module';
import type { Ajv2020 as Ajv, ValidateFunction } from 'ajv/dist/2020.js';

// The package is CommonJS: its class stands under `Ajv2020` of what is required.
const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv };

/** An answer as it went out; `text` is empty for an empty body. */
export interface Answer {
  readonly method: string;
  /** The whole path, with or without a query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly etag: string | undefined;
  readonly text: string;
}

/** What is wrong with an answer by the OpenAPI document: its status, its headers, or the shape of its body. */
export type ContractCheck = (answer: Answer) => string | undefined;

interface Operation {
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly headers?: Readonly<Record<string, unknown>>;
        readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
      }
    >
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Refusals any request may meet that are no operation's own: a path or method that is not there, a URL that cannot be read. */
const ANYWHERE = new Set([304, 400, 404, 405]);
/** Answers without a body. */
const EMPTY = new Set([204, 304]);

export const contractCheck = (openApi: unknown): ContractCheck => {
  const document = openApi as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'api', components: document.components });
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (reference: string): ValidateFunction => {
    const known = validators.get(reference) ?? ajv.compile({ $ref: `api${reference}` });
    validators.set(reference, known);
    return known;
  };
  const templates = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
  }));

  return ({ method, path, status, contentType, etag, text }) => {
    const bare = path.split('?', 1)[0] ?? '';
    if (method === 'OPTIONS') return status === 204 ? undefined : `OPTIONS ${bare}: ${status}`;
    const template = templates.find(({ pattern }) => pattern.test(bare))?.path ?? '';
    const operation = document.paths[template]?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
    const promised = operation?.responses[status];
    const what = `${method} ${template || bare} ${status}`;
    if (!promised && !ANYWHERE.has(status)) return `${what} is not documented`;
    if (promised?.headers?.ETag && !etag) return `${what} has no ETag`;
    // Node sends no body with it, whatever it is handed.
    if (method === 'HEAD') return undefined;
    if (EMPTY.has(status)) return text === '' ? undefined : `${what} has a body`;
    if (promised && !promised.content) return text === '' ? undefined : `${what} has a body that is not documented`;
    const file = Object.keys(promised?.content ?? {}).find((type) => type !== 'application/json');
    if (file !== undefined) return contentType?.startsWith(file) ? undefined : `${what} is ${contentType}`;
    if (!contentType?.startsWith('application/json')) return `${what} is ${contentType}`;
    const body: unknown = JSON.parse(text);
    const validate = validatorOf(promised?.content?.['application/json']?.schema.$ref ?? '#/components/schemas/Error');
    return validate(body) ? undefined : `${what}: ${JSON.stringify(validate.errors)}\n${text}`;
  };
};
