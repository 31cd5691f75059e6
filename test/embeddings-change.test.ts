import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { type EmbeddingDeployment, startEmbeddingDeployment } from './stand-ins/embedding-deployment.ts';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';

describe('vectors by another model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embeddings-'));
  let far: EmbeddingDeployment;
  let server: ServerProcess | undefined;
  let azure: Readonly<Record<string, string>>;
  const local = { DATA_DIR: folder, PORT: '0' };

  beforeAll(async () => {
    far = await startEmbeddingDeployment();
    azure = {
      ...local,
      ...{ EMBEDDINGS: 'azure-openai', AZURE_OPENAI_ENDPOINT: far.url, AZURE_OPENAI_KEY: 'example-key' },
      ...{ AZURE_OPENAI_EMBEDDING_DEPLOYMENT: 'vectors', AZURE_OPENAI_EMBEDDING_DIMENSIONS: '256' },
    };
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  afterAll(async () => {
    await far.close();
    rmSync(folder, { recursive: true, force: true });
  });

  let token = '';
  let tripId = '';
  const api = async (path: string, body?: FormData | object): Promise<Record<string, unknown>> => {
    const form = body instanceof FormData;
    const response = await fetch(`${server?.url}/api/v1${path}`, {
      ...(body && { method: 'POST', body: form ? body : JSON.stringify(body) }),
      headers: {
        ...(token !== '' && { authorization: `Bearer ${token}` }),
        ...(!form && { 'content-type': 'application/json' }),
      },
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const answer = async (): Promise<unknown> =>
    (await api('/ai/assistant/query', { query: 'What does the baby cot cost?', tripId })).answer;

  test('should answer from documents, and be told apart from those made before', async () => {
    server = await startProcess('app/server.ts', local);
    token = String((await api('/auth/dev-token', { name: 'Bea Chen', teamsId: 'bea' })).token);
    tripId = String((await api('/trips', { name: 'Lisbon', destination: 'Lisbon' })).id);
    const form = new FormData();
    form.append('file', new Blob(['A baby cot costs EUR 9 a night.\n\nThe ferry leaves at noon.']), 'hotel.txt');
    await api(`/trips/${tripId}/documents`, form);
    expect(await answer()).toMatch(/EUR 9/);
    await server.stop();

    const refused = await runCommand('app/server.ts', [], azure);
    expect(refused.status).toBe(1);
    expect(refused.said).toMatch(
      /holds vectors of universal-sentence-encoder-lite-1, and text-embedding-3-small-256 is set/,
    );
    expect(refused.said).toContain('npm run reindex');
    expect(refused.said).not.toMatch(/ at .*compose/);

    const before = far.requests.length;
    const made = await runCommand('app/reindex.ts', [], azure);
    expect(made).toEqual({ status: 0, said: '1 of 1 trip documents are searchable.\n' });
    expect(far.requests.slice(before).flatMap(({ body }) => body.input)).toContain('A baby cot costs EUR 9 a night.');

    server = await startProcess('app/server.ts', azure);
    expect(await answer()).toMatch(/EUR 9/);
    expect(far.requests.at(-1)?.body.dimensions).toBe(256);
    await server.stop();
    server = undefined;

    expect((await runCommand('app/worker.ts', [], local)).said).toMatch(/holds vectors of text-embedding-3-small-256/);
  });
});
