import { kindAsked } from '../answer/question/answer-kind.ts';
import { askedTerms } from '../answer/question/asked-terms.ts';
import type { ReaderScope } from '../library.ts';
import type { Names, SearchIndex, Spread } from '../search-index.ts';
import { type Term, termsOf } from '../words/terms.ts';
import { type Mention, nameBook } from './names.ts';

/** Turns of the conversation that are looked at for what is spoken of. */
const TURNS_BACK = 10;
/** Turns in which "it" and "there" are looked for. */
const LEANS_BACK = 6;
/** Characters of a turn that are looked at. */
const LONGEST_TURN = 500;
const MAX_TOPIC_NAMES = 3;
const MAX_TERMS = 6;
/** A name said a turn ago is this likely to be still what is spoken of. */
const REMEMBERED = 0.8;
const MOST_NAMES = 8;
const LEAST_WEIGHT = 0.15;
/** So much of a name makes it the topic. */
const NAMED = 0.6;

/** A document or heading that is spoken of, and how surely: 0 to 1. */
export interface SpokenName {
  readonly name: string;
  readonly weight: number;
}

/** What "it" and "there" stand for. */
export interface Topic {
  /** Documents and headings that were named, as they are written there. */
  readonly names: readonly string[];
  /** The words to search for it. */
  readonly terms: readonly Term[];
}

/** What is spoken of, as a question is understood with. */
export interface Conversation {
  readonly topic: Topic;
  /** What was asked last; `undefined` when nothing was. */
  readonly asked: string | undefined;
  /** The names in a piece of the question. */
  namedIn(piece: string): readonly Mention[];
  /** All names that a piece of the question may be about: its own, and those said before it, the latest weighing most. */
  about(piece: string): readonly SpokenName[];
}

const NOTHING: Topic = { names: [], terms: [] };

/** Reads what was said before `text`, with the names of what the scope may read. `history` is oldest first. */
export const readConversation = async (
  index: SearchIndex,
  scope: ReaderScope,
  text: string,
  history: readonly string[],
): Promise<Conversation> => {
  const names = await index.names(scope);
  const turns = recent(history);
  const doubtful = new Set([text, ...turns].flatMap((said) => nameBook(names).doubtful(said)));
  return conversationOf(history, names, await index.spread(scope, [...doubtful]));
};

/** The conversation after `history`, oldest first. `spread` tells ordinary words from names. */
export const conversationOf = (history: readonly string[], names: Names, spread: Spread): Conversation => {
  const turns = recent(history);
  const found = (said: string): readonly Mention[] =>
    nameBook(names)
      .find(said, spread)
      .toSorted((a, b) => b.strength - a.strength);
  const before = turns.map(found);
  return {
    asked: turns.find((turn) => kindAsked(turn.toLowerCase()) !== 'open') ?? turns.at(1),
    topic: topicOf(turns.slice(0, LEANS_BACK), before),
    namedIn: (piece) => found(piece).filter(({ strength }) => strength >= NAMED),
    about: (piece) => {
      const weights = new Map<string, number>();
      for (const [ago, mentions] of [found(piece), ...before].entries()) {
        for (const { name, strength } of mentions) {
          weights.set(name, Math.max(weights.get(name) ?? 0, strength * REMEMBERED ** ago));
        }
      }
      return [...weights]
        .map(([name, weight]) => ({ name, weight }))
        .filter(({ weight }) => weight >= LEAST_WEIGHT)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, MOST_NAMES);
    },
  };
};

/** The turns that are looked at, the latest first, without the marks of citations. */
const recent = (history: readonly string[]): readonly string[] =>
  history
    .slice(-TURNS_BACK)
    .reverse()
    .map((turn) => turn.slice(0, LONGEST_TURN).replace(/\[\d+\]/g, ' '));

/** What was spoken of last: the names in the latest turn that holds any; without one, the words of the latest question. */
const topicOf = (turns: readonly string[], mentions: readonly (readonly Mention[])[]): Topic => {
  for (const [ago] of turns.entries()) {
    const named = (mentions[ago] ?? []).filter(({ strength }) => strength >= NAMED).slice(0, MAX_TOPIC_NAMES);
    if (named.length > 0) {
      const terms = named.flatMap(({ name }) => termsOf(name.replace(/\.\w{1,5}$/, '').replace(/[_-]+/g, ' ')));
      return { names: named.map(({ name }) => name), terms: distinct(terms) };
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
