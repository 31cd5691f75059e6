import type { Provider } from '../llm/gateway.ts';
import type { Model } from '../llm/model.ts';
import { priceOf } from '../llm/prices.ts';
import type { Config } from './config.ts';

/** The language models that the settings ask for, in their order, each with its price. Libraries are loaded for those alone. */
export const openProviders = (config: Config): Promise<readonly Provider[]> =>
  Promise.all(config.MODELS.map((name) => OPENERS[name](config)));

type Opener = (config: Config) => Promise<Provider>;

const priced = (config: Config, large: Model, small: Model): Provider => {
  const further = config.MODEL_PRICES ?? new Map();
  const withPrice = (model: Model) => ({ model, price: priceOf(model.name, further) });
  return { large: withPrice(large), small: withPrice(small) };
};

const OPENERS: Readonly<Record<Config['MODELS'][number], Opener>> = {
  'azure-openai': async (config) => {
    const { azureOpenAiClient, azureOpenAiModel } = await import('../llm/azure-openai/azure-openai-model.ts');
    const client = await azureOpenAiClient({
      endpoint: config.AZURE_OPENAI_ENDPOINT ?? '',
      apiKey: config.AZURE_OPENAI_KEY,
    });
    const open = (deployment: string, name: string): Model =>
      azureOpenAiModel(client, { deployment, name, timeoutMs: config.MODEL_TIMEOUT_MS });
    const large = open(config.AZURE_OPENAI_DEPLOYMENT, config.AZURE_OPENAI_MODEL);
    const { AZURE_OPENAI_SMALL_DEPLOYMENT: small, AZURE_OPENAI_SMALL_MODEL: smallName } = config;
    return priced(config, large, small === '' ? large : open(small, smallName));
  },
  openai: async (config) => {
    const { openAiModel } = await import('../llm/openai/openai-model.ts');
    const open = (model: string): Model =>
      openAiModel({
        ...{ apiKey: config.OPENAI_API_KEY, baseUrl: config.OPENAI_BASE_URL },
        ...{ model, timeoutMs: config.MODEL_TIMEOUT_MS },
      });
    return priced(config, open(config.OPENAI_MODEL), open(config.OPENAI_SMALL_MODEL));
  },
  claude: async (config) => {
    const { claudeModel } = await import('../llm/claude/claude-model.ts');
    const open = (model: string): Model =>
      claudeModel({
        ...{ apiKey: config.ANTHROPIC_API_KEY, baseUrl: config.ANTHROPIC_BASE_URL },
        ...{ model, timeoutMs: config.MODEL_TIMEOUT_MS },
      });
    return priced(config, open(config.CLAUDE_MODEL), open(config.CLAUDE_SMALL_MODEL));
  },
  gemini: async (config) => {
    const { geminiModel } = await import('../llm/gemini/gemini-model.ts');
    const open = (model: string): Model =>
      geminiModel({
        ...{ apiKey: config.GEMINI_API_KEY, baseUrl: config.GEMINI_BASE_URL },
        ...{ model, timeoutMs: config.MODEL_TIMEOUT_MS },
      });
    return priced(config, open(config.GEMINI_MODEL), open(config.GEMINI_SMALL_MODEL));
  },
};
