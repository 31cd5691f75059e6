import { azureOpenAiClient, azureOpenAiModel } from './azure-openai/azure-openai-model.ts';
import { claudeModel } from './claude/claude-model.ts';
import { geminiModel } from './gemini/gemini-model.ts';
import { modelContract } from './model.contract.ts';
import { openAiModel } from './openai/openai-model.ts';

const KEY = 'example-key';
const firstMessage = ({ messages }: Record<string, unknown>): unknown => (messages as readonly unknown[])[0];

modelContract('OpenAI', {
  open: (url, timeoutMs) => openAiModel({ apiKey: KEY, baseUrl: `${url}/v1`, model: 'gpt-4o-mini', timeoutMs }),
  proof: ['authorization', /^Bearer example-key$/],
  system: firstMessage,
  tellsWait: true,
  textArguments: true,
});

modelContract('Azure OpenAI', {
  open: async (url, timeoutMs) =>
    azureOpenAiModel(await azureOpenAiClient({ endpoint: url, apiKey: KEY }), {
      deployment: 'trips',
      name: 'gpt-4o-mini',
      timeoutMs,
    }),
  proof: ['api-key', /^example-key$/],
  system: firstMessage,
  tellsWait: true,
  textArguments: true,
});

modelContract('Claude', {
  open: (url, timeoutMs) => claudeModel({ apiKey: KEY, baseUrl: url, model: 'claude-haiku-4-5', timeoutMs }),
  proof: ['authorization', /^Bearer example-key$/],
  system: ({ system }) => system,
  tellsWait: true,
  textArguments: false,
});

modelContract('Gemini', {
  open: (url, timeoutMs) => geminiModel({ apiKey: KEY, baseUrl: url, model: 'gemini-2.5-flash', timeoutMs }),
  proof: ['x-goog-api-key', /^example-key$/],
  system: ({ systemInstruction }) => systemInstruction,
  tellsWait: false,
  textArguments: false,
});
