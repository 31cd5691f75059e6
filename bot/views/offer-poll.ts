import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { sayDay } from '../../trips/dates.ts';
import type { Disputed } from '../../trips/magic-polls/stance.ts';

/** How a poll about it is asked for, in the words the request is read in. */
const ASKED = {
  dining: 'where to eat',
  lodging: 'where to stay',
  activity: 'what to do',
  date: 'the day',
  transport: 'how to get there',
} as const;

/** The offer of a poll for what families see differently; it names nobody. */
export const offerPollReply = (tripId: string, { category, day, words }: Disputed, { say, drafts }: Words): Reply => {
  const on = day === undefined ? '' : ` on ${sayDay(day)}`;
  const about =
    category === 'date' ? `which day for ${words.join(' ') || 'it'}` : `${ASKED[category]}${on} ${words.join(' ')}`;
  return {
    text: drafts.offer(category, day && say.day(day)),
    choices: [
      {
        label: drafts.offerYes,
        act: { skill: 'magic-poll', input: { tripId, words: about.trim(), category } },
      },
      { label: drafts.offerNo, act: { skill: 'back', input: {} } },
    ],
  };
};
