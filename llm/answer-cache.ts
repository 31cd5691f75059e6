import { hash } from 'node:crypto';
import type { Clock } from '../trips/clock.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { ModelAnswer, ModelRequest } from './model.ts';

/** How long an answer may be given again. */
const FRESH_MS = 60 * 60_000;
const MOST = 1_000;

/** What a request is called: the same for the same words, whatever their spacing, within one privacy scope. */
export const cacheKey = (privacyScope: string, request: ModelRequest): string =>
  hash(
    'sha256',
    JSON.stringify([
      privacyScope,
      normal(request.system),
      request.messages.map((message) => ({ ...message, ...('text' in message && { text: normal(message.text) }) })),
      request.tools?.map(({ name, input }) => [name, jsonSchemaOf(input)]),
      request.structured && [request.structured.name, jsonSchemaOf(request.structured.schema)],
      request.maxOutputTokens,
    ]),
    'base64url',
  );

const normal = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Answers by key for an hour, the oldest dropped first; who asks the same while it is being asked waits for that answer. */
export const answerCache = (clock: Clock) => {
  const answers = new Map<string, { readonly answer: ModelAnswer; readonly until: number }>();
  const asking = new Map<string, Promise<unknown>>();
  return {
    get: (key: string): ModelAnswer | undefined => {
      const kept = answers.get(key);
      if (kept && kept.until > clock.now()) return kept.answer;
      answers.delete(key);
      return undefined;
    },
    keep: (key: string, answer: ModelAnswer): void => {
      const [oldest] = answers.keys();
      if (answers.size >= MOST && oldest !== undefined) answers.delete(oldest);
      answers.set(key, { answer, until: clock.now() + FRESH_MS });
    },
    /** Runs `ask` unless the same is being asked already; then its outcome is shared. */
    together: async <T>(
      key: string,
      ask: () => Promise<T>,
    ): Promise<{ readonly outcome: T; readonly shared: boolean }> => {
      const running = asking.get(key) as Promise<T> | undefined;
      if (running) return { outcome: await running, shared: true };
      const mine = ask().finally(() => asking.delete(key));
      asking.set(key, mine);
      return { outcome: await mine, shared: false };
    },
  };
};
