import { z } from 'zod';
import { readBudget } from '../../trips/budget/read-budget.ts';
import { money } from '../../trips/money.ts';
import { rejected } from '../../trips/rejection.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { idOf, type Route, route } from './route.ts';
import { shown } from './schema-names.ts';

const budgetShown = shown(
  'Budget',
  z.object({
    total: money.meta({ description: 'For all families together.' }),
    by: z.enum(['family', 'head', 'share']),
    own: money.meta({ description: "What falls to the caller's family." }),
    parts: z
      .record(z.string(), z.int())
      .optional()
      .meta({ description: 'Minor units by family, adding up to the total; for the organizer alone.' }),
  }),
);

/** What the trip may cost, and each family's part of it as it may see it. It is set with the trip. */
export const budgetRoutes = ({ records }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/budget',
    operationId: 'readBudget',
    summary: "The trip's budget and the caller's family's part of it; 404 while none is set",
    tag: 'trips',
    params: z.object({ tripId: idOf('trip') }),
    gives: { statuses: [200], body: budgetShown },
    handle: async ({ userId, params: { tripId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const budget = await readBudget(records, mine.member);
      return budget ? { ok: true, status: 200, body: budget } : rejected('not-found');
    },
  }),
];
