import { z } from 'zod';
import { approveProposal, declineProposal, proposalsFor } from '../../trips/itineraries/editing/decide-proposal.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { changesOf } from '../announcements/plans.ts';
import { asksUndo } from '../understanding/plan-words.ts';
import { proposalReply } from '../views/plan-proposal.ts';
import { editPlan, sayEdited } from './change-plan.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

export const undoPlanSkill = skill({
  name: 'undo-plan',
  description: 'Takes the last change of the plan back',
  who: 'member',
  input: z.object({}),
  commands: ['undo the plan', 'undo the plan change', 'previous plan', 'previous version'],
  claims: (text) => asksUndo(text),
  examples: [
    'undo the last change of the plan',
    'go back to the previous plan',
    'bring back the old plan',
    'take that change back',
    'revert the plan to how it was',
    'i liked the plan better before',
    'take the plan back to what it was',
  ],
  run: async (context) => {
    const { house, member } = context;
    const latest = await latestItinerary(house.records, member.trip.id);
    if (!latest) return { text: 'There is no plan yet. Say PLAN and I make one.' };
    if (latest.basedOn === undefined) return { text: 'This is the first plan: there is nothing to go back to.' };
    return editPlan(context, { kind: 'restore', version: latest.basedOn }, 'Back to how it was.');
  },
});

/** Not what has changed, but what somebody would like to. */
const WAITING = /\b(?:wait|waiting|propos\w+|wants?|asked for|approve)\b/i;
/** Versions that are told of at once. */
const MOST_TOLD = 3;

export const planChangesSkill = skill({
  name: 'plan-changes',
  description: 'Says what the last versions of the plan have changed',
  who: 'member',
  reads: true,
  input: z.object({}),
  commands: [
    'what changed in the plan',
    'what has changed in the plan',
    "what's changed in the plan",
    'plan changes',
    'changes of the plan',
    'versions',
    'plan versions',
  ],
  claims: (text) =>
    !WAITING.test(text) &&
    /\b(?:what|which|any|show)\b.{0,30}\b(?:chang\w+|different|new)\b.{0,20}\b(?:plan|itinerary|schedule)\b|\b(?:plan|itinerary|schedule)\b.{0,20}\b(?:changed|different)\b.*\?/i.test(
      text,
    ),
  examples: [
    'what changed in the plan',
    'what is different in the new plan',
    'show me the changes of the itinerary',
    'has the plan changed',
    'what is new in the schedule',
    'how does the new plan differ from the old one',
    'what got changed in the plan',
  ],
  run: async ({ house, member }) => {
    const latest = await latestItinerary(house.records, member.trip.id);
    if (!latest) return { text: 'There is no plan yet. Say PLAN and I make one.' };
    const told: string[] = [];
    for (let version = latest.version; version > 1 && told.length < MOST_TOLD; version -= 1) {
      const changes = await changesOf(house, member.trip.id, version);
      if (changes) told.push(`Version ${version}: ${changes}`);
    }
    return { text: told.length === 0 ? 'The plan is as it was first made.' : told.join('\n') };
  },
});

export const planProposalsSkill = skill({
  name: 'plan-proposals',
  description: 'Lists the changes of the plan that wait for the organizer, and decides on them',
  who: 'member',
  input: z.object({ proposalId: z.string().max(100).optional(), approve: z.boolean().optional() }),
  commands: ['proposals', 'proposed changes', 'plan proposals', 'approve', 'approve the change', 'approve the plan'],
  examples: [
    'which changes of the plan wait for me',
    'show the proposed changes',
    'approve the change the Chens asked for',
    'what do the others want changed in the plan',
  ],
  run: async (context, { proposalId, approve }) => {
    const { house, member, conversation } = context;
    const { records, clock } = house;
    if (proposalId === undefined || approve === undefined) {
      const waiting = (await proposalsFor(records, member)).filter(({ status }) => status === 'waiting');
      const [first] = waiting;
      if (!first) return { text: 'No change of the plan waits to be decided.' };
      if (!member.isOrganizer)
        return { text: `With the organizer: ${waiting.map(({ summary }) => summary).join(' ')}`, private: true };
      return waiting.length === 1 || !context.textOnly
        ? Promise.all(
            waiting.slice(0, MOST_TOLD).map((one) => proposalReply(records, member.trip.id, one, context.words)),
          )
        : proposalReply(records, member.trip.id, first, context.words);
    }
    if (!approve) {
      const declined = await declineProposal(records, clock, member, proposalId, { heardIn: conversation });
      return declined.ok ? { text: 'The plan stays as it is.' } : sayRejection(declined);
    }
    const may = asOrganizer(member, 'only the organizer decides on a change of the plan');
    if (!may.ok) return sayRejection(may);
    const done = await approveProposal(records, clock, house.editPlan, may.organizer, proposalId, {
      heardIn: conversation,
    });
    return done.ok ? sayEdited(context, done, 'Done.') : sayRejection(done);
  },
});
