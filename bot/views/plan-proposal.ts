import type { Choice, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { PlanProposal } from '../../trips/itineraries/editing/plan-proposal.ts';
import type { Records } from '../../trips/records.ts';
import { familyNames } from '../../trips/trips/former-family.ts';

/** A proposed change for the organizer to decide on. What a family's needs have led to names no family. */
export const proposalReply = async (
  records: Records,
  tripId: string,
  proposal: PlanProposal,
  words: Words,
): Promise<Reply> => {
  const { edit, summary, familyId, id, rain } = proposal;
  if (rain) {
    const { say, weather } = words;
    return {
      text: weather.drier(
        rain.thing,
        { day: say.day(rain.on), chance: rain.chance },
        { day: say.day(rain.to), chance: rain.toChance },
      ),
      ...(words.language === 'en' ? {} : { language: words.language }),
      choices: decisions(id, weather.moveIt, weather.keepIt),
    };
  }
  const name =
    edit.kind === 'mend' || familyId === undefined ? undefined : (await familyNames(records, tripId)).get(familyId);
  const { edits, say } = words;
  return {
    text: edits.askFor(name === undefined ? undefined : say.family(name), edits.summary(summary)),
    ...(words.language === 'en' ? {} : { language: words.language }),
    choices: decisions(id, edits.yes, edits.no),
  };
};

const decisions = (proposalId: string, yes: string, no: string): readonly Choice[] => [
  { label: yes, act: { skill: 'plan-proposals', input: { proposalId, approve: true } } },
  { label: no, act: { skill: 'plan-proposals', input: { proposalId, approve: false } } },
];
