/** What a text looks like to a classifier: which features it has, and how much of each. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** A term of the examples, and how rare it is among them (smoothed inverse document frequency). */
type Term = readonly [term: string, rarity: number];

/** What was learned from examples: their words and pairs of words, and pieces of words, which survive typos and endings. */
export interface Vocabulary {
  readonly phrases: readonly Term[];
  readonly pieces: readonly Term[];
}

/** The features of texts. */
export interface TextFeatures {
  readonly size: number;
  of(text: string): SparseVector;
}

/** Lengths of the pieces of words, spaces around a word counted. */
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;
/** A piece that stands in one example alone says nothing of others. */
const PIECE_EXAMPLES = 2;

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words and pairs of neighbours. */
const phrasesOf = (words: readonly string[]): readonly string[] => [
  ...words,
  ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
];

/** Pieces of each word, with a space where it begins and ends. */
const piecesOf = (words: readonly string[]): readonly string[] => {
  const pieces: string[] = [];
  for (const word of words) {
    const padded = ` ${word} `;
    for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length += 1) {
      if (length >= padded.length) {
        pieces.push(padded);
        break;
      }
      for (let start = 0; start + length <= padded.length; start += 1) pieces.push(padded.slice(start, start + length));
    }
  }
  return pieces;
};

/** The terms that stand in at least so many examples, weighed by how few of them have each. */
const termsOf = (all: readonly (readonly string[])[], least: number): readonly Term[] => {
  const seen = new Map<string, number>();
  for (const terms of all) for (const term of new Set(terms)) seen.set(term, (seen.get(term) ?? 0) + 1);
  return [...seen]
    .filter(([, count]) => count >= least)
    .map(([term, count]) => [term, Math.log((1 + all.length) / (1 + count)) + 1] as const);
};

/** Learns the features that examples have. */
export const learnVocabulary = (examples: readonly string[]): Vocabulary => {
  const words = examples.map(wordsOf);
  return { phrases: termsOf(words.map(phrasesOf), 1), pieces: termsOf(words.map(piecesOf), PIECE_EXAMPLES) };
};

type Weights = ReadonlyMap<string, { readonly index: number; readonly rarity: number }>;

const weightsOf = (terms: readonly Term[], offset: number): Weights =>
  new Map(terms.map(([term, rarity], index) => [term, { index: offset + index, rarity }]));

/** The known terms of a text with their weights, of length 1 together; a term said often counts with its logarithm. */
const weighed = (weights: Weights, terms: readonly string[]): readonly (readonly [number, number])[] => {
  const counts = new Map<string, number>();
  for (const term of terms) if (weights.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const entries = [...counts].flatMap(([term, count]) => {
    const known = weights.get(term);
    return known ? [[known.index, (1 + Math.log(count)) * known.rarity] as const] : [];
  });
  const length = Math.hypot(...entries.map(([, value]) => value));
  return entries.map(([index, value]) => [index, value / length] as const);
};

/** The features of any text, as far as the vocabulary knows them. */
export const textFeatures = (vocabulary: Vocabulary): TextFeatures => {
  const phrases = weightsOf(vocabulary.phrases, 0);
  const pieces = weightsOf(vocabulary.pieces, phrases.size);
  return {
    size: phrases.size + pieces.size,
    of: (text) => {
      const said = wordsOf(text);
      const entries = [...weighed(phrases, phrasesOf(said)), ...weighed(pieces, piecesOf(said))];
      return {
        indices: Int32Array.from(entries, ([index]) => index),
        values: Float32Array.from(entries, ([, value]) => value),
      };
    },
  };
};
