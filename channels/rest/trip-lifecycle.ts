import { z } from 'zod';
import { organizerOf } from '../../trips/roles/permission.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { deleteTrip, hasDeleted } from '../../trips/trips/delete-trip.ts';
import { handOverTrip } from '../../trips/trips/hand-over.ts';
import { setTripStatus } from '../../trips/trips/set-status.ts';
import { tripStatus } from '../../trips/trips/trip.ts';
import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { idOf, type Route, route } from './route.ts';
import { sent } from './schema-names.ts';
import { tripShown, withSeats } from './trips.ts';
import { words } from './words.ts';

const statusSent = sent(
  'TripStatusChange',
  z.strictObject({
    status: tripStatus,
    because: words(200).optional().meta({ description: 'Needed to cancel; everyone is told.' }),
  }),
);
const organizerSent = sent(
  'OrganizerChange',
  z.strictObject({ familyId: z.string().max(100).meta({ description: 'A family in the trip: its admin organizes.' }) }),
);
const params = z.object({ tripId: idOf('trip') });

/** Moving a trip on, and handing it over; for its organizer. */
export const tripLifecycleRoutes = ({ records, clock }: RestHouse): readonly Route[] => [
  route({
    method: 'put',
    path: '/trips/{tripId}/status',
    operationId: 'setTripStatus',
    summary: 'Confirms, begins, completes or cancels the trip, or opens it for planning again; everyone is told',
    tag: 'trips',
    params,
    body: statusSent,
    tagged: true,
    guarded: true,
    gives: { statuses: [200], body: tripShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId }, body, ifMatch }) => {
      const mine = await organizerOf(records, userId, tripId, 'only the organizer confirms or cancels the trip');
      if (!mine.ok) return mine;
      const wanted = { ifMatch: demanded(ifMatch, mine.organizer.trip._etag) };
      const set = await setTripStatus(records, clock, mine.organizer, body, wanted);
      if (!set.ok) return set;
      return { ok: true, status: 200, body: withSeats(set.trip, await familiesIn(records, tripId)), etag: set.etag };
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}',
    operationId: 'deleteTrip',
    summary: 'Deletes the trip and all that is in it for good; everyone is told. Repeating it changes nothing',
    tag: 'trips',
    params,
    guarded: true,
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403],
    handle: async ({ userId, params: { tripId }, ifMatch }) => {
      const gone = { ok: true as const, status: 204, body: undefined };
      const mine = await organizerOf(records, userId, tripId, 'only the organizer deletes the trip');
      if (!mine.ok) return mine.reason === 'not-found' && (await hasDeleted(records, userId, tripId)) ? gone : mine;
      const wanted = { ifMatch: demanded(ifMatch, mine.organizer.trip._etag) };
      const deleted = await deleteTrip(records, clock, mine.organizer, wanted);
      return deleted.ok ? gone : deleted;
    },
  }),
  route({
    method: 'put',
    path: '/trips/{tripId}/organizer',
    operationId: 'handOverTrip',
    summary: "Makes another family's admin the organizer; everyone is told",
    tag: 'trips',
    params,
    body: organizerSent,
    tagged: true,
    guarded: true,
    gives: { statuses: [200], body: tripShown },
    refuses: [403],
    handle: async ({ userId, params: { tripId }, body: { familyId }, ifMatch }) => {
      const mine = await organizerOf(records, userId, tripId, 'only the organizer hands the trip over');
      if (!mine.ok) return mine;
      const wanted = { ifMatch: demanded(ifMatch, mine.organizer.trip._etag) };
      const done = await handOverTrip(records, clock, mine.organizer, familyId, wanted);
      if (!done.ok) return done;
      return { ok: true, status: 200, body: withSeats(done.trip, await familiesIn(records, tripId)), etag: done.etag };
    },
  }),
];
