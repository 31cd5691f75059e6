import type { Names, Spread } from '../search-index.ts';
import { isOneSlipFrom } from '../words/spelling.ts';
import { stem } from '../words/stem.ts';
import { isStopWord, wordsOf } from '../words/terms.ts';

/** A name of a document or heading that a text speaks of. */
export interface Mention {
  /** As it is written in the library. */
  readonly name: string;
  /** How surely it is meant, 0 to 1: the share of the name that was said, telling words counting more. */
  readonly strength: number;
  /** The words of the text that say it. */
  readonly at: readonly number[];
}

/** Less of a name than this says nothing. */
const LEAST_STRENGTH = 0.45;
/** Words that hold a name together, or stand before it. */
const GLUE_WEIGHT = 0.05;
/** A word said with a slip of the finger. */
const SLIP = 0.9;
const SLIP_FROM = 5;
/** Share of the passages elsewhere at which a word of a name is an ordinary word, which names nothing by itself. */
const ORDINARY_SHARE = 0.1;
const ORDINARY_LOSS = 0.9;
/** Added to the number of passages, as one use in a handful does not make a word ordinary. */
const SMALL_LIBRARY = 50;
/** One word alone names something for sure from this weight on. */
const TELLING_WEIGHT = 0.5;

interface KnownName {
  readonly name: string;
  readonly words: readonly string[];
  readonly passages: number;
}

/** The names of a library, ready to be found in what people say. */
export interface NameBook {
  /** Words in the text whose {@link Spread} decides what is meant. */
  doubtful(text: string): readonly string[];
  /** The names a text speaks of; a name inside a longer one is not meant. */
  find(text: string, spread: Spread): readonly Mention[];
}

const books = new WeakMap<Names, NameBook>();

/** The book of these names; made once for as long as they stay the same. */
export const nameBook = (names: Names): NameBook => {
  const known = books.get(names) ?? makeBook(names);
  books.set(names, known);
  return known;
};

/** Ways of writing the same thing that no spelling rule knows. */
const SPELT_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bb\s*(?:&|and|n)\s*b\b|\bbnb\b/g, 'bed and breakfast'],
  [/&/g, ' and '],
  [/\bcenter\b/g, 'centre'],
];

const nameWords = (text: string): readonly string[] => {
  let plain = text.toLowerCase();
  for (const [written, meant] of SPELT_OUT) plain = plain.replace(written, meant);
  return wordsOf(plain).map(stem);
};

const makeBook = (names: Names): NameBook => {
  const all = names
    .map(({ name, passages }): KnownName => {
      const plain = name.replace(/\.\w{1,5}$/, '').replace(/[_-]+/g, ' ');
      return { name, passages, words: nameWords(plain) };
    })
    .filter(({ words }) => words.some((word) => !isStopWord(word)));
  const byWord = new Map<string, KnownName[]>();
  const joined = new Map<string, readonly string[]>();
  for (const known of all) {
    for (const word of new Set(known.words)) byWord.set(word, [...(byWord.get(word) ?? []), known]);
    for (const [position, word] of known.words.entries()) {
      const next = known.words[position + 1];
      if (next !== undefined && word.length > 2 && next.length > 2) joined.set(stem(`${word}${next}`), [word, next]);
    }
  }
  const bySign = new Map<string, string[]>();
  for (const word of byWord.keys()) {
    const sign = word.slice(0, 1);
    bySign.set(sign, [...(bySign.get(sign) ?? []), word]);
  }
  const scale = Math.log(Math.max(all.length, 8) + 1);

  /** What the text says, word by word: two words of a name that were written as one are two again. */
  const said = (text: string): readonly string[] =>
    nameWords(text).flatMap((word) => (byWord.has(word) ? [word] : (joined.get(word) ?? [word])));
  const slips = (word: string): readonly string[] =>
    word.length < SLIP_FROM || byWord.has(word)
      ? []
      : (bySign.get(word.slice(0, 1)) ?? []).filter((other) => other.length >= SLIP_FROM && isOneSlipFrom(word, other));

  const weightOf = (word: string, spread: Spread): number => {
    if (isStopWord(word)) return GLUE_WEIGHT;
    const bearers = byWord.get(word) ?? [];
    const telling = (scale - Math.log(Math.max(1, bearers.length))) / scale;
    const own = bearers.reduce((sum, { passages }) => sum + passages, 0);
    const elsewhere = Math.max(0, (spread.frequencies.get(word) ?? 0) - own) / (spread.passages + SMALL_LIBRARY);
    return Math.max(GLUE_WEIGHT, telling * (1 - ORDINARY_LOSS * Math.min(1, elsewhere / ORDINARY_SHARE)));
  };

  const mentionOf = (
    { name, words }: KnownName,
    text: readonly string[],
    meant: readonly (readonly string[])[],
    weight: (word: string) => number,
  ): Mention | undefined => {
    const total = words.reduce((sum, word) => sum + weight(word), 0);
    let best: Mention | undefined;
    for (const [start, first] of text.entries()) {
      if (!words.includes(first) && !(meant[start] ?? []).some((word) => words.includes(word))) continue;
      const at: number[] = [];
      let got = 0;
      let heaviest = 0;
      let place = start;
      for (const word of words) {
        const here = text[place];
        if (here === undefined) break;
        if (here === word) got += weight(word);
        else if (meant[place]?.includes(word)) got += SLIP * weight(word);
        else if (`${here}${text[place + 1] ?? ''}` === word) {
          got += weight(word);
          at.push(place);
          place += 1;
        } else continue;
        heaviest = Math.max(heaviest, weight(word));
        at.push(place);
        place += 1;
      }
      const alone = at.length === 1 ? Math.min(1, heaviest / TELLING_WEIGHT) : 1;
      const strength = total > 0 ? (got / total) * alone : 0;
      if (at.length > 0 && strength > (best?.strength ?? 0)) best = { name, strength, at };
    }
    return best;
  };

  return {
    doubtful: (text) => [
      ...new Set(said(text).filter((word) => !isStopWord(word) && (byWord.has(word) || slips(word).length > 0))),
    ],
    find: (text, spread) => {
      const words = said(text);
      // A word that the documents use is no slip for another.
      const meant = words.map((word) => (spread.frequencies.has(word) ? [] : slips(word)));
      const weights = new Map<string, number>();
      const weight = (word: string): number => {
        const known = weights.get(word) ?? weightOf(word, spread);
        weights.set(word, known);
        return known;
      };
      const possible = new Set(
        [...words, ...meant.flat()].flatMap((word) => (isStopWord(word) ? [] : (byWord.get(word) ?? []))),
      );
      const mentions = [...possible]
        .flatMap((known) => mentionOf(known, words, meant, weight) ?? [])
        .filter(({ strength }) => strength >= LEAST_STRENGTH);
      return mentions.filter((mention) => !mentions.some((other) => outdoes(other, mention)));
    },
  };
};

/** Whether the same words are better taken for the other name. */
const outdoes = (other: Mention, mention: Mention): boolean => {
  if (other === mention || !mention.at.some((place) => other.at.includes(place))) return false;
  if (other.at.length > mention.at.length && mention.at.every((place) => other.at.includes(place))) return true;
  return other.strength > mention.strength + 0.15;
};
