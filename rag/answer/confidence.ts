import type { Evidence, TermFit } from '../retrieve/evidence.ts';
import { peopleIn } from '../retrieve/people.ts';
import { asksWhatIsNot, saysTheSameNot, saysWhatIsNot } from '../words/negated.ts';
import { termsAsked } from '../words/terms.ts';
import { isBarePrice } from './checks/bare-prices.ts';
import { besideThePoint } from './checks/beside-the-point.ts';
import { innermost } from './checks/check.ts';
import { contradictions } from './checks/contradicted.ts';
import { type Contrary, contraryOf } from './checks/of-another.ts';
import { type AnswerKind, holdsAnswer } from './question/answer-kind.ts';
import type { QuestionPart } from './question/question.ts';

/** What speaks for a sentence as an answer, and against it. Each is about 0 to 1. */
interface Signs extends Contrary {
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
  /** The attribute that is asked for is told here or above; here. */
  readonly attribute: number;
  readonly attributeHere: number;
  /** How far its words and meaning together are before the next sentence's; how many of the words any sentence has. */
  readonly lead: number;
  readonly best: number;
  readonly rarest: number;
  readonly row: number;
  /** No kind of answer can be told from the question; a reason is wanted; a reason is given for it. */
  readonly open: number;
  readonly why: number;
  readonly because: number;
  /** Of what is asked before the first "at", "for" or "with": none is told here; the share that is. */
  readonly headMissed: number;
  readonly head: number;
  /** Nothing of what is asked behind it is told anywhere near. */
  readonly tailMissed: number;
}

/**
 * Fitted to the questions in `fixtures/` and in the development and training parts of `bench/eval/answers`, the plainer
 * ones counting as much as the hard: a softmax over every sentence that was found and over giving none, drawn back to
 * what the plainer ones alone had given, and judged on trips that it had not seen.
 */
const WEIGHT: Readonly<Record<keyof Signs, number>> = {
  cosine: 2.28,
  likelier: 2.38,
  likest: 1.48,
  own: 0.26,
  near: 1.81,
  ownOrAbove: 1.11,
  context: 0.78,
  weakest: 0.37,
  weakestTold: 0.35,
  both: 0.63,
  elsewhere: -0.67,
  unknown: -0.62,
  anyElsewhere: -0.67,
  anyUnknown: -1.26,
  particular: 1.44,
  telling: 0.6,
  about: 0.84,
  holds: 1.54,
  astray: -1,
  onTopic: 0.41,
  named: 0.74,
  decides: 0.69,
  whether: 0.46,
  length: -0.76,
  asksItself: -0.67,
  attribute: 0.18,
  attributeHere: 0.56,
  lead: 0.41,
  best: -0.42,
  rarest: 0.29,
  row: -0.41,
  open: 0.33,
  why: 0.71,
  because: 1.58,
  headMissed: -0.25,
  head: 0.39,
  tailMissed: -0.09,
  otherPerson: -0.35,
  otherDay: -2.08,
  otherNumber: -3.41,
};
const BIAS = -5.56;
/** Not fitted: a sentence without a sum does not say what a thing costs, however well it fits. */
const LACKS = -6;
/** Not fitted: how deep or of which colour a thing is, only a sentence that speaks of it can say. */
const OF_ANOTHER = -3;
/** Not fitted: what contradicts the question is no answer, however well it fits. */
const CONTRADICTED = -12;
/** Not fitted: what stands beside the point is nearest at best. */
const BESIDE_THE_POINT = -1;
const JUST_SHORT = 0.1;
/** Not fitted: what is asked of one paper's subject is not told by another that never mentions it. */
const ASTRAY = -3;
/** Not fitted: where it is asked what is not so, a sentence that says so of anything is likelier. */
const SAYS_NOT = 1.8;
const NOT_SO_OF_ANY = 0.4;
const PROPERTIES: ReadonlySet<string> = new Set(['colour', 'depth', 'heat', 'height', 'weight', 'speed']);
/** Not fitted: what people wrote to one another is believed a little less, and the newest of it most. */
const CHAT = -0.5;
const NEWEST = 0.3;

/** Above this a sentence is given as the answer. Measured: see `answers.test.ts` for what is right and wrong at it. */
export const SURE_ENOUGH = 1.1;

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

/** All that was found for one question, as each sentence is seen beside the others. */
export interface Beside {
  readonly part: QuestionPart;
  /** The cosine that a tenth of it reaches. */
  readonly usual: number;
  /** The highest cosine beside one sentence's own. */
  next(evidence: Evidence): number;
  /** How far its words and meaning together are before the next sentence's, or behind the best. */
  lead(evidence: Evidence): number;
  /** How much of what is asked any sentence tells. */
  readonly best: number;
  /** Stems of the names of people. */
  readonly people: ReadonlySet<string>;
  /** Stems of what is asked before the first preposition. */
  readonly head: ReadonlySet<string>;
}

