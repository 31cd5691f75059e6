import { z } from 'zod';
import { day } from '../../trips/dates.ts';
import { idFrom } from '../../trips/ids.ts';
import { tripRule } from '../../trips/itineraries/trip-rules.ts';
import { money } from '../../trips/money.ts';
import { people } from '../../trips/people/person.ts';
import type { Records } from '../../trips/records.ts';
import { memberOf, organizerOf, type TripMember } from '../../trips/roles/permission.ts';
import { createTrip, familiesIn, tripsOf } from '../../trips/trips/create-trip.ts';
import { MAX_STOPS, stop } from '../../trips/trips/stops.ts';
import {
  budgetSplit,
  type Participation,
  type Trip,
  tripDecision,
  tripStatus,
  weighting,
} from '../../trips/trips/trip.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { nobody } from './caller.ts';
import { demanded } from './conditions.ts';
import { adminOf } from './families.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';
import { words } from './words.ts';

const tripFields = z.strictObject({
  name: words(100),
  destination: words(100),
  startDate: day.optional(),
  endDate: day.optional(),
  timeZone: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: "IANA name, e.g. Europe/Lisbon; the destination's when absent and known, UTC otherwise." }),
  budget: money
    .extend({ amount: z.int().min(0).max(1e12) })
    .optional()
    .meta({ description: 'For all families together; the amount in minor units.' }),
  weighting: weighting.optional(),
  stops: z.array(stop).max(MAX_STOPS).optional().meta({
    description:
      'The cities it stops in, in their order; none when it stays at its destination. Without nights a stop shares what the others leave.',
  }),
  rules: z.array(tripRule).max(20).optional().meta({
    description: 'What every plan of the trip keeps to: rooms, house rules, ways of travel, cuisines.',
  }),
});
const tripSent = sent('NewTrip', tripFields);
const tripChange = sent(
  'TripChange',
  tripFields
    .extend({
      budgetSplit: budgetSplit.optional().meta({
        description: 'How the budget is divided: by family, by head, or by shares, which only the organizer sees.',
      }),
      offersPolls: z.boolean().optional().meta({
        description:
          'Whether a poll is offered, once a topic, when families disagree in a group chat; it is when absent.',
      }),
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'there is nothing to change'),
);

const seatShown = z.object({ familyId: z.string(), name: z.string(), heads: z.int() });
export const tripInList = z.object({
  id: z.string(),
  name: z.string(),
  destination: z.string(),
  startDate: day.optional(),
  endDate: day.optional(),
  timeZone: z.string(),
  budget: money.optional(),
  stops: z.array(stop).optional(),
  rules: z.array(tripRule).optional(),
  decisions: z
    .array(tripDecision)
    .optional()
    .meta({ description: 'What polls have settled for good, the latest last.' }),
  weighting,
  offersPolls: z.boolean().optional(),
  organizerId: z.string(),
  status: tripStatus,
  sample: z.boolean().optional(),
  createdAt: z.string(),
});
export const tripShown = shown('Trip', tripInList.extend({ families: z.array(seatShown) }));
const tripPage = shown('TripList', pageOf(tripInList));
const params = z.object({ tripId: idOf('trip') });

/** A trip with who is in it: of other families only names and head counts. */
export const withSeats = (trip: Trip, seats: readonly Participation[]) => ({
  ...trip,
  families: seats.map(({ familyId, familyName, heads }) => ({ familyId, name: familyName, heads })),
});

/** The trips of these seats. The trip says who is in it: a seat that only the family remembers shows nothing. */
const tripsShown = async (
  records: Records,
  userId: string,
  seats: readonly Participation[],
): Promise<readonly Trip[]> => {
  const found = await Promise.all(seats.map(({ tripId }) => memberOf(records, userId, tripId)));
  return found.flatMap((one) => (one.ok ? [one.member.trip] : []));
};

const given = async (records: Records, status: number, { trip }: TripMember) => ({
  ok: true as const,
  status,
  body: withSeats(trip, await familiesIn(records, trip.id)),
  etag: trip._etag,
});

export const tripRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips',
    operationId: 'listTrips',
    summary: 'The trips the caller is in, the latest joined last',
    tag: 'trips',
    query: pageQuery,
    gives: { statuses: [200], body: tripPage },
    handle: async ({ userId, query }) => {
      const person = await records.read(people, userId, userId);
      if (!person) return nobody;
      const page = pageFrom(await tripsOf(records, person), ({ joinedAt, tripId }) => `${joinedAt} ${tripId}`, query);
      if (!page.ok) return page;
      return { ok: true, status: 200, body: { ...page, items: await tripsShown(records, userId, page.items) } };
    },
  }),
  route({
    method: 'post',
    path: '/trips',
    operationId: 'createTrip',
    summary: 'A new trip, with the caller as organizer and their family in it',
    tag: 'trips',
    body: tripSent,
    repeatable: true,
    tagged: true,
    gives: { statuses: [201], body: tripShown },
    refuses: [403],
    handle: async ({ userId, body, idempotencyKey }) => {
      const admin = await adminOf(records, userId);
      if (!admin.ok) return admin;
      const id = idempotencyKey === undefined ? undefined : idFrom('trip', userId, idempotencyKey);
      const before = id === undefined ? undefined : await memberOf(records, userId, id);
      if (!before?.ok) {
        const created = await createTrip(records, clock, admin.admin, { ...body, id });
        if (!created.ok) return created;
        const mine = await memberOf(records, userId, created.trip.id);
        return mine.ok ? { ...(await given(records, 201, mine.member)), location: `/trips/${created.trip.id}` } : mine;
      }
      return { ...(await given(records, 201, before.member)), location: `/trips/${before.member.trip.id}` };
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}',
    operationId: 'readTrip',
    summary: 'A trip and the families in it',
    tag: 'trips',
    params,
    tagged: true,
    gives: { statuses: [200], body: tripShown },
    handle: async ({ userId, params: { tripId } }) => {
      const mine = await memberOf(records, userId, tripId);
      return mine.ok ? given(records, 200, mine.member) : mine;
    },
  }),
  route({
    method: 'patch',
    path: '/trips/{tripId}',
    operationId: 'changeTrip',
    summary: 'Changes what the organizer settles',
    tag: 'trips',
    params,
    body: tripChange,
    tagged: true,
    guarded: true,
    gives: { statuses: [200], body: tripShown },
    refuses: [403],
    handle: async ({ userId, params: { tripId }, body, ifMatch }) => {
      const mine = await organizerOf(records, userId, tripId, 'only the organizer changes the trip');
      if (!mine.ok) return mine;
      const { organizer } = mine;
      const changed = await updateTrip(records, clock, organizer, body, demanded(ifMatch, organizer.trip._etag));
      if (!changed.ok) return changed;
      const seats = await familiesIn(records, tripId);
      return { ok: true, status: 200, body: withSeats(changed.trip, seats), etag: changed.etag };
    },
  }),
];
