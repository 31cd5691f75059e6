import { isStopWord, type Term, termsOf } from '../words/terms.ts';
import { type ValueSaid, valuesSaid } from './values-said.ts';

/** What a sentence names as its source: the words themselves, and the names they stand under. */
export interface Source {
  readonly text: string;
  /** The document's name and the headings above. */
  readonly under?: string | undefined;
  /** We calculated it from the other sources: its values are of what those speak of. */
  readonly reckoned?: true;
}

/** Why a sentence is not taken for what its source says. */
export type Unsupported = 'nothing-said' | 'value' | 'bound' | 'word' | 'name' | 'negation' | 'another-value';

/** Words with which something is said again without saying more. */
const RESTATING = new Set(
  termsOf(
    `cost costs price priced charge pay paid start starts begin begins end ends open opens close closes located found place stated says say
    listed mentioned according per person each total amount time hour day date number name called include includes included come comes
    first then also both note aged am pm together altogether sum enough`,
  ).map(({ stem }) => stem),
);
const NEGATED =
  /\b(?:no|not|never|none|nor|neither|nobody|nothing|without|cannot|unless|except|excluded|excluding|forbidden|prohibited|unavailable|closed)\b|n['’]t\b|\bnon-/i;
/** Where one statement in a sentence ends and the next begins. */
const CLAUSES = /[;|]|[,.:!?]\s|\(|\)|\s[-–—]\s|\s(?:but|while|whereas)\s/;
/** "No dogs" and "dogs are not allowed" are the same; "dogs are allowed" must stand there. */
const ALLOWING = new Set(termsOf('allowed permitted possible').map(({ stem }) => stem));

/**
 * Why `sentence` is not supported by the passages it cites; undefined when it is. Without understanding either, it holds
 * the sentence to what can be checked: every number, time, day, amount, address and name stands there; so does every
 * word that carries sense, or one of its meaning; what begins or ends there does so here, nothing is negated that was not, and a
 * value is said of what it was said of. It errs on the side of dropping.
 */
export const unsupported = (sentence: string, sources: readonly Source[]): Unsupported | undefined => {
  const said = termsOf(sentence);
  if (said.length === 0 || sources.length === 0) return 'nothing-said';
  const text = sources.map((source) => source.text).join('\n');
  const known = [text, ...sources.map(({ under = '' }) => under)].join('\n');
  const stated = valuesSaid(known);
  for (const value of valuesSaid(sentence)) {
    const same = stated.filter((one) => sameValue(one, value));
    if (same.length === 0) return 'value';
    if (value.bound && same.every(({ bound }) => bound !== undefined && bound !== value.bound)) return 'bound';
  }
  const words = knownWords(known);
  if (!namesIn(sentence).every((name) => words.stems.has(name.stem))) return 'name';
  const denies = NEGATED.test(sentence);
  const telling = said.filter(
    ({ word, stem }) => !/\d/.test(word) && !RESTATING.has(stem) && !(denies && ALLOWING.has(stem)),
  );
  if (!telling.every((term) => stands(term, words) || isValueWord(term))) return 'word';
  const clauses = clausesOf(text);
  const reckoned = sources.flatMap((source) => (source.reckoned ? valuesSaid(source.text) : []));
  for (const clause of clausesOf(sentence)) {
    if (turned(clause, clauses)) return 'negation';
    const looked = clause.values.filter((value) => !reckoned.some((one) => sameValue(one, value)));
    if (misplaced({ ...clause, values: looked }, clauses)) return 'another-value';
  }
  return undefined;
};

/** Whether a value in `words` is said of something else in the source that has a value of its own. */
export const saidOfAnother = (words: string, { text }: Source): boolean => {
  const clauses = clausesOf(text);
  return clausesOf(words).some((clause) => misplaced(clause, clauses));
};

const sameValue = (one: ValueSaid, other: ValueSaid): boolean =>
  one.readings.some((reading) => other.readings.includes(reading));

/** A number, day or month in words is held to as a value. */
const isValueWord = ({ word }: Term): boolean => valuesSaid(word).length > 0 || valuesSaid(capital(word)).length > 0;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

interface Words {
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<number>;
}

const knownWords = (text: string): Words => {
  const terms = termsOf(text);
  return {
    stems: new Set(terms.map(({ stem }) => stem)),
    concepts: new Set(terms.flatMap(({ concepts }) => concepts)),
  };
};

const stands = ({ stem, concepts }: Term, { stems, concepts: known }: Words): boolean =>
  stems.has(stem) || concepts.some((concept) => known.has(concept));

/** Words written like names; the first word of a sentence is written so in any case. */
const namesIn = (sentence: string): readonly Term[] =>
  [...sentence.matchAll(/(?<=[^.!?\s]\s+|[("“‘])\p{Lu}[\p{L}'’-]+/gu)].flatMap(([name]) =>
    isStopWord(name.toLowerCase()) ? [] : termsOf(name).filter((term) => !isValueWord(term)),
  );

interface Clause {
  readonly terms: readonly Term[];
  readonly values: readonly ValueSaid[];
  readonly negated: boolean;
}

const clausesOf = (text: string): readonly Clause[] =>
  text
    .split(/\n|(?<=[.!?])\s+/)
    .flatMap((sentence) => sentence.split(CLAUSES))
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      terms: termsOf(part).filter(({ word }) => !/\d/.test(word)),
      values: valuesSaid(part).filter(({ kind }) => kind !== 'other'),
      negated: NEGATED.test(part),
    }));

const shared = (clause: Clause, other: Clause): number => {
  const words: Words = {
    stems: new Set(other.terms.map(({ stem }) => stem)),
    concepts: new Set(other.terms.flatMap(({ concepts }) => concepts)),
  };
  return clause.terms.filter((term) => stands(term, words)).length;
};

/** Whether the clauses that speak of the same deny what this one says, or the other way round. */
const turned = (clause: Clause, clauses: readonly Clause[]): boolean => {
  const shares = clauses.map((other) => ({ other, share: shared(clause, other) }));
  const most = Math.max(0, ...shares.map(({ share }) => share));
  if (most === 0) return clause.negated && !clauses.some(({ negated }) => negated);
  return shares.some(({ other, share }) => share === most && other.negated !== clause.negated);
};

/** Whether another clause with a value of its own speaks more of the same than any that holds this value. */
const misplaced = (clause: Clause, clauses: readonly Clause[]): boolean => {
  return clause.values.some((value) => {
    const withValues = clauses.filter(({ values }) => values.some(({ kind }) => kind === value.kind));
    const holds = ({ values }: Clause): boolean => values.some((one) => sameValue(one, value));
    const most = (among: readonly Clause[]): number => Math.max(0, ...among.map((other) => shared(clause, other)));
    return most(withValues.filter((other) => !holds(other))) > most(withValues.filter(holds));
  });
};
