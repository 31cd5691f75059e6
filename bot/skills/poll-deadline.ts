import { z } from 'zod';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { setDeadline } from '../../trips/polls/set-deadline.ts';
import { readDeadline } from '../understanding/dates.ts';
import { pollDeadlineIn } from '../understanding/poll-deadline.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';
import { matchPoll } from './which-poll.ts';

export const pollDeadlineSkill = skill({
  name: 'poll-deadline',
  description: 'Says when voting ends',
  who: 'member',
  input: z.object({
    pollId: z.string().max(80).optional(),
    /** When voting ends, in words: they mean the clocks of the trip. */
    by: z.string().max(60).optional(),
    /** Words by which the poll is meant. */
    about: z.string().max(300).optional(),
  }),
  readSlots: ['by'],
  claims: (text) => pollDeadlineIn(text) !== undefined,
  commands: ['set the poll deadline', 'poll deadline', 'extend the poll', 'extend the vote'],
  examples: [
    'close the poll on sunday at noon',
    'extend the poll to saturday',
    'the deadline for the vote is monday 6pm',
    'keep the hotel poll open till tomorrow night',
    'move the deadline to friday',
  ],
  read: (text, { expectedSlot }) => ({
    by: pollDeadlineIn(text) ?? (expectedSlot === 'by' && readDeadline(text, ANY_TIME, 'UTC') ? text : undefined),
    about: expectedSlot === 'by' ? undefined : text,
  }),
  run: async (context, { pollId, by, about = '' }) => {
    const { house, member, conversation, words } = context;
    const open = await openPolls(house.records, member.trip.id);
    const named = pollId === undefined ? matchPoll(open, about) : open.find(({ id }) => id === pollId);
    const poll = named ?? (open.length === 1 ? open[0] : undefined);
    if (open.length === 0) return { text: words.polls.noneOpen };
    if (!poll)
      return {
        text: words.polls.whichEnds,
        choices: open.map(({ id, question }) => ({
          label: question,
          act: { skill: 'poll-deadline', input: { pollId: id, by } },
        })),
      };
    const { timeZone } = member.trip;
    const closesAt = by === undefined ? undefined : readDeadline(by, new Date(house.clock.now()), timeZone);
    if (closesAt === undefined) {
      context.expect('by', { pollId: poll.id });
      return { text: words.polls.askDeadline(poll.question) };
    }
    const set = await setDeadline(house.records, house.clock, member, poll.id, closesAt, conversation);
    if (!set.ok) return sayRejection(set, words);
    context.changed(words.things.deadline(poll.question));
    return { text: words.polls.endsAt(poll.question, words.say.instant(closesAt, timeZone)) };
  },
});

/** It is only asked whether the words name a moment. */
const ANY_TIME = new Date('2027-01-01T12:00:00Z');
