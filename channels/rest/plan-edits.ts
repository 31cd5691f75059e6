import { z } from 'zod';
import { day } from '../../trips/dates.ts';
import { planChanges, sayChanges } from '../../trips/itineraries/editing/changes.ts';
import { approveProposal, declineProposal, proposalsFor } from '../../trips/itineraries/editing/decide-proposal.ts';
import { type EditOutcome, editItinerary } from '../../trips/itineraries/editing/edit-itinerary.ts';
import { planEdit } from '../../trips/itineraries/editing/plan-edit.ts';
import {
  type PlanProposal,
  planProposals,
  proposalStatus,
  rainAhead,
} from '../../trips/itineraries/editing/plan-proposal.ts';
import { findItinerary } from '../../trips/itineraries/find-itinerary.ts';
import { itineraries } from '../../trips/itineraries/itinerary.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { rejected } from '../../trips/rejection.ts';
import { memberOf, organizerOf } from '../../trips/roles/permission.ts';
import { demanded } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { pageFrom, pageOf, pageQuery } from './paging.ts';
import { itineraryShown } from './planning.ts';
import { type Answered, idOf, type Route, route, type Shown } from './route.ts';
import { sent, shown } from './schema-names.ts';

const place = z.object({ date: day, start: z.string() });
const changeShown = shown(
  'PlanChange',
  z.object({
    kind: z.enum(['moved', 'added', 'removed', 'opened', 'replaced', 'joining', 'noted']),
    what: z.string(),
    from: place.optional(),
    to: place.optional(),
    by: z.string().optional().meta({ description: 'What is there instead.' }),
    who: z.array(z.string()).optional().meta({ description: 'Ids of the families that join; everyone when absent.' }),
    now: z.string().optional(),
  }),
);
const changesShown = shown(
  'PlanChanges',
  z.object({ since: z.int(), version: z.int(), changes: z.array(changeShown), text: z.string() }),
);
const proposalShown = shown(
  'PlanProposal',
  z.object({
    id: z.string(),
    tripId: z.string(),
    edit: planEdit,
    summary: z.string(),
    familyId: z.string().optional().meta({ description: 'Absent where it would tell what a family needs.' }),
    rain: rainAhead
      .optional()
      .meta({ description: 'The forecast that asks for it, chances of rain in percent; nobody has proposed it.' }),
    status: proposalStatus,
    itineraryId: z.string().optional(),
    createdAt: z.string(),
    decidedAt: z.string().optional(),
  }),
);
const proposalPage = shown('PlanProposalList', pageOf(proposalShown));
const editSent = sent('PlanEdit', planEdit);
const outcomeShown = shown(
  'PlanEditOutcome',
  z.object({
    done: z.enum(['changed', 'proposed', 'nothing']).meta({
      description:
        'changed: a new version (201); proposed: it waits for the organizer (202); nothing: `why` says it (200)',
    }),
    itinerary: itineraryShown.optional(),
    proposal: proposalShown.optional(),
    changes: z.array(changeShown),
    text: z.string().meta({ description: 'The changes, or why there are none, in words.' }),
    offers: z.array(z.object({ label: z.string(), edit: planEdit })).meta({ description: 'Edits that would work.' }),
  }),
);

const shownProposal = ({ proposedBy: _, familyId, ...proposal }: PlanProposal) => ({
  ...proposal,
  ...(proposal.edit.kind === 'mend' ? {} : { familyId }),
});

/** What came of an edit, for programs. */
const answered = (outcome: EditOutcome): Answered<Shown<z.input<typeof outcomeShown>>> => {
  const told = (words: readonly string[]): string => words.filter((one) => one !== '').join(' ');
  switch (outcome.done) {
    case 'changed': {
      const { done, itinerary, changes, remarks, offers, etag } = outcome;
      const text = told([sayChanges(changes), ...remarks]);
      const location = `/itineraries/${itinerary.id}`;
      const body = { done, itinerary, changes: [...changes], text, offers: [...offers] };
      return { ok: true, status: 201, body, etag, location };
    }
    case 'proposed': {
      const { done, proposal, changes, remarks, etag } = outcome;
      const text = told([sayChanges(changes), ...remarks]);
      const body = { done, proposal: shownProposal(proposal), changes: [...changes], text, offers: [] };
      return { ok: true, status: 202, body, etag };
    }
    case 'nothing': {
      const { done, why, offers } = outcome;
      const body = { done, changes: [], text: why, offers: [...offers] };
      return { ok: true, status: 200, body };
    }
  }
};

const tripParams = z.object({ tripId: idOf('trip') });
const proposalParams = tripParams.extend({ proposalId: idOf('proposal') });
const itineraryParams = z.object({ itineraryId: idOf('itinerary') });

