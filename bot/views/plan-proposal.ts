import type { Reply } from '../../cards/reply.ts';
import { sayFamily } from '../../trips/families/family.ts';
import type { PlanProposal } from '../../trips/itineraries/editing/plan-proposal.ts';
import type { Records } from '../../trips/records.ts';
import { familyNames } from '../../trips/trips/former-family.ts';

/** A proposed change for the organizer to decide on. What a family's needs have led to names no family. */
export const proposalReply = async (records: Records, tripId: string, proposal: PlanProposal): Promise<Reply> => {
  const { edit, summary, familyId, id } = proposal;
  const name = edit.kind === 'mend' ? undefined : (await familyNames(records, tripId)).get(familyId);
  const who = name === undefined ? 'Something a family has told me asks' : `${capital(sayFamily(name))} ask`;
  return {
    text: `${who} for a change of the plan. ${summary} Shall I make it?`,
    language: 'en',
    choices: [
      { label: 'Yes, change the plan', act: { skill: 'plan-proposals', input: { proposalId: id, approve: true } } },
      { label: 'No, keep it', act: { skill: 'plan-proposals', input: { proposalId: id, approve: false } } },
    ],
  };
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
