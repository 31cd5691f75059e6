import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { deliveries } from './delivery.ts';
import { type OutboxFact, outboxFacts } from './fact.ts';
import { holdBack } from './hold-back.ts';

const clock = { now: () => Date.parse('2027-06-11T20:00:00Z') };
const fact = (id: string) => ({
  ...{ pk: 'trip_1', id, type: 'outbox_fact', _schema_version: 1, tripId: 'trip_1', attempts: 1 },
  fact: { kind: 'document-added', documentId: `document_${id}` },
  ...{ createdAt: '2027-06-11T20:00:00.000Z', dueAt: '2027-06-11T20:00:00.000Z' },
});

describe('news kept for one conversation', () => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await openSqliteStore(clock);
  });
  afterEach(() => opened.close());

  const hold = (id: string, at: string, digest: boolean, key = 'conversation_a') =>
    holdBack(opened.store, clock, fact(id) as Parameters<typeof holdBack>[2], { userId: 'user_1', door: 'sms' }, key, {
      at,
      digest,
    });
  const kept = (): Promise<readonly OutboxFact[]> => opened.store.list(outboxFacts, 'trip_1');
  const MORNING = '2027-06-12T07:00:00.000Z';

  test('should be kept once, however often the fact is taken up again after a crash', async () => {
    await hold('one', MORNING, false);
    await hold('one', MORNING, false);
    await hold('one', '2027-06-12T08:00:00.000Z', false);
    await hold('two', MORNING, true);
    await hold('two', MORNING, true);
    await hold('two', '2027-06-13T07:00:00.000Z', true);
    const all = await kept();
    expect(all.map(({ dueAt, only }) => [dueAt, only])).toEqual([
      [MORNING, 'conversation_a'],
      [MORNING, 'conversation_a'],
    ]);
    expect(all.flatMap((one) => (one.fact.kind === 'digest' ? one.fact.of.map(({ id }) => id) : []))).toEqual(['two']);
    expect((await opened.store.list(deliveries, 'trip_1')).map(({ status }) => status)).toEqual(['held', 'held']);
  });

  test('should gather in one digest what comes before it is told, and begin another where one is being told', async () => {
    await Promise.all(['one', 'two', 'three'].map((id) => hold(id, MORNING, true)));
    const [digest, ...others] = await kept();
    expect(others).toEqual([]);
    expect(digest?.fact.kind === 'digest' && digest.fact.of.map(({ id }) => id).sort()).toEqual([
      'one',
      'three',
      'two',
    ]);
    if (digest) await opened.store.commit('trip_1', [{ put: { ...digest, attempts: 1 } as OutboxFact }]);
    await hold('four', MORNING, true);
    expect((await kept()).map(({ fact: { kind } }) => kind).sort()).toEqual(['digest', 'document-added']);
  });

  test('should be kept for each conversation by itself', async () => {
    await hold('one', MORNING, true, 'conversation_a');
    await hold('one', MORNING, true, 'conversation_b');
    expect((await kept()).map(({ only }) => only).sort()).toEqual(['conversation_a', 'conversation_b']);
  });
});
