import { z } from 'zod';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

export const pollOffersSkill = skill({
  name: 'poll-offers',
  description: 'Says whether I offer a poll when families disagree in a group chat',
  who: 'member',
  input: z.object({ on: z.boolean().optional() }),
  commands: ['stop offering polls', "don't offer polls", 'no poll offers', 'offer polls', 'offer polls again'],
  examples: [
    'stop offering polls in our group',
    'do not suggest a poll whenever we disagree',
    'no more poll suggestions please',
    'you may offer polls again when we disagree',
    'turn poll offers off',
    'turn poll offers on',
  ],
  read: (text) => ({ on: !/\b(?:stop|don'?t|do not|no|never|off|quit)\b/i.test(text) }),
  run: async ({ house, member, words }, { on = true }) => {
    const may = asOrganizer(member, 'only the organizer says whether I offer polls');
    if (!may.ok) return sayRejection(may, words);
    const set = await updateTrip(house.records, house.clock, may.organizer, { offersPolls: on });
    if (!set.ok) return sayRejection(set, words);
    return { text: on ? words.drafts.offersAgain : words.drafts.offersNoMore };
  },
});
