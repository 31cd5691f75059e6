import { type Clock, instant } from '../clock.ts';
import { type DraftId, idFrom, type TaskId } from '../ids.ts';
import { type Fact, tell } from '../notifications/fact.ts';
import type { Change, Records } from '../records.ts';
import { rejected } from '../rejection.ts';
import { memberOf } from '../roles/permission.ts';
import { advanceTask, type TaskRef } from '../tasks/advance-task.ts';
import type { Task } from '../tasks/task.ts';
import { openDraft } from './change-draft.ts';
import { DRAFT_TTL_S, type PollDraft, pollDrafts } from './poll-draft.ts';
import type { Proposal } from './propose.ts';

/** The draft a task makes: always the same one, however often the task is run. */
const draftOf = (taskId: TaskId): DraftId => idFrom('draft', taskId);

/** What whoever asked hears, where they asked; or in their own conversations. One fact a task and kind; none for who has left. */
const told = async (
  records: Records,
  { tripId, taskId }: TaskRef,
  { poll, requestedBy }: Task,
  about: Fact,
  at: string,
): Promise<readonly Change[]> => {
  const id = idFrom('fact', taskId, about.kind);
  const mine = await memberOf(records, requestedBy, tripId);
  if (!mine.ok) return [];
  const { familyId } = mine.member.participation;
  return [
    tell(tripId, about, at, poll?.askedIn === undefined ? { id, onlyFamily: familyId } : { id, only: poll.askedIn }),
  ];
};

/** Notes how far the work is; people who have the trip open see it. `undefined` when the task is over or gone. */
export const noteDrafting = (
  records: Records,
  clock: Clock,
  ref: TaskRef,
  { progress, step }: { readonly progress: number; readonly step: string },
): Promise<Task | undefined> =>
  advanceTask(records, clock, ref, async (task, at) => ({
    task: { status: 'running', progress: Math.max(task.progress, progress), step },
    more:
      task.progress < progress
        ? [
            tell(ref.tripId, { kind: 'draft-progress', taskId: ref.taskId, step }, at, {
              id: idFrom('fact', ref.taskId, `progress ${progress}`),
            }),
          ]
        : [],
  }));

/**
 * Saves what was proposed as a draft and ends the task with it; asked so, it is opened as whoever asked, and the task ends
 * with the poll. Doing it again makes nothing twice. `undefined` when the task was over before.
 */
export const saveDraft = async (
  records: Records,
  clock: Clock,
  ref: TaskRef,
  { poll: request, requestedBy }: Task,
  proposal: Extract<Proposal, { ok: true }> & { readonly question?: string | undefined } & Pick<
      PollDraft,
      'saving' | 'note'
    >,
): Promise<string | undefined> => {
  if (!request) return undefined;
  const { tripId, taskId } = ref;
  const id = draftOf(taskId);
  const draft: PollDraft = {
    pk: tripId,
    id,
    type: 'poll_draft',
    _schema_version: pollDrafts.version,
    ttl: DRAFT_TTL_S,
    tripId,
    question: proposal.question ?? request.wish.question,
    category: request.wish.category,
    kind: request.kind,
    options: proposal.options,
    ruledOut: proposal.ruledOut,
    others: proposal.others,
    createdBy: requestedBy,
    status: 'draft',
    closesAt: request.closesAt,
    follows: request.follows,
    note: proposal.note,
    saving: proposal.saving || undefined,
    createdAt: instant(clock),
  };
  if (request.open) {
    await records.commit(tripId, [{ put: draft, ifAbsent: true }]);
    const mine = await memberOf(records, requestedBy, tripId);
    const opened = mine.ok ? await openDraft(records, clock, mine.member, id) : rejected('not-found');
    if (opened.ok) {
      const ended = await advanceTask(records, clock, ref, async () => ({
        task: { status: 'succeeded', progress: 100, step: 'Done', result: opened.poll.id },
        more: [],
      }));
      return ended && opened.poll.id;
    }
  }
  const ended = await advanceTask(records, clock, ref, async (task, at) => ({
    task: { status: 'succeeded', progress: 100, step: 'Done', result: id },
    more: [
      ...((await records.read(pollDrafts, tripId, id)) ? [] : [{ put: draft, ifAbsent: true as const }]),
      ...(await told(records, ref, task, { kind: 'draft-ready', draftId: id, taskId }, at)),
    ],
  }));
  return ended && id;
};

/** Ends the task without a poll and tells whoever asked why, and what would help. */
export const failDrafting = async (records: Records, clock: Clock, ref: TaskRef, why: string): Promise<void> => {
  await advanceTask(records, clock, ref, async (task, at) => ({
    task: { status: 'failed', step: 'Stopped', error: why },
    more: await told(records, ref, task, { kind: 'draft-failed', taskId: ref.taskId, why }, at),
  }));
};
