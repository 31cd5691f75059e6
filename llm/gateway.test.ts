import { z } from 'zod';
import { type FarModels, startFarModels } from '../test/stand-ins/models.ts';
import { type OpenedStore, openSqliteStore } from '../test/stores.ts';
import type { Records } from '../trips/records.ts';
import { accountId, budgetAccounts, hold } from './budget.ts';
import {
  type BudgetAlert,
  type Gateway,
  type GatewayOptions,
  type ModelCall,
  modelGateway,
  type Provider,
} from './gateway.ts';
import { openAiModel } from './openai/openai-model.ts';
import { scriptedModel } from './scripted/scripted-model.ts';

const START = Date.parse('2027-01-01T10:00:00Z');
const AT = '2027-01-01T10:00:00.000Z';
const PRICE = { input: 1, output: 10 };
const RICH = { user: 1e9, trip: 1e9, platform: 1e9 };

describe('the way to the models', () => {
  let opened: OpenedStore;
  let far: FarModels;
  let other: FarModels;
  let now: number;
  const logged: string[] = [];
  const log = {
    info: () => undefined,
    warn: (_: object, message: string) => void logged.push(message),
    error: () => undefined,
  };

  beforeEach(async () => {
    now = START;
    logged.length = 0;
    import.meta.jest.useFakeTimers({
      now,
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setImmediate',
        'setInterval',
        'clearInterval',
        'nextTick',
        'queueMicrotask',
        'performance',
      ],
    });
    opened = await openSqliteStore({ now: () => now });
    far = await startFarModels();
    other = await startFarModels();
  });
  afterEach(async () => {
    import.meta.jest.useRealTimers();
    await Promise.all([far.close(), other.close()]);
    await opened.close();
  });

  const providerAt = ({ url }: FarModels, timeoutMs = 5_000): Provider => {
    const model = (name: string) => ({
      model: openAiModel({ apiKey: 'example-key', baseUrl: `${url}/v1`, model: name, timeoutMs }),
      price: PRICE,
    });
    return { large: model('large'), small: model('small') };
  };
  const open = (more: Partial<GatewayOptions> = {}): Gateway =>
    modelGateway({
      providers: [providerAt(far)],
      records: opened.store,
      clock: { now: () => now },
      log,
      limits: RICH,
      ...more,
    });
  const call = (more: Partial<ModelCall> = {}): ModelCall => ({
    feature: 'answers',
    size: 'large',
    userId: 'user_ana',
    tripId: 'trip_lisbon',
    request: { system: 'You plan trips.', messages: [{ role: 'user', text: 'Where to?' }], maxOutputTokens: 100 },
    ...more,
  });
  const account = (scope: 'user' | 'trip' | 'platform', subject: string) => {
    const id = accountId(scope, subject, AT);
    return opened.store.read(budgetAccounts, id, id);
  };

  test('should never spend more than the budget, however many ask at once', async () => {
    far.always({ text: 'To Lisbon.', usage: { inputTokens: 20, outputTokens: 90 } });
    let most = 0;
    const watched: Records = {
      ...opened.store,
      commit: async (pk, changes) => {
        const commit = await opened.store.commit(pk, changes);
        for (const change of changes) {
          if (!commit.ok || !('put' in change) || change.put.type !== 'ai_budget') continue;
          const { spent, holds, scope } = change.put as unknown as {
            spent: number;
            holds: Record<string, { micros: number }>;
            scope: string;
          };
          if (scope === 'trip')
            most = Math.max(
              most,
              Object.values(holds).reduce((sum, { micros }) => sum + micros, spent),
            );
        }
        return commit;
      },
    };
    const limit = 10_000;
    const gateway = open({ records: watched, limits: { ...RICH, trip: limit } });
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) => gateway.ask(call({ userId: `user_${n}` }))),
    );
    const answered = outcomes.filter(({ ok }) => ok).length;
    const trip = await account('trip', 'trip_lisbon');
    expect(trip?.spent).toBe(answered * 920);
    expect(trip?.spent).toBeLessThanOrEqual(limit);
    expect(most).toBeLessThanOrEqual(limit);
    expect(trip?.holds).toEqual({});
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBe(far.requests.length);
    for (const outcome of outcomes) {
      if (!outcome.ok) expect(outcome.degradation).toEqual({ reason: 'budget', scope: 'trip' });
    }
    expect((await account('platform', 'all'))?.usage).toMatchObject({ 'answers large': { calls: answered } });
  });

  test('should ask the next provider while one is down, leave it alone after a while, and come back to it', async () => {
    const gateway = open({ providers: [providerAt(far), providerAt(other)] });
    far.always({ status: 500 });
    other.always({ text: 'To Porto.' });
    for (let asked = 0; asked < 8; asked += 1)
      expect(await gateway.ask(call())).toMatchObject({ ok: true, answer: { text: 'To Porto.' } });
    expect(far.requests).toHaveLength(5);
    expect(logged).toContain('a model is left alone for a while');
    far.always({ text: 'To Lisbon.' });
    now += 31_000;
    import.meta.jest.setSystemTime(now);
    expect(await gateway.ask(call())).toMatchObject({ ok: true, answer: { text: 'To Lisbon.' } });
  });

  test('should ask the next provider when one is slow, and count what the slow one may charge', async () => {
    const gateway = open({ providers: [providerAt(far, 100), providerAt(other)] });
    far.always('hangs');
    other.always({ text: 'To Porto.', usage: { inputTokens: 10, outputTokens: 1 } });
    expect(await gateway.ask(call())).toMatchObject({ ok: true, answer: { text: 'To Porto.' } });
    expect((await account('user', 'user_ana'))?.spent).toBeGreaterThan(20);
  });

  test('should say that nobody answers when every provider is down, and charge nothing', async () => {
    const gateway = open({ providers: [providerAt(far), providerAt(other)] });
    far.always({ status: 503 });
    other.always({ status: 401 });
    expect(await gateway.ask(call())).toEqual({ ok: false, degradation: { reason: 'unavailable' } });
    expect(await account('user', 'user_ana')).toMatchObject({ spent: 0, holds: {} });
  });

  test.each([
    ['counts more tokens than there can be', { text: 'Yes.', usage: { inputTokens: 10_000_000, outputTokens: 1 } }],
    ['counts none', { text: 'Yes.', usage: { inputTokens: 0, outputTokens: 0 } }],
  ])('should charge what was set aside when a provider %s', async (_, step) => {
    far.next(step);
    await open().ask(call());
    const spent = (await account('user', 'user_ana'))?.spent ?? 0;
    expect(spent).toBeGreaterThan(1_000);
    expect(spent).toBeLessThan(1_200);
  });

  test('should not take an answer of another shape, but ask the next', async () => {
    const gateway = open({ providers: [providerAt(far), providerAt(other)] });
    far.next({ text: '{"place": 7}' });
    other.next({ text: '{"place": "Porto"}' });
    const structured = { name: 'place', schema: z.object({ place: z.string() }) };
    const asked = await gateway.ask(call({ request: { ...call().request, structured } }));
    expect(asked).toMatchObject({ ok: true, answer: { text: '{"place": "Porto"}' } });
  });

  test('should wait out a short pause that a provider asks for', async () => {
    far.next({ status: 429, retryAfter: '0.05' }, { text: 'To Lisbon.' });
    expect(await open().ask(call())).toMatchObject({ ok: true, answer: { text: 'To Lisbon.' } });
  });

  test('should use the smaller model when the budget runs low, say so, and tell at 50, 80 and 100 percent', async () => {
    far.always({ text: 'Yes.', usage: { inputTokens: 10, outputTokens: 99 } });
    const alerts: number[] = [];
    const onAlert = async ({ scope, id, percent }: BudgetAlert): Promise<void> => {
      expect([scope, id]).toEqual(['user', accountId('user', 'user_ana', AT)]);
      alerts.push(percent);
    };
    const gateway = open({ limits: { ...RICH, user: 10_000 }, onAlert });
    const sizes: unknown[] = [];
    for (let asked = 0; asked < 12; asked += 1) {
      const outcome = await gateway.ask(call());
      sizes.push(outcome.ok ? (outcome.degradation?.reason ?? 'large') : 'refused');
    }
    expect(sizes.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'large'));
    expect(sizes).toContain('budget');
    expect(sizes.at(-1)).toBe('refused');
    expect(far.requests.at(-1)?.body.model).toBe('small');
    expect(alerts).toEqual([50, 80, 100]);
    // After a restart the account still knows what was told.
    await open({ limits: { ...RICH, user: 10_000 }, onAlert }).ask(call());
    expect(alerts).toEqual([50, 80, 100]);
  });

  test('should tell later what could not be told, and still answer', async () => {
    far.always({ text: 'Yes.', usage: { inputTokens: 10, outputTokens: 99 } });
    const alerts: number[] = [];
    let down = true;
    const gateway = open({
      limits: { ...RICH, user: 4_000 },
      onAlert: async ({ percent }) => {
        if (down) throw new Error('the store is away');
        alerts.push(percent);
      },
    });
    expect(await gateway.ask(call())).toMatchObject({ ok: true });
    expect(await gateway.ask(call())).toMatchObject({ ok: true });
    expect(alerts).toEqual([]);
    down = false;
    await gateway.ask(call());
    expect(alerts).toEqual([50]);
  });

  test('should answer the same question of the same family once, and ask anew for another family', async () => {
    far.always({ text: 'To Lisbon.' });
    const gateway = open();
    const ofChens = call({ privacyScope: 'family_chen' });
    const spaced = { ...ofChens.request, messages: [{ role: 'user' as const, text: 'Where   to?' }] };
    await Promise.all([gateway.ask(ofChens), gateway.ask(ofChens)]);
    expect(await gateway.ask({ ...ofChens, request: spaced })).toMatchObject({ ok: true, provider: 'cache' });
    expect(far.requests).toHaveLength(1);
    await gateway.ask(call({ privacyScope: 'family_silva' }));
    await gateway.ask(call());
    expect(far.requests).toHaveLength(3);
    now += 3_700_000;
    await gateway.ask(ofChens);
    expect(far.requests).toHaveLength(4);
  });

  test('should count what a lost process had set aside as spent', async () => {
    const lost = { scope: 'user' as const, id: accountId('user', 'user_ana', AT), limit: RICH.user };
    expect(await hold(opened.store, { now: () => now }, lost, 'call-of-a-killed-process', 700)).toBe(true);
    far.always({ text: 'Yes.', usage: { inputTokens: 10, outputTokens: 1 } });
    now += 11 * 60_000;
    await open().ask(call());
    const user = await account('user', 'user_ana');
    expect(user?.spent).toBe(720);
    expect(user?.holds).toEqual({});
  });

  test('should hand over an answer as it comes, and whole when it was given before', async () => {
    const script = scriptedModel([{ text: 'First Lisbon.' }]);
    const provider = { large: { model: script, price: PRICE }, small: { model: script, price: PRICE } };
    const gateway = open({ providers: [provider] });
    const heard: string[] = [];
    const streamed = call({ privacyScope: 'family_chen', onText: (piece) => void heard.push(piece) });
    await gateway.ask(streamed);
    expect(heard).toEqual(['First ', 'Lisbon.']);
    await gateway.ask(streamed);
    expect(heard).toEqual(['First ', 'Lisbon.', 'First Lisbon.']);
    script.finished();
  });

  test('should say with each piece to which try it belongs, so that a broken stream is not taken for the beginning', async () => {
    const gateway = open({ providers: [providerAt(far), providerAt(other)] });
    far.next('breaks-off');
    other.next({ text: 'To Porto.' });
    const heard: [string, number][] = [];
    expect(await gateway.ask(call({ onText: (...piece) => void heard.push(piece) }))).toMatchObject({ ok: true });
    const whole = (attempt: number) => heard.flatMap(([piece, of]) => (of === attempt ? [piece] : [])).join('');
    expect(whole(1)).not.toBe('');
    expect(whole(2)).toBe('To Porto.');
  });

  test('should ask no further provider for somebody who waits no more', async () => {
    const gateway = open({ providers: [providerAt(far), providerAt(other)] });
    const ending = new AbortController();
    far.next(() => {
      setImmediate(() => ending.abort());
      return 'hangs';
    });
    const { request } = call();
    expect(await gateway.ask(call({ request: { ...request, signal: ending.signal } }))).toEqual({
      ok: false,
      degradation: { reason: 'unavailable' },
    });
    expect(other.requests).toHaveLength(0);
  });

  test('should ask nobody without a provider, or while spending is stopped', async () => {
    expect(await open({ providers: [] }).ask(call())).toEqual({ ok: false, degradation: { reason: 'off' } });
    expect(await open({ throttled: () => true }).ask(call())).toMatchObject({ degradation: { reason: 'throttled' } });
    expect(far.requests).toHaveLength(0);
  });
});
