import { readDraft } from '../../trips/magic-polls/poll-draft.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { type Task, tasks } from '../../trips/tasks/task.ts';
import { draftReply } from '../views/poll-draft.ts';
import type { Announcer, Announcers, AnnouncingHouse } from './announcement.ts';

type DraftFact = 'draft-progress' | 'draft-ready' | 'draft-failed';

const taskOf = ({ records }: AnnouncingHouse, tripId: string, taskId: string): Promise<Task | undefined> =>
  records.read(tasks, tripId, taskId);

/** Whoever asked waits for it. In a group it is heard where it was asked. */
const waitsFor: Announcer<DraftFact>['urgent'] = async (house, trip, { taskId }, { userId }) =>
  (await taskOf(house, trip.id, taskId))?.requestedBy === userId;

export const draftAnnouncers: Announcers<DraftFact> = {
  // Seen by those who have the trip open; a message for each step would be one too many.
  'draft-progress': { silent: true, say: async () => undefined },
  'draft-ready': {
    urgent: waitsFor,
    say: async (house, trip, { draftId, taskId }, to, words) => {
      const task = await taskOf(house, trip.id, taskId);
      if (!task || (!to.group && to.userId !== task.requestedBy)) return undefined;
      const mine = await memberOf(house.records, task.requestedBy, trip.id);
      const found = mine.ok ? await readDraft(house.records, mine.member, draftId) : undefined;
      if (!found?.ok || found.draft.status !== 'draft') return undefined;
      const familyId = to.group ? undefined : to.familyId;
      const text = words.drafts.ready;
      return { reply: await draftReply(house.records, found.draft, trip, familyId, { text, words }) };
    },
  },
  'draft-failed': {
    urgent: waitsFor,
    say: async (house, trip, { taskId, why }, to, words) => {
      const task = await taskOf(house, trip.id, taskId);
      return task && (to.group || to.userId === task.requestedBy)
        ? { reply: { text: words.reasons.said(why) } }
        : undefined;
    },
  },
};
