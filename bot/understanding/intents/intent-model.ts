import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { TextEmbedder } from '../../house.ts';
import { learnVocabulary, textFeatures, type Vocabulary } from './features.ts';
import { plainSpoken } from './plain-spoken.ts';
import { type SoftmaxWeights, trainSoftmax } from './softmax.ts';

/** A saying and what it asks for. */
export interface LabelledText {
  readonly text: string;
  readonly intent: string;
}

/** What was learned from examples: all that a classifier needs. */
export interface IntentModel {
  /** Names the examples it was learned from. */
  readonly learnedFrom: string;
  readonly intents: readonly string[];
  /** What is none of the intents, when there were examples of it. */
  readonly outside?: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly weights: SoftmaxWeights;
}

/** A text's meaning as a vector of length 1, as the classifier was taught with. */
export const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
};

/** The same for the same examples in the same order, and else another. */
export const namedAfter = (examples: readonly LabelledText[]): string =>
  hash('sha256', JSON.stringify(examples.map(({ text, intent }) => [intent, text])), 'base64url');

/** Learns from examples, by their words, by pieces of words and by meaning together. `outside` names what is none of the intents, if there are examples of it. */
export const learnIntents = async (
  embedder: TextEmbedder,
  examples: readonly LabelledText[],
  outside?: string,
): Promise<IntentModel> => {
  const intents = [...new Set(examples.map(({ intent }) => intent))];
  const texts = examples.map(({ text }) => plainSpoken(text));
  const vocabulary = learnVocabulary(texts);
  const features = textFeatures(vocabulary);
  const vectors = await embedder.embed(texts, 'later');
  const weights = await trainSoftmax({
    points: texts.map((text, index) => ({
      words: features.of(text),
      meaning: unit(vectors[index] ?? new Float32Array()),
    })),
    labels: examples.map(({ intent }) => intents.indexOf(intent)),
    classes: intents.length,
    wordFeatures: features.size,
  });
  return { learnedFrom: namedAfter(examples), intents, outside, vocabulary, weights };
};

const term = z.tuple([z.string(), z.number()]);
const header = z.object({
  learnedFrom: z.string(),
  intents: z.array(z.string()),
  outside: z.string().optional(),
  vocabulary: z.object({ phrases: z.array(term), pieces: z.array(term) }),
});

const SCALE_BYTES = 4;

/** A model as a file: gzip of a line of JSON, then for each feature a scale (float, little endian) and a signed byte a class. */
export const packIntentModel = ({ weights, ...rest }: IntentModel): Uint8Array => {
  const { classes, rows } = weights;
  const first = Buffer.from(`${JSON.stringify(rest)}\n`);
  const size = SCALE_BYTES + classes;
  const body = Buffer.alloc((rows.length / classes) * size);
  for (let row = 0; row < rows.length / classes; row += 1) {
    const values = rows.subarray(row * classes, (row + 1) * classes);
    const most = values.reduce((so, value) => Math.max(so, Math.abs(value)), 1e-9);
    body.writeFloatLE(most / 127, row * size);
    for (const [k, value] of values.entries())
      body.writeInt8(Math.round((value / most) * 127), row * size + SCALE_BYTES + k);
  }
  return new Uint8Array(gzipSync(Buffer.concat([first, body]), { level: 9 }));
};

/** Reads what {@link packIntentModel} wrote; throws when it is something else. */
export const unpackIntentModel = (file: Uint8Array): IntentModel => {
  const bytes = gunzipSync(file);
  const end = bytes.indexOf('\n');
  const { outside, ...rest } = header.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  const body = bytes.subarray(end + 1);
  const classes = rest.intents.length;
  const size = SCALE_BYTES + classes;
  const rows = new Float32Array((body.length / size) * classes);
  for (let row = 0; row < body.length / size; row += 1) {
    const scale = body.readFloatLE(row * size);
    for (let k = 0; k < classes; k += 1) rows[row * classes + k] = body.readInt8(row * size + SCALE_BYTES + k) * scale;
  }
  return { ...rest, outside, weights: { classes, rows } };
};
