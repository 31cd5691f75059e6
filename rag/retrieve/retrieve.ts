import type { WeightedTerm } from '../answer/question/question.ts';
import type { ReaderScope } from '../library.ts';
import type { Found, SearchIndex } from '../search-index.ts';
import { isOneSlipFrom, sharesRoot } from '../words/spelling.ts';
import { compounded, slipOf, type Term, termsOf } from '../words/terms.ts';
import { type Evidence, type Sought, weigh } from './evidence.ts';

/** Sentences that are weighed as an answer. */
const MOST_EVIDENCE = 120;
/** Passages asked of the index by meaning, as many by words, and as many under each name: at least so many. */
const CANDIDATES = 24;
/** Words shorter than this are not taken for misspelt. */
const SPELT_FROM = 5;
/** Share of words in common above which two units say the same. */
const SAME = 0.9;

/** What was found for one question, best first, near-duplicates folded into the first of them. */
export interface Retrieved {
  readonly evidence: readonly Evidence[];
  /** The terms as they were searched, misspelt ones mended. */
  readonly terms: readonly WeightedTerm[];
}

/** Finds what may answer, in the scope and nowhere else; at most `most` units. */
export const retrieve = async (
  index: SearchIndex,
  scope: ReaderScope,
  question: Sought & { readonly text: string; readonly vector: Float32Array },
  most = MOST_EVIDENCE,
): Promise<Retrieved> => {
  const { text, vector, terms: asked, topic, about } = question;
  const names = [...new Set([...topic, ...about.map(({ name }) => name)])];
  const candidates = Math.max(CANDIDATES, most);
  const search = (terms: readonly WeightedTerm[]): Promise<Found> =>
    index.search(scope, { text, vector, terms, about: names }, candidates);
  let found = await search(asked);
  const terms = await mended(index, scope, asked, found);
  if (terms !== asked) found = await search(terms);
  const evidence = weigh(found, { terms, topic, about }).toSorted((a, b) => b.score - a.score);
  return { evidence: folded(evidence, most), terms };
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
      const known = await index.stemsLike(scope, term.stem);
      const meant =
        known.find((stem) => stem.length >= SPELT_FROM - 1 && isOneSlipFrom(stem, term.stem)) ??
        known.find((stem) => sharesRoot(stem, term.stem));
      const slip = meant === undefined ? slipOf(term.stem) : undefined;
      if (slip) changed = true;
      if (meant === undefined) return { ...term, ...slip };
      changed = true;
      const [same] = termsOf(meant);
      return { ...term, stem: meant, concepts: same?.stem === meant ? same.concepts : [] };
    }),
  );
  return changed ? compounded(better) : terms;
};

/** The first `most`, leaving out what repeats something better placed, word for word or nearly. */
const folded = (evidence: readonly Evidence[], most: number): readonly Evidence[] => {
  const kept: { readonly entry: Evidence; readonly words: ReadonlySet<string> }[] = [];
  for (const entry of evidence) {
    if (kept.length === most) break;
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
