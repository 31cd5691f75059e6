import { openSpendingTrip, type SpendingTrip } from '../bench/eval/costs/spending-trip.ts';
import { countRequest } from './stand-ins/counting-model.ts';

/** US dollars for a million tokens, as the providers list them. */
const PRICE = { 'gpt-4o': { input: 2.5, output: 10 }, 'gpt-4o-mini': { input: 0.15, output: 0.6 } };

describe('what a trip costs', () => {
  let trip: SpendingTrip;
  beforeAll(async () => {
    trip = await openSpendingTrip();
  });
  afterAll(() => trip.close());

  test('should be in the ledger what the tokens of each call come to, by feature and model, and nothing for a plan', async () => {
    await trip.work('/ai/itinerary/generate');
    expect(await trip.spent()).toEqual({ usd: 0, usage: [] });

    await trip.say('when can we check in?');
    await trip.say('szavazzunk hogy hova menjunk vacsorazni');
    await trip.work('/ai/polls/magic', { context: 'help us pick a restaurant for friday night' });
    const { usd, usage } = await trip.spent();

    expect(usage.map(({ feature, model }) => `${feature} ${model}`).toSorted()).toEqual([
      'answers gpt-4o-mini',
      'polls gpt-4o',
      'understanding gpt-4o-mini',
    ]);
    // A call is billed in whole millionths of a dollar, rounded up.
    const millionths = trip.counted.map(({ model, inputTokens, outputTokens }) => {
      const { input, output } = PRICE[model as keyof typeof PRICE];
      return Math.ceil(inputTokens * input + outputTokens * output);
    });
    const sum = millionths.reduce((all, one) => all + one, 0);
    expect(usd).toBeCloseTo(sum / 1_000_000, 9);
    expect(usage.reduce((all, row) => all + row.usd, 0)).toBeCloseTo(usd, 9);
    const tokens = (of: 'inputTokens' | 'outputTokens', rows: readonly Record<typeof of, number>[]): number =>
      rows.reduce((all, row) => all + row[of], 0);
    expect(tokens('inputTokens', usage)).toBe(tokens('inputTokens', trip.counted));
    expect(tokens('outputTokens', usage)).toBe(tokens('outputTokens', trip.counted));
  });

  test('should be counted as GPT-4o counts', () => {
    // The example of https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken, with one message.
    const messages = [{ role: 'user', content: 'tiktoken is great!' }];
    expect(countRequest({ messages })).toBe(13);
  });
});
