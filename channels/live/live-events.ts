import type { FamilyId } from '../../trips/ids.ts';
import { messages } from '../../trips/messages/message.ts';
import type { OutboxFact } from '../../trips/notifications/fact.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import type { Records } from '../../trips/records.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { trips } from '../../trips/trips/trip.ts';

/** What a client with the trip open is shown. Every event has the `id` of its fact (a repeat has the same), `tripId` and `at`. */
export interface LiveEvent {
  readonly name: 'chat_message' | 'poll_update' | 'itinerary_change' | 'task_progress' | 'trip_change';
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event and the families it is for: those who sit in the trip as it is published, or the one whose matter it is. */
export interface Published {
  readonly events: readonly LiveEvent[];
  readonly families: readonly FamilyId[];
}

/** What a fact of the outbox is to people who have the trip open. */
export const liveEventsOf = async (records: Records, told: OutboxFact): Promise<Published> => {
  const seats = await familiesIn(records, told.tripId);
  const families = seats
    .map(({ familyId }) => familyId)
    .filter((family) => told.onlyFamily === undefined || family === told.onlyFamily);
  const common = { id: told.id, tripId: told.tripId, at: told.createdAt };
  const events = families.length === 0 ? [] : await eventsOf(records, told);
  return { families, events: events.map(({ name, data }) => ({ name, data: { ...common, ...data } })) };
};

const eventsOf = async (records: Records, { fact, tripId }: OutboxFact): Promise<readonly LiveEvent[]> => {
  switch (fact.kind) {
    case 'poll-opened':
    case 'poll-updated':
    case 'poll-option-added':
    case 'poll-closed':
    case 'poll-finalized':
    case 'poll-reopened':
    case 'poll-extended':
      return pollUpdate(records, tripId, fact.pollId, fact.kind);
    case 'message-posted':
      return chatMessage(records, tripId, fact.messageId);
    case 'plan-progress':
    case 'draft-progress':
      return [{ name: 'task_progress', data: { taskId: fact.taskId, status: 'running', step: fact.step } }];
    case 'plan-failed':
    case 'draft-failed':
      return [{ name: 'task_progress', data: { taskId: fact.taskId, status: 'failed', why: fact.why } }];
    case 'plan-ready':
      return [
        {
          name: 'task_progress',
          data: { taskId: fact.taskId, status: 'done', itineraryId: fact.itineraryId },
        },
        { name: 'itinerary_change', data: { itineraryId: fact.itineraryId } },
      ];
    case 'draft-ready':
      return [{ name: 'task_progress', data: { taskId: fact.taskId, status: 'done', draftId: fact.draftId } }];
    case 'job-cancelled':
      return [{ name: 'task_progress', data: { taskId: fact.taskId, status: 'cancelled' } }];
    case 'plan-changed':
      return [{ name: 'itinerary_change', data: { itineraryId: fact.itineraryId } }];
    // To single families, who hear it where they talk.
    case 'poll-reminder':
    case 'poll-answered':
    case 'ai-budget':
    case 'job':
    case 'digest':
      return [];
    default: {
      const { kind, ...about } = fact;
      return [{ name: 'trip_change', data: { change: kind, ...about } }];
    }
  }
};

const pollUpdate = async (
  records: Records,
  tripId: string,
  pollId: string,
  kind: `poll-${'opened' | 'updated' | 'closed' | 'finalized' | 'reopened' | 'extended' | 'option-added'}`,
): Promise<readonly LiveEvent[]> => {
  const [trip, poll] = await Promise.all([records.read(trips, tripId, tripId), readPoll(records, tripId, pollId)]);
  if (!trip || !poll) return [];
  const { tally } = await readStanding(records, trip, poll);
  const { question, status, options, winner, explanation, closesAt } = poll;
  const change = kind.slice('poll-'.length);
  return [
    { name: 'poll_update', data: { pollId, change, question, status, options, winner, explanation, closesAt, tally } },
  ];
};

const chatMessage = async (records: Records, tripId: string, messageId: string): Promise<readonly LiveEvent[]> => {
  const message = await records.read(messages, tripId, messageId);
  if (!message) return [];
  const { userId, userName, familyId, familyName, text } = message;
  return [{ name: 'chat_message', data: { messageId, userId, userName, familyId, familyName, text } }];
};
