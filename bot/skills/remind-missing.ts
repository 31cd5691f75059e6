import { z } from 'zod';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { remindMissing } from '../../trips/polls/remind-missing.ts';
import { asksToRemindMissing } from '../understanding/reminder-words.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';
import { matchPoll } from './which-poll.ts';

export const remindMissingSkill = skill({
  name: 'remind-missing',
  description: 'Reminds the families that have not voted',
  who: 'member',
  input: z.object({ pollId: z.string().max(80).optional(), words: z.string().max(300).optional() }),
  commands: ['remind them', 'remind the others to vote', 'remind everyone to vote'],
  claims: asksToRemindMissing,
  examples: [
    'remind the ones who have not voted',
    'nudge whoever has not answered yet',
    'poke the families that are still missing',
    'chase the others for their answers',
    'give the silent ones a push',
  ],
  read: (text) => ({ words: text.slice(0, 300) }),
  run: async ({ house, member, conversation, words }, { pollId, words: said = '' }) => {
    const { polls, say } = words;
    const open = await openPolls(house.records, member.trip.id);
    const named = pollId === undefined ? matchPoll(open, said) : open.find(({ id }) => id === pollId);
    const poll = named ?? (open.length === 1 ? open[0] : undefined);
    if (open.length === 0) return { text: polls.noneOpen };
    if (!poll)
      return {
        text: polls.whichEnds,
        choices: open.map(({ id, question }) => ({
          label: question,
          act: { skill: 'remind-missing', input: { pollId: id } },
        })),
      };
    const reminded = await remindMissing(house.records, house.clock, member, poll.id, conversation);
    if (!reminded.ok) return sayRejection(reminded, words);
    const { tally, seats } = reminded.standing;
    const own = member.participation.familyId;
    const others = seats.filter(({ familyId }) => familyId !== own && tally.waitingFor.includes(familyId));
    if (others.length === 0) return { text: tally.waitingFor.includes(own) ? polls.onlyYou : polls.noneMissing };
    return { text: polls.reminding(poll.question, say.list(others.map(({ familyName }) => say.family(familyName)))) };
  },
});
