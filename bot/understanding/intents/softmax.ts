import type { SparseVector } from './features.ts';

/** One text as the classifier sees it: its words, and its meaning as a unit vector. */
export interface Point {
  readonly words: SparseVector;
  readonly meaning: Float32Array;
}

/** What training comes to: for each feature (words, then meaning, then one that every text has) a weight for each class. */
export interface SoftmaxWeights {
  readonly classes: number;
  /** A row of `classes` weights a feature. */
  readonly rows: Float32Array;
}

/** The probability of each class, in their order; they sum to 1. */
export type Classify = (point: Point) => Float64Array;

export interface Training {
  readonly points: readonly Point[];
  /** The class of each point, from 0. */
  readonly labels: readonly number[];
  readonly classes: number;
  /** How many different word features there are. */
  readonly wordFeatures: number;
}

/** Passes over the examples; more changes next to nothing. */
const EPOCHS = 20;
/** The first step; steps grow shorter as one over their number (Bottou, "Stochastic Gradient Descent Tricks", 2012). */
const STEP = 2;
/** Inverse strength of the pull of all weights towards zero, over all examples together: `C` of common libraries. */
const FREEDOM = 10;

/** How much faster than the pull alone asks for the steps grow shorter. */
const DECAY = 3;
/** A class's own weight moves less than those of features, which say more. */
const BIAS_SHARE = 0.1;

/** The same order in every run, so that the same examples make the same classifier. */
const shuffled = (count: number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  let state = 0x9e3779b9;
  for (let index = count - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const other = (state >>> 0) % (index + 1);
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
};

/** Scores points by weights that are all to be read as multiplied by `scale()`. The answer is overwritten by the next. */
const scorer = (weights: Float32Array, classes: number, wordFeatures: number, scale: () => number): Classify => {
  const scores = new Float64Array(classes);
  const gather = (row: number, value: number): void => {
    const base = row * classes;
    for (let k = 0; k < classes; k += 1) (scores[k] as number) += value * (weights[base + k] as number);
  };
  return ({ words: { indices, values }, meaning }) => {
    scores.fill(0);
    for (let n = 0; n < indices.length; n += 1) gather(indices[n] ?? 0, values[n] ?? 0);
    for (let n = 0; n < meaning.length; n += 1) gather(wordFeatures + n, meaning[n] ?? 0);
    gather(weights.length / classes - 1, 1);
    const factor = scale();
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k += 1) most = Math.max(most, (scores[k] as number) * factor);
    let sum = 0;
    for (let k = 0; k < classes; k += 1) {
      const raised = Math.exp((scores[k] as number) * factor - most);
      scores[k] = raised;
      sum += raised;
    }
    for (let k = 0; k < classes; k += 1) (scores[k] as number) /= sum;
    return scores;
  };
};

/** Classifies by trained weights. A point without meaning is judged by its words. */
export const softmax = ({ rows, classes }: SoftmaxWeights, wordFeatures: number): Classify => {
  const score = scorer(rows, classes, wordFeatures, () => 1);
  return (point) => score(point).slice();
};

/**
 * Trains a multinomial logistic regression over words and meaning together. It gives way between passes, so that whoever
 * shares the thread is not kept waiting for more than one.
 */
export const trainSoftmax = async ({ points, labels, classes, wordFeatures }: Training): Promise<SoftmaxWeights> => {
  const dimensions = points[0]?.meaning.length ?? 0;
  const features = wordFeatures + dimensions + 1;
  const weights = new Float32Array(features * classes);
  /** All weights are to be read as multiplied by this, so that the pull towards zero costs one multiplication. */
  let scale = 1;
  const pull = 1 / (FREEDOM * Math.max(1, points.length));
  const order = shuffled(points.length);
  const score = scorer(weights, classes, wordFeatures, () => scale);

  const learn = (point: Point, label: number, step: number): void => {
    const errors = score(point);
    (errors[label] as number) -= 1;
    scale *= 1 - step * pull;
    const spread = (row: number, amount: number): void => {
      const base = row * classes;
      for (let k = 0; k < classes; k += 1) (weights[base + k] as number) -= amount * (errors[k] as number);
    };
    const amount = step / scale;
    const { indices, values } = point.words;
    for (let n = 0; n < indices.length; n += 1) spread(indices[n] ?? 0, amount * (values[n] ?? 0));
    for (let n = 0; n < dimensions; n += 1) spread(wordFeatures + n, amount * (point.meaning[n] ?? 0));
    spread(features - 1, amount * BIAS_SHARE);
  };

  let steps = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const index of order) {
      const point = points[index];
      if (point) learn(point, labels[index] ?? 0, STEP / (1 + STEP * pull * DECAY * steps));
      steps += 1;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { classes, rows: weights.map((weight) => weight * scale) };
};
