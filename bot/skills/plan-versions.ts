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
    const { house, member, words } = context;
    const latest = await latestItinerary(house.records, member.trip.id);
    if (!latest) return { text: words.plan.none };
    if (latest.basedOn === undefined) return { text: words.edits.firstPlan };
    const { backAsItWas, cannotGoBack } = words.edits;
    return editPlan(context, { kind: 'restore', version: latest.basedOn }, (done) =>
      done === 'nothing' ? cannotGoBack : done === 'changed' ? backAsItWas : '',
    );
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
  run: async ({ house, member, words }) => {
    const latest = await latestItinerary(house.records, member.trip.id);
    if (!latest) return { text: words.plan.none };
    const told: string[] = [];
    for (let version = latest.version; version > 1 && told.length < MOST_TOLD; version -= 1) {
      const changes = await changesOf(house, member.trip.id, version, words);
      if (changes) told.push(words.edits.version(version, changes));
    }
    return { text: told.length === 0 ? words.edits.asFirstMade : told.join('\n') };
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
    const { house, member, conversation, words } = context;
    const { records, clock } = house;
    if (proposalId === undefined || approve === undefined) {
      const waiting = (await proposalsFor(records, member)).filter(({ status }) => status === 'waiting');
      const [first] = waiting;
      if (!first) return { text: words.edits.noneWaits };
      if (!member.isOrganizer)
        return {
          text: words.edits.withOrganizer(waiting.map(({ summary }) => words.edits.summary(summary)).join(' ')),
          private: true,
        };
      return waiting.length === 1 || !context.textOnly
        ? Promise.all(waiting.slice(0, MOST_TOLD).map((one) => proposalReply(records, member.trip.id, one, words)))
        : proposalReply(records, member.trip.id, first, words);
    }
    if (!approve) {
      const declined = await declineProposal(records, clock, member, proposalId, { heardIn: conversation });
      return declined.ok ? { text: words.edits.stays } : sayRejection(declined, words);
    }
    const may = asOrganizer(member, 'only the organizer decides on a change of the plan');
    if (!may.ok) return sayRejection(may, words);
    const done = await approveProposal(records, clock, house.editPlan, may.organizer, proposalId, {
      heardIn: conversation,
    });
    return done.ok ? sayEdited(context, done, words.edits.done) : sayRejection(done, words);
  },
});
