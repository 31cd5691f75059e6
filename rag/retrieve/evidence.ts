import type { WeightedTerm } from '../answer/question.ts';
import type { Found, IndexedPassage, Span } from '../search-index.ts';
import { type Term, termsOf, tokensOf } from '../words/terms.ts';
import type { SpokenName } from './spoken-of.ts';

/**
 * What full agreement in words adds to a cosine: the sentence's own words, and what stands above and around it. Meaning
 * leads: ranks of the two mixed evenly (reciprocal rank fusion) push a paraphrase below every passage that merely
 * shares words.
 */
const OWN_WORDS_WEIGHT = 0.3;
const WORDS_WEIGHT = 0.15;
/** What standing under the name that is spoken of adds: more than any likeness can. */
const NAME_GAIN = 2;
const ASTRAY_LOSS = 0.2;
/** What people wrote to one another is less sure than what they were given in writing; the latest of it counts most. */
const CHAT_LOSS = 0.1;
const RECENCY_GAIN = 0.05;
/** A question resembles every other question: what an FAQ repeats of one says less than a statement. */
const QUESTION_LOSS = 0.1;
/** Another word for the same thing, and a place in the heading or the document's name, count for less than the word itself. */
const CONCEPT_MATCH = 0.85;
const HEADING_MATCH = 0.75;
const NAME_MATCH = 0.6;
const PREVIOUS_MATCH = 0.8;
const BESIDE_MATCH = 0.4;
const ELSEWHERE_MATCH = 0.3;
/** Added to the number of passages: in a handful of them, how often a word occurs says little about how rare it is. */
const SMALL_LIBRARY = 12;

/** A sentence, list item or row that may answer, and how it fits the question. */
export interface Evidence {
  readonly passage: IndexedPassage;
  /** Its place in the passage. */
  readonly unit: number;
  readonly text: string;
  readonly span: Span;
  readonly cosine: number;
  /** Share of what is asked that is spoken of here or in what stands above and around it, rare words counting more; 0 to 1. */
  readonly covered: number;
  /** Everything that was asked is spoken of, in the sentence or above it. */
  readonly complete: boolean;
  /** {@link Evidence.covered}, counting the sentence itself only. */
  readonly coveredHere: number;
  /** The question names something that another document is about and this one never mentions. */
  readonly astray: boolean;
  /** It stands in what the conversation was about. */
  readonly onTopic: boolean;
  /** Meaning, words and the names spoken of in one number; the higher, the better. */
  readonly score: number;
}

/** What evidence is weighed by. */
export interface Sought {
  readonly terms: readonly WeightedTerm[];
  /** What the conversation was about, where the question names nothing itself. */
  readonly topic: readonly string[];
  readonly about: readonly SpokenName[];
}

