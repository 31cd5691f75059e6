import type { TextEmbedder } from '../../house.ts';
import { textFeatures } from './features.ts';
import { trainSoftmax } from './softmax.ts';

/** A saying and what it asks for. */
export interface LabelledText {
  readonly text: string;
  readonly intent: string;
}

/** What a text most likely asks for. `confidence` is a probability; the rest of 1 is spread over everything else. */
export interface Classified {
  readonly intent: string;
  readonly confidence: number;
  readonly runnerUp: string;
  readonly runnerUpConfidence: number;
}

/** Tells what texts ask for, by examples. */
export interface IntentClassifier {
  classify(text: string): Promise<Classified>;
}

/**
 * Below this probability a text asks for none of the intents. Measured by `npm run eval -- intents` on a set with half a
 * hundred intents: it refuses nine of ten texts that ask for something else, and one of a hundred that do not.
 */
export const OUTSIDE_BELOW = 0.35;

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
};

/** Learns from examples, by their words, by pieces of words and by meaning together. `outside` names what is none of the intents, if there are examples of it. */
export const intentClassifier = async (
  embedder: TextEmbedder,
  examples: readonly LabelledText[],
  outside?: string,
): Promise<IntentClassifier> => {
  const intents = [...new Set(examples.map(({ intent }) => intent))];
  const features = textFeatures(examples.map(({ text }) => text));
  const vectors = await embedder.embed(
    examples.map(({ text }) => text),
    'later',
  );
  const classify = await trainSoftmax({
    points: examples.map(({ text }, index) => ({
      words: features.of(text),
      meaning: unit(vectors[index] ?? new Float32Array()),
    })),
    labels: examples.map(({ intent }) => intents.indexOf(intent)),
    classes: intents.length,
    wordFeatures: features.size,
  });
  return {
    classify: async (text) => {
      const [vector = new Float32Array()] = await embedder.embed([text]);
      const probabilities = classify({ words: features.of(text), meaning: unit(vector) });
      const ranked = intents
        .map((intent, index) => ({ intent, confidence: probabilities[index] ?? 0 }))
        .filter(({ intent }) => intent !== outside)
        .sort((a, b) => b.confidence - a.confidence);
      const [first, second] = ranked;
      return {
        intent: first?.intent ?? '',
        confidence: first?.confidence ?? 0,
        runnerUp: second?.intent ?? '',
        runnerUpConfidence: second?.confidence ?? 0,
      };
    },
  };
};
