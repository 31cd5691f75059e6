import type { Provider } from '../llm/gateway.ts';
import type { Model } from '../llm/model.ts';
import { priceOf } from '../llm/prices.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { Config } from './config.ts';
import { PROVIDERS, type ProviderName } from './model-variables.ts';
import type { Environment, Plugin } from './plugin.ts';
import { pluginModel } from './plugin-model.ts';

/**
 * The language models that the settings ask for, in their order, each with its price. Libraries are loaded for those alone.
 * Throws `configuration` for a name that is neither ours nor a plugin's.
 */
export const openProviders = (
  config: Config,
  plugins: readonly Plugin[],
  environment: Environment,
): Promise<readonly Provider[]> =>
  Promise.all(
    config.MODELS.map(async (named) => {
      const ours = PROVIDERS.find((one) => one === named);
      if (ours) return OPENERS[ours](config);
      const models = plugins.find(({ name }) => name === named)?.models;
      if (!models) throw new PathfinderError('configuration', `MODELS: no plugin brings models called ${named}`);
      return checkedProvider(named, await models(environment), config.MODEL_TIMEOUT_MS);
    }),
  );

/** What a plugin gives is not typed for us: a model without a price could not be kept within a budget. */
const checkedProvider = (named: string, given: Provider, timeoutMs: number): Provider => {
  const checked = (size: keyof Provider): Provider[typeof size] => {
    const { model, price } = given?.[size] ?? {};
    const priced = [price?.input, price?.output].every((usd) => typeof usd === 'number' && usd >= 0);
    if (!price || typeof model?.complete !== 'function' || typeof model.stream !== 'function' || !priced)
      throw new PathfinderError(
        'configuration',
        `PLUGINS: the ${size} model of ${named} lacks complete, stream or a price`,
      );
    return { model: pluginModel(model, timeoutMs), price };
  };
  return { large: checked('large'), small: checked('small') };
};

type Opener = (config: Config) => Promise<Provider>;

const priced = (config: Config, large: Model, small: Model): Provider => {
  const further = config.MODEL_PRICES ?? new Map();
  const withPrice = (model: Model) => ({ model, price: priceOf(model.name, further) });
  return { large: withPrice(large), small: withPrice(small) };
};

const OPENERS: Readonly<Record<ProviderName, Opener>> = {
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
