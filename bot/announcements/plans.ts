import { itineraries } from '../../trips/itineraries/itinerary.ts';
import { tasks } from '../../trips/tasks/task.ts';
import { itineraryReply } from '../views/itinerary.ts';
import type { Announcer, Announcers, AnnouncingHouse } from './announcement.ts';

const askedBy = async ({ records }: AnnouncingHouse, tripId: string, taskId: string): Promise<string | undefined> =>
  (await records.read(tasks, tripId, taskId))?.requestedBy;

/** Whoever asked for the plan waits for it. */
const waitsFor: Announcer<'plan-progress' | 'plan-failed' | 'plan-ready'>['urgent'] = async (
  house,
  trip,
  { taskId },
  { userId },
) => (await askedBy(house, trip.id, taskId)) === userId;

export const planAnnouncers: Announcers<'plan-progress' | 'plan-failed' | 'plan-ready'> = {
  'plan-progress': {
    urgent: waitsFor,
    say: async (house, trip, { taskId, step }, to) =>
      (await askedBy(house, trip.id, taskId)) === to.userId ? { reply: { text: step } } : undefined,
  },
  'plan-failed': {
    urgent: waitsFor,
    say: async (house, trip, { taskId, why }, to) =>
      (await askedBy(house, trip.id, taskId)) === to.userId ? { reply: { text: why } } : undefined,
  },
  'plan-ready': {
    topic: 'plans',
    urgent: waitsFor,
    say: async (house, trip, { itineraryId }) => {
      const itinerary = await house.records.read(itineraries, trip.id, itineraryId);
      if (!itinerary) return undefined;
      const count = itinerary.days.length;
      const text = `Your plan is ready: ${count} ${count === 1 ? 'day' : 'days'}.`;
      return { reply: await itineraryReply(house, itinerary, trip, { text }) };
    },
  },
};
