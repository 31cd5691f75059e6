import { type Term, termsOf, wordsOf } from '../words/terms.ts';
import { kindAsked } from './answer-kind.ts';
import { askedTerms } from './asked-terms.ts';

/** Turns of the conversation in which "it" and "there" are looked for. */
const TURNS_BACK = 6;
/** Characters of a turn that are looked at. */
const LONGEST_TURN = 500;
const MAX_NAMES = 3;
const MAX_TERMS = 6;

/** What the conversation is about. */
export interface Topic {
  /** Documents and headings that were named, as they are written there. */
  readonly names: readonly string[];
  /** The words to search for it. */
  readonly terms: readonly Term[];
}

/** A name of a document or heading, ready to be found in what people say. */
export interface KnownName {
  readonly name: string;
  readonly words: string;
  readonly terms: readonly Term[];
}

const NOTHING: Topic = { names: [], terms: [] };

/** Makes names findable; those without a word of their own are left out. */
export const knownNames = (names: readonly string[]): readonly KnownName[] =>
  names.flatMap((name) => {
    const plain = name.replace(/\.\w{1,5}$/, '').replace(/[_-]+/g, ' ');
    const terms = termsOf(plain);
    const words = wordsOf(plain).filter((word, position) => position > 0 || word !== 'the');
    return terms.some(({ word }) => word.length > 3) ? [{ name, terms, words: words.join(' ') }] : [];
  });

/** The names that a text holds, the longest first: whole, or by all their telling words when there are several. */
export const namedIn = (text: string, names: readonly KnownName[]): readonly KnownName[] => {
  const said = ` ${wordsOf(text).join(' ')} `;
  const stems = new Set(termsOf(text).map(({ stem }) => stem));
  return names
    .filter(
      ({ words, terms }) =>
        said.includes(` ${words} `) || (terms.length > 1 && terms.every(({ stem }) => stems.has(stem))),
    )
    .sort((a, b) => b.words.length - a.words.length)
    .slice(0, MAX_NAMES);
};

/** What was spoken of last: the names in the latest turn that holds any; without one, the words of the latest question. */
export const spokenOf = (history: readonly string[], names: readonly KnownName[]): Topic => {
  const turns = history
    .slice(-TURNS_BACK)
    .reverse()
    .map((turn) => turn.slice(0, LONGEST_TURN).replace(/\[\d+\]/g, ' '));
  for (const turn of turns) {
    const named = namedIn(turn, names);
    if (named.length > 0) {
      return { names: named.map(({ name }) => name), terms: distinct(named.flatMap(({ terms }) => terms)) };
    }
  }
  const asked = turns.map((turn) => ({ turn, kind: kindAsked(turn.toLowerCase()) }));
  // A question says what it is about; a statement only when nobody asked.
  for (const { turn, kind } of [...asked.filter((one) => one.kind !== 'open'), ...asked]) {
    const terms = askedTerms(turn, kind);
    if (terms.length > 0) return { names: [], terms: distinct(terms) };
  }
  return NOTHING;
};

const distinct = (terms: readonly Term[]): readonly Term[] =>
  [...new Map(terms.map((term) => [term.stem, term])).values()].slice(0, MAX_TERMS);
