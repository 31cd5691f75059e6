import { readTranscripts, sayTranscript } from '../app/transcripts.ts';
import { type OpenedStore, openSqliteStore } from '../test/stores.ts';
import { modelGateway } from './gateway.ts';
import { ModelError } from './model.ts';
import { type Step, scriptedModel } from './scripted/scripted-model.ts';
import { keepTranscripts } from './transcript.ts';

const DAY_MS = 86_400_000;

describe('what models were asked and said', () => {
  let opened: OpenedStore;
  let now: number;
  const logged: string[] = [];
  beforeEach(async () => {
    now = Date.parse('2027-03-01T10:00:00Z');
    logged.length = 0;
    opened = await openSqliteStore({ now: () => now });
  });
  afterEach(() => opened.close());

  const ask = (
    step: Step,
    { days = 7, tripId, fails = false }: { days?: number; tripId?: string; fails?: boolean } = {},
  ) => {
    const one = { model: scriptedModel([step]), price: { input: 1, output: 10 } };
    const log = {
      info: () => undefined,
      warn: (_: object, message: string) => void logged.push(message),
      error: () => undefined,
    };
    const clock = { now: () => now };
    const keep = keepTranscripts({ records: opened.store, clock, days, childrenIn: async () => ['Mia'] });
    return modelGateway({
      providers: [{ large: one, small: one }],
      ...{ records: opened.store, clock, log, limits: { user: 1e9, trip: 1e9, platform: 1e9 } },
      onCall: fails ? () => Promise.reject(new Error('disk full')) : keep,
    }).ask({
      ...{ feature: 'answers', size: 'small', userId: 'user_bea', tripId },
      request: {
        system: 'You plan trips.',
        messages: [{ role: 'user', text: 'Mia asks: may I ring "+351 21 555 0101"?\nOr mail rui@example.com' }],
        maxOutputTokens: 100,
      },
    });
  };
  const kept = (of?: string) => readTranscripts(opened, { of, last: 10 });

  test('should be found by trip, by person and in all, without what identifies or opens anything', async () => {
    await ask({ text: 'Yes, Mia, ring +351 21 555 0101.' }, { tripId: 'trip_lisbon' });
    now += 1_000;
    await ask({ text: 'Yes.' });
    const [ofTrip] = await kept('trip_lisbon');
    expect(ofTrip).toMatchObject({ userId: 'user_bea', model: 'scripted', inputTokens: 100, outputTokens: 20 });
    expect(JSON.parse(ofTrip?.exchange ?? '')).toMatchObject({
      system: 'You plan trips.',
      messages: [{ role: 'user', text: '[child] asks: may I ring "[number]"?\nOr mail [e-mail]' }],
      answer: { text: 'Yes, [child], ring [number].' },
    });
    expect(await kept('user_bea')).toHaveLength(1);
    expect((await kept()).map(({ tripId }) => tripId)).toEqual(['trip_lisbon', undefined]);
    expect(sayTranscript(ofTrip as never)).toMatch(
      /^2027-03-01T10:00:00.000Z answers scripted\/scripted user_bea trip_lisbon \d+ ms, 100 \+ 20 tokens\n/,
    );
  });

  test('should tell why a model did not answer', async () => {
    await ask(new ModelError('model-timeout', 'too slow'));
    expect(await kept()).toMatchObject([{ fault: 'model-timeout' }]);
  });

  test('should be gone after their days, and not be written when nobody wants them', async () => {
    await ask({ text: 'Yes.' }, { days: 0 });
    expect(await kept()).toEqual([]);
    await ask({ text: 'Yes.' }, { days: 2 });
    now += 2 * DAY_MS - 1_000;
    expect(await kept('user_bea')).toHaveLength(1);
    now += 2_000;
    expect(await kept('user_bea')).toEqual([]);
  });

  test('should not keep an answer from anybody when they cannot be written', async () => {
    expect(await ask({ text: 'Yes.' }, { fails: true })).toMatchObject({ ok: true });
    expect(logged).toEqual(['a call of a model could not be written down']);
  });
});
