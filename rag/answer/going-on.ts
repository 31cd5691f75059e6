import type { Evidence } from '../retrieve/evidence.ts';
import { termsOf } from '../words/terms.ts';
import { holdsAnswer } from './question/answer-kind.ts';
import type { QuestionPart } from './question/question.ts';

/** A place in a document that was quoted just before. */
export interface Said extends Pick<Evidence, 'passage' | 'unit'> {
  /** What of it was left out; absent where it was told whole. */
  readonly rest?: string | undefined;
}

/** What goes on from the last answer is looked for beside it; what is asked of another thing is not the same sentence. */
const SAME_PASSAGE = 1.5;
const SAME_TABLE = 1;
const SAME_DOCUMENT = 0.8;
/** What a sentence without the kind of value that is asked for loses, given back. */
const TOLD_ALIKE = 6;
const NEXT_TO_IT = 0.5;
/** Two values or more make a line that can be told from others by its form. */
const FEWEST_VALUES = 2;
const SHARED_WORD = 0.25;
const MOST_SHARED = 2;
const THE_REST = 2.5;
const SAID_AGAIN = -2.5;
/** Words shorter than this, together, may stand in an answer by chance. */
const SHORTEST_SAID = 9;
const FEWEST_SAID = 2;
/** So much of a sentence must have been told where other words of it stand between. */
const LEAST_TOLD = 0.15;

/** What of the evidence stands in what was said last, whole or in part, its marks left out. */
export const saidLast = (evidence: readonly Evidence[], history: readonly string[]): readonly Said[] => {
  const told = (history.at(-1) ?? '')
    .split(/\[\d+\][.!?…]?/)
    .map(wordsIn)
    .filter(isTelling);
  return evidence.flatMap(({ passage, unit, text }): readonly Said[] => {
    const own = wordsIn(text);
    if (!isTelling(own)) return [];
    if (told.some((words) => within(own, words) !== undefined)) return [{ passage, unit }];
    for (const words of told) {
      const at = inOneBreath(words, own) ?? (words.length >= LEAST_TOLD * own.length ? within(words, own) : undefined);
      if (at) return [{ passage, unit, rest: restOf(text, at) }];
    }
    return [];
  });
};

/** Letters and digits alone: a row is said with other signs between its cells than it is written with. */
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const isTelling = (words: readonly string[]): boolean =>
  words.length >= FEWEST_SAID && words.join('').length >= SHORTEST_SAID;

/** Where the words stand in the others, in order; `undefined` when not all of them do. A label may stand between. */
const within = (words: readonly string[], others: readonly string[]): ReadonlySet<number> | undefined => {
  const at = new Set<number>();
  let from = 0;
  for (const word of words) {
    const here = others.indexOf(word, from);
    if (here < 0) return undefined;
    at.add(here);
    from = here + 1;
  }
  return at;
};

/** Where the words stand in the others, one right behind the other. */
const inOneBreath = (words: readonly string[], others: readonly string[]): ReadonlySet<number> | undefined => {
  const at = others.findIndex((_, start) => words.every((word, offset) => others[start + offset] === word));
  return at < 0 ? undefined : new Set(words.map((_, offset) => at + offset));
};

/** A text without the words that stand at these places. */
const restOf = (text: string, told: ReadonlySet<number>): string => {
  let at = -1;
  return text
    .replace(/[\p{L}\p{N}]+/gu, (word) => {
      at += 1;
      return told.has(at) ? '' : word;
    })
    .replace(/\s+/g, ' ')
    .trim();
};

/** The evidence in what was said last alone; of a sentence that was told in part, the rest. Each with what it is of. */
export const besideSaid = (evidence: readonly Evidence[], before: readonly Said[]): ReadonlyMap<Evidence, Evidence> =>
  new Map(
    evidence.flatMap((entry): readonly (readonly [Evidence, Evidence])[] => {
      if (!before.some((said) => said.passage.documentId === entry.passage.documentId)) return [];
      const again = before.find((said) => isSameUnit(said, entry));
      if (!again) return [[entry, entry]];
      return again.rest && /[\p{L}\p{N}]/u.test(again.rest) ? [[{ ...entry, text: again.rest }, entry]] : [];
    }),
  );

/** What standing beside the last answer adds to how surely a sentence answers. */
export const goingOn = (
  part: QuestionPart,
  { passage, unit, text, fits }: Evidence,
  before: readonly Said[],
): number => {
  if (!part.leans && !part.later) return 0;
  return besideIt(part, { passage, unit, text, fits }, before) + inTheWordsOf(part, { passage, text }, before);
};

