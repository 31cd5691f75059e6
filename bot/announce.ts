import type { Reply } from '../cards/reply.ts';
import { documents } from '../trips/documents/document.ts';
import { itineraries } from '../trips/itineraries/itinerary.ts';
import type { Fact, OutboxFact } from '../trips/notifications/fact.ts';
import type { Listener } from '../trips/notifications/listener.ts';
import { readPoll, readStanding } from '../trips/polls/standing.ts';
import { tasks } from '../trips/tasks/task.ts';
import { familiesIn } from '../trips/trips/create-trip.ts';
import { type Trip, trips } from '../trips/trips/trip.ts';
import type { House } from './house.ts';
import { itineraryReply } from './views/itinerary.ts';
import { pollReply } from './views/poll.ts';

/** What a fact is to one conversation. */
export interface Announcement {
  readonly reply: Reply;
  /** The poll whose card this is, so that later counts replace it. */
  readonly pollId?: string | undefined;
  /** Only replaces a card that stands there already; nothing new is said. */
  readonly updateOnly?: boolean | undefined;
}

type Announcer = Pick<House, 'records' | 'clock' | 'publicUrl'>;

/** Puts a fact into words for one conversation, as far as it may know; nothing when it is no news there. */
export const announce = async (
  house: Announcer,
  { fact, tripId }: Pick<OutboxFact, 'fact' | 'tripId'>,
  to: Listener,
): Promise<Announcement | undefined> => {
  const trip = await house.records.read(trips, tripId, tripId);
  if (!trip) return undefined;
  switch (fact.kind) {
    case 'poll-opened':
    case 'poll-updated':
    case 'poll-closed':
      return poll(house, trip, fact, to);
    case 'family-joined': {
      const count = (await familiesIn(house.records, tripId)).length;
      return {
        reply: {
          text: `The ${fact.familyName} family has joined ${trip.name}: ${count === 1 ? 'one family' : `${count} families`} now.`,
        },
      };
    }
    case 'document-added': {
      const document = await house.records.read(documents, tripId, fact.documentId);
      return document && { reply: { text: `New in ${trip.name}: ${document.name}. Ask me anything about it.` } };
    }
    case 'plan-progress':
      return (await askedBy(house, tripId, fact.taskId)) === to.userId ? { reply: { text: fact.step } } : undefined;
    case 'plan-failed':
      return (await askedBy(house, tripId, fact.taskId)) === to.userId ? { reply: { text: fact.why } } : undefined;
    case 'plan-ready': {
      const itinerary = await house.records.read(itineraries, tripId, fact.itineraryId);
      if (!itinerary) return undefined;
      const count = itinerary.days.length;
      const text = `Your plan is ready: ${count} ${count === 1 ? 'day' : 'days'}.`;
      return { reply: await itineraryReply(house, itinerary, trip, { text }) };
    }
    case 'job':
      return undefined;
  }
};

const askedBy = async ({ records }: Announcer, tripId: string, taskId: string): Promise<string | undefined> =>
  (await records.read(tasks, tripId, taskId))?.requestedBy;

const poll = async (
  { records }: Announcer,
  trip: Trip,
  fact: Extract<Fact, { pollId: string }>,
  to: Listener,
): Promise<Announcement | undefined> => {
  const found = await readPoll(records, trip.id, fact.pollId);
  if (!found) return undefined;
  const standing = await readStanding(records, trip, found);
  const reader = { familyId: to.familyId };
  if (fact.kind === 'poll-opened') {
    return { reply: pollReply(standing, trip, reader, 'A question for every family:'), pollId: found.id };
  }
  if (fact.kind === 'poll-updated') {
    return { reply: pollReply(standing, trip, reader, 'The count has changed:'), pollId: found.id, updateOnly: true };
  }
  return { reply: pollReply(standing, trip, reader, 'Voting is over:'), pollId: found.id };
};
