import { intentClassifier } from './classifier.ts';
import { learnIntents, packIntentModel, unpackIntentModel } from './intent-model.ts';

/** A meaning that tells cooking from cycling by a word each has. */
const embedder = {
  embed: async (texts: readonly string[]) =>
    texts.map((text) => Float32Array.of(/cook|fry|boil/.test(text) ? 1 : 0, /cycle|ride|pedal/.test(text) ? 1 : 0)),
};
const EXAMPLES = [
  ...['cook a soup', 'fry the onions', 'boil some eggs', 'cook rice for four'].map((text) => ({
    text,
    intent: 'cook',
  })),
  ...['ride to school', 'cycle home', 'pedal up the hill', 'ride a bike'].map((text) => ({ text, intent: 'cycle' })),
  ...['what a day', 'lovely weather', 'see you soon', 'my shoe is wet'].map((text) => ({ text, intent: 'none' })),
];

describe('a model of intents', () => {
  test('should know the intent of words like those it was taught with, and be unsure of others', async () => {
    const { classify } = intentClassifier(embedder, await learnIntents(embedder, EXAMPLES, 'none'));
    const [cook, cycle, outside] = await Promise.all(
      ['fry two eggs', 'cycle to the lake', 'lovely wet day'].map(classify),
    );
    expect([cook?.intent, cycle?.intent]).toEqual(['cook', 'cycle']);
    expect(cook?.confidence).toBeGreaterThan(0.6);
    expect(outside?.confidence).toBeLessThan(0.35);
    expect(outside?.intent).not.toBe('none');
  });

  test('should say the same after it was written to a file and read again', async () => {
    const model = await learnIntents(embedder, EXAMPLES, 'none');
    const again = unpackIntentModel(packIntentModel(model));
    expect({ ...again, weights: undefined }).toEqual({ ...model, weights: undefined });
    for (const text of ['boil water', 'pedal on', 'good night']) {
      const [fresh, kept] = await Promise.all(
        [model, again].map((one) => intentClassifier(embedder, one).classify(text)),
      );
      expect(kept?.intent).toBe(fresh?.intent);
      expect(kept?.confidence).toBeCloseTo(fresh?.confidence ?? 0, 1);
    }
  });

  test('should go by words alone when meaning cannot be had', async () => {
    const failing = { embed: () => Promise.reject(new Error('the model is gone')) };
    const { classify } = intentClassifier(failing, await learnIntents(embedder, EXAMPLES, 'none'));
    expect((await classify('ride a bike home')).intent).toBe('cycle');
  });
});
