import type { Courier, Delivered } from '../bot/delivery.ts';
import type { EntityStore } from '../store/entity-store.ts';
import { type OpenedStore, STORES } from '../test/stores.ts';
import { deadFacts, deliveries, postedCard } from '../trips/notifications/delivery.ts';
import { type Fact, outboxFacts, tell } from '../trips/notifications/fact.ts';
import { conversationKey, type Door, type Listener, listenerId } from '../trips/notifications/listener.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { Change, Records } from '../trips/records.ts';
import { createSample } from '../trips/sample/create-sample.ts';
import { outbox, type ShowLive } from './outbox.ts';
import type { NewJob } from './queue.ts';

const START = Date.parse('2027-01-01T10:00:00Z');
const JOINED: Fact = { kind: 'family-joined', familyId: 'family_x', familyName: 'Ruiz' };

/** A door that does what it is told with the next message, and remembers everything. */
const scriptedCourier = (door: Door) => {
  const sent: { readonly to: string; readonly key: string; readonly text: string }[] = [];
  const updates: string[] = [];
  const script: (Delivered | Error)[] = [];
  let arrived: 'sent' | 'not-sent' | 'unknown' = 'not-sent';
  const busyUntil: (string | undefined)[] = [];
  const courier: Required<Courier> = {
    door,
    deliver: async (to, reply, key) => {
      const next = script.shift() ?? { status: 'sent' as const, messageId: `m${sent.length}` };
      if (next instanceof Error) throw next;
      sent.push({ to: to.conversation, key, text: reply.text });
      return next;
    },
    update: async (_, messageId, reply) => {
      updates.push(`${messageId} ${reply.card?.kind}`);
      return { status: 'sent' };
    },
    reconcile: async () => arrived,
    whenFree: async () => busyUntil.shift(),
  };
  return {
    courier,
    sent,
    updates,
    busy: (...until: (string | undefined)[]) => void busyUntil.push(...until),
    next: (...steps: (Delivered | Error)[]) => void script.push(...steps),
    arrived: (what: typeof arrived) => {
      arrived = what;
    },
  };
};

