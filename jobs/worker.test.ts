import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../store/sqlite/database.ts';
import type { JobHandler } from './job-handler.ts';
import type { JobQueue } from './queue.ts';
import { sqliteQueue } from './sqlite/sqlite-queue.ts';
import { startWorker, type Worker, type WorkerOptions } from './worker.ts';

/** A promise that a test settles or waits for. */
const signal = (): { readonly done: Promise<void>; readonly fire: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { done: promise, fire: resolve };
};

const aborted = (abort: AbortSignal): Promise<void> =>
  new Promise((resolve) => abort.addEventListener('abort', () => resolve(), { once: true }));

describe('the worker', () => {
  let folder: string;
  let database: Database;
  let queue: JobQueue;
  let now: number;
  const clock = { now: () => now };
  let lines: { level: string; facts: Record<string, unknown>; message: string }[];
  const workers: Worker[] = [];
  const logAt =
    (level: string) =>
    (facts: object, message: string): void => {
      lines.push({ level, facts: facts as Record<string, unknown>, message });
    };
  const log = { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pathfinder-worker-'));
    database = openDatabase(join(folder, 'pathfinder.db'));
    now = Date.parse('2027-01-05T09:00:00Z');
    queue = sqliteQueue(database, clock);
    lines = [];
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.drain()));
    await database.close();
    await rm(folder, { recursive: true });
  });

  const start = (handlers: readonly JobHandler[], more: Partial<WorkerOptions> = {}): Worker => {
    // A poll interval no test outlives: everything here must happen by being woken.
    const worker = startWorker({ queue, handlers, clock, log, pollMs: 600_000, random: () => 0, ...more });
    workers.push(worker);
    return worker;
  };

  it('does a job that was waiting, and one enqueued later as soon as it is woken', async () => {
    const done: unknown[] = [];
    const second = signal();
    await queue.enqueue({ kind: 'note', key: 'a', payload: { n: 1 } });
    const run = async (payload: unknown): Promise<void> => {
      if (done.push(payload) === 2) second.fire();
    };
    const worker = start([{ kind: 'note', run }]);
    await worker.idle();
    expect(done).toEqual([{ n: 1 }]);
    await queue.enqueue({ kind: 'note', key: 'b', payload: { n: 2 } });
    worker.wake();
    await second.done;
    expect(done).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('finds a job by itself when nobody wakes it', async () => {
    const done = signal();
    const worker = start([{ kind: 'note', run: async () => done.fire() }], { pollMs: 5 });
    await worker.idle();
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    await done.done;
  });

  it('goes on from what an earlier try saved', async () => {
    const seen: unknown[] = [];
    const done = signal();
    await queue.enqueue({ kind: 'write', key: 'a', payload: {} });
    const run: JobHandler['run'] = async (_, { saved, save }) => {
      seen.push(saved);
      if (saved === undefined) {
        await save({ pages: 3 });
        throw new Error('far end down');
      }
      done.fire();
    };
    const ends: string[] = [];
    const worker = start([{ kind: 'write', run }], { backoffMs: 0, onEnd: (kind, how) => ends.push(`${kind} ${how}`) });
    await worker.idle();
    worker.wake();
    await done.done;
    await worker.drain();
    expect(seen).toEqual([undefined, { pages: 3 }]);
    expect(ends).toEqual(['write retried', 'write done']);
  });

  it('works on as many jobs at once as it may, and no more', async () => {
    const gate = signal();
    let current = 0;
    let most = 0;
    const two = signal();
    for (const key of ['a', 'b', 'c', 'd']) await queue.enqueue({ kind: 'note', key, payload: {} });
    const run = async (): Promise<void> => {
      current += 1;
      most = Math.max(most, current);
      if (current === 2) two.fire();
      await gate.done;
      current -= 1;
    };
    const worker = start([{ kind: 'note', run }], { concurrency: 2 });
    await two.done;
    expect((await queue.depth()).waiting).toBe(2);
    gate.fire();
    await worker.idle();
    expect(most).toBe(2);
    expect(await queue.depth()).toMatchObject({ waiting: 0, leased: 0 });
  });

  it('tries a failing job again with growing delays and buries it with its reason after the last try', async () => {
    const attempts: number[] = [];
    const told: string[] = [];
    await queue.enqueue({ kind: 'note', key: 'poison', payload: 7 });
    const worker = start(
      [
        {
          kind: 'note',
          run: async (_, { attempt }) => {
            attempts.push(attempt);
            throw new Error('the soup is too hot');
          },
          gaveUp: async (payload, reason) => void told.push(`${payload}: ${reason}`),
        },
      ],
      { maxTries: 3, backoffMs: 1_000 },
    );
    await worker.idle();
    expect(attempts).toEqual([1]);
    now += 499;
    await worker.idle();
    expect(attempts).toEqual([1]);
    now += 1;
    await worker.idle();
    expect(attempts).toEqual([1, 2]);
    now += 999;
    await worker.idle();
    expect(attempts).toEqual([1, 2]);
    expect(told).toEqual([]);
    now += 1;
    await worker.idle();
    expect(attempts).toEqual([1, 2, 3]);
    expect(await queue.deadLetters(5)).toMatchObject([{ key: 'poison', reason: 'the soup is too hot', attempts: 3 }]);
    expect(told).toEqual(['7: the soup is too hot']);
    const buried = lines.filter(({ message }) => message === 'job dead-lettered');
    expect(buried).toHaveLength(1);
    expect(buried[0]?.facts.errorId).toMatch(/^[\w-]{36}$/);
  });

  it('spreads retries out by chance, and never beyond the longest delay', async () => {
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    const run = async (): Promise<void> => {
      throw new Error('no');
    };
    const worker = start([{ kind: 'note', run }], { random: () => 0.999999, backoffMs: 10_000, maxBackoffMs: 6_000 });
    await worker.idle();
    now += 5_999;
    expect(await queue.lease(1)).toBeUndefined();
    now += 1;
    expect(await queue.lease(1)).toMatchObject({ attempt: 2 });
  });

  it('buries a job that killed its worker on every try, without trying it again', async () => {
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    for (let tries = 0; tries < 3; tries += 1) {
      await queue.lease(1_000);
      now += 1_000;
    }
    const run = jestFn();
    await start([{ kind: 'note', run }], { maxTries: 3 }).idle();
    expect(run.calls).toBe(0);
    expect(await queue.deadLetters(5)).toMatchObject([{ reason: 'the worker died during each of 3 tries' }]);
  });

  it('renews the lease while a job runs', async () => {
    const renewed = signal();
    const watched: JobQueue = {
      ...queue,
      renew: async (job, leaseMs) => {
        const kept = await queue.renew(job, leaseMs);
        now += leaseMs - 1;
        if (now > Date.parse('2027-01-05T09:00:00Z') + 3 * leaseMs) renewed.fire();
        return kept;
      },
    };
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    const worker = start([{ kind: 'note', run: () => renewed.done }], { queue: watched, leaseMs: 30 });
    await worker.idle();
    expect(lines.some(({ message }) => message === 'job done')).toBe(true);
  });

  it('tells a job to stop whose lease could not be renewed until it ran out', async () => {
    const stopped = signal();
    const asked: number[] = [];
    const unreachable: JobQueue = {
      ...queue,
      renew: async () => {
        asked.push(now);
        now += 10;
        throw new Error('no route to the database');
      },
    };
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    const run: JobHandler['run'] = async (_, job) => {
      await aborted(job.signal);
      expect(job.signal.reason).toMatchObject({ code: 'job-lease-lost' });
      stopped.fire();
    };
    start([{ kind: 'note', run }], { queue: unreachable, leaseMs: 30 });
    await stopped.done;
    // It was asked for as long as the lease stood.
    expect(asked.length).toBe(3);
  });

  it('gives up a try after its own limit where the kind of job has none', async () => {
    const never = signal();
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    await start([{ kind: 'note', run: () => never.done }], { timeoutMs: 5, maxTries: 1 }).idle();
    expect(await queue.deadLetters(1)).toMatchObject([{ key: 'a', reason: 'took longer than 0 s' }]);
    never.fire();
  });

  it('tells a job whose lease was lost to stop, and settles nothing', async () => {
    const stopped = signal();
    let reason: unknown;
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    const started = signal();
    start(
      [
        {
          kind: 'note',
          run: async (_, job) => {
            started.fire();
            await aborted(job.signal);
            reason = job.signal.reason;
            stopped.fire();
          },
        },
      ],
      { leaseMs: 60, concurrency: 1 },
    );
    await started.done;
    now += 60;
    const other = await queue.lease(60_000);
    expect(other).toMatchObject({ attempt: 2 });
    await stopped.done;
    expect(reason).toMatchObject({ code: 'job-lease-lost' });
    expect(await queue.depth()).toMatchObject({ leased: 1, waiting: 0, dead: 0 });
  });

  it('lets running jobs finish when it is drained, and takes no new one', async () => {
    const gate = signal();
    const started = signal();
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    let patient = false;
    const run: JobHandler['run'] = async (_, job) => {
      started.fire();
      await gate.done;
      patient = !job.signal.aborted;
    };
    const worker = start([{ kind: 'note', run }]);
    await started.done;
    await queue.enqueue({ kind: 'note', key: 'b', payload: {} });
    const drained = worker.drain();
    worker.wake();
    await new Promise((resolve) => setImmediate(resolve));
    gate.fire();
    await drained;
    expect(patient).toBe(true);
    expect(await queue.depth()).toMatchObject({ waiting: 1, leased: 0 });
  });

  it('does the job it was just taking when it is drained, and none after it', async () => {
    const [looking, go] = [signal(), signal()];
    const slow: JobQueue = {
      ...queue,
      lease: async (leaseMs) => {
        looking.fire();
        await go.done;
        return queue.lease(leaseMs);
      },
    };
    const done: unknown[] = [];
    for (const key of ['a', 'b']) await queue.enqueue({ kind: 'note', key, payload: key });
    const worker = start([{ kind: 'note', run: async (payload) => void done.push(payload) }], { queue: slow });
    await looking.done;
    const drained = worker.drain();
    go.fire();
    await drained;
    expect(done).toEqual(['a']);
    expect(await queue.depth()).toMatchObject({ waiting: 1, leased: 0 });
  });

  it('outlives a queue that cannot be read', async () => {
    let down = true;
    const failed = signal();
    const flaky: JobQueue = {
      ...queue,
      lease: async (leaseMs) => {
        if (!down) return queue.lease(leaseMs);
        failed.fire();
        throw new Error('disk on fire');
      },
    };
    const done = signal();
    await queue.enqueue({ kind: 'note', key: 'a', payload: {} });
    start([{ kind: 'note', run: async () => done.fire() }], { queue: flaky, pollMs: 5 });
    await failed.done;
    down = false;
    await done.done;
  });
});

/** A handler that counts its calls. */
const jestFn = (): JobHandler['run'] & { calls: number } => {
  const run = Object.assign(
    async (): Promise<void> => {
      run.calls += 1;
    },
    { calls: 0 },
  );
  return run;
};
