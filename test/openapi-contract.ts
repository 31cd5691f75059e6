import { createRequire } from 'node:module';
import type { Ajv2020 as Ajv, ValidateFunction } from 'ajv/dist/2020.js';

// The package is CommonJS: its class stands under `Ajv2020` of what is required.
const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv };

/** Throws when an answer is not one the OpenAPI document promises: its status, or the shape of its body. */
export type ContractCheck = (method: string, path: string, status: number, body: unknown) => void;

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Refusals any request may meet that are no operation's own: a path or method that is not there, a URL that cannot be read. */
const ANYWHERE = new Set([304, 400, 404, 405]);

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
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));

  return (method, path, status, body) => {
    const full = (path.startsWith('/api') ? path : `/api/v1${path}`).split('?')[0] ?? '';
    const template = templates.find(({ pattern }) => pattern.test(full))?.path ?? '';
    const operation = document.paths[template]?.[method.toLowerCase()];
    const promised = operation?.responses[status];
    if (!promised && !ANYWHERE.has(status))
      throw new Error(`${method} ${template || full} does not document ${status}`);
    const schema = promised?.content?.['application/json']?.schema.$ref ?? '#/components/schemas/Error';
    if (body === undefined) return;
    const validate = validatorOf(schema);
    if (!validate(body))
      throw new Error(`${method} ${full} ${status}: ${JSON.stringify(validate.errors)}\n${JSON.stringify(body)}`);
  };
};
