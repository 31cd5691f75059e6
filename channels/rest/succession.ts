import { z } from 'zod';
import type { Records } from '../../trips/records.ts';
import type { Outcome } from '../../trips/rejection.ts';
import { memberOf, type TripMember } from '../../trips/roles/permission.ts';
import { agreeToSuccession, objectToSuccession, proposeSuccession } from '../../trips/succession/succeed.ts';
import { latestSuccession, missing, type Succession } from '../../trips/succession/succession.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { trips } from '../../trips/trips/trip.ts';
import type { RestHouse } from './house.ts';
import { notFound } from './refusal.ts';
import { idOf, type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const nomineeSent = sent(
  'SuccessionProposal',
  z.strictObject({ familyId: z.string().max(100).meta({ description: 'Its admin is to organize the trip.' }) }),
);
const successionShown = shown(
  'Succession',
  z.object({
    id: z.string(),
    nominee: z.string().meta({ description: 'The family whose admin is to organize.' }),
    proposedBy: z.string(),
    agreed: z.array(z.string()).meta({ description: 'Families that have agreed.' }),
    waitingFor: z.array(z.string()),
    status: z.enum(['open', 'done', 'ended']),
    endedBy: z.string().optional().meta({ description: 'The family that objected.' }),
    createdAt: z.string(),
    expiresAt: z.string(),
    takesEffectAt: z.string().optional().meta({
      description: 'All have agreed; where only one family is there to agree, the organizer may object until then.',
    }),
  }),
);
const params = z.object({ tripId: idOf('trip') });

const asShown = async (records: Records, tripId: string, succession: Succession) => {
  const [trip, seats] = await Promise.all([records.read(trips, tripId, tripId), familiesIn(records, tripId)]);
  const waiting = trip && succession.status === 'open' ? missing(succession, seats, trip.organizerId) : [];
  return {
    ...succession,
    agreed: Object.keys(succession.agreed),
    waitingFor: waiting.map(({ familyId }) => familyId),
  };
};

/** A new organizer in an emergency, by the agreement of every family admin. */
export const successionRoutes = ({ records, clock }: RestHouse): readonly Route[] => {
  const done = async (
    userId: string,
    tripId: string,
    status: number,
    act: (member: TripMember) => Promise<Outcome<{ succession: Succession }>>,
  ) => {
    const mine = await memberOf(records, userId, tripId);
    if (!mine.ok) return mine;
    const outcome = await act(mine.member);
    if (!outcome.ok) return outcome;
    return { ok: true as const, status, body: await asShown(records, tripId, outcome.succession) };
  };
  return [
    route({
      method: 'post',
      path: '/trips/{tripId}/succession',
      operationId: 'proposeSuccession',
      summary: "Proposes another organizer because the organizer can't be reached; every other family admin must agree",
      tag: 'trips',
      params,
      body: nomineeSent,
      gives: { statuses: [201], body: successionShown },
      refuses: [403, 409],
      handle: ({ userId, params: { tripId }, body: { familyId } }) =>
        done(userId, tripId, 201, (member) => proposeSuccession(records, clock, member, familyId)),
    }),
    route({
      method: 'get',
      path: '/trips/{tripId}/succession',
      operationId: 'readSuccession',
      summary: 'The proposal that is open, or the latest there was',
      tag: 'trips',
      params,
      gives: { statuses: [200], body: successionShown },
      handle: async ({ userId, params: { tripId } }) => {
        const mine = await memberOf(records, userId, tripId);
        if (!mine.ok) return mine;
        const latest = await latestSuccession(records, tripId);
        return latest ? { ok: true, status: 200, body: await asShown(records, tripId, latest) } : notFound;
      },
    }),
    route({
      method: 'put',
      path: '/trips/{tripId}/succession/agreement',
      operationId: 'agreeToSuccession',
      summary: "Agrees for the caller's family; with the last one the trip changes hands. Repeating it changes nothing",
      tag: 'trips',
      params,
      gives: { statuses: [200], body: successionShown },
      refuses: [403, 409],
      handle: ({ userId, params: { tripId } }) =>
        done(userId, tripId, 200, (member) => agreeToSuccession(records, clock, member)),
    }),
    route({
      method: 'delete',
      path: '/trips/{tripId}/succession/agreement',
      operationId: 'objectToSuccession',
      summary: "Objects for the caller's family, the organizer's included: the proposal is over",
      tag: 'trips',
      params,
      gives: { statuses: [200], body: successionShown },
      refuses: [403],
      handle: ({ userId, params: { tripId } }) =>
        done(userId, tripId, 200, (member) => objectToSuccession(records, clock, member)),
    }),
  ];
};
