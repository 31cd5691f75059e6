import type { BudgetAlert, GatewayOptions } from '../llm/gateway.ts';
import { type Clock, instant } from '../trips/clock.ts';
import { idFrom } from '../trips/ids.ts';
import { tell } from '../trips/notifications/fact.ts';
import type { Records } from '../trips/records.ts';
import type { Metrics } from './metrics.ts';
import type { TellOperator } from './tell-operator.ts';

export interface BudgetAlertParts {
  readonly records: Records;
  readonly clock: Clock;
  readonly log: GatewayOptions['log'];
  readonly metrics: Pick<Metrics, 'budgetAlert'>;
  readonly tellOperator: TellOperator;
}

const usd = (micros: number): number => Math.round(micros / 10_000) / 100;
const inDollars = (micros: number) => ({ amount: Math.round(micros / 10_000), currency: 'USD' });

/**
 * Tells that a budget for models is used so far: a trip's organizer or the person, by the outbox; the operator by the log,
 * the metrics and the webhook. Called again for the same, it tells people and the webhook nothing again.
 */
export const budgetAlerts =
  ({ records, clock, log, metrics, tellOperator }: BudgetAlertParts) =>
  async ({ scope, id, percent, spent, limit, userId, tripId }: BudgetAlert): Promise<void> => {
    if (tripId !== undefined && scope !== 'platform') {
      const amounts = { spent: inDollars(spent), limit: inDollars(limit) };
      const news = { kind: 'ai-budget', scope, userId, percent, ...amounts } as const;
      const fact = tell(tripId, news, instant(clock), { id: idFrom('fact', 'ai-budget', id, String(percent)) });
      // One that waits already will do; one that was told is known by its deliveries.
      await records.commit(tripId, [{ ...fact, ifAbsent: true }]);
    }
    const about = { scope, account: id, percent, spentUsd: usd(spent), limitUsd: usd(limit) };
    await tellOperator({
      key: `${id} ${percent}`,
      text: `${percent}% of an AI budget (${scope}) is used: USD ${about.spentUsd} of ${about.limitUsd}.`,
      about,
    });
    metrics.budgetAlert(scope, percent);
    log.warn(about, 'a budget for language models passed a part of what it may be');
  };
