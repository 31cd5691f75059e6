import OpenAI from 'openai';
import type { Model } from '../model.ts';
import { CLIENT_SETTINGS, chatModel } from './chat.ts';

/** A model of OpenAI, or of any server that speaks like it at `baseUrl`. */
export const openAiModel = (settings: {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
}): Model => {
  const client = new OpenAI({
    // Servers on one's own machine often need none, and the library insists on something.
    apiKey: settings.apiKey || 'none',
    ...(settings.baseUrl !== undefined && { baseURL: settings.baseUrl }),
    ...CLIENT_SETTINGS,
  });
  const { model, timeoutMs } = settings;
  return chatModel(client, { provider: 'openai', name: model, model, timeoutMs });
};