describe.each(STORES)('the outbox on %s', (_, open) => {
  let now: number;
  let opened: OpenedStore;
  let store: EntityStore;
  let sms: ReturnType<typeof scriptedCourier>;
  let teams: ReturnType<typeof scriptedCourier>;
  let queued: NewJob[];
  const cancelled: string[] = [];
  let tripId: string;
  let pollId: string;
  const warned: string[] = [];

  const relay = (random = () => 0.5, records: Records = store, showLive?: ShowLive) =>
    outbox(
      {
        records,
        clock: { now: () => now },
        publicUrl: () => 'https://pathfinder.example',
        log: { info: () => undefined, warn: (_, message) => void warned.push(message), error: () => undefined },
      },
      new Map<Door, Courier>([
        ['sms', sms.courier],
        ['teams', teams.courier],
      ]),
      {
        cancel: async (kind, key) => {
          cancelled.push(`${kind} ${key} in the queue`);
          return true;
        },
        enqueue: async (job) => {
          queued.push(job);
          return 'queued';
        },
      },
      random,
      showLive,
      undefined,
      (kind, key) => void cancelled.push(`${kind} ${key} here`),
    );
  const runAll = async (): Promise<void> => {
    const box = relay();
    while ((await box.run()) > 0);
  };
  const listen = async (door: Door, conversation: string, more: Partial<Listener> = {}): Promise<string> => {
    const key = conversationKey(store, door, conversation);
    const listener: Listener = {
      ...{ pk: tripId, id: listenerId(key), type: 'listener', _schema_version: 1, tripId, door, conversation },
      ...{ group: false, userId: 'user_1', familyId: 'family_1' },
      ...more,
    };
    await store.commit(tripId, [{ put: listener }]);
    return key;
  };
  const announce = (fact: Fact, options = {}) =>
    store.commit(tripId, [tell(tripId, fact, new Date(now).toISOString(), options)]);
  const waiting = async () => (await store.list(outboxFacts, tripId)).length;

  beforeEach(async () => {
    now = START;
    opened = await open({ now: () => now });
    store = opened.store;
    sms = scriptedCourier('sms');
    teams = scriptedCourier('teams');
    queued = [];
    warned.length = 0;
    const sample = await createSample(store, { now: () => now }, 'user_visitor');
    tripId = sample.trip.id;
    pollId = sample.poll.id;
    for (const { id } of await store.list(outboxFacts, tripId)) await store.commit(tripId, [{ remove: id }]);
  });
  afterEach(() => opened.close());

  test('should tell every conversation once, except the one that heard already', async () => {
    await listen('sms', '+15550101');
    await listen('teams', 'a:ana');
    const heardIn = await listen('sms', '+15550102');
    await announce(JOINED, { heardIn });
    await runAll();
    await runAll();
    expect(sms.sent.map(({ to }) => to)).toEqual(['+15550101']);
    expect(teams.sent.map(({ to }) => to)).toEqual(['a:ana']);
    expect(await waiting()).toBe(0);
  });

  test('should tell once when two workers take the same fact', async () => {
    await listen('sms', '+15550101');
    await announce(JOINED);
    const [one, two] = [relay(), relay()];
    await Promise.all([one.run(), two.run()]);
    await runAll();
    expect(sms.sent).toHaveLength(1);
  });

  test("should keep a family's own matters to its conversations", async () => {
    await listen('sms', '+15550101', { familyId: 'family_1' });
    await listen('sms', '+15550102', { familyId: 'family_2' });
    await listen('teams', '19:channel', { group: true, familyId: undefined });
    await announce(JOINED, { onlyFamily: 'family_1' });
    await runAll();
    expect([...sms.sent, ...teams.sent].map(({ to }) => to)).toEqual(['+15550101']);
  });

  test('should try again later what certainly did not go out, and tell the others meanwhile', async () => {
    await listen('sms', '+15550101');
    await listen('teams', 'a:ana');
    sms.next(new PathfinderError('far-end-unavailable', 'busy'));
    await announce(JOINED);
    await runAll();
    expect(teams.sent).toHaveLength(1);
    expect(sms.sent).toHaveLength(0);
    now += 60_000;
    await runAll();
    expect(sms.sent).toHaveLength(1);
    expect(teams.sent).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  test.each([
    ['arrived', 'sent', 0, 'sent'],
    ['did not arrive', 'not-sent', 1, 'sent'],
    ['may have arrived', 'unknown', 0, 'unknown'],
  ] as const)('should not send blindly again what broke off and %s', async (_, arrived, sends, status) => {
    await listen('sms', '+15550101');
    sms.next(new PathfinderError('far-end-silent', 'cut'));
    sms.arrived(arrived);
    await announce(JOINED);
    await runAll();
    now += 60_000;
    await runAll();
    now += 3_600_000;
    await runAll();
    expect(sms.sent).toHaveLength(sends);
    expect((await store.list(deliveries, tripId)).map((delivery) => delivery.status)).toEqual([status]);
    expect(warned.some((message) => message.includes('not sent again'))).toBe(arrived === 'unknown');
    expect(await waiting()).toBe(0);
  });

  test('should come back when a door has room, as often as it says, without a failed attempt, and tell the others meanwhile', async () => {
    await listen('sms', '+15550101');
    await listen('teams', 'a:ana');
    const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
    sms.busy(at(3), at(7));
    await announce(JOINED);
    await runAll();
    expect([sms.sent.length, teams.sent.length]).toEqual([0, 1]);
    now = START + 2_999;
    await runAll();
    expect(await store.list(outboxFacts, tripId)).toMatchObject([{ dueAt: at(3), attempts: 0 }]);
    for (const seconds of [3, 7]) {
      now = START + seconds * 1_000;
      await runAll();
    }
    expect([sms.sent.length, teams.sent.length]).toEqual([1, 1]);
    expect(await waiting()).toBe(0);
  });

  test('should not try again where the door refused for good', async () => {
    await listen('sms', '+15550101');
    sms.next({ status: 'refused', why: 'opted-out' });
    await announce(JOINED);
    await runAll();
    now += 86_400_000;
    await runAll();
    expect(sms.sent).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  test('should bring a poll card up to date where it stands, once for a burst of votes, and send no message for it', async () => {
    const key = await listen('teams', 'a:ana');
    await listen('sms', '+15550101');
    await store.commit(tripId, [{ put: postedCard(tripId, pollId, key, 'message-7') }]);
    const box = relay();
    const updated = () => announce({ kind: 'poll-updated', pollId }, { id: 'fact_updated' });
    await updated();
    await box.run();
    for (let vote = 0; vote < 5; vote += 1) {
      await updated();
      await box.run();
      now += 100;
    }
    expect(teams.updates).toEqual(['message-7 poll']);
    now += 1_000;
    await box.run();
    expect(teams.updates).toEqual(['message-7 poll', 'message-7 poll']);
    expect([...sms.sent, ...teams.sent]).toEqual([]);
  });

  test('should take what nobody hears out of the outbox together, without a claim, and show it to whoever is there', async () => {
    const heardIn = await listen('sms', '+15550101');
    const commits: (readonly Change[])[] = [];
    const shown: string[] = [];
    const watched: Records = {
      ...store,
      commit: (pk, changes) => {
        commits.push(changes);
        return store.commit(pk, changes);
      },
    };
    await announce(JOINED, { heardIn });
    await announce({ kind: 'poll-updated', pollId }, { heardIn });
    const box = relay(undefined, watched, async ({ fact }) => void shown.push(fact.kind));
    expect(await box.run()).toBe(2);
    expect(commits.map((changes) => changes.map((change) => Object.keys(change)[0]))).toEqual([['remove', 'remove']]);
    expect(shown.sort()).toEqual(['family-joined', 'poll-updated']);
    expect([...sms.sent, ...sms.updates]).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  test('should look again at what changed while it was taken for nobody', async () => {
    const heardIn = await listen('sms', '+15550101');
    const id = 'fact_again';
    await announce(JOINED, { id, heardIn });
    const box = relay(undefined, store, async ({ heardIn: already }) => {
      // Meanwhile it is to be told here, too.
      if (already !== undefined) await announce(JOINED, { id });
    });
    await box.run();
    expect(await waiting()).toBe(1);
    await box.run();
    expect(sms.sent).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  test('should count the attempts of what nobody hears where it fails, and bury it in the end', async () => {
    const broken: Records = {
      ...store,
      read: (kind, pk, id) =>
        kind.type === 'magic_poll' ? Promise.reject(new Error('unreadable')) : store.read(kind, pk, id),
    };
    await announce({ kind: 'poll-updated', pollId }, { id: 'fact_broken' });
    const box = relay(undefined, broken);
    await box.run();
    expect(await store.read(outboxFacts, tripId, 'fact_broken')).toMatchObject({ attempts: 1 });
    for (let tries = 0; tries < 60; tries += 1) {
      now += 3_600_000;
      await box.run();
    }
    expect(await waiting()).toBe(0);
    expect(await store.read(deadFacts, tripId, 'dead_fact_broken')).toBeDefined();
  });

  test("should hand a job to the queue under its task's key", async () => {
    await announce({ kind: 'job', job: 'plan-itinerary', taskId: 'task_1' });
    await runAll();
    const line = `plan-itinerary ${tripId}`;
    expect(queued).toEqual([{ kind: 'plan-itinerary', key: 'task_1', payload: { tripId, taskId: 'task_1' }, line }]);
  });

  test('should take cancelled work from the queue, and stop it where it runs', async () => {
    await announce({ kind: 'job-cancelled', job: 'plan-itinerary', taskId: 'task_1' });
    await runAll();
    expect(cancelled).toEqual(['plan-itinerary task_1 in the queue', 'plan-itinerary task_1 here']);
  });

  test('should bury a fact that nobody can be told, instead of trying for ever', async () => {
    await listen('sms', '+15550101');
    sms.next(...Array.from({ length: 60 }, () => new PathfinderError('far-end-unavailable', 'down')));
    await announce(JOINED);
    const box = relay();
    for (let tries = 0; tries < 60; tries += 1) {
      await box.run();
      now += 3_600_000;
    }
    expect(await waiting()).toBe(0);
    expect(sms.sent).toHaveLength(0);
  });
});
