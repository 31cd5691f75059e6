import { isStopWord, type Term, termsOf } from '../words/terms.ts';
import { OPPOSITES, saysTheSame } from './paraphrases.ts';
import { type ValueSaid, valuesSaid } from './values-said.ts';

/** What a sentence names as its source: the words themselves, and the names they stand under. */
export interface Source {
  readonly text: string;
  /** The document's name and the headings above. */
  readonly under?: string | undefined;
  /** We calculated it from the other sources: its values are of what those speak of. */
  readonly reckoned?: true | undefined;
}

/** Why a sentence is not taken for what its source says. */
export type Unsupported =
  | 'nothing-said'
  | 'value'
  | 'bound'
  | 'word'
  | 'name'
  | 'negation'
  | 'opposite'
  | 'another-value';

/** Words with which something is said again without saying more. */
const RESTATING = new Set(
  termsOf(
    `cost costs price priced charge pay paid start starts begin begins end ends located found place stated says say served runs has
    listed mentioned according per person each total amount time hour day date number name called come comes latest earliest
    first then also both note aged am pm together altogether sum enough between`,
  ).map(({ stem }) => stem),
);
/** Of these, what says no more than an amount that is told with it. */
const PRICING = new Set(termsOf('cost costs price priced charge pay paid').map(({ stem }) => stem));
/** "No dogs" and "dogs are not allowed" are the same; "dogs are allowed" must stand there. */
const ALLOWING = new Set(termsOf('allowed permitted possible').map(({ stem }) => stem));
const NEGATED =
  /\b(?:no|not|never|none|nor|neither|nobody|nothing|without|cannot|unless|except|excluded|excluding|forbidden|prohibited|unavailable)\b|n['’]t\b|\bnon-/i;
const SENTENCES = /\n|(?<=[.!?])\s+/;
/** Where one statement in a sentence ends and the next begins. */
const CLAUSES =
  /[;|]|[,.:!?]\s|\(|\)|\s[-–—]\s|\s(?=but\s|while\s|whereas\s)|\sand\s(?=(?:there|it|they|you|we|must|can|has|have|is|are|no|costs?|closed|open)\b)/i;

/**
 * Why `sentence` is not supported by the passages it cites; undefined when it is. Without understanding either, it holds
 * the sentence to what can be checked: every number, time, day, amount, address and name stands there; so does every
 * word that carries sense, or one that says the same, and what is said together stands under one heading; what begins or
 * ends there does so here, nothing is negated or turned round, and a value is said of what it was said of. It errs on
 * the side of dropping.
 */
export const unsupported = (sentence: string, sources: readonly Source[]): Unsupported | undefined => {
  // "Free." or "1.5 hours." says nothing of what.
  if (tellingIn(sentence).every(({ stem }) => RESTATING.has(stem)) || sources.length === 0) return 'nothing-said';
  const whole = amiss(sentence, sources);
  if (whole === undefined || whole === 'nothing-said') return whole;
  // What is not said in one place may be said in several, a statement each.
  const statements = sentence
    .split(/[;,]\s(?:and\s)?|\s(?=but\s|while\s)|\sand\s/)
    .filter((part) => termsOf(part).length > 0);
  if (statements.length < 2 || statements.some((one) => amiss(one, sources) !== undefined)) return whole;
  return undefined;
};

/** Whether a value in `words` is said of something else in the source that has a value of its own. */
export const saidOfAnother = (words: string, { text }: Source): boolean => {
  const clauses = clausesOf(text);
  return clausesOf(words).some((clause) => misplaced(clause, clauses));
};

/** What is amiss with a statement, judged by the place that speaks for it best: the sources under one name and heading. */
const amiss = (statement: string, sources: readonly Source[]): Unsupported | undefined => {
  const reckoned = sources.filter((source) => source.reckoned);
  // What is calculated speaks of all the rest.
  const places =
    reckoned.length > 0 ? [sources] : [...Map.groupBy(sources, ({ under, text }) => under ?? `\n${text}`).values()];
  const faults = places.map((place) => amissIn(statement, place, reckoned));
  return faults.includes(undefined) ? undefined : faults[0];
};

const amissIn = (
  statement: string,
  sources: readonly Source[],
  reckoned: readonly Source[],
): Unsupported | undefined => {
  const text = sources.map((source) => source.text).join('\n');
  const known = [text, ...sources.map(({ under = '' }) => under)].join('\n');
  const stated = valuesSaid(known);
  for (const value of valuesSaid(statement)) {
    const same = stated.filter((one) => sameValue(one, value));
    if (same.length === 0) return 'value';
    if (value.bound && same.every(({ bound }) => bound !== undefined && bound !== value.bound)) return 'bound';
  }
  const stems = new Set(termsOf(known).map(({ stem }) => stem));
  if (!namesIn(statement).every((name) => stems.has(name.stem))) return 'name';
  const denies = NEGATED.test(statement);
  const prices = valuesSaid(statement).some(({ kind }) => kind === 'money');
  const telling = termsOf(statement).filter(
    ({ word, stem }) =>
      !/\d/.test(word) && !(RESTATING.has(stem) && (prices || !PRICING.has(stem))) && !(denies && ALLOWING.has(stem)),
  );
  const spoken = [...stems];
  if (!telling.every((term) => spoken.some((stem) => saysTheSame(stem, term.stem)) || isValueWord(term))) return 'word';
  if (reckoned.length === 0 && !saidInOne(statement, sources)) return 'word';
  const clauses = clausesOf(text);
  const calculated = reckoned.flatMap((source) => valuesSaid(source.text));
  for (const clause of clausesOf(statement)) {
    if (turned(clause, clauses)) return 'negation';
    if (opposed(clause, clauses)) return 'opposite';
    const looked = clause.values.filter((value) => !calculated.some((one) => sameValue(one, value)));
    if (misplaced({ ...clause, values: looked }, clauses)) return 'another-value';
  }
  return undefined;
};

/**
 * Whether one statement of the sources, under its names, holds every word and value of this one: words put together from
 * several may say what none says. What merely describes ("Tile museum, indoor.") names what the others speak of.
 */
const saidInOne = (statement: string, sources: readonly Source[]): boolean => {
  const names = sources.map(({ under = '' }) => under).join('\n');
  const all = sources.flatMap(({ text }) => text.split(SENTENCES)).flatMap((sentence) => sentence.split(/;\s/));
  const describing = all.filter(
    (one) => tellingIn(one).length <= 3 && valuesSaid(one).length === 0 && !NEGATED.test(one),
  );
  const words = tellingIn(statement).filter(({ stem }) => !RESTATING.has(stem));
  const values = valuesSaid(statement);
  return all.some((one) => {
    const around = [one, names, ...describing].join('\n');
    const stems = termsOf(around).map(({ stem }) => stem);
    const stated = valuesSaid(around);
    return (
      words.every((word) => stems.some((stem) => saysTheSame(stem, word.stem))) &&
      values.every((value) => stated.some((other) => sameValue(other, value)))
    );
  });
};

const sameValue = (one: ValueSaid, other: ValueSaid): boolean =>
  one.readings.some((reading) => other.readings.includes(reading));

/** A number, day or month in words is held to as a value. */
const isValueWord = ({ word }: Term): boolean => valuesSaid(word).length > 0 || valuesSaid(capital(word)).length > 0;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words written like names; the first word of a sentence is written so in any case. */
const namesIn = (sentence: string): readonly Term[] =>
  [...sentence.matchAll(/(?<=[^.!?\s]\s+|[("“‘])\p{Lu}[\p{L}'’-]+(?![\p{L}\d])/gu)].flatMap(([name]) =>
    isStopWord(name.toLowerCase()) ? [] : termsOf(name).filter((term) => !isValueWord(term)),
  );

interface Clause {
  readonly terms: readonly Term[];
  readonly values: readonly ValueSaid[];
  readonly negated: boolean;
  /** What it says holds of these alone: "only by stairs". */
  readonly only: readonly Term[];
}

const clausesOf = (text: string): readonly Clause[] =>
  text
    .split(SENTENCES)
    .flatMap(unfolded)
    .flatMap((sentence) => sentence.split(CLAUSES))
    .flatMap(byValues)
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      terms: tellingIn(part),
      only: tellingIn(/\bonly\b(.*)/i.exec(part)?.[1] ?? ''),
      values: valuesSaid(part).filter(({ kind }) => kind !== 'other'),
      negated: NEGATED.test(part),
    }));

/** What stands in brackets is a statement of its own, and what stands around them goes on behind them. */
const unfolded = (sentence: string): readonly string[] => [
  sentence.replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' '),
  ...[...sentence.matchAll(/\(([^()]*)\)/g)].map(([, inner = '']) => inner),
];

/** Two halves of which each gives a value are two statements: "departs at 7:45 and lands at 10:30". */
const byValues = (clause: string): readonly string[] => {
  const halves = clause.split(/\sand\s/);
  return halves.length === 2 &&
    halves.every((half) => valuesSaid(half).some(({ kind }) => kind === 'time' || kind === 'money'))
    ? halves
    : [clause];
};

const tellingIn = (part: string): readonly Term[] =>
  termsOf(part).filter((term) => !/\d/.test(term.word) && !ALLOWING.has(term.stem) && !isValueWord(term));

const shared = ({ terms }: Clause, other: Clause): number => terms.filter((term) => says(other, term)).length;

/** Whether the clauses that speak of the same deny what this one says, or the other way round. */
const turned = (clause: Clause, clauses: readonly Clause[]): boolean => {
  const shares = clauses.map((other) => ({ other, share: shared(clause, other) }));
  const most = Math.max(0, ...shares.map(({ share }) => share));
  if (most === 0) return clause.negated && !clauses.some(({ negated }) => negated);
  return shares.some(
    ({ other, share }) =>
      share === most &&
      (other.negated !== clause.negated ||
        !other.only.every(({ stem }) => clause.terms.some((term) => saysTheSame(stem, term.stem)))),
  );
};

/** Whether a clause that speaks of the same, or of the same day or time, says the opposite and not this. */
const opposed = (clause: Clause, clauses: readonly Clause[]): boolean =>
  [...OPPOSITES, ...OPPOSITES.map(([one, other]) => [other, one] as const)].some(([said, denied]) => {
    if (!has(clause, said)) return false;
    const alike = clauses.filter((other) =>
      clause.values.some((value) => other.values.some((one) => sameValue(one, value))),
    );
    return alike.some((other) => has(other, denied) && !has(other, said));
  });

const has = ({ terms }: Clause, stem: string): boolean => terms.some((term) => term.stem === stem);

/**
 * Whether a value is said of what another value of its kind is said of: the clause with that one speaks more of the same,
 * or has a word of this statement that the clause with this value has another for ("departs at 7:45, lands at 10:30").
 */
const misplaced = (clause: Clause, clauses: readonly Clause[]): boolean =>
  clause.values.some((value) => {
    const alike = clauses.filter(({ values }) => values.some(({ kind }) => kind === value.kind));
    const [holding, others] = [true, false].map((held) =>
      alike.filter(({ values }) => values.some((one) => sameValue(one, value)) === held),
    );
    const best = holding?.toSorted((one, other) => shared(clause, other) - shared(clause, one))[0];
    const most = Math.max(0, ...(others ?? []).map((other) => shared(clause, other)));
    if (most > (best ? shared(clause, best) : 0)) return true;
    if (!best || best.terms.every((term) => RESTATING.has(term.stem) || says(clause, term))) return false;
    return clause.terms.some((term) => !says(best, term) && others?.some((other) => says(other, term)));
  });

const says = ({ terms }: Clause, { stem }: Term): boolean => terms.some((term) => saysTheSame(term.stem, stem));
