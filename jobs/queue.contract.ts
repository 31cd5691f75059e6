import type { Clock } from '../trips/clock.ts';
import type { JobQueue, LeasedJob, NewJob } from './queue.ts';

/** One queue under test; `second` is another process's view of the same queue. */
export interface QueueUnderTest {
  readonly queue: JobQueue;
  readonly second: JobQueue;
  close(): Promise<void>;
}

/** Opens an empty queue; `secondClock` is the clock of the other process, the same when absent. */
export type OpenQueue = (clock: Clock, secondClock?: Clock) => Promise<QueueUnderTest>;

const LEASE_MS = 30_000;

/** What every job queue promises; each implementation runs this same suite. */
export const queueContract = (name: string, open: OpenQueue): void => {
  describe(`${name} keeps the job queue's contract`, () => {
    let now = Date.parse('2027-01-05T09:00:00Z');
    const clock: Clock = { now: () => now };
    let held: QueueUnderTest;
    let queue: JobQueue;
    let second: JobQueue;
    beforeEach(async () => {
      held = await open(clock);
      ({ queue, second } = held);
    });
    afterEach(() => held.close());

    const job = (key: string, more: Partial<NewJob> = {}): NewJob => ({ kind: 'plan', key, payload: { key }, ...more });
    const leased = async (from = queue): Promise<LeasedJob> => {
      const found = await from.lease(LEASE_MS);
      if (!found) throw new Error('expected a job to be due');
      return found;
    };

    it('hands a job to one worker, with its payload, and to no other', async () => {
      expect(await queue.enqueue(job('a', { payload: { deep: [1, 'ä', null] } }))).toBe('queued');
      const mine = await leased();
      expect(mine).toMatchObject({ kind: 'plan', key: 'a', attempt: 1, payload: { deep: [1, 'ä', null] } });
      expect(await second.lease(LEASE_MS)).toBeUndefined();
    });

    it('hands jobs out in the order they became due', async () => {
      await queue.enqueue(job('later', { notBefore: new Date(now + 1000).toISOString() }));
      await queue.enqueue(job('first'));
      await queue.enqueue(job('second'));
      now += 2000;
      expect([await leased(), await leased(), await leased()].map(({ key }) => key)).toEqual([
        'first',
        'second',
        'later',
      ]);
    });

    it('skips a duplicate, whether the first is waiting, leased, finished or dead', async () => {
      await queue.enqueue(job('a'));
      expect(await second.enqueue(job('a'))).toBe('duplicate');
      const mine = await leased();
      expect(await second.enqueue(job('a'))).toBe('duplicate');
      await queue.complete(mine);
      expect(await second.enqueue(job('a'))).toBe('duplicate');
      expect(await second.enqueue(job('a', { kind: 'remind' }))).toBe('queued');
      const other = await leased();
      await queue.deadLetter(other, 'poison');
      expect(await second.enqueue(job('a', { kind: 'remind' }))).toBe('duplicate');
      expect(await second.lease(LEASE_MS)).toBeUndefined();
    });

    it('keeps a job back until its time', async () => {
      await queue.enqueue(job('a', { notBefore: new Date(now + 60_000).toISOString() }));
      expect(await queue.lease(LEASE_MS)).toBeUndefined();
      now += 60_000;
      expect((await leased()).key).toBe('a');
    });

    it('hands a job out again when its lease ran out, and refuses every late settlement', async () => {
      await queue.enqueue(job('a'));
      const lost = await leased();
      now += LEASE_MS;
      // Also while nobody else has taken it.
      expect(await queue.renew(lost, LEASE_MS)).toBe(false);
      expect(await queue.complete(lost)).toBe(false);
      expect(await queue.retry(lost, 0, 'late')).toBe(false);
      expect(await queue.deadLetter(lost, 'late')).toBe(false);
      const again = await leased(second);
      expect(again).toMatchObject({ id: lost.id, attempt: 2 });
      expect(again.lease).not.toBe(lost.lease);
      expect(await queue.renew(lost, LEASE_MS)).toBe(false);
      expect(await queue.complete(lost)).toBe(false);
      expect(await queue.retry(lost, 0, 'late')).toBe(false);
      expect(await queue.deadLetter(lost, 'late')).toBe(false);
      expect(await second.complete(again)).toBe(true);
      expect(await second.complete(again)).toBe(false);
      expect(await queue.lease(LEASE_MS)).toBeUndefined();
    });

    it('keeps a renewed lease', async () => {
      await queue.enqueue(job('a'));
      const mine = await leased();
      now += LEASE_MS - 1;
      expect(await queue.renew(mine, LEASE_MS)).toBe(true);
      now += LEASE_MS - 1;
      expect(await second.lease(LEASE_MS)).toBeUndefined();
      expect(await queue.complete(mine)).toBe(true);
    });

    it('hands a retried job out after its delay, counting the attempts', async () => {
      await queue.enqueue(job('a'));
      expect(await queue.retry(await leased(), 5_000, 'far end down')).toBe(true);
      expect(await queue.lease(LEASE_MS)).toBeUndefined();
      now += 5_000;
      expect((await leased(second)).attempt).toBe(2);
    });

    it('hands out what can wait only while nothing else is due', async () => {
      await queue.enqueue(job('tidy', { later: true }));
      await queue.enqueue(job('tidy more', { later: true }));
      await queue.enqueue(job('a'));
      await queue.enqueue(job('b', { notBefore: new Date(now + 1_000).toISOString() }));
      expect([await leased(), await leased(second)].map(({ key }) => key)).toEqual(['a', 'tidy']);
      now += 1_000;
      expect([await leased(), await leased(second)].map(({ key }) => key)).toEqual(['b', 'tidy more']);
    });

    it('hands jobs of one line out one at a time, in the order they came, and others beside them', async () => {
      for (const key of ['1', '2', '3']) await queue.enqueue(job(key, { line: 'trip a' }));
      await second.enqueue(job('other', { line: 'trip b' }));
      const first = await leased();
      expect(first.key).toBe('1');
      expect((await leased(second)).key).toBe('other');
      expect(await queue.lease(LEASE_MS)).toBeUndefined();
      // While the first waits to be tried again, nobody goes ahead of it.
      await queue.retry(first, 5_000, 'far end down');
      now += 2_000;
      expect(await second.lease(LEASE_MS)).toBeUndefined();
      now += 3_000;
      const again = await leased(second);
      expect(again.key).toBe('1');
      await second.complete(again);
      const next = await leased();
      expect(next.key).toBe('2');
      await queue.deadLetter(next, 'poison');
      expect((await leased(second)).key).toBe('3');
    });

    it('gives a later try what an earlier one saved, and nothing once the lease is lost', async () => {
      await queue.enqueue(job('a'));
      const lost = await leased();
      expect(lost).not.toHaveProperty('checkpoint');
      expect(await queue.checkpoint(lost, { read: 3, of: ['ä'] })).toBe(true);
      now += LEASE_MS;
      expect(await queue.checkpoint(lost, { read: 9 })).toBe(false);
      const again = await leased(second);
      expect(again.checkpoint).toEqual({ read: 3, of: ['ä'] });
      await second.retry(again, 0, 'far end down');
      expect((await leased()).checkpoint).toEqual({ read: 3, of: ['ä'] });
    });

    it('ends a cancelled job, waiting or leased, for good, and lets the next of its line begin', async () => {
      await queue.enqueue(job('waiting', { line: 'trip' }));
      await queue.enqueue(job('leased', { line: 'trip' }));
      expect(await second.cancel('plan', 'waiting')).toBe(true);
      const running = await leased();
      expect(running.key).toBe('leased');
      await queue.enqueue(job('next', { line: 'trip' }));
      expect(await second.lease(LEASE_MS)).toBeUndefined();
      expect(await second.cancel('plan', 'leased')).toBe(true);
      const next = await leased(second);
      expect(next.key).toBe('next');
      await second.complete(next);
      expect(await second.cancel('plan', 'leased')).toBe(false);
      expect(await second.cancel('plan', 'unknown')).toBe(false);
      expect(await queue.renew(running, LEASE_MS)).toBe(false);
      expect(await queue.checkpoint(running, 1)).toBe(false);
      expect(await queue.complete(running)).toBe(false);
      now += LEASE_MS;
      expect(await second.lease(LEASE_MS)).toBeUndefined();
      expect(await queue.enqueue(job('leased'))).toBe('duplicate');
      expect(await queue.depth()).toMatchObject({ waiting: 0, leased: 0, dead: 0 });
    });

    it('keeps dead jobs with their reason, and revives one when told to', async () => {
      await queue.enqueue(job('a'));
      const mine = await leased();
      expect(await queue.deadLetter(mine, 'no such trip')).toBe(true);
      const [dead] = await second.deadLetters(10);
      expect(dead).toEqual({
        id: mine.id,
        kind: 'plan',
        key: 'a',
        reason: 'no such trip',
        attempts: 1,
        diedAt: new Date(now).toISOString(),
      });
      expect(await queue.lease(LEASE_MS)).toBeUndefined();
      expect(await queue.redrive(mine.id)).toBe(true);
      expect(await queue.redrive(mine.id)).toBe(false);
      expect(await leased(second)).toMatchObject({ id: mine.id, attempt: 1 });
      expect(await queue.deadLetters(10)).toEqual([]);
    });

    it('remembers finished jobs for a month and forgets them after, and dead ones never', async () => {
      await queue.enqueue(job('dead'));
      await queue.deadLetter(await leased(), 'poison');
      await queue.enqueue(job('a'));
      await queue.complete(await leased());
      now += 29 * 86_400_000;
      expect(await queue.enqueue(job('a'))).toBe('duplicate');
      now += 2 * 86_400_000;
      expect(await queue.enqueue(job('a'))).toBe('queued');
      expect(await queue.deadLetters(5)).toMatchObject([{ key: 'dead', reason: 'poison' }]);
    });

    it('tells how deep it is and how old the oldest due job is', async () => {
      expect(await queue.depth()).toEqual({ waiting: 0, leased: 0, dead: 0, oldestMs: 0 });
      for (const key of ['dead', 'leased', 'due']) await queue.enqueue(job(key));
      await queue.enqueue(job('future', { notBefore: new Date(now + 60_000).toISOString() }));
      await queue.deadLetter(await leased(), 'poison');
      await leased();
      now += 1_500;
      const deep = { waiting: 2, leased: 1, dead: 1, oldestMs: 1_500 };
      expect(await second.depth()).toEqual(deep);
      // Asked again it counts the same jobs again.
      expect(await second.depth()).toEqual(deep);
      expect(await second.deadLetters(5)).toHaveLength(1);
      expect(await second.deadLetters(5)).toHaveLength(1);
    });

    it('gives each of many jobs to exactly one of two workers that race for them', async () => {
      const keys = Array.from({ length: 40 }, (_, index) => `job ${index}`);
      await Promise.all(keys.map((key, index) => (index % 2 ? queue : second).enqueue(job(key))));
      const seen: string[] = [];
      const work = async (from: JobQueue): Promise<void> => {
        for (let mine = await from.lease(LEASE_MS); mine; mine = await from.lease(LEASE_MS)) {
          seen.push(mine.key);
          expect(await from.complete(mine)).toBe(true);
        }
      };
      await Promise.all([work(queue), work(second), work(queue), work(second)]);
      expect(seen.sort()).toEqual([...keys].sort());
    });
  });
};
