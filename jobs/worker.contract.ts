import type { Clock } from '../trips/clock.ts';
import type { JobHandler } from './job-handler.ts';
import type { OpenQueue, QueueUnderTest } from './queue.contract.ts';
import type { JobQueue } from './queue.ts';
import { type JobEnd, startWorker, type Worker, type WorkerOptions } from './worker.ts';

const START = Date.parse('2027-01-05T09:00:00Z');
const LEASE_MS = 30_000;
const MINUTE = 60_000;

/** What becomes of jobs that go wrong, whichever queue they wait in; each implementation runs this same suite. */
export const workerContract = (name: string, open: OpenQueue): void => {
  describe(`workers on ${name}`, () => {
    let now: number;
    let skewMs: number;
    const clock: Clock = { now: () => now };
    /** The second worker's clock, which may be wrong. */
    const otherClock: Clock = { now: () => now + skewMs };
    let held: QueueUnderTest;
    let queue: JobQueue;
    let second: JobQueue;
    let ends: `${string} ${JobEnd}`[];
    let errors: Record<string, unknown>[];
    let workers: Worker[];
    beforeEach(async () => {
      [now, skewMs, ends, errors, workers] = [START, 0, [], [], []];
      held = await open(clock, otherClock);
      ({ queue, second } = held);
    });
    afterEach(async () => {
      await Promise.all(workers.map((worker) => worker.drain()));
      await held.close();
    });

    const quiet = (): void => undefined;
    /** A poll interval no test outlives: it looks when it is woken. */
    const start = (from: JobQueue, run: JobHandler['run'], more: Partial<WorkerOptions & JobHandler> = {}): Worker => {
      const { timeoutMs, gaveUp, ...options } = more;
      const worker = startWorker({
        ...{ queue: from, clock: from === second ? otherClock : clock, leaseMs: LEASE_MS, pollMs: 600_000 },
        ...{ concurrency: 1, backoffMs: 1_000, random: () => 0.999_999 },
        handlers: [
          { kind: 'write', run, ...(timeoutMs === undefined ? {} : { timeoutMs }), ...(gaveUp && { gaveUp }) },
        ],
        log: { debug: quiet, info: quiet, warn: quiet, error: (facts) => errors.push({ ...facts }) },
        onEnd: (kind, how) => ends.push(`${kind} ${how}`),
        ...options,
      });
      workers.push(worker);
      return worker;
    };
    const add = (key: string, more: object = {}) => queue.enqueue({ kind: 'write', key, payload: key, ...more });
    const gate = (): { readonly opened: Promise<void>; readonly open: () => void } => {
      const { promise, resolve } = Promise.withResolvers<void>();
      return { opened: promise, open: resolve };
    };

    it('bury poison with its reason after its last try, tell who waits for it, and go on with its line', async () => {
      const done: string[] = [];
      const told: string[] = [];
      let healed = false;
      await add('poison', { line: 'trip' });
      await add('good', { line: 'trip' });
      const run: JobHandler['run'] = async (payload, { attempt }) => {
        if (payload === 'poison' && !healed) throw new Error(`the soup is too hot, try ${attempt}`);
        done.push(`${payload} ${attempt}`);
      };
      const gaveUp = async (payload: unknown, reason: string): Promise<void> => void told.push(`${payload}: ${reason}`);
      const worker = start(queue, run, { maxTries: 2, gaveUp });
      await worker.idle();
      expect([done, told]).toEqual([[], []]);
      now += 1_000;
      await worker.idle();
      expect(told).toEqual(['poison: the soup is too hot, try 2']);
      expect(done).toEqual(['good 1']);
      const [dead, ...others] = await second.deadLetters(5);
      expect(dead).toMatchObject({ key: 'poison', reason: 'the soup is too hot, try 2', attempts: 2 });
      expect(others).toEqual([]);
      expect(errors).toMatchObject([{ key: 'poison', errorId: expect.stringMatching(/^[\w-]{36}$/) }]);

      // What it died of is mended: it has every try again.
      healed = true;
      expect(await second.redrive(dead?.id ?? '')).toBe(true);
      await worker.idle();
      expect(done).toEqual(['good 1', 'poison 1']);
      expect(await queue.depth()).toEqual({ waiting: 0, leased: 0, dead: 0, oldestMs: 0 });
    });

    it('bury poison also when nobody can be told', async () => {
      await add('poison');
      const failing = async (): Promise<void> => {
        throw new Error('the door is shut');
      };
      await start(queue, failing, { maxTries: 1, gaveUp: failing }).idle();
      expect(await queue.deadLetters(5)).toMatchObject([{ key: 'poison', reason: 'the door is shut' }]);
    });

    it('bury a job of an unknown kind at once with its reason, and do what came after it', async () => {
      const done: unknown[] = [];
      await queue.enqueue({ kind: 'brew-tea', key: 'a', payload: {}, line: 'trip' });
      await add('good', { line: 'trip' });
      await start(queue, async (payload) => void done.push(payload)).idle();
      expect(await queue.deadLetters(5)).toMatchObject([
        { kind: 'brew-tea', attempts: 1, reason: 'no handler for jobs of kind brew-tea' },
      ]);
      expect(done).toEqual(['good']);
      expect(ends).toEqual(['brew-tea dead', 'write done']);
    });

    it('do a job once that two processes queued at the same moment, and again while it runs', async () => {
      let runs = 0;
      const one = { kind: 'write', key: 'a', payload: {} };
      await Promise.all([queue.enqueue(one), second.enqueue(one)]);
      const run = async (): Promise<void> => {
        runs += 1;
        expect(await second.enqueue(one)).toBe('duplicate');
      };
      const [first, other] = [start(queue, run), start(second, run)];
      await Promise.all([first.idle(), other.idle()]);
      now += LEASE_MS;
      await Promise.all([first.idle(), other.idle()]);
      expect(runs).toBe(1);
      expect(ends).toEqual(['write done']);
    });

    it.each([
      ['goes on as if nothing had happened', 1, undefined],
      // If it took the job for its own, it would say that it failed for good.
      ['fails on its last try', 1, new Error('far end down')],
      ['fails with tries left', 2, new Error('far end down')],
    ])(
      'let only one of two settle a job when the lock is lost mid-work and the first %s',
      async (_, maxTries, fault) => {
        const told: string[] = [];
        const [begun, go] = [gate(), gate()];
        await add('a');
        const slow: JobHandler['run'] = async (_payload, { save }) => {
          begun.open();
          await go.opened;
          await expect(save('too late')).rejects.toMatchObject({ code: 'job-lease-lost' });
          if (fault) throw fault;
        };
        const first = start(queue, slow, { maxTries, gaveUp: async (payload) => void told.push(String(payload)) });
        await begun.opened;
        now += LEASE_MS;
        const done: unknown[] = [];
        await start(second, async (_payload, { attempt, saved }) => void done.push([attempt, saved])).idle();
        go.open();
        await first.idle();
        expect(done).toEqual([[2, undefined]]);
        expect([ends, told]).toEqual([['write done', 'write lost'], []]);
        expect(await queue.depth()).toEqual({ waiting: 0, leased: 0, dead: 0, oldestMs: 0 });
      },
    );

    it.each([
      ['ahead', 10 * MINUTE],
      ['behind', -10 * MINUTE],
    ])('settle each job once when the clock of one is ten minutes %s', async (_, skew) => {
      skewMs = skew;
      const [begun, go] = [gate(), gate()];
      const run: JobHandler['run'] = async (payload, { attempt }) => {
        if (payload !== 'slow' || attempt > 1) return;
        begun.open();
        await go.opened;
      };
      await add('slow');
      const first = start(queue, run);
      await begun.opened;
      // It may take what the other is at for abandoned, but then that has no further effect.
      const other = start(second, run);
      for (const [index, from] of [queue, second].entries()) {
        const at = (ms: number): string => new Date(now + ms).toISOString();
        await from.enqueue({ kind: 'write', key: `now ${index}`, payload: {} });
        await from.enqueue({ kind: 'write', key: `soon ${index}`, payload: {}, notBefore: at(5 * MINUTE) });
      }
      await other.idle();
      go.open();
      for (const end = now + 20 * MINUTE; now <= end; now += 5 * MINUTE)
        await Promise.all([first.idle(), other.idle()]);
      expect(ends.filter((end) => end === 'write done')).toHaveLength(5);
      expect(ends.filter((end) => end !== 'write done' && end !== 'write lost')).toEqual([]);
      expect(await queue.depth()).toEqual({ waiting: 0, leased: 0, dead: 0, oldestMs: 0 });
    });

    it('leave a job alone whose time has not come by their clock, and look at the others meanwhile', async () => {
      skewMs = -10 * MINUTE;
      const done: unknown[] = [];
      await add('not yet');
      await second.enqueue({ kind: 'write', key: 'due', payload: 'due' });
      const behind = start(second, async (payload) => void done.push(payload));
      await behind.idle();
      expect(done).toEqual(['due']);
      now += 10 * MINUTE;
      await behind.idle();
      expect(done).toEqual(['due', 'not yet']);
    });

    it('stop a job that is cancelled from elsewhere while it runs, for good', async () => {
      const [begun, stopped] = [gate(), gate()];
      let runs = 0;
      let cancelled = false;
      await add('a', { line: 'trip' });
      await add('next', { line: 'trip' });
      const run: JobHandler['run'] = async (payload, job) => {
        if (payload === 'next') return;
        runs += 1;
        begun.open();
        await aborted(job.signal);
        expect(cancelled).toBe(true);
        await expect(job.save('too late')).rejects.toMatchObject({ code: 'job-lease-lost' });
        stopped.open();
        job.signal.throwIfAborted();
      };
      const worker = start(queue, run);
      await begun.opened;
      worker.stop('write', 'next');
      worker.stop('other', 'a');
      expect(await second.cancel('write', 'a')).toBe(true);
      expect(await second.cancel('write', 'a')).toBe(false);
      cancelled = true;
      worker.stop('write', 'a');
      await stopped.opened;
      await worker.idle();
      now += LEASE_MS;
      await worker.idle();
      expect(runs).toBe(1);
      expect(ends).toEqual(['write lost', 'write done']);
    });

    it('give up a try that takes too long, though it does not listen, and save nothing of what it still does', async () => {
      const go = gate();
      await add('a');
      const late = gate();
      const run: JobHandler['run'] = async (_payload, { save }) => {
        await go.opened;
        await expect(save('too late')).rejects.toMatchObject({ code: 'job-lease-lost' });
        late.open();
      };
      await start(queue, run, { timeoutMs: 5, maxTries: 1 }).idle();
      expect(await queue.deadLetters(5)).toMatchObject([{ key: 'a', reason: 'took longer than 0 s', attempts: 1 }]);
      go.open();
      await late.opened;
    });

    it('hand a job back at once when they are stopped, also on its last try, so that another goes on with it', async () => {
      const begun = gate();
      const told: unknown[] = [];
      await add('a');
      const run: JobHandler['run'] = async (_payload, job) => {
        await job.save('half');
        begun.open();
        await aborted(job.signal);
        job.signal.throwIfAborted();
      };
      const gaveUp = async (payload: unknown): Promise<void> => void told.push(payload);
      const worker = start(queue, run, { drainMs: 1, maxTries: 1, gaveUp });
      await begun.opened;
      await worker.drain();
      const done: unknown[] = [];
      await start(second, async (_payload, { attempt, saved }) => void done.push([attempt, saved])).idle();
      expect(done).toEqual([[2, 'half']]);
      expect([ends, told]).toEqual([['write stopped', 'write done'], []]);
    });
  });
};

const aborted = (abort: AbortSignal): Promise<void> =>
  new Promise((resolve) => abort.addEventListener('abort', () => resolve(), { once: true }));
