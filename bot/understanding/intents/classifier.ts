import type { TextEmbedder } from '../../house.ts';
import { textFeatures } from './features.ts';
import { type IntentModel, unit } from './intent-model.ts';
import { plainSpoken } from './plain-spoken.ts';
import { softmax } from './softmax.ts';

/** What a text most likely asks for. `confidence` is a probability; the rest of 1 is spread over everything else. */
export interface Classified {
  readonly intent: string;
  readonly confidence: number;
  readonly runnerUp: string;
  readonly runnerUpConfidence: number;
  /** The probability that it asks for none of them, as far as examples of that were learned. */
  readonly outside: number;
  /** The probability of any one intent. */
  of(intent: string): number;
}

/** Tells what texts ask for. */
export interface IntentClassifier {
  /** When meaning cannot be had, or not within the patience of whoever waits, words alone decide. */
  classify(text: string): Promise<Classified>;
}

/**
 * Below this probability a text asks for none of the intents. Measured by `npm run eval -- intents` on a set with half a
 * hundred intents: it refuses nine of ten texts that ask for something else, and one of a hundred that do not.
 */
export const OUTSIDE_BELOW = 0.35;

/** The longest a message waits for the model to load: beyond it an answer by words alone is better than none, and Twilio gives up after 15 s. */
const PATIENCE_MS = 10_000;

/** Classifies texts by what was learned from examples; with `among`, as if there were no other intents for such words. */
export const intentClassifier = (
  embedder: TextEmbedder,
  model: IntentModel,
  among: (intent: string, said: string) => boolean = () => true,
): IntentClassifier => {
  const { intents, outside } = model;
  const features = textFeatures(model.vocabulary);
  const probabilitiesOf = softmax(model.weights, features.size);
  return {
    classify: async (said) => {
      const text = plainSpoken(said);
      const [vector = new Float32Array()] = (await atMost(PATIENCE_MS, embedder.embed([text]))) ?? [];
      const probabilities = probabilitiesOf({ words: features.of(text), meaning: unit(vector) });
      const whole = intents.reduce(
        (sum, intent, index) => sum + (intent === outside || among(intent, said) ? (probabilities[index] ?? 0) : 0),
        0,
      );
      const ranked = intents
        .map((intent, index) => ({ intent, confidence: (probabilities[index] ?? 0) / whole }))
        .filter(({ intent }) => intent !== outside && among(intent, said))
        .sort((a, b) => b.confidence - a.confidence);
      const [first, second] = ranked;
      return {
        intent: first?.intent ?? '',
        confidence: first?.confidence ?? 0,
        runnerUp: second?.intent ?? '',
        runnerUpConfidence: second?.confidence ?? 0,
        of: (intent) => ranked.find((one) => one.intent === intent)?.confidence ?? 0,
        outside: outside === undefined ? 0 : (probabilities[intents.indexOf(outside)] ?? 0) / whole,
      };
    },
  };
};

/** The work's result, or nothing when it fails or takes longer. */
const atMost = <T>(ms: number, work: Promise<T>): Promise<T | undefined> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    const done = (result?: T): void => {
      clearTimeout(timer);
      resolve(result);
    };
    work.then(done, () => done());
  });
