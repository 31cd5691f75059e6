import { shownMemories } from '../../trips/memories/shown-memories.ts';
import { tasks } from '../../trips/tasks/task.ts';
import { memoriesReply } from '../views/memories.ts';
import type { Announcers } from './announcement.ts';

export const memoryAnnouncers: Announcers<'memories-ready'> = {
  'memories-ready': {
    topic: 'plans',
    urgent: async ({ records }, trip, { taskId, first }, { userId }) =>
      !first && (await records.read(tasks, trip.id, taskId))?.requestedBy === userId,
    say: async (house, trip, { taskId, first }, to, words) => {
      if (!first && (await house.records.read(tasks, trip.id, taskId))?.requestedBy !== to.userId) return undefined;
      const shown = await shownMemories(house.records, trip.id);
      return shown && { reply: memoriesReply(house, shown, words, 'ready', to.door === 'sms') };
    },
  },
};
