import { z } from 'zod';
import { type FarModels, type FarStep, startFarModels } from '../test/stand-ins/models.ts';
import type { Model, ModelError, ModelRequest } from './model.ts';

/** What the suite needs to know of one client. */
export interface ModelUnderTest {
  open(url: string, timeoutMs: number): Model | Promise<Model>;
  /** The header that proves who asks, and its value. */
  readonly proof: readonly [header: string, value: RegExp];
  /** Where the system prompt stands on the wire. */
  system(body: Record<string, unknown>): unknown;
  /** Whether the library hands on how long the provider asks to wait. */
  readonly tellsWait: boolean;
  /** Whether the provider sends arguments of calls as text, which may be no JSON. */
  readonly textArguments: boolean;
}

const WEATHER = {
  name: 'look_up_weather',
  description: 'The weather of a day',
  input: z.object({ place: z.string(), day: z.iso.date() }),
};
const ask = (more: Partial<ModelRequest> = {}): ModelRequest => ({
  system: 'You plan trips.',
  messages: [{ role: 'user', text: 'Where to?' }],
  maxOutputTokens: 200,
  ...more,
});

/** The suite that every client of a model passes, against a server that speaks its provider's wire format. */
export const modelContract = (
  name: string,
  { open, proof, system, tellsWait, textArguments }: ModelUnderTest,
): void => {
  describe(`a model at ${name}`, () => {
    let far: FarModels;
    let model: Model;
    beforeEach(async () => {
      far = await startFarModels();
      model = await open(far.url, 5_000);
    });
    afterEach(() => far.close());

    const fails = async (
      step: FarStep,
      request = ask(),
      how: 'complete' | 'stream' = 'complete',
    ): Promise<ModelError> => {
      far.next(step);
      const call = how === 'complete' ? model.complete(request) : model.stream(request, () => undefined);
      return call.then(
        () => {
          throw new Error('it answered');
        },
        (error: ModelError) => error,
      );
    };

    test('should carry the question over with proof of who asks, and bring the answer and its tokens back', async () => {
      far.next({ text: 'To Lisbon.', usage: { inputTokens: 42, outputTokens: 5 } });
      const answer = await model.complete(ask());
      expect(answer).toMatchObject({
        text: 'To Lisbon.',
        calls: [],
        finish: 'stop',
        usage: { inputTokens: 42, outputTokens: 5 },
      });
      const [request] = far.requests;
      expect(request?.headers[proof[0]]).toMatch(proof[1]);
      expect(JSON.stringify(system(request?.body ?? {}))).toContain('You plan trips.');
      expect(JSON.stringify(request?.body)).toContain('Where to?');
      expect(JSON.stringify(request?.body)).toContain('200');
    });

    test('should offer tools by their schema and bring the calls back', async () => {
      far.next({ calls: [{ name: 'look_up_weather', input: { place: 'Lisbon', day: '2027-06-12' } }] });
      const answer = await model.complete(ask({ tools: [WEATHER] }));
      expect(answer.finish).toBe('tools');
      expect(answer.calls).toMatchObject([{ name: 'look_up_weather', input: { place: 'Lisbon', day: '2027-06-12' } }]);
      const sent = JSON.stringify(far.requests[0]?.body);
      expect(sent).toContain('The weather of a day');
      expect(sent).toContain('"additionalProperties":false');
    });

    test('should carry what tools gave back', async () => {
      far.next({ text: 'It will be sunny.' });
      const calls = [
        { id: 'call_0', name: 'look_up_weather', input: { place: 'Lisbon', day: '2027-06-12' } },
        { id: 'call_1', name: 'look_up_weather', input: { place: 'Sintra', day: '2027-06-12' } },
      ];
      await model.complete(
        ask({
          tools: [WEATHER],
          messages: [
            { role: 'user', text: 'What will the weather be?' },
            { role: 'assistant', text: '', calls },
            { role: 'tool', callId: 'call_0', name: 'look_up_weather', result: 'sunny in Lisbon' },
            { role: 'tool', callId: 'call_1', name: 'look_up_weather', result: 'misty in Sintra' },
          ],
        }),
      );
      const sent = JSON.stringify(far.requests[0]?.body);
      for (const words of ['call_0', 'call_1', 'sunny in Lisbon', 'misty in Sintra']) expect(sent).toContain(words);
    });

    test('should ask for an answer of a given shape', async () => {
      const structured = { name: 'places', schema: z.object({ places: z.array(z.string()) }) };
      const said = { places: ['Lisbon', 'Sintra'] };
      far.next(name === 'Claude' ? { calls: [{ name: 'answer', input: said }] } : { text: JSON.stringify(said) });
      const answer = await model.complete(ask({ structured }));
      expect(JSON.parse(answer.text)).toEqual(said);
      expect(answer.calls).toEqual([]);
      expect(JSON.stringify(far.requests[0]?.body)).toContain('"places"');
    });

    test('should hand over a streamed answer piece by piece', async () => {
      far.next({ text: 'First Lisbon, then Sintra.', usage: { inputTokens: 9, outputTokens: 6 } });
      const heard: string[] = [];
      const answer = await model.stream(ask(), (piece) => heard.push(piece));
      expect(heard.length).toBeGreaterThan(1);
      expect(heard.join('')).toBe('First Lisbon, then Sintra.');
      expect(answer).toMatchObject({ text: 'First Lisbon, then Sintra.', finish: 'stop', usage: { outputTokens: 6 } });
    });

    test('should hand over an answer of a given shape as it is written', async () => {
      const structured = { name: 'places', schema: z.object({ places: z.array(z.string()) }) };
      const said = { places: ['Lisbon', 'Sintra'] };
      far.next(name === 'Claude' ? { calls: [{ name: 'answer', input: said }] } : { text: JSON.stringify(said) });
      const heard: string[] = [];
      const answer = await model.stream(ask({ structured }), (piece) => heard.push(piece));
      expect(JSON.parse(heard.join(''))).toEqual(said);
      expect(JSON.parse(answer.text)).toEqual(said);
    });

    test('should put streamed calls together', async () => {
      far.next({ calls: [{ name: 'look_up_weather', input: { place: 'Lisbon', day: '2027-06-12' } }] });
      const answer = await model.stream(ask({ tools: [WEATHER] }), () => undefined);
      expect(answer.finish).toBe('tools');
      expect(answer.calls).toMatchObject([{ name: 'look_up_weather', input: { place: 'Lisbon', day: '2027-06-12' } }]);
    });

    test('should say when an answer was cut off at its limit', async () => {
      far.next({ text: 'Once upon a', cutOff: true });
      expect((await model.complete(ask())).finish).toBe('length');
    });

    test.each([
      [{ status: 429, retryAfter: '3' }, 'model-busy'],
      [{ status: 500 }, 'model-unavailable'],
      [{ status: 503 }, 'model-unavailable'],
      [{ status: 401 }, 'model-refused'],
      [{ status: 404 }, 'model-refused'],
      ['filtered', 'model-filtered'],
      ['not-json', 'model-malformed'],
    ] as const)('should name the fault when the far end answers %j', async (step, code) => {
      const fault = await fails(step);
      expect(fault.code).toBe(code);
      if (code === 'model-busy') expect(fault.retryAfterMs).toBe(tellsWait ? 3_000 : undefined);
      // Nothing is tried again in here.
      expect(far.requests).toHaveLength(1);
    });

    test.each(['complete', 'stream'] as const)('should give up on a far end that hangs (%s)', async (how) => {
      model = await open(far.url, 150);
      expect((await fails('hangs', ask(), how)).code).toBe('model-timeout');
    });

    test('should end a call that nobody waits for any more', async () => {
      const ending = new AbortController();
      const failing = fails('hangs', ask({ signal: ending.signal }));
      setImmediate(() => ending.abort());
      expect((await failing).code).toBe('model-timeout');
    });

    test('should not take a stream that breaks off for an answer', async () => {
      expect(['model-malformed', 'model-unavailable']).toContain((await fails('breaks-off', ask(), 'stream')).code);
    });

    test('should say that it cannot be reached', async () => {
      await far.close();
      const fault = await model.complete(ask()).catch((error: ModelError) => error);
      expect(fault).toMatchObject({ code: 'model-unavailable' });
      far = await startFarModels();
    });

    if (textArguments) {
      test('should not take broken arguments for a call', async () => {
        const fault = await fails(
          { calls: [{ name: 'look_up_weather', input: '{"place": "Lis' }] },
          ask({ tools: [WEATHER] }),
        );
        expect(fault.code).toBe('model-malformed');
      });
    }
  });
};
