import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Azure answers a question for costs with. */
export type CostsAnswer =
  | { readonly amount: number; readonly currency?: string; readonly inPages?: readonly number[] }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

/** One question as it stood on the wire. */
export interface CostsRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** Azure Cost Management's query, and the endpoint at which App Service and Container Apps hand out tokens of the managed identity. */
export interface AzureCostsStandIn {
  readonly url: string;
  /** What a process is started with, so that it signs in here. */
  readonly identity: Readonly<Record<string, string>>;
  readonly requests: readonly CostsRequest[];
  readonly tokensFor: readonly string[];
  answers(answer: CostsAnswer): void;
  close(): Promise<void>;
}

const TOKEN = 'example-arm-token';
const IDENTITY_HEADER = 'example-identity-header';

const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

/** As https://learn.microsoft.com/rest/api/cost-management/query/usage writes its result. */
const result = (rows: readonly unknown[], nextLink: string | null) => ({
  id: 'subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.CostManagement/query/example',
  name: 'example',
  type: 'Microsoft.CostManagement/query',
  location: null,
  sku: null,
  eTag: null,
  properties: {
    nextLink,
    columns: [
      { name: 'Cost', type: 'Number' },
      { name: 'Currency', type: 'String' },
    ],
    rows,
  },
});

/** Starts it on a free port. */
export const startAzureCosts = async (): Promise<AzureCostsStandIn> => {
  const requests: CostsRequest[] = [];
  const tokensFor: string[] = [];
  let answer: CostsAnswer = { amount: 0 };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', base());
    // https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
    if (url.pathname === '/msi/token') {
      if (request.headers['x-identity-header'] !== IDENTITY_HEADER) return send(response, 401, {});
      const resource = url.searchParams.get('resource') ?? '';
      tokensFor.push(resource);
      const expires = Math.floor(Date.now() / 1_000) + 86_400;
      return send(response, 200, { access_token: TOKEN, expires_on: String(expires), resource, token_type: 'Bearer' });
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(parts).toString() || 'null');
    const { authorization } = request.headers;
    requests.push({ method: request.method ?? '', path: url.pathname + url.search, authorization, body });
    if (authorization !== `Bearer ${TOKEN}`)
      return send(response, 401, { error: { code: 'AuthenticationFailed', message: 'Authentication failed.' } });
    if (!/\/providers\/Microsoft\.CostManagement\/query$/.test(url.pathname) || request.method !== 'POST')
      return send(response, 404, { error: { code: 'NotFound', message: 'nothing here' } });
    if (!url.searchParams.has('api-version'))
      return send(response, 400, { error: { code: 'MissingApiVersionParameter', message: 'api-version' } });
    if ('status' in answer)
      return send(response, answer.status, { error: { code: String(answer.status), message: 'no' } }, answer.headers);
    const { amount, currency = 'EUR', inPages = [amount] } = answer;
    const page = Number(url.searchParams.get('$skiptoken') ?? '0');
    url.searchParams.set('$skiptoken', String(page + 1));
    const more = page + 1 < inPages.length;
    send(response, 200, result(page < inPages.length ? [[inPages[page], currency]] : [], more ? url.href : null));
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: base(),
    identity: { IDENTITY_ENDPOINT: `${base()}/msi/token`, IDENTITY_HEADER },
    requests,
    tokensFor,
    answers: (next) => {
      answer = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
