import { listeners } from '../../trips/notifications/listener.ts';
import { isMuted } from '../../trips/notifications/preferences.ts';
import { people } from '../../trips/people/person.ts';
import { answeredIn, readPoll, readStanding, type Standing } from '../../trips/polls/standing.ts';
import type { Records } from '../../trips/records.ts';
import { readerOf } from '../views/own-words.ts';
import { pollReply } from '../views/poll.ts';
import type { Announcers } from './announcement.ts';

export const pollDeadlineAnnouncers: Announcers<'poll-extended' | 'poll-reminder' | 'poll-answered'> = {
  'poll-extended': {
    topic: 'polls',
    say: async ({ records }, trip, { pollId }, { familyId }, words) => {
      const poll = await readPoll(records, trip.id, pollId);
      if (poll?.status !== 'open' || poll.closesAt === undefined) return undefined;
      const { answered, families } = await answeredIn(records, trip, poll);
      const needed = Math.min(poll.quorum ?? families, families);
      const until = words.say.instant(poll.closesAt, trip.timeZone);
      const intro = words.news.pollExtended(answered, needed, until);
      const standing = await readStanding(records, trip, poll);
      const reply = pollReply(standing, trip, await readerOf(records, poll, familyId, words), intro, words);
      return { reply, pollId };
    },
  },
  'poll-reminder': {
    topic: 'reminders',
    prompt: true,
    say: async ({ records }, trip, { pollId }, to, words) => {
      const poll = await readPoll(records, trip.id, pollId);
      if (poll?.status !== 'open') return undefined;
      const standing = await readStanding(records, trip, poll);
      const person = to.group ? undefined : await records.read(people, to.userId, to.userId);
      if (isMuted(person?.notifications, 'polls', to.door)) return undefined;
      if (!(await isToRemind(records, trip.id, standing, to))) return undefined;
      const closes = poll.closesAt === undefined ? undefined : words.say.instant(poll.closesAt, trip.timeZone);
      const intro = to.group ? words.news.pollReminderGroup(closes) : words.news.pollReminder(closes);
      const reader = await readerOf(records, poll, to.familyId, words);
      return { reply: pollReply(standing, trip, reader, intro, words), pollId };
    },
  },
  'poll-answered': {
    topic: 'polls',
    prompt: true,
    say: async ({ records }, trip, { pollId }, { group, userId }, { news }) => {
      const poll = await readPoll(records, trip.id, pollId);
      if (group || poll?.status !== 'open' || ![trip.organizerId, poll.createdBy].includes(userId)) return undefined;
      return { reply: { text: news.pollAnswered(poll.question) } };
    },
  },
};

/**
 * Whether a conversation is one in which a family that has not answered is reminded: its admin's, who casts the vote;
 * where the admin has none, the other members'; a group's only for a family that cannot be reached by itself.
 */
const isToRemind = async (
  records: Records,
  tripId: string,
  { tally, seats }: Standing,
  {
    familyId,
    userId,
    group,
  }: { readonly familyId?: string | undefined; readonly userId: string; readonly group: boolean },
): Promise<boolean> => {
  const alone = (await records.list(listeners, tripId)).filter((one) => !one.group);
  if (group) return tally.waitingFor.some((missing) => alone.every((one) => one.familyId !== missing));
  if (familyId === undefined || !tally.waitingFor.includes(familyId)) return false;
  const adminId = seats.find((seat) => seat.familyId === familyId)?.adminId;
  return userId === adminId || alone.every((one) => one.userId !== adminId);
};
