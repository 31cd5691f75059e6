import { type ServiceBusStandIn, startServiceBus } from '../../test/stand-ins/service-bus.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import type { Records } from '../../trips/records.ts';
import { type OpenQueue, queueContract } from '../queue.contract.ts';
import type { JobQueue, LeasedJob } from '../queue.ts';
import { workerContract } from '../worker.contract.ts';
import { type Bus, openBus } from './bus.ts';
import { jobId, lineId } from './job-record.ts';
import { serviceBusQueue } from './service-bus-queue.ts';

const QUEUE = 'jobs';
/** The broker is next door: a short look finds what is there. */
const WAIT_MS = 60;

const openLine = (connection: string, queue = QUEUE): Promise<Bus> => openBus({ connection, queue, waitMs: WAIT_MS });
const LATER = `${QUEUE}-later`;

const openQueue: OpenQueue = async (clock, secondClock = clock) => {
  const broker = await startServiceBus({ now: clock.now });
  const store = await openSqliteStore(clock);
  const at = broker.connectionString;
  const [first, later, second, otherLater] = await Promise.all([
    openLine(at),
    openLine(at, LATER),
    openLine(at),
    openLine(at, LATER),
  ]);
  return {
    queue: serviceBusQueue(first, later, store.store, clock),
    second: serviceBusQueue(second, otherLater, store.store, secondClock),
    close: async () => {
      await Promise.all([first, later, second, otherLater].map((bus) => bus.close()));
      await broker.close();
      await store.close();
    },
  };
};
queueContract('the Service Bus queue', openQueue);
workerContract('the Service Bus queue', openQueue);

