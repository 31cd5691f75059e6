import type { Evidence, TermFit } from '../retrieve/evidence.ts';
import { type AnswerKind, holdsAnswer } from './answer-kind.ts';

/** What speaks for a sentence as an answer, and against it. Each is about 0 to 1. */
interface Signs {
  readonly cosine: number;
  /** How much nearer it is by meaning than most that was found, and than all of it. */
  readonly likelier: number;
  readonly likest: number;
  /** Of what is asked, rare words counting more: the share in the sentence, near it, in it or its headings, anywhere. */
  readonly own: number;
  readonly near: number;
  readonly ownOrAbove: number;
  readonly context: number;
  /** What is spoken of least of all that is asked, and not counting where. */
  readonly weakest: number;
  readonly weakestTold: number;
  readonly both: number;
  /** The share that other documents speak of and this one never; that none does. */
  readonly elsewhere: number;
  readonly unknown: number;
  readonly anyElsewhere: number;
  readonly anyUnknown: number;
  /** How much of what this document is not all about stands here. */
  readonly particular: number;
  /** The best word of it. */
  readonly telling: number;
  /** The share that says what this document is about. */
  readonly about: number;
  readonly holds: number;
  readonly astray: number;
  readonly onTopic: number;
  readonly named: number;
  /** Asked whether, it says whether. */
  readonly decides: number;
  readonly whether: number;
  readonly length: number;
  readonly asksItself: number;
}

/**
 * Fitted to the questions in `fixtures/` and in the development half of `bench/eval/answers`: a softmax over every
 * sentence that was found and over giving none, each trip's questions judged by weights that had not seen it.
 */
const WEIGHT: Readonly<Record<keyof Signs, number>> = {
  cosine: 1.18,
  likelier: 1.29,
  likest: 0.86,
  own: 0.96,
  near: 1.96,
  ownOrAbove: 1.75,
  context: 1.09,
  weakest: 1.1,
  weakestTold: 1.17,
  both: 1.53,
  elsewhere: -0.84,
  unknown: -0.85,
  anyElsewhere: -1.04,
  anyUnknown: -1.55,
  particular: 1.6,
  telling: 0.93,
  about: 0.7,
  holds: 1.92,
  astray: -1,
  onTopic: 0.12,
  named: 1.23,
  decides: 0.3,
  whether: 0.59,
  length: -0.68,
  asksItself: 0,
};
const BIAS = -6.68;
/** Not fitted: a sentence without a sum does not say what a thing costs, however well it fits. */
const LACKS = -6;
/** Not fitted: what people wrote to one another is believed a little less, and the newest of it most. */
const CHAT = -0.5;
const NEWEST = 0.3;

/** Above this a sentence is given as the answer. Measured: see `answers.test.ts` for what is right and wrong at it. */
export const SURE_ENOUGH = 0.7;

const DECIDES =
  /\b(?:no|not|none|never|only|must|free|allowed?|permitted|welcome|forbidden|prohibited|possible|required|included|without|available|may|can|cannot|closed|open|accepted|fine)\b/i;
const ASKS_ITSELF = /^[^.!?]{6,200}\?\s/;
const ABOVE = 0.9;
const BESIDE = 0.7;
const AROUND = 0.5;
const ABOUT = 0.9;
const WITHIN = 0.6;
/** Of a document that is all about a thing, the thing need not be said again. */
const NOT_ABOUT = 0.5;

const told = (fit: TermFit): number => Math.max(fit.own, ABOVE * fit.above);
const near = (fit: TermFit): number => Math.max(told(fit), BESIDE * fit.beside, AROUND * fit.around);
const context = (fit: TermFit): number => Math.max(near(fit), ABOUT * fit.about, WITHIN * fit.within);
const least = (values: readonly number[]): number => (values.length === 0 ? 1 : Math.min(...values));

/** How near by meaning everything is that was found. */
export interface Nearness {
  /** The cosine that a tenth of it reaches. */
  readonly usual: number;
  /** The highest cosine beside one sentence's own. */
  next(evidence: Evidence): number;
}

/** How near the evidence for one question is, all of it; what is said twice counts once. */
export const nearnessOf = (evidence: readonly Evidence[]): Nearness => {
  const said = new Map(evidence.map(({ text, cosine }) => [text.trim(), cosine]));
  const cosines = [...said.values()].sort((a, b) => b - a);
  const [first = 0, second = 0] = cosines;
  return {
    usual: cosines[Math.floor(cosines.length / 10)] ?? 0,
    next: ({ cosine }) => (cosine >= first ? second : first),
  };
};

/** What speaks for a sentence as the answer to a question of this kind. */
export const signsOf = (evidence: Evidence, kind: AnswerKind, others: Nearness): Signs => {
  const { fits, cosine, text } = evidence;
  const sum = (of: (fit: TermFit) => number): number => fits.reduce((total, fit) => total + fit.weight * of(fit), 0);
  const total = sum(() => 1) || 1;
  const share = (of: (fit: TermFit) => number): number => sum(of) / total;
  const asked = fits.filter(({ term, aside }) => term.weight === 1 && !aside);
  const rest = sum(({ about }) => 1 - about);
  const sign = holdsAnswer(kind, text);
  return {
    cosine,
    likelier: cosine - others.usual,
    likest: Math.max(-0.1, cosine - others.next(evidence)),
    own: share(({ own }) => own),
    near: share(near),
    ownOrAbove: share(told),
    context: share(context),
    weakest: least(asked.map(context)),
    weakestTold: least(asked.map((fit) => Math.max(told(fit), fit.about))),
    both: cosine * share(context),
    elsewhere: share((fit) => (fit.known && context(fit) === 0 ? 1 : 0)),
    unknown: share(({ known }) => (known ? 0 : 1)),
    anyElsewhere: asked.some((fit) => fit.known && context(fit) === 0) ? 1 : 0,
    anyUnknown: asked.some(({ known }) => !known) ? 1 : 0,
    particular: rest > 0.01 ? sum((fit) => (1 - fit.about) * told(fit)) / rest : 1,
    telling: Math.max(
      0,
      ...fits.map(({ about, term, aside, own }) => (about < NOT_ABOUT && !term.names && !aside ? own : 0)),
    ),
    about: share(({ about }) => about),
    holds: Math.max(0, sign),
    astray: evidence.astray ? 1 : 0,
    onTopic: evidence.onTopic ? 1 : 0,
    named: evidence.named,
    decides: kind === 'yes-no' && DECIDES.test(text) ? 1 : 0,
    whether: kind === 'yes-no' ? 1 : 0,
    length: Math.min(1, text.length / 200),
    asksItself: ASKS_ITSELF.test(text) ? 1 : 0,
  };
};

const NAMES = Object.keys(WEIGHT) as readonly (keyof Signs)[];

/** How surely the sentence answers a question of this kind, as log odds: 0 is even. */
export const confidence = (evidence: Evidence, kind: AnswerKind, others: Nearness): number => {
  const signs = signsOf(evidence, kind, others);
  const { kind: paper, recency = 0 } = evidence.passage;
  return (
    BIAS +
    LACKS * Math.max(0, -holdsAnswer(kind, evidence.text)) +
    NAMES.reduce((sum, name) => sum + WEIGHT[name] * signs[name], 0) +
    (paper === 'chat' ? CHAT : 0) +
    NEWEST * recency
  );
};
