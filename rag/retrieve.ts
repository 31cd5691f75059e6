import type { WeightedTerm } from './answer/question.ts';
import type { ReaderScope } from './library.ts';
import type { Found, IndexedPassage, SearchIndex } from './search-index.ts';
import { isOneSlipFrom, sharesRoot } from './words/spelling.ts';
import { conceptToken, type Term, termsOf } from './words/terms.ts';

/** Passages asked of the index by meaning, and as many by words. */
const CANDIDATES = 24;
/**
 * What full agreement in words adds to a cosine. Meaning leads: ranks of the two mixed evenly (reciprocal rank fusion)
 * push a paraphrase below every passage that merely shares words.
 */
const WORDS_WEIGHT = 0.45;
const ASTRAY_LOSS = 0.2;
const TOPIC_GAIN = 0.3;
/** Another word for the same thing, and a place in the heading or the document's name, count for less than the word itself. */
const CONCEPT_MATCH = 0.85;
const HEADING_MATCH = 0.75;
const NAME_MATCH = 0.6;
const PREVIOUS_MATCH = 0.8;
const BESIDE_MATCH = 0.4;
const ELSEWHERE_MATCH = 0.3;
/** Added to the number of passages: in a handful of them, how often a word occurs says little about how rare it is. */
const SMALL_LIBRARY = 12;
/** Words shorter than this are not taken for misspelt. */
const SPELT_FROM = 5;
/** Sentences that are weighed as an answer. */
const MOST_EVIDENCE = 40;
/** Share of words in common above which two units say the same. */
const SAME = 0.9;

/** A sentence, list item or row that may answer, and how it fits the question. */
export interface Evidence {
  readonly passage: IndexedPassage;
  /** Its place in the passage. */
  readonly unit: number;
  readonly text: string;
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
  /** Meaning and words in one number; the higher, the better. */
  readonly score: number;
}

/** What was found for one question, best first, near-duplicates folded into the first of them. */
export interface Retrieved {
  readonly evidence: readonly Evidence[];
  /** The terms as they were searched, misspelt ones mended. */
  readonly terms: readonly WeightedTerm[];
}

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

/** A sentence that leans on the one before it ("It runs every ten minutes"). */
export const leansOnPrevious = (text: string): boolean =>
  /^(?:it|its|it's|they|their|this|these|those|he|she|his|her|both|there|after that|then)\b/i.test(text);

/** Finds what may answer, in the scope and nowhere else. `vector` is the question's meaning, `about` what was talked of. */
export const retrieve = async (
  index: SearchIndex,
  scope: ReaderScope,
  question: {
    readonly vector: Float32Array;
    readonly terms: readonly WeightedTerm[];
    readonly about: readonly string[];
  },
): Promise<Retrieved> => {
  const { vector, terms: asked, about: names } = question;
  let found = await index.search(scope, question, CANDIDATES);
  const terms = await mended(index, scope, asked, found);
  if (terms !== asked) found = await index.search(scope, { vector, terms, about: names }, CANDIDATES);
  const weights = terms.map((term) => rarity(term, found) * term.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const documents = aboutEach(found);

  const evidence = found.hits.flatMap(({ passage, cosines }): Evidence[] => {
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
    const onTopic = names.some((name) => standsUnder(passage, name));
    return passage.units.map((text, unit) => {
      const said = units[unit];
      const previous = leansOnPrevious(text) ? units[unit - 1] : undefined;
      let covered = 0;
      let coveredHere = 0;
      let complete = terms.length > 0;
      for (const [position, term] of terms.entries()) {
        const weight = weights[position] ?? 0;
        const here = said ? match(term, said) : 0;
        const beside = Math.max(0, ...units.map((other) => match(term, other)));
        coveredHere += weight * here;
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
        cosine,
        covered: share,
        complete,
        coveredHere: total > 0 ? coveredHere / total : 0,
        astray,
        onTopic,
        score: cosine + WORDS_WEIGHT * share - (astray ? ASTRAY_LOSS : 0) + (onTopic ? TOPIC_GAIN : 0),
      };
    });
  });
  evidence.sort((a, b) => b.score - a.score);
  return { evidence: folded(evidence), terms };
};

/** How much a word tells: a word in few passages tells more than one in all of them. */
const rarity = (term: Term, { passages, frequencies }: Found): number => {
  const known = [term.stem, ...term.concepts.map(conceptToken)].map((token) => frequencies.get(token) ?? 0);
  return Math.log((passages + SMALL_LIBRARY) / (Math.min(passages, Math.max(0, ...known)) + 0.5));
};

/** Unknown words that are one slip from a known one, put right. The same array when there are none. */
const mended = async (
  index: SearchIndex,
  scope: ReaderScope,
  terms: readonly WeightedTerm[],
  { frequencies }: Found,
): Promise<readonly WeightedTerm[]> => {
  const isUnknown = ({ stem, concepts }: Term): boolean =>
    stem.length >= SPELT_FROM && !/\d/.test(stem) && concepts.length === 0 && !frequencies.has(stem);
  if (!terms.some(isUnknown)) return terms;
  let changed = false;
  const better = await Promise.all(
    terms.map(async (term) => {
      if (!isUnknown(term)) return term;
      const known = await index.stemsFrom(scope, term.stem.slice(0, 1));
      const meant =
        known.find((stem) => stem.length >= SPELT_FROM - 1 && isOneSlipFrom(stem, term.stem)) ??
        known.find((stem) => sharesRoot(stem, term.stem));
      if (meant === undefined) return term;
      changed = true;
      const [same] = termsOf(meant);
      return { ...term, stem: meant, concepts: same?.stem === meant ? same.concepts : [] };
    }),
  );
  return changed ? better : terms;
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

/** Leaves out what repeats something better placed, word for word or nearly. */
const folded = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const kept: { readonly entry: Evidence; readonly words: ReadonlySet<string> }[] = [];
  for (const entry of evidence.slice(0, MOST_EVIDENCE)) {
    const words = new Set(termsOf(entry.text).map(({ stem }) => stem));
    const repeats = kept.some((other) => sameShare(words, other.words) > SAME);
    if (!repeats || words.size === 0) kept.push({ entry, words });
  }
  return kept.map(({ entry }) => entry);
};

const sameShare = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
};
