import { type Clock, instant } from '../../trips/clock.ts';
import type { GatewayOptions } from '../gateway.ts';
import { AzureCostsError, type AzureSpend, type ReadAzureSpend } from './azure-costs.ts';

/** Percentages of the month's limit that are told of, each once a month. */
const ALERTS = [50, 80, 100];

/** What Azure bills, as it was last heard. */
export interface SpendHeard extends AzureSpend {
  readonly limit: number;
  /** UTC instant. */
  readonly at: string;
}

/** Stops language models while Azure bills more this month than the operator wants. */
export interface SpendWatch {
  /** Whether models are stopped: as Azure was last heard, until the month ends. */
  throttled(): boolean;
  heard(): SpendHeard | undefined;
  /** Asks Azure, unless it has asked for a pause. */
  check(): Promise<void>;
}

export interface SpendWatchParts {
  readonly read: ReadAzureSpend;
  /** In the currency of the billing account, a calendar month (UTC). */
  readonly limit: number;
  readonly clock: Clock;
  readonly log: GatewayOptions['log'];
  /** Told at each part of the limit; the same may come again after a restart, with the same `key`. */
  readonly onAlert: (alert: { readonly key: string; readonly percent: number } & AzureSpend) => Promise<void>;
}

/** Azure knows costs hours late; what it was last heard to say stands while it cannot be asked. */
export const spendWatch = ({ read, limit, clock, log, onAlert }: SpendWatchParts): SpendWatch => {
  let last: SpendHeard | undefined;
  let told = '';
  let pausedUntil = 0;
  const monthOf = (at: string): string => at.slice(0, 7);
  const throttled = (): boolean =>
    last !== undefined && monthOf(last.at) === monthOf(instant(clock)) && last.amount >= last.limit;
  return {
    throttled,
    heard: () => last,
    check: async () => {
      if (clock.now() < pausedUntil) return;
      const before = throttled();
      try {
        last = { ...(await read()), limit, at: instant(clock) };
      } catch (error) {
        const pause = error instanceof AzureCostsError ? (error.retryAfterMs ?? 0) : 0;
        pausedUntil = clock.now() + pause;
        log.warn({ error: String(error), throttled: before, pauseMs: pause }, 'what Azure bills could not be asked');
        return;
      }
      if (before !== throttled())
        log.warn(last, before ? 'models may be asked again' : 'models are stopped: Azure bills too much');
      const { amount, currency, at } = last;
      const percent = ALERTS.findLast((part) => amount * 100 >= part * limit);
      const key = `azure ${monthOf(at)} ${percent}`;
      if (percent === undefined || key === told) return;
      await onAlert({ key, percent, amount, currency });
      told = key;
    },
  };
};
