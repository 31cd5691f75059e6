import { wordEmbeddings } from '../../rag/fixtures/word-embeddings.ts';
import { granted } from '../../test/granted.ts';
import { type OpenedLibrary, openedLibrary } from '../../test/opened-library.ts';
import { documents } from '../../trips/documents/document.ts';
import { type ReadingRequest, requestReading } from '../../trips/documents/read-later.ts';
import { outboxFacts } from '../../trips/notifications/fact.ts';
import { register } from '../../trips/people/register.ts';
import { familyAdminOf } from '../../trips/roles/permission.ts';
import { findTask } from '../../trips/tasks/find-task.ts';
import { tasks } from '../../trips/tasks/task.ts';
import { createTrip } from '../../trips/trips/create-trip.ts';
import { readDocumentHandler } from './read-document.ts';

const clock = { now: () => Date.parse('2027-03-01T10:00:00Z') };
const LONG = new TextEncoder().encode(
  'The harbour ferry number 7 is blue.\n\n'.repeat(20) +
    Array.from({ length: 900 }, (_, at) => `Stop ${at} has a bench.`).join('\n\n'),
);

let opened: OpenedLibrary;
let userId: string;
let tripId: string;
beforeEach(async () => {
  opened = openedLibrary(wordEmbeddings());
  const { person } = await register(opened.records, clock, {
    name: 'Ana Silva',
    address: { door: 'sms', value: '+15550100001' },
    familyName: undefined,
  });
  userId = person.id;
  const admin = granted(await familyAdminOf(opened.records, userId));
  const created = granted(
    await createTrip(opened.records, clock, admin.admin, { name: 'Lisbon', destination: 'Lisbon' }),
  );
  tripId = created.trip.id;
});
afterEach(() => opened.close());

const request = async (bytes: Uint8Array, more: Partial<ReadingRequest['file']> = {}) => {
  const { staged, hash } = await opened.library.stage(bytes);
  const file = { staged, name: 'guide.txt', scope: 'trip', sentIn: 'conversation_ana', ...more } as const;
  const asked = granted(await requestReading(opened.records, clock, { tripId, userId, key: hash, file }));
  return { ...asked, staged };
};
const steps: string[] = [];
const run = (taskId: string, signal = new AbortController().signal) =>
  readDocumentHandler({ records: opened.records, library: opened.library, clock }).run(
    { tripId, taskId },
    { signal, attempt: 1, save: async () => undefined, progress: (step) => steps.push(step) },
  );
const taskOf = (taskId: string) => opened.records.read(tasks, tripId, taskId);
const told = async () =>
  (await opened.records.list(outboxFacts, tripId)).map(({ fact, only }) => ({ kind: fact.kind, only }));

describe('a long file', () => {
  it('is read in the background with its progress, told of to everyone, and answered from', async () => {
    expect(opened.library.takesLong(LONG)).toBe(false);
    expect(opened.library.takesLong(new Uint8Array(100_001))).toBe(true);
    const { taskId, staged } = await request(LONG);
    expect(await told()).toEqual([{ kind: 'job', only: undefined }]);
    await run(taskId);
    const task = await taskOf(taskId);
    expect(task).toMatchObject({ status: 'succeeded', progress: 100 });
    expect(task?.file).toBeUndefined();
    expect(steps.length).toBeGreaterThan(2);
    expect(await opened.records.read(documents, tripId, task?.result ?? '')).toMatchObject({ name: 'guide.txt' });
    expect(await opened.blobs.get(staged)).toBeUndefined();
    expect(await told()).toContainEqual({ kind: 'document-added', only: undefined });
    const answer = await opened.library.ask({
      text: 'which colour is the harbour ferry?',
      history: [],
      scope: { tripId, familyId: undefined },
    });
    expect(answer.found && answer.text).toContain('blue');
  });

  it('sent twice while it is read is one task; run twice it is one document', async () => {
    const first = await request(LONG);
    const second = await request(LONG);
    expect(second).toMatchObject({ taskId: first.taskId, already: true });
    await run(first.taskId);
    await run(first.taskId);
    expect(await opened.records.list(documents, tripId)).toHaveLength(1);
    const third = await request(LONG);
    expect(third.already).toBe(false);
    await run(third.taskId);
    expect(await opened.records.list(documents, tripId)).toHaveLength(1);
    expect(await told()).toContainEqual({ kind: 'document-added', only: 'conversation_ana' });
  });

  it('that cannot be read ends its task with the reason, told where it was sent and nowhere else', async () => {
    const { taskId } = await request(Uint8Array.of(0, 1, 2, 3));
    await run(taskId);
    expect(await taskOf(taskId)).toMatchObject({ status: 'failed', error: expect.stringContaining('kind of file') });
    expect(await told()).toContainEqual({ kind: 'document-unread', only: 'conversation_ana' });
    const lost = await request(LONG);
    await opened.library.unstage(lost.staged);
    await run(lost.taskId);
    expect(await taskOf(lost.taskId)).toMatchObject({ status: 'failed', error: expect.stringContaining('once more') });
  });

  it('of one family is a task that family alone knows of', async () => {
    const { taskId } = await request(LONG, { scope: 'family' });
    const other = await register(opened.records, clock, {
      name: 'Bea Chen',
      address: { door: 'sms', value: '+15550100002' },
      familyName: undefined,
    });
    expect(await findTask(opened.records, userId, taskId)).toMatchObject({ id: taskId });
    expect(await findTask(opened.records, other.person.id, taskId)).toBeUndefined();
  });

  it('whose worker must stop is read again by the next', async () => {
    const { taskId } = await request(LONG);
    await expect(run(taskId, AbortSignal.abort(new Error('the lease was lost')))).rejects.toThrow('the lease was lost');
    expect(await taskOf(taskId)).toMatchObject({ status: 'running' });
    await run(taskId);
    expect(await taskOf(taskId)).toMatchObject({ status: 'succeeded' });
  });
});
