import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

const STAND_IN = new URL('../fixtures/stand-in-worker.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'pool-'));
let pool: WorkerPool | undefined;

afterEach(() => pool?.close());
afterAll(() => rmSync(folder, { recursive: true }));

describe('embedding processs', () => {
  it('let an urgent batch overtake the batches that wait', async () => {
    pool = openWorkerPool(STAND_IN, 1);
    await pool.ready();
    const order: string[] = [];
    const later = Array.from({ length: 10 }, (_, index) =>
      pool?.run([`later ${index}`], 'later').then(() => order.push(`later ${index}`)),
    );
    const now = pool.run(['now'], 'now').then(() => order.push('now'));
    await Promise.all([...later, now]);
    expect(order.indexOf('now')).toBe(1);
    expect(order.filter((entry) => entry !== 'now')).toEqual(later.map((_, index) => `later ${index}`));
  });

  it('replace a process that died and try its batch once more', async () => {
    const crashes: unknown[] = [];
    pool = openWorkerPool(STAND_IN, 1, { onCrash: (error) => crashes.push(error) });
    const dies = pool.run([`die ${join(folder, 'died-once')}`], 'later');
    const waits = pool.run(['four'], 'later');
    await expect(dies).resolves.toHaveLength(1);
    await expect(waits).resolves.toEqual([Float32Array.of(4)]);
    expect(crashes).toHaveLength(1);
  });

  it('give up a batch over which a process died twice, and go on with the next', async () => {
    pool = openWorkerPool(STAND_IN, 1);
    const poison = pool.run(['die always'], 'now');
    const next = pool.run(['next'], 'now');
    await expect(poison).rejects.toMatchObject({ code: 'embedding-failed' });
    await expect(next).resolves.toEqual([Float32Array.of(4)]);
  });

  it('report a model that fails without losing the process', async () => {
    pool = openWorkerPool(STAND_IN, 1);
    await expect(pool.run(['fail'], 'now')).rejects.toMatchObject({ code: 'embedding-failed' });
    await expect(pool.run(['ok'], 'now')).resolves.toEqual([Float32Array.of(2)]);
  });

  it('fail waiting work when no process can start, instead of waiting for ever', async () => {
    pool = openWorkerPool(new URL('./no-such-worker.ts', import.meta.url), 1);
    await expect(pool.run(['anything'], 'now')).rejects.toMatchObject({ code: 'embedding-failed' });
    await expect(pool.ready()).rejects.toMatchObject({ code: 'embedding-failed' });
  });

  it('end when nothing was asked for long enough, and come back for the next text', async () => {
    const { jest } = import.meta;
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    try {
      const crashes: unknown[] = [];
      pool = openWorkerPool(STAND_IN, 1, { onCrash: (error) => crashes.push(error), restAfterMs: 60_000 });
      const who = async (): Promise<number | undefined> => (await pool?.run(['who'], 'now'))?.[0]?.[0];
      const before = [await who(), await who()];
      jest.advanceTimersByTime(50_000);
      before.push(await who());
      jest.advanceTimersByTime(50_000);
      before.push(await who());
      expect(jest.getTimerCount()).toBe(1);
      jest.advanceTimersByTime(60_000);
      expect(before).not.toContain(await who());
      expect(crashes).toEqual([]);
      await pool.close();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('refuse work once closed', async () => {
    pool = openWorkerPool(STAND_IN, 2);
    await pool.close();
    await expect(pool.run(['late'], 'now')).rejects.toMatchObject({ code: 'embedding-failed' });
  });
});
