import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { wordEmbeddings } from '../../rag/fixtures/word-embeddings.ts';

/** One request as it stood on the wire. */
export interface EmbeddingRequest {
  readonly path: string;
  readonly key: string | undefined;
  readonly body: z.infer<typeof sent>;
}

/** What happens to the next request instead of an answer. */
export type EmbeddingFault = { readonly status: number; readonly retryAfterMs?: number } | 'one-too-few' | 'too-short';

/** A deployment of an embedding model at Azure OpenAI: texts that share words are alike. */
export interface EmbeddingDeployment {
  readonly url: string;
  readonly requests: readonly EmbeddingRequest[];
  /** The next requests meet these, in order. */
  next(...faults: EmbeddingFault[]): void;
  always(fault: EmbeddingFault | undefined): void;
  close(): Promise<void>;
}

const sent = z.object({
  model: z.string(),
  input: z.array(z.string().min(1)).min(1).max(2_048),
  dimensions: z.int(),
  encoding_format: z.enum(['base64', 'float']).optional(),
});

/** In base64 the numbers are little-endian 32-bit floats, as the real clients ask for. */
const written = (vector: Float32Array, format: string | undefined): string | number[] =>
  format === 'base64'
    ? Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64')
    : [...vector];

/** Starts it on a free port. */
export const startEmbeddingDeployment = async (): Promise<EmbeddingDeployment> => {
  const requests: EmbeddingRequest[] = [];
  const faults: EmbeddingFault[] = [];
  let always: EmbeddingFault | undefined;
  const words = wordEmbeddings();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const json = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    const path = request.url ?? '';
    if (!/^\/openai\/deployments\/[\w-]+\/embeddings\?api-version=[\d-]+$/.test(path))
      return json(404, { error: { code: 'DeploymentNotFound', message: 'no such deployment' } });
    const body = sent.parse(JSON.parse(Buffer.concat(parts).toString()));
    const key = request.headers['api-key'];
    requests.push({ path, key: typeof key === 'string' ? key : undefined, body });
    const fault = faults.shift() ?? always;
    if (typeof fault === 'object') {
      const wait: Record<string, string> =
        fault.retryAfterMs === undefined ? {} : { 'retry-after-ms': String(fault.retryAfterMs) };
      return json(fault.status, { error: { code: String(fault.status), message: 'not now' } }, wait);
    }
    const vectors = await words.embed(body.input);
    const size = fault === 'too-short' ? body.dimensions - 8 : body.dimensions;
    const data = vectors.map((vector, index) => {
      // Longer than one number in length, as no promise is made of it.
      const said = vector.some((value) => value !== 0) ? vector : vector.with(0, 1);
      const wide = Float32Array.from({ length: size }, (_, at) => 3 * (said[at % said.length] ?? 0));
      return { object: 'embedding', index, embedding: written(wide, body.encoding_format) };
    });
    const tokens = body.input.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / 4)), 0);
    // Not in order: the index says which is which.
    json(200, {
      object: 'list',
      data: (fault === 'one-too-few' ? data.slice(1) : data).toReversed(),
      model: 'far-embeddings',
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    next: (...more) => void faults.push(...more),
    always: (fault) => {
      always = fault;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
