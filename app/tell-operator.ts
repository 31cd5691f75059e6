import { z } from 'zod';
import type { JobHandler } from '../jobs/job-handler.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';

const KIND = 'tell-operator';
/** What a webhook may take to answer. */
const PATIENCE_MS = 10_000;

const message = z.object({ text: z.string(), about: z.record(z.string(), z.unknown()), at: z.string() });

/** Something whoever runs the product should know. `key` names it: what has one already is not told again. */
export interface OperatorNews {
  readonly key: string;
  readonly text: string;
  readonly about: Readonly<Record<string, unknown>>;
}

/** Durable when it resolves. */
export type TellOperator = (news: OperatorNews) => Promise<void>;

/** Queues news for the webhook; without one there is nobody to tell. */
export const tellOperator =
  (webhook: string | undefined, queue: Pick<JobQueue, 'enqueue'>, now: () => number): TellOperator =>
  async ({ key, text, about }) => {
    if (webhook === undefined) return;
    await queue.enqueue({ kind: KIND, key, payload: { text, about, at: new Date(now()).toISOString() } });
  };

/** Posts it as `{ text, about, at }`: `text` alone is what incoming webhooks of chat programs show. */
export const tellOperatorHandler = (webhook: string | undefined): JobHandler => ({
  kind: KIND,
  run: async (given, { signal }) => {
    const body = message.parse(given);
    if (webhook === undefined) return;
    const response = await fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new PathfinderError('far-end-unavailable', `the webhook answered ${response.status}`);
  },
});
