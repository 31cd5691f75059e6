import { z } from 'zod';
import { accountId, budgetAccounts, type Scope } from '../../llm/budget.ts';
import { instant } from '../../trips/clock.ts';
import { people } from '../../trips/people/person.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { idOf, type Route, route } from './route.ts';
import { shown } from './schema-names.ts';

const usageShown = z.object({
  feature: z.string(),
  model: z.string(),
  calls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  usd: z.number(),
});
const accountShown = z.object({
  usd: z.number().meta({ description: 'Spent so far, in US dollars.' }),
  limitUsd: z.number(),
  usage: z.array(usageShown),
});
const azureShown = z.object({ amount: z.number(), currency: z.string(), limit: z.number(), at: z.iso.datetime() });
const costsShown = shown(
  'AiCosts',
  z.object({
    day: z.iso.date().meta({ description: 'The day (UTC) that user and platform are counted for.' }),
    user: accountShown,
    trip: accountShown.optional(),
    throttled: z.boolean().meta({ description: 'No model is asked, because Azure bills more than it may.' }),
    azure: azureShown
      .optional()
      .meta({ description: 'What Azure bills this month, where it is watched; for super admins only.' }),
    platform: accountShown.optional().meta({ description: 'For super admins only.' }),
  }),
);

const MICROS = 1_000_000;

/** What language models have cost: the caller today, one of their trips in all, and for super admins everybody today. */
export const aiCostRoutes = ({ records, clock, aiLimits, azureSpend }: RestHouse): readonly Route[] => {
  const read = async (scope: Scope, subject: string, at: string) => {
    const id = accountId(scope, subject, at);
    const account = await records.read(budgetAccounts, id, id);
    const usage = Object.entries(account?.usage ?? {}).map(([what, { micros, ...sums }]) => {
      const [feature = '', model = ''] = what.split(' ');
      return { feature, model, ...sums, usd: micros / MICROS };
    });
    return { usd: (account?.spent ?? 0) / MICROS, limitUsd: aiLimits[scope] / MICROS, usage };
  };
  return [
    route({
      method: 'get',
      path: '/analytics/ai-costs',
      operationId: 'readAiCosts',
      summary: 'What language models have cost, by feature and model',
      tag: 'analytics',
      query: z.object({ tripId: idOf('trip').optional() }),
      gives: { statuses: [200], body: costsShown },
      refuses: [403],
      handle: async ({ userId, query: { tripId } }) => {
        const at = instant(clock);
        if (tripId !== undefined) {
          const mine = await memberOf(records, userId, tripId);
          if (!mine.ok) return mine;
        }
        const person = await records.read(people, userId, userId);
        const body = {
          day: at.slice(0, 10),
          user: await read('user', userId, at),
          trip: tripId === undefined ? undefined : await read('trip', tripId, at),
          throttled: azureSpend?.throttled() ?? false,
          azure: person?.superAdmin ? azureSpend?.heard() : undefined,
          platform: person?.superAdmin ? await read('platform', 'all', at) : undefined,
        };
        return { ok: true, status: 200, body };
      },
    }),
  ];
};
