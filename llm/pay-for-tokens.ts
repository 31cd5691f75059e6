import { randomUUID } from 'node:crypto';
import { type Clock, instant } from '../trips/clock.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { Records } from '../trips/records.ts';
import { accountId, hold, settle } from './budget.ts';
import { costOf, type MicroDollars, type Price } from './prices.ts';

/**
 * Has vectors paid from everybody's budget of the day. What can wait is refused when too little is left; a question is
 * not, since it costs less than a ten-thousandth of a cent and nothing could be looked up without it. Both are counted.
 * Throws `embedding-failed`.
 */
export const payForTokens = (parts: {
  readonly records: Records;
  readonly clock: Clock;
  readonly limit: MicroDollars;
  readonly price: Price;
  readonly model: string;
}) => {
  const { records, clock, limit, price, model } = parts;
  return async <T>(
    most: number,
    urgency: 'now' | 'later',
    call: () => Promise<{ readonly result: T; readonly tokens: number }>,
  ): Promise<T> => {
    const cost = (inputTokens: number): MicroDollars => costOf(price, { inputTokens, outputTokens: 0 });
    const id = accountId('platform', 'all', instant(clock));
    const account = { scope: 'platform', id, limit: urgency === 'now' ? Number.MAX_SAFE_INTEGER : limit } as const;
    const callId = randomUUID();
    if (!(await hold(records, clock, account, callId, cost(most))))
      throw new PathfinderError('embedding-failed', 'the budget of the day for models is used up');
    try {
      const { result, tokens } = await call();
      const usage = { inputTokens: tokens > 0 && tokens <= most ? tokens : most, outputTokens: 0 };
      await settle(records, account, callId, { micros: cost(usage.inputTokens), usage, what: `documents ${model}` });
      return result;
    } catch (error) {
      await settle(records, account, callId, undefined);
      throw error;
    }
  };
};