/** Versions of a plan, what they change, edits of it, and what others than the organizer would like changed. */
export const planEditRoutes = ({ records, clock, editPlan }: RestHouse): readonly Route[] => [
  route({
    method: 'get',
    path: '/itineraries/{itineraryId}',
    operationId: 'readItinerary',
    summary: 'One version of an itinerary',
    tag: 'itineraries',
    params: itineraryParams,
    tagged: true,
    gives: { statuses: [200], body: itineraryShown },
    handle: async ({ userId, params: { itineraryId } }) => {
      const found = await findItinerary(records, userId, itineraryId);
      return found.ok ? { ok: true, status: 200, body: found.itinerary, etag: found.itinerary._etag } : found;
    },
  }),
  route({
    method: 'get',
    path: '/itineraries/{itineraryId}/changes',
    operationId: 'readItineraryChanges',
    summary:
      'What a version of an itinerary has otherwise than an earlier one, the one before it unless `since` says which',
    tag: 'itineraries',
    params: itineraryParams,
    query: z.object({ since: z.coerce.number().int().min(1).optional() }),
    gives: { statuses: [200], body: changesShown },
    handle: async ({ userId, params: { itineraryId }, query }) => {
      const found = await findItinerary(records, userId, itineraryId);
      if (!found.ok) return found;
      const { itinerary } = found;
      const since = query.since ?? itinerary.version - 1;
      const before = (await records.list(itineraries, itinerary.tripId)).find(({ version }) => version === since);
      if (!before && since > 0) return rejected('not-found');
      const changes = planChanges(before ?? { days: [] }, itinerary);
      const body = { since, version: itinerary.version, changes: [...changes], text: sayChanges(changes) };
      return { ok: true, status: 200, body };
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/itineraries/edits',
    operationId: 'editItinerary',
    summary:
      "Changes the newest itinerary and proves it again; anybody's but the organizer's edit is a proposal. `If-Match` takes the newest version's tag",
    tag: 'itineraries',
    params: tripParams,
    body: editSent,
    repeatable: true,
    guarded: true,
    gives: { statuses: [200, 201, 202], body: outcomeShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId }, body, ifMatch, idempotencyKey }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const latest = await latestItinerary(records, tripId);
      const edited = await editItinerary(records, clock, editPlan, mine.member, body, {
        ifMatch: demanded(ifMatch, latest?._etag ?? ''),
        key: idempotencyKey && `rest ${userId} ${idempotencyKey}`,
      });
      return edited.ok ? answered(edited) : edited;
    },
  }),
  route({
    method: 'get',
    path: '/trips/{tripId}/plan-proposals',
    operationId: 'listPlanProposals',
    summary: "Changes of the plan that were proposed: the organizer's to decide on, to others their own family's",
    tag: 'itineraries',
    params: tripParams,
    query: pageQuery,
    gives: { statuses: [200], body: proposalPage },
    handle: async ({ userId, params: { tripId }, query }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const all = await proposalsFor(records, mine.member);
      const page = pageFrom(all.map(shownProposal), ({ createdAt, id }) => `${createdAt} ${id}`, query);
      return page.ok ? { ok: true, status: 200, body: page } : page;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/plan-proposals/{proposalId}/approve',
    operationId: 'approvePlanProposal',
    summary: 'Makes a proposed change, on the plan as it is now; 200 says why it no longer can be made',
    tag: 'itineraries',
    params: proposalParams,
    guarded: true,
    gives: { statuses: [200, 201], body: outcomeShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId, proposalId }, ifMatch }) => {
      const may = await organizerOf(records, userId, tripId, 'only the organizer decides on a change of the plan');
      if (!may.ok) return may;
      const current = await records.read(planProposals, tripId, proposalId);
      const done = await approveProposal(records, clock, editPlan, may.organizer, proposalId, {
        ifMatch: demanded(ifMatch, current?._etag ?? ''),
      });
      return done.ok ? answered(done) : done;
    },
  }),
  route({
    method: 'post',
    path: '/trips/{tripId}/plan-proposals/{proposalId}/decline',
    operationId: 'declinePlanProposal',
    summary: 'Ends a proposal without a change: the organizer, or the family that made it',
    tag: 'itineraries',
    params: proposalParams,
    guarded: true,
    gives: { statuses: [200], body: proposalShown },
    refuses: [403, 409],
    handle: async ({ userId, params: { tripId, proposalId }, ifMatch }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const current = await records.read(planProposals, tripId, proposalId);
      const declined = await declineProposal(records, clock, mine.member, proposalId, {
        ifMatch: demanded(ifMatch, current?._etag ?? ''),
      });
      return declined.ok ? { ok: true, status: 200, body: shownProposal(declined.proposal) } : declined;
    },
  }),
];