/** What is found for a part of a question, all of it; what is said twice counts once. */
export const besideOf = (part: QuestionPart, evidence: readonly Evidence[]): Beside => {
  const said = new Map(evidence.map(({ text, cosine }) => [text.trim(), cosine]));
  const cosines = [...said.values()].sort((a, b) => b - a);
  const [first = 0, second = 0] = cosines;
  const [most = 0, next = 0] = evidence.map(both).sort((a, b) => b - a);
  return {
    part,
    usual: cosines[Math.floor(cosines.length / 10)] ?? 0,
    next: ({ cosine }) => (cosine >= first ? second : first),
    lead: (entry) => both(entry) - (both(entry) >= most ? next : most),
    best: Math.max(0, ...evidence.map((entry) => shareOf(entry, told))),
    people: peopleIn(evidence.map(({ text }) => text)),
    head: new Set(termsAsked(HEAD.exec(part.text)?.[1] ?? part.text).map(({ stem }) => stem)),
  };
};

/** "How much is a cot" of "how much is a cot at the farm". */
const HEAD = /^(.*?\S.*?)\s(?:in|at|on|for|from|with|to|by|near|when|if|after|before)\s/i;
/** Less than this of what was asked is only meant, or spoken of before. */
const ASKED = 0.6;

/** The share of what is asked that a sentence has, as `of` looks at it, rare words counting more. */
const shareOf = ({ fits }: Evidence, of: (fit: TermFit) => number): number =>
  fits.reduce((sum, fit) => sum + fit.weight * of(fit), 0) / (fits.reduce((sum, { weight }) => sum + weight, 0) || 1);

/** Whether it holds what is asked for, itself or in the sentence it leans on: "Prams can be rented there." */
const holdsHere = (kind: AnswerKind, sentence: Evidence): number =>
  kind === 'money' && isBarePrice(sentence)
    ? 1
    : Math.max(holdsAnswer(kind, sentence.text), sentence.lead === undefined ? -1 : holdsAnswer(kind, sentence.lead));

const both = (entry: Evidence): number => entry.cosine * shareOf(entry, context);
const flag = (is: boolean): number => (is ? 1 : 0);

/** What speaks for a sentence as the answer, and against it. */
export const signsOf = (evidence: Evidence, others: Beside): Signs => {
  const { kind } = others.part;
  const { fits, cosine, text } = evidence;
  const sum = (of: (fit: TermFit) => number): number => fits.reduce((total, fit) => total + fit.weight * of(fit), 0);
  const total = sum(() => 1) || 1;
  const share = (of: (fit: TermFit) => number): number => sum(of) / total;
  const asked = fits.filter(({ term, aside }) => term.weight === 1 && !aside);
  const rest = sum(({ about }) => 1 - about);
  const sign = holdsHere(kind, evidence);
  const attributes = fits.filter(({ term }) => term.meant === 'asked');
  const telling = fits.filter(({ term, aside }) => term.weight >= ASKED && !aside);
  const head = telling.filter(({ term }) => others.head.has(term.stem));
  const tail = telling.filter(({ term }) => !others.head.has(term.stem));
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
    attribute: Math.max(0, ...attributes.map(told)),
    attributeHere: Math.max(0, ...attributes.map(({ own }) => own)),
    lead: others.lead(evidence),
    best: others.best,
    rarest: Math.max(0, ...fits.map(({ weight, own }) => weight * own)),
    row: flag(text.includes(' | ')),
    open: flag(kind === 'open'),
    why: flag(kind === 'reason'),
    because: kind === 'reason' ? sign : 0,
    headMissed: flag(head.length > 0 && head.every((fit) => told(fit) === 0)),
    head: head.length > 0 ? head.filter((fit) => told(fit) > 0).length / head.length : 1,
    tailMissed: flag(tail.length > 0 && tail.every((fit) => context(fit) === 0)),
    ...contraryOf(others.part, evidence, others.people),
  };
};

/** How surely it says of what is asked that it is not so, where that is asked; 0 to 1. */
const notSo = (question: string, told: string): number => {
  if (!asksWhatIsNot(question) || !saysWhatIsNot(told)) return 0;
  return saysTheSameNot(question, told) ? 1 : NOT_SO_OF_ANY;
};

const NAMES = Object.keys(WEIGHT) as readonly (keyof Signs)[];

/** How surely the sentence answers, as log odds: 0 is even. */
export const confidence = (evidence: Evidence, others: Beside): number => {
  const signs = signsOf(evidence, others);
  const { kind: paper, recency = 0 } = evidence.passage;
  const sure =
    BIAS +
    LACKS * Math.max(0, -holdsHere(others.part.kind, evidence)) +
    NAMES.reduce((sum, name) => sum + WEIGHT[name] * signs[name], 0) +
    (PROPERTIES.has(others.part.kind) && signs.own === 0 ? OF_ANOTHER : 0) +
    (contradictions(others.part, evidence, others.people).length > 0 ? CONTRADICTED : 0) +
    ASTRAY * signs.astray +
    SAYS_NOT * notSo(others.part.text, `${innermost(evidence.passage.heading)}\n${evidence.text}`) +
    (paper === 'chat' ? CHAT : 0) +
    NEWEST * recency;
  return besideThePoint(others.part, evidence, others.people).length > 0
    ? Math.min(sure + BESIDE_THE_POINT, SURE_ENOUGH - JUST_SHORT)
    : sure;
};
