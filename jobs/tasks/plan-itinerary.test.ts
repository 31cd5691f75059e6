import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityStore } from '../../store/entity-store.ts';
import { type Database, openDatabase } from '../../store/sqlite/database.ts';
import { sqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { testCodec } from '../../test/codec.ts';
import { granted } from '../../test/granted.ts';
import { auditEntries } from '../../trips/audit/audit-entry.ts';
import { type Family, families } from '../../trips/families/family.ts';
import type { Passage } from '../../trips/itineraries/candidate.ts';
import { itineraries } from '../../trips/itineraries/itinerary.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { requestItinerary } from '../../trips/itineraries/request-itinerary.ts';
import { type Fact, outboxFacts } from '../../trips/notifications/fact.ts';
import { register } from '../../trips/people/register.ts';
import { familyAdminOf } from '../../trips/roles/permission.ts';
import { cancelTask } from '../../trips/tasks/cancel-task.ts';
import { type Task, tasks } from '../../trips/tasks/task.ts';
import { createTrip, type NewTrip } from '../../trips/trips/create-trip.ts';
import type { JobQueue } from '../queue.ts';
import { sqliteQueue } from '../sqlite/sqlite-queue.ts';
import { startWorker, type Worker } from '../worker.ts';
import { planItineraryHandler } from './plan-itinerary.ts';

const DOOMED = new URL('../../test/doomed-planner.ts', import.meta.url).pathname;
const LEASE_MS = 30_000;
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const paper = (document: string, heading: string, text: string): Passage => ({
  documentId: `document_${document}`,
  document,
  page: 1,
  heading,
  text,
});
const papers: readonly Passage[] = [
  paper(
    'hotel.txt',
    'Booking confirmation',
    'Hotel Miradouro\nCheck-in from 15:20\nCheck-out by 11:00\nTotal: EUR 900',
  ),
  paper('guide.md', 'Things to see', 'Tile Museum: Tue-Sun 10:00-18:00, EUR 8\nOceanário: daily 10:00-20:00, EUR 25'),
  paper(
    'food.md',
    'Restaurants',
    'Pizza Roma: EUR 14, open 11:00-22:00, nut-free\nSalty Pelican: EUR 31, may contain nuts',
  ),
];

describe('planning an itinerary in the background', () => {
  let folder: string;
  let path: string;
  let database: Database;
  let records: EntityStore;
  let queue: JobQueue;
  let ahead: number;
  let workers: Worker[];
  let child: ChildProcess | undefined;
  const clock = { now: () => Date.now() + ahead };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pathfinder-planning-'));
    path = join(folder, 'pathfinder.db');
    database = openDatabase(path);
    ahead = 0;
    workers = [];
    records = sqliteStore(database, clock, testCodec);
    queue = sqliteQueue(database, clock);
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await Promise.all(workers.map((worker) => worker.drain()));
    await database.close();
    await rm(folder, { recursive: true });
  });

  const tripFor = async (more: Partial<NewTrip> = {}, family: Partial<Family> = {}) => {
    const { person } = await register(records, clock, { name: 'Ana Silva', address: { door: 'web', value: 'ana' } });
    const admin = granted(await familyAdminOf(records, person.id));
    const now = await records.read(families, person.familyId, person.familyId);
    if (!now) throw new Error('no family');
    const next: Family = { ...now, ...family };
    await records.commit(now.id, [{ put: next }]);
    const made = granted(
      await createTrip(records, clock, admin.admin, {
        name: 'Lisbon 2027',
        destination: 'Lisbon',
        startDate: '2027-06-11',
        endDate: '2027-06-15',
        budget: { amount: 200_000, currency: 'EUR' },
        ...more,
      }),
    );
    return { userId: person.id, tripId: made.trip.id };
  };

  const ask = async (of: { userId: string; tripId: string }, key?: string) =>
    granted(await requestItinerary(records, clock, { ...of, key }));
  const factsOf = async (tripId: string, kind: Fact['kind']): Promise<readonly Fact[]> =>
    (await records.list(outboxFacts, tripId)).map(({ fact }) => fact).filter((fact) => fact.kind === kind);
  const taskOf = async (tripId: string, taskId: string): Promise<Task> => {
    const task = await records.read(tasks, tripId, taskId);
    if (!task) throw new Error('no task');
    return task;
  };
  const queued = (tripId: string, taskId: string) =>
    queue.enqueue({ kind: 'plan-itinerary', key: taskId, payload: { tripId, taskId } });
  const work = async (
    passages: () => Promise<readonly Passage[]> = async () => papers,
    maxTries = 5,
  ): Promise<void> => {
    const handlers = [planItineraryHandler({ records, clock, library: { passages } })];
    const worker = startWorker({ queue, handlers, clock, log: quiet, leaseMs: LEASE_MS, maxTries });
    workers.push(worker);
    await worker.idle();
  };

  it('is asked for once: the task and its job are saved together, and a second request is the same task', async () => {
    const trip = await tripFor();
    const all = await Promise.all([ask(trip, 'sms 1'), ask(trip, 'sms 1'), ask(trip, 'web 7'), ask(trip), ask(trip)]);
    expect(new Set(all.map(({ taskId }) => taskId)).size).toBe(1);
    expect(all.filter(({ already }) => !already)).toHaveLength(1);
    expect(await records.list(tasks, trip.tripId)).toHaveLength(1);
    expect(await factsOf(trip.tripId, 'job')).toEqual([{ kind: 'job', taskId: all[0]?.taskId, job: 'plan-itinerary' }]);
  });

  it('is not asked for by a stranger, nor without dates', async () => {
    const trip = await tripFor({ startDate: undefined, endDate: undefined });
    expect(await requestItinerary(records, clock, trip)).toMatchObject({ ok: false, reason: 'dates-missing' });
    expect(await requestItinerary(records, clock, { ...trip, userId: 'user_other' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await records.list(outboxFacts, trip.tripId)).toEqual([]);
  });

  it('reads the documents, plans, proves and tells, and the same request later is still the same task', async () => {
    const trip = await tripFor();
    const { taskId } = await ask(trip, 'sms 1');
    await queued(trip.tripId, taskId);
    await work();
    const task = await taskOf(trip.tripId, taskId);
    expect(task).toMatchObject({ status: 'succeeded', progress: 100 });
    const itinerary = await latestItinerary(records, trip.tripId);
    expect(itinerary).toMatchObject({ id: task.result, version: 1, gaps: expect.any(Array) });
    expect(itinerary?.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(itinerary?.total?.amount).toBeLessThanOrEqual(200_000);
    expect(await factsOf(trip.tripId, 'plan-progress')).toEqual([
      {
        kind: 'plan-progress',
        taskId,
        step: 'I found 5 places in 3 documents and am putting together 5 days for 1 person.',
      },
    ]);
    expect(await factsOf(trip.tripId, 'plan-ready')).toEqual([
      { kind: 'plan-ready', itineraryId: itinerary?.id, taskId },
    ]);
    expect(await ask(trip, 'sms 1')).toMatchObject({ taskId, already: true });
    const next = await ask(trip, 'sms 2');
    expect(next).toMatchObject({ already: false });
    await queued(trip.tripId, next.taskId);
    await work();
    expect((await latestItinerary(records, trip.tripId))?.version).toBe(2);
  });

  it('tells what it is doing before it tells the result, even within one millisecond', async () => {
    const trip = await tripFor();
    const { taskId } = await ask(trip);
    const frozen = { now: () => Date.parse('2030-01-01T00:00:00Z') };
    const handler = planItineraryHandler({ records, clock: frozen, library: { passages: async () => papers } });
    await handler.run(
      { tripId: trip.tripId, taskId },
      { signal: new AbortController().signal, attempt: 1, save: async () => undefined, progress: () => {} },
    );
    const told = await records.due(outboxFacts, '2031-01-01T00:00:00Z', 10);
    expect(told.map(({ fact }) => fact.kind)).toEqual(['job', 'plan-progress', 'plan-ready']);
  });

  it('never names a family or its private needs in what everyone reads', async () => {
    const trip = await tripFor(
      {},
      {
        name: 'Okonkwo',
        members: [
          { id: 'member_1', name: 'Zebedee', age: 41, child: false },
          { id: 'member_2', name: 'Philippa', age: 4, child: true },
        ],
        preferences: {
          diet: ['Philippa has a nut allergy'],
          allergies: [],
          mobility: ['wheelchair'],
          budget: { amount: 123_456, currency: 'EUR' },
          interests: {},
          unavailable: ['2027-06-13'],
        },
      },
    );
    const { taskId } = await ask(trip);
    await queued(trip.tripId, taskId);
    await work();
    const written = JSON.stringify([
      await latestItinerary(records, trip.tripId),
      await factsOf(trip.tripId, 'plan-progress'),
    ]);
    expect(written).not.toMatch(/Okonkwo|Zebedee|Philippa|123456|1,234/);
    expect(written).not.toContain('Salty Pelican');
  });

  it('fails in words, with the smallest change that would do, when what is settled is too dear', async () => {
    const trip = await tripFor({ budget: { amount: 50_000, currency: 'EUR' } });
    const { taskId } = await ask(trip);
    await queued(trip.tripId, taskId);
    await work();
    const why = expect.stringMatching(/EUR 900.*budget is EUR 500.*raise the budget by EUR 400/);
    expect(await taskOf(trip.tripId, taskId)).toMatchObject({
      status: 'failed',
      error: why,
      changes: [{ label: 'raise the budget by EUR 400', relaxations: [{ kind: 'budget', to: 90_000 }] }],
    });
    const reason = 'What is settled comes to EUR 900, and the budget is EUR 500.';
    expect(await factsOf(trip.tripId, 'plan-failed')).toEqual([{ kind: 'plan-failed', taskId, why, reason }]);
    expect(await records.list(itineraries, trip.tripId)).toEqual([]);
    expect(await ask(trip)).toMatchObject({ already: false });
  });

  it('tells people, and frees the trip for another try, when it has to give up', async () => {
    const trip = await tripFor();
    const { taskId } = await ask(trip);
    await queued(trip.tripId, taskId);
    await work(async () => {
      throw new Error('the index is on fire');
    }, 1);
    expect(await queue.deadLetters(5)).toMatchObject([{ key: taskId, reason: 'the index is on fire' }]);
    expect(await taskOf(trip.tripId, taskId)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('say PLAN'),
    });
    expect(await factsOf(trip.tripId, 'plan-failed')).toHaveLength(1);
    expect(await ask(trip)).toMatchObject({ already: false });
  });

  it('stops without an effect when its lease is lost', async () => {
    const trip = await tripFor();
    const { taskId } = await ask(trip);
    const abort = new AbortController();
    const handler = planItineraryHandler({
      records,
      clock,
      library: {
        passages: async () => {
          abort.abort(new Error('lease lost'));
          return papers;
        },
      },
    });
    const job = { signal: abort.signal, attempt: 1, save: async () => undefined, progress: () => {} };
    await expect(handler.run({ tripId: trip.tripId, taskId }, job)).rejects.toThrow('lease lost');
    expect(await records.list(itineraries, trip.tripId)).toEqual([]);
    expect(await factsOf(trip.tripId, 'plan-ready')).toEqual([]);
  });

  it('takes a plan that an earlier try found, unless something it was found from has changed', async () => {
    const saved: unknown[] = [];
    const runWith = async (before: unknown, passages = papers): Promise<readonly string[]> => {
      const trip = await tripFor();
      const { taskId } = await ask(trip);
      const steps: string[] = [];
      await planItineraryHandler({ records, clock, library: { passages: async () => passages } }).run(
        { tripId: trip.tripId, taskId },
        {
          ...{ signal: new AbortController().signal, attempt: 2, saved: before },
          save: async (done) => void saved.push(done),
          progress: (step) => steps.push(step),
        },
      );
      expect(await records.list(itineraries, trip.tripId)).toHaveLength(1);
      return steps;
    };
    const trip = await tripFor();
    const { taskId } = await ask(trip);
    const ref = { tripId: trip.tripId, taskId };
    const job = { signal: new AbortController().signal, attempt: 1, progress: () => {} };
    const dying = planItineraryHandler({ records, clock, library: { passages: async () => papers } }).run(ref, {
      ...job,
      save: async (done) => {
        saved.push(done);
        throw new Error('the process died');
      },
    });
    await expect(dying).rejects.toThrow('the process died');
    expect(await records.list(itineraries, trip.tripId)).toEqual([]);
    const steps: string[] = [];
    await planItineraryHandler({ records, clock, library: { passages: async () => papers } }).run(ref, {
      ...job,
      ...{ attempt: 2, saved: saved[0], save: async () => undefined, progress: (step) => steps.push(step) },
    });
    // Nothing was looked for again, and the plan is there.
    expect(steps).toEqual([]);
    expect(await records.list(itineraries, trip.tripId)).toHaveLength(1);
    expect(await runWith(saved[0], papers.slice(1))).not.toEqual([]);
  });

  it('makes nothing of a task that was cancelled', async () => {
    const trip = await tripFor();
    const { taskId } = await ask(trip);
    const stop = () => cancelTask(records, clock, trip.userId, taskId);
    const stopped = { ok: true, task: { status: 'cancelled' } };
    // Said twice at once and once more, it is one stop, and everybody who said it hears so.
    expect(await Promise.all([stop(), stop()])).toMatchObject([stopped, stopped]);
    expect(await stop()).toMatchObject(stopped);
    expect(await factsOf(trip.tripId, 'job-cancelled')).toHaveLength(1);
    const audit = await records.list(auditEntries, trip.tripId);
    expect(audit.filter(({ act }) => act === 'cancelTask')).toHaveLength(1);
    await queued(trip.tripId, taskId);
    await work();
    expect(await records.list(itineraries, trip.tripId)).toEqual([]);
    expect(await ask(trip)).toMatchObject({ already: false });
  });

  it.each([
    ['while it reads the documents', 'reading'],
    ['after it saved the plan and before the job was settled', 'settling'],
  ])('makes one plan and tells it once when the process is killed %s', async (_, when) => {
    const trip = await tripFor();
    const { taskId } = await ask(trip);
    await queued(trip.tripId, taskId);
    child = spawn(process.execPath, [DOOMED, path, when, JSON.stringify(papers)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    if (!child.stdout) throw new Error('the child has no output');
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    // What was told before the crash has left the outbox: it must not come back.
    const told = (await records.list(outboxFacts, trip.tripId)).map(({ id, fact }) => ({ id, kind: fact.kind }));
    await records.commit(
      trip.tripId,
      told.map(({ id }) => ({ remove: id })),
    );
    ahead = LEASE_MS + 1_000;
    await work();

    expect(await taskOf(trip.tripId, taskId)).toMatchObject({ status: 'succeeded' });
    const made = await records.list(itineraries, trip.tripId);
    expect(made.map(({ version }) => version)).toEqual([1]);
    const before = told.filter(({ kind }) => kind === 'plan-ready').length;
    expect(before + (await factsOf(trip.tripId, 'plan-ready')).length).toBe(1);
    expect(before).toBe(when === 'settling' ? 1 : 0);
    expect(await queue.depth()).toEqual({ waiting: 0, leased: 0, dead: 0, oldestMs: 0 });
  });
});
