import type { Words } from '../../cards/words/catalogue.ts';
import type { Fact } from '../../trips/notifications/fact.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { afterClosing } from '../views/after-closing.ts';
import { readerOf } from '../views/own-words.ts';
import { pollReply } from '../views/poll.ts';
import type { Announcement, Announcers, AnnouncingHouse } from './announcement.ts';

type PollFact = Extract<
  Fact,
  { kind: 'poll-opened' | 'poll-updated' | 'poll-closed' | 'poll-finalized' | 'poll-reopened' }
>;

const told =
  (introOf: (words: Words['news'], waiting: boolean) => string, updateOnly?: boolean) =>
  async (
    { records }: AnnouncingHouse,
    trip: Trip,
    { pollId }: PollFact,
    { familyId, userId, group }: Listener,
    words: Words,
  ): Promise<Announcement | undefined> => {
    const poll = await readPoll(records, trip.id, pollId);
    if (!poll) return undefined;
    const standing = await readStanding(records, trip, poll);
    const waiting = !group && familyId !== undefined && standing.tally.waitingFor.includes(familyId);
    const intro = introOf(words.news, waiting);
    const reply = pollReply(standing, trip, await readerOf(records, poll, familyId, words), intro, words);
    const further = updateOnly ? undefined : afterClosing(standing, trip, { userId, group }, words);
    if (further) {
      const text = `${intro} ${further.text}`;
      return { reply: { ...reply, text, choices: further.choices }, pollId: poll.id };
    }
    return { reply, pollId: poll.id, updateOnly };
  };

const optionAdded: Announcers<'poll-option-added'>['poll-option-added'] = {
  topic: 'polls',
  say: async ({ records }, trip, { pollId, optionId }, { familyId }, words) => {
    const poll = await readPoll(records, trip.id, pollId);
    const at = poll?.options.findIndex((option) => option.optionId === optionId) ?? -1;
    const option = poll?.options[at];
    if (poll?.status !== 'open' || !option) return undefined;
    const standing = await readStanding(records, trip, poll);
    const intro = words.news.pollOptionAdded(at + 1, option.text);
    return { reply: pollReply(standing, trip, await readerOf(records, poll, familyId, words), intro, words), pollId };
  },
};

export const pollAnnouncers: Announcers<PollFact['kind'] | 'poll-option-added'> = {
  'poll-option-added': optionAdded,
  'poll-opened': { topic: 'polls', say: told(({ pollOpened }) => pollOpened) },
  'poll-updated': {
    topic: 'polls',
    silent: true,
    // Who has not answered is asked still: the card that is brought up to date is the one that asked.
    say: told(({ pollUpdated, pollOpened }, waiting) => (waiting ? pollOpened : pollUpdated), true),
  },
  'poll-closed': { topic: 'polls', say: told(({ pollClosed }) => pollClosed) },
  'poll-finalized': { topic: 'polls', say: told(({ pollFinalized }) => pollFinalized) },
  'poll-reopened': { topic: 'polls', say: told(({ pollReopened }) => pollReopened) },
};