/** Weighs every unit of what was found, in no promised order. */
export const weigh = (found: Found, { terms, topic, about: names }: Sought): readonly Evidence[] => {
  const weights = terms.map((term) => rarity(term, found) * term.weight);
  const total = sum(weights);
  const tells = terms.map((term) => !term.names && isKnown(term, found));
  const tellingTotal = sum(weights.filter((_, position) => tells[position]));
  const documents = aboutEach(found);
  return found.hits.flatMap(({ passage, cosines }): Evidence[] => {
    const heading = spoken(passage.heading ?? '');
    const about = documents.get(passage.documentId);
    const units = passage.units.map(spoken);
    const astray = terms.some(
      (term) =>
        term.weight === 1 &&
        about !== undefined &&
        match(term, about.name) === 0 &&
        match(term, about.all) === 0 &&
        [...documents].some(([id, other]) => id !== passage.documentId && match(term, other.name) === 1),
    );
    const onTopic = topic.some((name) => standsUnder(passage, name));
    const named = Math.max(0, ...names.map(({ name, weight }) => (standsUnder(passage, name) ? weight : 0)));
    return passage.units.map((text, unit) => {
      const said = units[unit];
      const previous = leansOnPrevious(text) ? units[unit - 1] : undefined;
      let covered = 0;
      let coveredHere = 0;
      let told = 0;
      let complete = terms.length > 0;
      for (const [position, term] of terms.entries()) {
        const weight = weights[position] ?? 0;
        const here = said ? match(term, said) : 0;
        const beside = Math.max(0, ...units.map((other) => match(term, other)));
        coveredHere += weight * here;
        if (tells[position]) told += weight * here;
        const fit = Math.max(
          here,
          previous ? PREVIOUS_MATCH * match(term, previous) : 0,
          HEADING_MATCH * match(term, heading),
          about ? NAME_MATCH * match(term, about.name) : 0,
          BESIDE_MATCH * beside,
          about ? ELSEWHERE_MATCH * match(term, about.all) : 0,
        );
        covered += weight * fit;
        if (fit <= BESIDE_MATCH && term.weight === 1) complete = false;
      }
      const share = total > 0 ? covered / total : 0;
      const cosine = cosines[unit] ?? 0;
      return {
        passage,
        unit,
        text,
        span: passage.spans[unit] ?? [0, 0],
        cosine,
        covered: share,
        complete,
        coveredHere: total > 0 ? coveredHere / total : 0,
        astray,
        onTopic,
        score:
          cosine +
          OWN_WORDS_WEIGHT * (tellingTotal > 0 ? told / tellingTotal : 0) +
          WORDS_WEIGHT * share +
          NAME_GAIN * named +
          RECENCY_GAIN * (passage.recency ?? 0) -
          (passage.kind === 'chat' ? CHAT_LOSS : 0) -
          (asksItself(text) ? QUESTION_LOSS : 0) -
          (astray ? ASTRAY_LOSS : 0),
      };
    });
  });
};

/** A sentence that leans on the one before it ("It runs every ten minutes"). */
export const leansOnPrevious = (text: string): boolean =>
  /^(?:it|its|it's|they|their|this|these|those|he|she|his|her|both|there(?!'s|\s+(?:is|are|was|were|will|may|can)\b)|after that|then)\b/i.test(
    text,
  );

/** A question with its answer behind it, as an FAQ has them. */
const asksItself = (text: string): boolean => /^[^.!?]{6,200}\?\s/.test(text);

const standsUnder = ({ document, heading }: IndexedPassage, name: string): boolean =>
  document === name || (heading?.split(' > ').includes(name) ?? false);

interface Spoken {
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<number>;
}

const spoken = (text: string): Spoken => {
  const terms = termsOf(text);
  return {
    stems: new Set(terms.map(({ stem }) => stem)),
    concepts: new Set(terms.flatMap(({ concepts }) => concepts)),
  };
};

const match = ({ stem, concepts }: Term, said: Spoken): number => {
  if (said.stems.has(stem)) return 1;
  return concepts.some((concept) => said.concepts.has(concept)) ? CONCEPT_MATCH : 0;
};

const isKnown = (term: Term, { frequencies }: Found): boolean => tokensOf(term).some((token) => frequencies.has(token));

/** How much a word tells: a word in few passages tells more than one in all of them. */
const rarity = (term: Term, { passages, frequencies }: Found): number => {
  const known = tokensOf(term).map((token) => frequencies.get(token) ?? 0);
  return Math.log((passages + SMALL_LIBRARY) / (Math.min(passages, Math.max(0, ...known)) + 0.5));
};

interface About {
  /** Its name and outermost headings. */
  readonly name: Spoken;
  /** All of it that was found. */
  readonly all: Spoken;
}

const aboutEach = ({ hits }: Found): ReadonlyMap<string, About> => {
  const words = new Map<string, { name: Set<string>; all: string[] }>();
  for (const { passage } of hits) {
    const entry = words.get(passage.documentId) ?? { name: new Set([nameWords(passage.document)]), all: [] };
    words.set(passage.documentId, entry);
    const [outermost] = (passage.heading ?? '').split(' > ');
    if (outermost) entry.name.add(outermost);
    entry.all.push(passage.heading ?? '', ...passage.units);
  }
  return new Map(
    [...words].map(([id, { name, all }]) => [id, { name: spoken([...name].join('\n')), all: spoken(all.join('\n')) }]),
  );
};

/** A file's name as words: without its ending, `_` and `-` as spaces. */
const nameWords = (name: string): string => name.replace(/\.\w{1,5}$/, '').replace(/[_-]+/g, ' ');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