const besideIt = (
  part: QuestionPart,
  { passage, unit, text, fits }: Pick<Evidence, 'passage' | 'unit' | 'text' | 'fits'>,
  before: readonly Said[],
): number => {
  const again = before.find((said) => isSameUnit(said, { passage, unit }));
  if (again?.rest !== undefined && text === again.rest) {
    const rest = new Set(termsOf(text).map(({ stem }) => stem));
    return fits.every(({ term, own }) => own === 0 || rest.has(term.stem)) ? THE_REST : 0;
  }
  if (part.elliptic && again) return SAID_AGAIN;
  if (part.elliptic) {
    // What was told was taken for an answer: what stands beside it may answer in the same way.
    const alike = before.some(
      ({ passage: said, unit: at }) => isSamePassage(said, passage) && isLike(part, said.units[at], text),
    );
    if (alike) return SAME_PASSAGE + TOLD_ALIKE;
  }
  const near = before.filter(({ passage: said }) => isSamePassage(said, passage));
  const isRow = passage.units[unit]?.includes(' | ') ?? false;
  if (isRow && near.some((said) => said.passage.units[said.unit]?.includes(' | '))) return SAME_PASSAGE + SAME_TABLE;
  if (near.some((said) => Math.abs(said.unit - unit) === 1)) return SAME_PASSAGE + (part.besideSaid ? NEXT_TO_IT : 0);
  // Of a bare "what does it cost" the whole passage is not meant.
  if (part.besideSaid && part.terms.length === 0) return 0;
  if (near.length > 0) return SAME_PASSAGE;
  if (part.elliptic && before.some((said) => isCounterpart(said, { passage, text }))) return SAME_PASSAGE + SAME_TABLE;
  return before.some((said) => said.passage.documentId === passage.documentId) ? SAME_DOCUMENT : 0;
};

/** Times, sums and other numbers, in order, as letters. */
const shapeOf = (text: string): string =>
  [...text.matchAll(/\d{1,2}[:.]\d\d|(?:[€$£]|\b[A-Z]{3}) ?\d[\d.,]*|\d[\d.,]*/g)]
    .map(([value]) => (/^\d{1,2}[:.]\d\d$/.test(value) ? 't' : /^\d/.test(value) ? 'n' : 'm'))
    .join('');

/** Whether it is to its heading what was said is to the one beside it: the times of the way back to those of the way out. */
const isCounterpart = (said: Said, { passage, text }: Pick<Evidence, 'passage' | 'text'>): boolean => {
  const [one = [], other = []] = [said.passage, passage].map(({ heading }) => heading?.split(' > ') ?? []);
  const isBeside =
    said.passage.documentId === passage.documentId &&
    one.length > 1 &&
    one.length === other.length &&
    one.at(-1) !== other.at(-1) &&
    one.slice(0, -1).join() === other.slice(0, -1).join();
  const shape = shapeOf(text);
  return isBeside && shape.length >= FEWEST_VALUES && shapeOf(said.passage.units[said.unit] ?? '').startsWith(shape);
};

/** Asked in one breath, what shares words with what was just told, beside those of the question, is likelier of the same thing: the boat of the whole day that was booked. */
const inTheWordsOf = (
  part: QuestionPart,
  { passage, text }: Pick<Evidence, 'passage' | 'text'>,
  before: readonly Said[],
): number => {
  if (!part.later) return 0;
  const asked = new Set(termsOf(part.whole).map(({ stem }) => stem));
  const told = new Set(
    before.flatMap(({ passage: said, unit: at }) => termsOf(said.units[at] ?? '').map(({ stem }) => stem)),
  );
  const own = new Set(termsOf(`${passage.heading?.split(' > ').at(-1) ?? ''} ${text}`).map(({ stem }) => stem));
  const shared = [...own].filter((stem) => told.has(stem) && !asked.has(stem) && !/^\d/.test(stem)).length;
  return SHARED_WORD * Math.min(MOST_SHARED, shared);
};

/** Whether neither of two holds what kind of answer is asked for, so that this kind is not what it is told as. */
const isLike = ({ kind }: QuestionPart, said: string | undefined, text: string): boolean =>
  said !== undefined && holdsAnswer(kind, said) < 0 && holdsAnswer(kind, text) === holdsAnswer(kind, said);

const isSamePassage = (one: Evidence['passage'], other: Evidence['passage']): boolean =>
  one.documentId === other.documentId && one.ordinal === other.ordinal;

/** Whether both are the same sentence at the same place. */
export const isSameUnit = (one: Said, other: Said): boolean =>
  isSamePassage(one.passage, other.passage) && one.unit === other.unit;
