import { type Clock, instant } from '../clock.ts';
import { idFrom, newId, type TaskId, type TripId } from '../ids.ts';
import { type Fact, tell } from '../notifications/fact.ts';
import { type Change, type Records, retrying } from '../records.ts';
import type { Outcome } from '../rejection.ts';
import { memberOf } from '../roles/permission.ts';
import { isOver } from '../tasks/advance-task.ts';
import { beginTask } from '../tasks/begin-task.ts';
import { type Task, tasks, type WaitingFile } from '../tasks/task.ts';

export interface ReadingRequest {
  readonly tripId: TripId;
  readonly userId: string;
  /** What names the bytes: the same file, while it is being read, is the same task. */
  readonly key: string;
  readonly file: Omit<WaitingFile, 'familyId'>;
}

/** Which reading it is. */
export interface ReadingRef {
  readonly tripId: TripId;
  readonly taskId: TaskId;
}

/** Has a long file read in the background. Of one that is being read already the task is returned (`already`): the bytes that came again are not needed. */
export const requestReading = (
  records: Records,
  clock: Clock,
  { tripId, userId, key, file }: ReadingRequest,
): Promise<Outcome<{ taskId: TaskId; already: boolean }>> =>
  retrying(async () => {
    const mine = await memberOf(records, userId, tripId);
    if (!mine.ok) return mine;
    const { familyId } = mine.member.participation;
    const requestKey = [key, file.scope, file.scope === 'family' ? familyId : ''].join(' ');
    const same = (await records.list(tasks, tripId)).find((task) => task.requestKey === requestKey && !isOver(task));
    if (same) return { ok: true as const, taskId: same.id, already: true };
    const own = file.scope === 'family';
    const act = own ? undefined : 'requestReading';
    const by = { tripId, userId: mine.member.person.id, id: newId('task'), at: instant(clock), act };
    const asked = { file: { ...file, familyId }, onlyFamily: own ? familyId : undefined };
    return beginTask(records, by, { kind: 'read-document', requestKey, ...asked });
  });

/** Saves how the reading stands, unless it is over; the task as it then is. */
const saved = (
  records: Records,
  clock: Clock,
  { tripId, taskId }: ReadingRef,
  change: (task: Task) => Partial<Task>,
  more: (task: Task, at: string) => readonly Change[] = () => [],
): Promise<Task | undefined> =>
  retrying(async () => {
    const task = await records.read(tasks, tripId, taskId);
    if (!task || isOver(task)) return undefined;
    const at = instant(clock);
    const next: Task = { ...task, ...change(task), updatedAt: at };
    const commit = await records.commit(tripId, [{ put: next, ifMatch: task._etag }, ...more(task, at)]);
    return commit.ok ? next : ('conflict' as const);
  });

/** Notes how far the reading is, in percent; never backwards. The task, while it is not over. */
export const noteReading = (
  records: Records,
  clock: Clock,
  ref: ReadingRef,
  progress: number,
  step: string,
): Promise<Task | undefined> =>
  saved(records, clock, ref, (task) => ({ status: 'running', progress: Math.max(task.progress, progress), step }));

/** Ends the reading with its document. `known`: it was there before, so only where it was sent is it told of. */
export const endReading = (
  records: Records,
  clock: Clock,
  ref: ReadingRef,
  { documentId, known }: { readonly documentId: string; readonly known: boolean },
): Promise<unknown> =>
  saved(
    records,
    clock,
    ref,
    () => ({ status: 'succeeded', progress: 100, step: 'Done', result: documentId, file: undefined }),
    (task, at) => (known ? toldBack(ref, task, { kind: 'document-added', documentId }, at) : []),
  );

/** Tells where the file was sent, and nowhere else. */
const toldBack = (
  { tripId, taskId }: ReadingRef,
  { file, onlyFamily }: Task,
  about: Fact,
  at: string,
): readonly Change[] =>
  file?.sentIn === undefined
    ? []
    : [tell(tripId, about, at, { id: idFrom('fact', taskId, about.kind), onlyFamily, only: file.sentIn })];

/** Ends the reading without one, and tells whoever sent the file why, where it was sent. */
export const failReading = (records: Records, clock: Clock, ref: ReadingRef, why: string): Promise<unknown> =>
  saved(
    records,
    clock,
    ref,
    () => ({ status: 'failed', step: 'Stopped', error: why, file: undefined }),
    (task, at) => toldBack(ref, task, { kind: 'document-unread', name: task.file?.name ?? 'the file', why }, at),
  );
