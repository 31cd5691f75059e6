import type { WeightedTerm } from '../answer/question/question.ts';
import type { Found, IndexedPassage } from '../search-index.ts';
import { daysCutShort, daysWithin, isDay } from '../words/days.ts';
import { type Term, termsMeant, termsOf } from '../words/terms.ts';

/** Another word for the same thing counts for a little less than the word itself, a day that is meant but not named, too. */
const CONCEPT_MATCH = 0.85;
const MEANT_DAY = 0.9;
const OTHER_DAY = 0.5;

/** What a text speaks of. */
export interface Spoken {
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<number>;
  readonly days: ReadonlySet<string>;
}

const NO_DAYS: ReadonlySet<string> = new Set();

export const spoken = (text: string): Spoken => {
  const known = read.get(text);
  if (known) return known;
  const now = readAnew(text);
  if (read.size >= MOST_READ) read.clear();
  if (text.length <= LONGEST_KEPT) read.set(text, now);
  return now;
};

/** Sentences that were read lately: the same ones are held against every question. */
const read = new Map<string, Spoken>();
const MOST_READ = 4_000;
const LONGEST_KEPT = 500;

const readAnew = (text: string): Spoken => {
  const terms = termsMeant(text);
  const mayTellDays = /da(?:y|ily)|week|\b(?:mon|tue|wed|thu|fri|sat|sun)/i.test(text);
  return {
    stems: new Set([...terms.map(({ stem }) => stem), ...(mayTellDays ? daysCutShort(text) : [])]),
    concepts: new Set(terms.flatMap(({ concepts }) => concepts)),
    days: mayTellDays ? daysWithin(text) : NO_DAYS,
  };
};

/** How well a term is spoken of in a text, 0 to 1. */
export const match = ({ stem, concepts }: Term, said: Spoken): number => {
  if (said.stems.has(stem)) return 1;
  if (isDay(stem)) {
    if (said.days.has(stem)) return MEANT_DAY;
    // The days it names are an answer, too, to whether it is so on another.
    if ([...said.stems].some(isDay)) return OTHER_DAY;
  }
  return concepts.some((concept) => said.concepts.has(concept)) ? CONCEPT_MATCH : 0;
};

/** What a whole document speaks of. */
export interface About {
  /** Its name and outermost headings. */
  readonly name: Spoken;
  /** The heading that it begins with. */
  readonly title: Spoken;
  /** All of it that was found. */
  readonly all: Spoken;
  /** How well a term says what the document is about: it stands in its name or title, or again and again. */
  tells(term: WeightedTerm): number;
}

/** A term that stands in so many sentences of a document, and in this share of them, is what the document is about. */
const OFTEN = 3;
const OFTEN_SHARE = 0.12;

/** "Where do we meet Carys" is told by what Carys wrote. */
const WRITTEN_BY = 0.9;

/** What each document that was found is about, by its id. */
export const aboutEach = ({ hits }: Found): ReadonlyMap<string, About> => {
  const own = Map.groupBy(hits, ({ passage }) => passage.documentId);
  return new Map([...own].map(([id, found]) => [id, aboutOf(found.map(({ passage }) => passage))]));
};

const aboutOf = (passages: readonly IndexedPassage[]): About => {
  const names = new Set<string>();
  for (const { document, heading } of passages) {
    names.add(nameWords(document));
    const [outermost] = (heading ?? '').split(' > ');
    if (outermost) names.add(outermost);
  }
  const name = spoken([...names].join('\n'));
  const first = passages.reduce((one, other) => (other.ordinal < one.ordinal ? other : one));
  const title = spoken((first.heading ?? '').split(' > ')[0] ?? '');
  const units = passages.flatMap((passage) => passage.units.map(spoken));
  const all = spoken(passages.flatMap(({ heading, units: own }) => [heading ?? '', ...own]).join('\n'));
  const writers = new Set(passages.flatMap(({ units: own }) => own.flatMap(writerIn)));
  const known = new Map<string, number>();
  const tells = (term: WeightedTerm): number => {
    const before = known.get(term.stem);
    if (before !== undefined) return before;
    const times = units.filter((unit) => match(term, unit) > 0).length;
    const often = times >= OFTEN && times / units.length >= OFTEN_SHARE ? 0.9 : 0;
    const result = Math.max(match(term, name), often, writers.has(term.stem) ? WRITTEN_BY : 0);
    known.set(term.stem, result);
    return result;
  };
  return { name, title, all, tells };
};

/** Who wrote a letter, by the line that says so. As stems. */
const writerIn = (unit: string): readonly string[] =>
  termsOf(/^From: (?<name>.+) \S+@\S+$/.exec(unit)?.groups?.name ?? '').map(({ stem }) => stem);

/** A file's name as words: without its ending, `_` and `-` as spaces. */
const nameWords = (name: string): string => name.replace(/\.\w{1,5}$/, '').replace(/[_-]+/g, ' ');
