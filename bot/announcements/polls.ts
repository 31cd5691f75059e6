import type { Fact } from '../../trips/notifications/fact.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { offerOthers } from '../views/offer-others.ts';
import { ownWords } from '../views/own-words.ts';
import { pollReply } from '../views/poll.ts';
import type { Announcement, Announcers, AnnouncingHouse } from './announcement.ts';

type PollFact = Extract<Fact, { kind: `poll-${string}` }>;

const told =
  (intro: string, updateOnly?: boolean) =>
  async (
    { records }: AnnouncingHouse,
    trip: Trip,
    { pollId }: PollFact,
    { familyId, userId, group }: Listener,
  ): Promise<Announcement | undefined> => {
    const poll = await readPoll(records, trip.id, pollId);
    if (!poll) return undefined;
    const standing = await readStanding(records, trip, poll);
    const own = await ownWords(records, trip.id, familyId, poll.status === 'open' ? poll.options : []);
    const reply = pollReply(standing, trip, { familyId, own }, intro);
    const further = updateOnly ? undefined : offerOthers(standing, trip, { userId, group });
    if (further)
      return { reply: { ...reply, text: `${intro} ${further.text}`, choices: further.choices }, pollId: poll.id };
    return { reply, pollId: poll.id, updateOnly };
  };

export const pollAnnouncers: Announcers<PollFact['kind']> = {
  'poll-opened': { topic: 'polls', say: told('A question for every family:') },
  'poll-updated': { topic: 'polls', silent: true, say: told('The count has changed:', true) },
  'poll-closed': { topic: 'polls', say: told('Voting is over:') },
  'poll-finalized': { topic: 'polls', say: told('It is final:') },
  'poll-reopened': { topic: 'polls', say: told('Voting is open again, with the votes so far:') },
};
