import type { Evidence } from '../retrieve/evidence.ts';
import { type AnswerKind, holdsAnswer } from './answer-kind.ts';

/**
 * Fitted by logistic regression to the questions in `fixtures/`, each document's questions judged by weights that had
 * not seen it, half of the negatives being questions whose document had been taken away.
 */
const WEIGHT = {
  cosine: 1.9,
  covered: 5.4,
  coveredHere: 0.9,
  both: 3.1,
  complete: 1.2,
  holds: 0.3,
  lacks: -6,
  astray: -1.8,
  onTopic: 0.8,
} as const;
/** Not fitted: what people wrote to one another is believed a little less, and the newest of it most. */
const CHAT = -0.5;
const NEWEST = 0.3;
const BIAS = -6.5;

/** Above this a sentence is given as the answer. Measured: see `answers.test.ts` for what is right and wrong at it. */
export const SURE_ENOUGH = 0.34;

/** How sure it is, 0 to 1, that the sentence answers a question of this kind. */
export const confidence = (
  { cosine, covered, coveredHere, complete, astray, onTopic, text, passage }: Evidence,
  kind: AnswerKind,
): number => {
  const sign = holdsAnswer(kind, text);
  const sum =
    BIAS +
    WEIGHT.cosine * cosine +
    WEIGHT.covered * covered +
    WEIGHT.coveredHere * coveredHere +
    WEIGHT.both * cosine * covered +
    (complete ? WEIGHT.complete : 0) +
    WEIGHT.holds * Math.max(0, sign) +
    WEIGHT.lacks * Math.max(0, -sign) +
    (astray ? WEIGHT.astray : 0) +
    (onTopic ? WEIGHT.onTopic : 0) +
    (passage.kind === 'chat' ? CHAT : 0) +
    NEWEST * (passage.recency ?? 0);
  return 1 / (1 + Math.exp(-sum));
};
