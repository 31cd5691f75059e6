import type { Choice, Reply } from '../../cards/reply.ts';
import { itineraries } from '../../trips/itineraries/itinerary.ts';
import { type Task, tasks } from '../../trips/tasks/task.ts';
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

/** Why there is no plan, and which of the changes that would help may be tried: the planner's own sentences, which are English. */
const failedReply = (task: Task, why: string, reason: string | undefined): Reply => {
  const choices = (task.changes ?? []).map(
    ({ label }, index): Choice => ({
      label,
      act: { skill: 'plan-itinerary', input: { taskId: task.id, change: index + 1 } },
    }),
  );
  return reason !== undefined && choices.length > 0
    ? {
        text: `I can't fit everything. ${reason} The smallest changes that would fit; which may I try?`,
        language: 'en',
        choices,
      }
    : { text: why, language: 'en' };
};

export const planAnnouncers: Announcers<'plan-progress' | 'plan-failed' | 'plan-ready'> = {
  'plan-progress': {
    urgent: waitsFor,
    say: async (house, trip, { taskId, step }, to, { news }) => {
      if ((await askedBy(house, trip.id, taskId)) !== to.userId) return undefined;
      const said = news.planStep(step);
      return { reply: said === undefined ? { text: step, language: 'en' } : { text: said } };
    },
  },
  'plan-failed': {
    urgent: waitsFor,
    say: async (house, trip, { taskId, why, reason }, to) => {
      const task = await house.records.read(tasks, trip.id, taskId);
      return task?.requestedBy === to.userId ? { reply: failedReply(task, why, reason) } : undefined;
    },
  },
  'plan-ready': {
    topic: 'plans',
    urgent: waitsFor,
    say: async (house, trip, { itineraryId }, _to, words) => {
      const itinerary = await house.records.read(itineraries, trip.id, itineraryId);
      if (!itinerary) return undefined;
      const text = words.news.planReady(itinerary.days.length);
      return { reply: await itineraryReply(house, itinerary, trip, { text }, words) };
    },
  },
};
