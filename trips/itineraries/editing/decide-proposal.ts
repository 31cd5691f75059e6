import { audited } from '../../audit/audit-entry.ts';
import { type Clock, instant } from '../../clock.ts';
import { idFrom } from '../../ids.ts';
import { tell } from '../../notifications/fact.ts';
import { type Records, retrying } from '../../records.ts';
import { type Outcome, rejected } from '../../rejection.ts';
import type { TripMember, TripOrganizer } from '../../roles/permission.ts';
import { type EditOptions, type EditOutcome, type EditPlan, editItinerary } from './edit-itinerary.ts';
import { type PlanProposal, planProposals } from './plan-proposal.ts';

type Options = Pick<EditOptions, 'heardIn' | 'ifMatch'>;

/**
 * Does what was proposed, on the plan as it is now. One that no longer works stays waiting, and the outcome says why.
 * Approving it again changes nothing.
 */
export const approveProposal = async (
  records: Records,
  clock: Clock,
  editPlan: EditPlan,
  organizer: TripOrganizer,
  proposalId: string,
  { heardIn, ifMatch }: Options = {},
): Promise<Outcome<EditOutcome>> => {
  const proposal = await records.read(planProposals, organizer.trip.id, proposalId);
  if (!proposal) return rejected('not-found');
  if (ifMatch !== undefined && ifMatch !== proposal._etag) return rejected('stale');
  if (proposal.status === 'withdrawn') return rejected('wrong-status', 'the rain it was for is not forecast any more');
  if (proposal.status === 'declined') return rejected('wrong-status', 'that change was declined');
  const done = await editItinerary(records, clock, editPlan, organizer, proposal.edit, { key: proposalId, heardIn });
  if (!done.ok || done.done !== 'changed') return done;
  await decide(records, clock, organizer, proposalId, 'approved', done.itinerary.id, heardIn);
  return done;
};

/** Ends a proposal without a change: the organizer declines it, or its family takes it back. Declining it again changes nothing. */
export const declineProposal = async (
  records: Records,
  clock: Clock,
  member: TripMember,
  proposalId: string,
  { heardIn, ifMatch }: Options = {},
): Promise<Outcome<{ proposal: PlanProposal }>> => {
  const proposal = await records.read(planProposals, member.trip.id, proposalId);
  if (!proposal) return rejected('not-found');
  const own = proposal.familyId === member.participation.familyId;
  if (!member.isOrganizer && !own) return rejected('not-allowed', 'only the organizer decides on a change of the plan');
  if (ifMatch !== undefined && ifMatch !== proposal._etag) return rejected('stale');
  if (proposal.status === 'approved') return rejected('wrong-status', 'that change is in the plan already');
  return {
    ok: true,
    proposal: (await decide(records, clock, member, proposalId, 'declined', undefined, heardIn)) ?? proposal,
  };
};

const decide = (
  records: Records,
  clock: Clock,
  { trip, person }: TripMember,
  proposalId: string,
  status: 'approved' | 'declined',
  itineraryId: string | undefined,
  heardIn: string | undefined,
): Promise<PlanProposal | undefined> =>
  retrying(async () => {
    const proposal = await records.read(planProposals, trip.id, proposalId);
    if (proposal?.status !== 'waiting') return undefined;
    const at = instant(clock);
    const { _etag, ...rest } = proposal;
    const decided: PlanProposal = { ...rest, status, itineraryId, decidedAt: at };
    const command = status === 'approved' ? 'approveProposal' : 'declineProposal';
    const saved = await records.commit(trip.id, [
      { put: decided, ifMatch: _etag },
      audited(trip.id, command, person.id, at),
      ...(status === 'declined'
        ? [
            tell(trip.id, { kind: 'plan-proposal-declined', proposalId }, at, {
              id: idFrom('fact', proposalId, 'declined'),
              heardIn,
            }),
          ]
        : []),
    ]);
    return saved.ok ? decided : ('conflict' as const);
  });

/** What waits for the organizer, the oldest first; to others only what their family has proposed. */
export const proposalsFor = async (records: Records, { trip, isOrganizer, participation }: TripMember) =>
  (await records.list(planProposals, trip.id))
    .filter(({ familyId }) => isOrganizer || familyId === participation.familyId)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
