import { itineraries } from '../../trips/itineraries/itinerary.ts';
import { tasks } from '../../trips/tasks/task.ts';
import { itineraryReply } from '../views/itinerary.ts';
import type { Announcers, AnnouncingHouse } from './announcement.ts';

const askedBy = async ({ records }: AnnouncingHouse, tripId: string, taskId: string): Promise<string | undefined> =>
  (await records.read(tasks, tripId, taskId))?.requestedBy;

export const planAnnouncers: Announcers<'plan-progress' | 'plan-failed' | 'plan-ready'> = {
  'plan-progress': {
    say: async (house, trip, { taskId, step }, to) =>
      (await askedBy(house, trip.id, taskId)) === to.userId ? { reply: { text: step } } : undefined,
  },
  'plan-failed': {
    say: async (house, trip, { taskId, why }, to) =>
      (await askedBy(house, trip.id, taskId)) === to.userId ? { reply: { text: why } } : undefined,
  },
  'plan-ready': {
    topic: 'plans',
    say: async (house, trip, { itineraryId }) => {
      const itinerary = await house.records.read(itineraries, trip.id, itineraryId);
      if (!itinerary) return undefined;
      const count = itinerary.days.length;
      const text = `Your plan is ready: ${count} ${count === 1 ? 'day' : 'days'}.`;
      return { reply: await itineraryReply(house, itinerary, trip, { text }) };
    },
  },
};
