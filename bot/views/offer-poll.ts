import type { Reply } from '../../cards/reply.ts';
import { sayDay } from '../../trips/dates.ts';
import type { Disputed } from '../../trips/magic-polls/stance.ts';

const THINGS = {
  dining: 'where to eat',
  lodging: 'where to stay',
  activity: 'what to do',
  date: 'the day',
  transport: 'how to get there',
} as const;

/** The offer of a poll for what families see differently; it names nobody. */
export const offerPollReply = (tripId: string, { category, day, words }: Disputed): Reply => {
  const on = day === undefined ? '' : ` on ${sayDay(day)}`;
  const about =
    category === 'date' ? `which day for ${words.join(' ') || 'it'}` : `${THINGS[category]}${on} ${words.join(' ')}`;
  return {
    text: `You see ${THINGS[category]}${on} differently. Shall I make a poll, so that every family has its say?`,
    choices: [
      {
        label: 'Yes, look for options',
        act: { skill: 'magic-poll', input: { tripId, words: about.trim(), category } },
      },
      { label: 'No, thanks', act: { skill: 'back', input: {} } },
    ],
  };
};
