import { z } from 'zod';
import { auditEntries } from '../../trips/audit/audit-entry.ts';
import { organizerOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { shown } from './schema-names.ts';

const auditPage = shown(
  'AuditLog',
  pageOf(
    z.object({
      id: z.string(),
      act: z.string(),
      userId: z.string(),
      at: z.string(),
      about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
);

/** Who did what in a trip, for its organizer. */
export const auditRoutes = ({ records }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/audit',
    operationId: 'readAuditLog',
    summary: 'What was done to the trip, by whom and when, the newest first; for the organizer',
    tag: 'trips',
    params: z.object({ tripId: idOf('trip') }),
    query: pageQuery,
    gives: { statuses: [200], body: auditPage },
    refuses: [403],
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await organizerOf(records, userId, tripId, 'only the organizer reads the log of the trip');
      if (!mine.ok) return mine;
      const page = pageFrom(await records.list(auditEntries, tripId), ({ id }) => id, query, 'last-first');
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
];
