import { azureOpenAiClient } from '../../llm/azure-openai/azure-openai-model.ts';
import { accountId, budgetAccounts } from '../../llm/budget.ts';
import { payForTokens } from '../../llm/pay-for-tokens.ts';
import { type EmbeddingDeployment, startEmbeddingDeployment } from '../../test/stand-ins/embedding-deployment.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { azureOpenAiEmbeddings } from './azure-openai-embeddings.ts';
import { embeddingsContract } from './embeddings.contract.ts';
import type { Embeddings } from './embeddings.ts';

const AT = '2027-01-01T10:00:00.000Z';

describe('embeddings of Azure OpenAI', () => {
  const clock = { now: () => Date.parse(AT) };
  let far: EmbeddingDeployment;
  let opened: OpenedStore;
  let embeddings: Embeddings;
  const open = async (limit: number): Promise<Embeddings> =>
    azureOpenAiEmbeddings(await azureOpenAiClient({ endpoint: far.url, apiKey: 'example-key' }), {
      ...{ deployment: 'vectors', name: 'text-embedding-3-small', dimensions: 128, timeoutMs: 5_000 },
      pay: payForTokens({
        ...{ records: opened.store, clock, limit, model: 'text-embedding-3-small' },
        price: { input: 1_000, output: 0 },
      }),
    });
  const spent = async () => {
    const id = accountId('platform', 'all', AT);
    return opened.store.read(budgetAccounts, id, id);
  };

  beforeAll(async () => {
    far = await startEmbeddingDeployment();
    opened = await openSqliteStore(clock);
    embeddings = await open(1e12);
  });
  afterAll(async () => {
    await far.close();
    await opened.close();
  });

  embeddingsContract(() => embeddings);

  it('are asked of the deployment in as few requests as may be, each text no longer than it takes', async () => {
    const before = far.requests.length;
    await embeddings.embed(Array.from({ length: 300 }, (_, n) => `${n} ${'x'.repeat(9_000)}`));
    const made = far.requests.slice(before);
    expect(made.map(({ body }) => body.input.length)).toEqual([256, 44]);
    expect(Math.max(...made.flatMap(({ body }) => body.input.map(({ length }) => length)))).toBe(4_000);
    expect(made[0]).toMatchObject({
      path: '/openai/deployments/vectors/embeddings?api-version=2024-10-21',
      key: 'example-key',
      body: { dimensions: 128 },
    });
  });

  it('are waited for when Azure is busy, longer for a document than for a question', async () => {
    const busy = { status: 429, retryAfterMs: 1 };
    far.next(busy, busy, busy);
    expect(await embeddings.embed(['the cot'], 'later')).toHaveLength(1);
    far.next(busy, busy);
    await expect(embeddings.embed(['the cot'], 'now')).rejects.toMatchObject({ code: 'embedding-failed' });
  });

  it.each(['one-too-few', 'too-short'] as const)('are refused when one is %s, and nothing is paid', async (fault) => {
    const before = (await spent())?.spent;
    far.next(fault);
    await expect(embeddings.embed(['one', 'two'])).rejects.toMatchObject({ code: 'embedding-failed' });
    expect(await spent()).toMatchObject({ spent: before, holds: {} });
  });

  it('are counted for everybody; a document waits when the budget of the day is used up, a question does not', async () => {
    const before = (await spent())?.spent ?? 0;
    await embeddings.embed(['12345678'], 'later');
    expect(await spent()).toMatchObject({ spent: before + 2_000, holds: {} });
    expect((await spent())?.usage['documents text-embedding-3-small']?.inputTokens).toBeGreaterThan(0);
    const poor = await open(before + 2_001);
    const asked = far.requests.length;
    await expect(poor.embed(['a document'], 'later')).rejects.toMatchObject({ code: 'embedding-failed' });
    expect(far.requests).toHaveLength(asked);
    expect(await poor.embed(['a question'], 'now')).toHaveLength(1);
  });

  it('are left alone for a while after failing again and again', async () => {
    far.always({ status: 500 });
    for (let tries = 0; tries < 5; tries += 1)
      await expect(embeddings.embed(['x'], 'now')).rejects.toMatchObject({ code: 'embedding-failed' });
    const asked = far.requests.length;
    await expect(embeddings.embed(['x'], 'now')).rejects.toMatchObject({ code: 'embedding-failed' });
    expect(far.requests).toHaveLength(asked);
  }, 30_000);
});
