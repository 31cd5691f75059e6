import type {} from '@azure/openai/types';
import { AzureOpenAI } from 'openai';
import type { Model } from '../model.ts';
import { CLIENT_SETTINGS, chatModel } from '../openai/chat.ts';

/** The version of the data plane that is spoken: https://learn.microsoft.com/azure/ai-services/openai/api-version-deprecation */
export const AZURE_OPENAI_API_VERSION = '2024-10-21';

/** What an Azure OpenAI token is for. */
const SCOPE = 'https://cognitiveservices.azure.com/.default';

/** A way to sign in to Azure OpenAI: a key, or the identity the process runs under. */
export const azureOpenAiClient = async (settings: {
  readonly endpoint: string;
  readonly apiKey: string;
}): Promise<AzureOpenAI> => {
  const common = {
    endpoint: settings.endpoint,
    apiVersion: AZURE_OPENAI_API_VERSION,
    ...CLIENT_SETTINGS,
  };
  if (settings.apiKey !== '') return new AzureOpenAI({ ...common, apiKey: settings.apiKey });
  const { DefaultAzureCredential, getBearerTokenProvider } = await import('@azure/identity');
  return new AzureOpenAI({
    ...common,
    azureADTokenProvider: getBearerTokenProvider(new DefaultAzureCredential(), SCOPE),
  });
};

/** A deployment of Azure OpenAI; `name` is the model behind it, by which it is priced. */
export const azureOpenAiModel = (
  client: AzureOpenAI,
  { deployment, name, timeoutMs }: { readonly deployment: string; readonly name: string; readonly timeoutMs: number },
): Model => chatModel(client, { provider: 'azure-openai', name, model: deployment, timeoutMs });
