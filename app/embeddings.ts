import { payForTokens } from '../llm/pay-for-tokens.ts';
import { priceOf } from '../llm/prices.ts';
import type { Embeddings } from '../rag/embed/embeddings.ts';
import type { Clock } from '../trips/clock.ts';
import type { Records } from '../trips/records.ts';
import type { Config } from './config.ts';

/** The chosen model of vectors for documents. What a message is for is always told by the local one, from whose vectors that was learned. */
export const openEmbeddings = async (
  config: Config,
  local: Embeddings,
  parts: { readonly records: Records; readonly clock: Clock; readonly platformLimit: number },
): Promise<Embeddings> => {
  if (config.EMBEDDINGS === 'local') return local;
  const [{ azureOpenAiClient }, { azureOpenAiEmbeddings }] = await Promise.all([
    import('../llm/azure-openai/azure-openai-model.ts'),
    import('../rag/embed/azure-openai-embeddings.ts'),
  ]);
  const model = config.AZURE_OPENAI_EMBEDDING_MODEL;
  const client = await azureOpenAiClient({
    endpoint: config.AZURE_OPENAI_ENDPOINT ?? '',
    apiKey: config.AZURE_OPENAI_KEY,
  });
  return azureOpenAiEmbeddings(client, {
    deployment: config.AZURE_OPENAI_EMBEDDING_DEPLOYMENT,
    name: model,
    dimensions: config.AZURE_OPENAI_EMBEDDING_DIMENSIONS,
    timeoutMs: config.MODEL_TIMEOUT_MS,
    pay: payForTokens({
      ...{ records: parts.records, clock: parts.clock, limit: parts.platformLimit, model },
      price: priceOf(model, config.MODEL_PRICES ?? new Map()),
    }),
  });
};

/** The name of the index at Azure AI Search: each model's vectors have one of their own, since its size cannot be changed. */
export const indexName = ({ AZURE_SEARCH_INDEX: name, EMBEDDINGS }: Config, model: string): string =>
  EMBEDDINGS === 'local' ? name : `${name}-${model.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