describe('between the record of a job and the broker', () => {
  let now: number;
  let broker: ServiceBusStandIn;
  let store: OpenedStore;
  let bus: Bus;
  let later: Bus;
  let queue: JobQueue;
  const clock = { now: () => now };
  beforeEach(async () => {
    now = Date.parse('2027-01-05T09:00:00Z');
    broker = await startServiceBus({ now: () => now });
    store = await openSqliteStore(clock);
    bus = await openLine(broker.connectionString);
    later = await openLine(broker.connectionString, LATER);
    queue = serviceBusQueue(bus, later, store.store, clock);
  });
  afterEach(async () => {
    await Promise.all([bus.close(), later.close()]);
    await broker.close();
    await store.close();
  });

  const broken = (failing: Partial<Bus>): JobQueue =>
    serviceBusQueue({ ...bus, ...failing }, later, store.store, clock);
  /** Another process at the queue, overtaken once by `meanwhile` when it is about to write the first document that fits. */
  const overtaken = (fits: (pk: string) => boolean, meanwhile: () => Promise<unknown>): JobQueue => {
    let late = false;
    const commit: Records['commit'] = async (pk, changes) => {
      if (fits(pk) && !late) {
        late = true;
        await meanwhile();
      }
      return store.store.commit(pk, changes);
    };
    return serviceBusQueue(bus, later, { ...store.store, commit }, clock);
  };
  const plan = (key: string, more: object = {}) => ({ kind: 'plan', key, payload: 1, ...more });
  const leased = async (from = queue): Promise<LeasedJob> => {
    const found = await from.lease(30_000);
    if (!found) throw new Error('expected a job to be due');
    return found;
  };
  const dies = async (): Promise<never> => {
    throw new Error('the process died here');
  };

  it('queues a job after all when its first announcement was lost', async () => {
    await expect(broken({ announce: dies }).enqueue({ kind: 'plan', key: 'a', payload: 1 })).rejects.toThrow('died');
    expect(broker.count(QUEUE).active).toBe(0);
    expect(await queue.enqueue({ kind: 'plan', key: 'a', payload: 1 })).toBe('queued');
    expect(await queue.lease(1_000)).toMatchObject({ key: 'a', payload: 1 });
  });

  it('tries a job again when the announcement of its retry was lost', async () => {
    await queue.enqueue({ kind: 'plan', key: 'a', payload: 1 });
    const job = await queue.lease(30_000);
    if (!job) throw new Error('expected a job');
    await expect(broken({ announce: dies }).retry(job, 0, 'far end down')).rejects.toThrow('died');
    now += 31_000;
    expect(await queue.lease(30_000)).toMatchObject({ key: 'a', attempt: 2 });
  });

  it('does a job once when its notice could not be taken off the broker', async () => {
    const dying = broken({ complete: dies });
    await dying.enqueue({ kind: 'plan', key: 'a', payload: 1 });
    const job = await dying.lease(30_000);
    if (!job) throw new Error('expected a job');
    await expect(dying.complete(job)).rejects.toThrow('died');
    now += 31_000;
    expect(await queue.lease(30_000)).toBeUndefined();
    expect(broker.count(QUEUE)).toEqual({ active: 0, locked: 0, scheduled: 0, dead: 0 });
  });

  it('does not hand out a job that is leased, though the broker has given up its lock', async () => {
    await queue.enqueue({ kind: 'plan', key: 'a', payload: 1 });
    const job = await queue.lease(120_000);
    if (!job) throw new Error('expected a job');
    now += 40_000;
    expect(await queue.lease(120_000)).toBeUndefined();
    expect(await queue.complete(job)).toBe(true);
    now += 120_000;
    expect(await queue.lease(120_000)).toBeUndefined();
  });

  it('buries a dead job at the broker, with its reason, even when that broke off before', async () => {
    const dying = broken({ bury: dies });
    await dying.enqueue({ kind: 'plan', key: 'a', payload: 1 });
    const job = await dying.lease(30_000);
    if (!job) throw new Error('expected a job');
    await expect(dying.deadLetter(job, 'no such trip')).rejects.toThrow('died');
    now += 31_000;
    expect(await queue.lease(30_000)).toBeUndefined();
    expect(broker.count(QUEUE).dead).toBe(1);
    expect(broker.deadReasons(QUEUE)).toEqual(['no such trip']);
    expect(await queue.deadLetters(5)).toMatchObject([{ key: 'a', reason: 'no such trip' }]);
  });

  it('takes a job that is given its tries again out of the dead letters of the broker, and no other', async () => {
    for (const key of ['a', 'b']) {
      await queue.enqueue(plan(key));
      await queue.deadLetter(await leased(), `no such trip ${key}`);
    }
    expect(await queue.redrive(jobId('plan', 'a'))).toBe(true);
    expect(broker.deadReasons(QUEUE)).toEqual(['no such trip b']);
    expect(await queue.deadLetters(5)).toMatchObject([{ key: 'b' }]);
    expect((await leased()).key).toBe('a');
  });

  it('is not queued anew by a process that had not seen it while another already does it', async () => {
    const slow = overtaken(
      (pk) => pk === jobId('plan', 'a'),
      async () => {
        await queue.enqueue(plan('a'));
        await leased();
      },
    );
    expect(await slow.enqueue(plan('a'))).toBe('duplicate');
    expect(await queue.lease(30_000)).toBeUndefined();
  });

  it('is handed to one of two processes that look at its notice at once', async () => {
    await queue.enqueue(plan('a'));
    let mine: LeasedJob | undefined;
    const slow = overtaken(
      (pk) => pk === jobId('plan', 'a'),
      async () => {
        // The broker gave up the lock and handed the notice out again.
        broker.unlockAll();
        mine = await leased(serviceBusQueue(otherBus, later, store.store, clock));
      },
    );
    const otherBus = await openLine(broker.connectionString);
    expect(await slow.lease(30_000)).toBeUndefined();
    expect(mine).toMatchObject({ key: 'a', attempt: 1 });
    await otherBus.close();
  });

  it('has one notice, also when an old one could not be taken off the broker', async () => {
    const dying = broken({ complete: dies });
    await dying.enqueue(plan('a'));
    await expect(dying.retry(await leased(dying), 60_000, 'far end down')).rejects.toThrow('died');
    now += 31_000;
    expect(await queue.lease(30_000)).toBeUndefined();
    expect(broker.count(QUEUE)).toEqual({ active: 0, locked: 0, scheduled: 1, dead: 0 });
  });

  it('keeps its notice locked for as long as the lease is renewed, so that nobody looks at it in vain', async () => {
    await queue.enqueue(plan('a'));
    const job = await leased();
    for (let renewals = 0; renewals < 3; renewals += 1) {
      now += 20_000;
      expect(await queue.renew(job, 30_000)).toBe(true);
    }
    expect(await queue.lease(30_000)).toBeUndefined();
    expect(broker.count(QUEUE)).toEqual({ active: 0, locked: 1, scheduled: 0, dead: 0 });
  });

  it.each([
    ['before the line was left', 'leaving'],
    ['before the next of the line was announced', 'announcing'],
  ])('lets the next of a line begin though the process that finished the first died %s', async (_, when) => {
    const noLine: Records['commit'] = async (pk, changes) =>
      pk.startsWith('job_line') ? dies() : store.store.commit(pk, changes);
    const records = when === 'leaving' ? { ...store.store, commit: noLine } : store.store;
    const dying = serviceBusQueue(when === 'announcing' ? { ...bus, announce: dies } : bus, later, records, clock);
    await queue.enqueue(plan('first', { line: 'trip' }));
    const first = await leased(dying);
    await queue.enqueue(plan('next', { line: 'trip' }));
    expect(await queue.lease(30_000)).toBeUndefined();
    await expect(dying.complete(first)).rejects.toThrow('died');
    now += 5_000;
    expect((await leased()).key).toBe('next');
  });

  it('keeps the order of a line when the first could not be announced at once', async () => {
    await expect(broken({ announce: dies }).enqueue(plan('first', { line: 'trip' }))).rejects.toThrow('died');
    await queue.enqueue(plan('second', { line: 'trip' }));
    expect(await queue.lease(30_000)).toBeUndefined();
    expect(await queue.enqueue(plan('first', { line: 'trip' }))).toBe('queued');
    expect((await leased()).key).toBe('first');
  });

  it('loses nobody of a line that two processes join at once', async () => {
    const line = lineId('trip');
    const slow = overtaken(
      (pk) => pk === line,
      () => queue.enqueue(plan('first', { line: 'trip' })),
    );
    await slow.enqueue(plan('second', { line: 'trip' }));
    await queue.enqueue(plan('third', { line: 'trip' }));
    const order: string[] = [];
    for (let job = await queue.lease(30_000); job; job = await queue.lease(30_000)) {
      order.push(job.key);
      await queue.complete(job);
    }
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('hands out a job that waited for so long that its line is forgotten', async () => {
    const notBefore = new Date(now + 100 * 86_400_000).toISOString();
    await queue.enqueue(plan('a', { line: 'trip', notBefore }));
    now += 100 * 86_400_000;
    expect((await leased()).key).toBe('a');
  });

  it('goes on after the connection was cut', async () => {
    expect(await queue.lease(30_000)).toBeUndefined();
    await queue.enqueue({ kind: 'plan', key: 'a', payload: 1 });
    broker.cut();
    let job = await queue.lease(30_000).catch(() => undefined);
    while (!job) {
      // What was on its way when it broke is locked until its lock runs out.
      now += 31_000;
      job = await queue.lease(30_000).catch(() => undefined);
    }
    expect(job.key).toBe('a');
    expect(await queue.complete(job)).toBe(true);
  });

  it('says that the broker cannot be reached', async () => {
    await broker.close();
    await bus.close();
    const gone = await openBus({ connection: broker.connectionString, queue: QUEUE, waitMs: WAIT_MS });
    const failing = serviceBusQueue(gone, later, store.store, clock).enqueue({ kind: 'plan', key: 'a', payload: 1 });
    await expect(failing).rejects.toMatchObject({ code: 'far-end-unavailable' });
    await gone.close();
  });
});
