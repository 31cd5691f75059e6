import { type ServiceBusStandIn, startServiceBus } from '../../test/stand-ins/service-bus.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { type OpenQueue, queueContract } from '../queue.contract.ts';
import type { JobQueue } from '../queue.ts';
import { workerContract } from '../worker.contract.ts';
import { type Bus, openBus } from './bus.ts';
import { serviceBusQueue } from './service-bus-queue.ts';

const QUEUE = 'jobs';
/** The broker is next door: a short look finds what is there. */
const WAIT_MS = 60;

// A connection that was cut leaves the timers by which the AMQP library notices silence, up to two minutes, which nobody
// can reach: they must not keep the tests from ending.
const rings = globalThis.setTimeout;
beforeAll(() => {
  globalThis.setTimeout = ((then: () => void, ms?: number) => {
    const timer = rings(then, ms);
    return (ms ?? 0) >= 30_000 ? timer.unref() : timer;
  }) as typeof setTimeout;
});
afterAll(() => {
  globalThis.setTimeout = rings;
});

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
    expect(await queue.deadLetters(5)).toMatchObject([{ key: 'a', reason: 'no such trip' }]);
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
