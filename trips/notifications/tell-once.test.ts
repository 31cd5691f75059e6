import { type OpenedStore, STORES } from '../../test/stores.ts';
import { idFrom } from '../ids.ts';
import type { Commit } from '../records.ts';
import { type OutboxFact, outboxFacts } from './fact.ts';
import { tellOnce } from './tell-once.ts';

const TRIP = 'trip_1';
const ID = idFrom('fact', 'poll-updated', 'poll_1');
const NOON = '2027-01-01T12:00:00.000Z';
const LATER = '2027-01-01T12:00:05.000Z';

describe.each(STORES)('a fact that is told once however often it is said, on %s', (_, open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open({ now: () => Date.parse(NOON) });
  });
  afterEach(() => opened.close());

  const read = () => opened.store.read(outboxFacts, TRIP, ID);
  const say = async (at: string, heardIn?: string): Promise<Commit> => {
    const change = await tellOnce(opened.store, TRIP, { kind: 'poll-updated', pollId: 'poll_1' }, at, {
      id: ID,
      heardIn,
    });
    return opened.store.commit(TRIP, [change]);
  };
  const begin = async (): Promise<void> => {
    const fact = await read();
    if (!fact) throw new Error('nothing waits');
    const begun: OutboxFact = { ...fact, attempts: 1 };
    await opened.store.commit(TRIP, [{ put: begun, ifMatch: fact._etag }]);
  };

  test('should leave one that waits as it is', async () => {
    await say(NOON);
    expect((await say(LATER)).ok).toBe(true);
    expect(await read()).toMatchObject({ createdAt: NOON, attempts: 0 });
  });

  test('should be said again when somebody has begun to tell it', async () => {
    await say(NOON);
    await begin();
    await say(LATER);
    expect(await read()).toMatchObject({ createdAt: LATER, dueAt: LATER, attempts: 0 });
  });

  test('should lose to somebody who begins to tell it in between, so that the change is looked at again', async () => {
    await say(NOON);
    const change = await tellOnce(opened.store, TRIP, { kind: 'poll-updated', pollId: 'poll_1' }, LATER, { id: ID });
    await begin();
    expect(await opened.store.commit(TRIP, [change])).toEqual({ ok: false, conflict: ID });
  });

  test('should reach the conversation that one that waits would leave out', async () => {
    await say(NOON, 'sms/ana');
    await say(LATER, 'sms/ana');
    expect(await read()).toMatchObject({ createdAt: NOON, heardIn: 'sms/ana' });
    await say(LATER, 'sms/bea');
    expect(await read()).toMatchObject({ createdAt: LATER, heardIn: 'sms/bea' });
    await say(LATER);
    expect((await read())?.heardIn).toBeUndefined();
  });
});
