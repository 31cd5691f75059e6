import { z } from 'zod';
import { documentScope } from '../../trips/documents/document.ts';
import { readableDocument } from '../../trips/documents/readable-documents.ts';
import { idFrom } from '../../trips/ids.ts';
import { rejected } from '../../trips/rejection.ts';
import { addReservation } from '../../trips/reservations/add-reservation.ts';
import { cancelReservation, changeReservation } from '../../trips/reservations/change-reservation.ts';
import { findReservations } from '../../trips/reservations/find-in-document.ts';
import { readableReservation, readableReservations, whenKey } from '../../trips/reservations/readable-reservations.ts';
import { reservationFacts, reservationSource } from '../../trips/reservations/reservation.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const reservationSent = sent(
  'NewReservation',
  z.strictObject({
    ...reservationFacts.shape,
    bookedBy: z.string().max(100).optional().meta({ description: "A family's id; the caller's own when absent." }),
    scope: documentScope
      .optional()
      .meta({ description: 'family keeps it to the family that booked; trip when absent.' }),
    source: reservationSource.optional().meta({ description: 'The document it was read from, as found there.' }),
  }),
);
const { kind, name, startDate, ...optional } = reservationFacts.shape;
const reservationChange = sent(
  'ReservationChange',
  z
    .strictObject({
      ...{ kind: kind.optional(), name: name.optional(), startDate: startDate.optional() },
      startTime: optional.startTime.nullable(),
      endDate: optional.endDate.nullable(),
      endTime: optional.endTime.nullable(),
      confirmation: optional.confirmation.nullable(),
      address: optional.address.nullable(),
      price: optional.price.nullable(),
    })
    .refine((change) => Object.keys(change).length > 0, 'there is nothing to change')
    .meta({ description: 'null takes a fact out again.' }),
);
const reservationShown = shown(
  'Reservation',
  z.object({
    id: z.string(),
    tripId: z.string(),
    ...reservationFacts.shape,
    bookedBy: z.string(),
    scope: documentScope,
    source: reservationSource.optional(),
    status: z.enum(['booked', 'cancelled']),
    addedBy: z.string(),
    createdAt: z.string(),
  }),
);
const reservationPage = shown('ReservationList', pageOf(reservationShown));
const foundShown = shown(
  'FoundReservations',
  pageOf(z.object({ ...reservationFacts.shape, source: reservationSource })),
);

const tripParams = z.object({ tripId: idOf('trip') });
const params = tripParams.extend({ reservationId: idOf('reservation') });

/** What is booked, by hand or from documents; nothing is booked by us. Times are those of the trip's time zone. */
export const reservationRoutes = ({ records, clock, library }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/trips/{tripId}/reservations',
    operationId: 'listReservations',
    summary: 'What is booked, the earliest first; cancelled ones too',
    tag: 'reservations',
    params: tripParams,
    query: pageQuery,
    gives: { statuses: [200], body: reservationPage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const page = pageFrom(await readableReservations(records, mine.member), whenKey, query);
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/reservations',
    operationId: 'addReservation',
    summary: 'Notes what is booked; the others are told, unless the family keeps it to itself',
    tag: 'reservations',
    params: tripParams,
    body: reservationSent,
    repeatable: true,
    tagged: true,
    gives: { statuses: [201], body: reservationShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId }, body, idempotencyKey }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const id = idempotencyKey === undefined ? undefined : idFrom('reservation', tripId, userId, idempotencyKey);
      const added = await addReservation(records, clock, mine.member, { ...body, id });
      if (!added.ok) return added;
      const kept = await readableReservation(records, mine.member, added.reservation.id);
      return {
        ok: true,
        status: 201,
        body: added.reservation,
        etag: kept?._etag,
        location: `/trips/${tripId}/reservations/${added.reservation.id}`,
      };
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/reservations/{reservationId}',
    operationId: 'readReservation',
    summary: 'One reservation',
    tag: 'reservations',
    params,
    tagged: true,
    gives: { statuses: [200], body: reservationShown },
    handle: async ({ userId, params: { tripId, reservationId } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const one = await readableReservation(records, mine.member, reservationId);
      return one ? { ok: true, status: 200, body: one, etag: one._etag } : rejected('not-found');
    },
  }),
  route({
    method: 'patch',
    path: '/trips/{tripId}/reservations/{reservationId}',
    operationId: 'changeReservation',
    summary: 'Changes a reservation: who noted it, the admin of the family that booked, or the organizer',
    tag: 'reservations',
    params,
    body: reservationChange,
    tagged: true,
    guarded: true,
    gives: { statuses: [200], body: reservationShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId, reservationId }, body, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const current = await readableReservation(records, mine.member, reservationId);
      const demand = { ifMatch: demanded(ifMatch, current?._etag ?? '') };
      const changed = await changeReservation(records, clock, mine.member, reservationId, body, demand);
      return changed.ok ? { ok: true, status: 200, body: changed.reservation, etag: changed.etag } : changed;
    },
  }),
  route({
    method: 'delete',
    path: '/trips/{tripId}/reservations/{reservationId}',
    operationId: 'cancelReservation',
    summary: 'Notes that it is cancelled; where it was booked it is not. Repeating it changes nothing',
    tag: 'reservations',
    params,
    guarded: true,
    gives: { statuses: [204], body: z.undefined() },
    refuses: [403],
    handle: async ({ userId, params: { tripId, reservationId }, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const current = await readableReservation(records, mine.member, reservationId);
      const demand = { ifMatch: demanded(ifMatch, current?._etag ?? '') };
      const cancelled = await cancelReservation(records, clock, mine.member, reservationId, demand);
      return cancelled.ok ? { ok: true, status: 204, body: undefined } : cancelled;
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/documents/{documentId}/reservations',
    operationId: 'findReservations',
    summary: 'The bookings a document states, ready to be noted; none while the trip has no dates',
    tag: 'reservations',
    params: tripParams.extend({ documentId: idOf('document') }),
    query: pageQuery,
    gives: { statuses: [200], body: foundShown },
    handle: async ({ userId, params: { tripId, documentId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const { member } = mine;
      const document = await readableDocument(records, member, documentId);
      if (!document) return rejected('not-found');
      const { startDate: from, endDate: to, budget } = member.trip;
      const all = await library.passages({ tripId, familyId: member.participation.familyId });
      const passages = all.filter((passage) => passage.documentId === documentId);
      const days = from !== undefined && to !== undefined ? { startDate: from, endDate: to } : undefined;
      const items = days ? findReservations(passages, { ...days, currency: budget?.currency }) : [];
      const page = pageFrom(
        items.map((item, place) => ({ item, key: String(place).padStart(6, '0') })),
        ({ key }) => key,
        query,
      );
      return page.ok ? { ok: true, status: 200, body: { ...page, items: page.items.map(({ item }) => item) } } : page;
    },
  }),
];
