import type { WeightedTerm } from '../answer/question/question.ts';
import { leansOnPrevious } from '../ingest/leaning.ts';
import type { Found, IndexedPassage, Span } from '../search-index.ts';
import { stem } from '../words/stem.ts';
import { type Term, tokensOf } from '../words/terms.ts';
import { calledIn } from './called.ts';
import { descriptionOf } from './entry.ts';
import { type Way, waysOf } from './legs.ts';
import { NOBODY, peopleIn } from './people.ts';
import type { SpokenName } from './spoken-of.ts';
import { aboutEach, match, type Spoken, spoken } from './term-fits.ts';

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
/** Who it is asked for need not be spoken of where it is answered. */
const WHOM_WEIGHT = 0.2;
/** A place in the heading or the document's name counts for less than one in the sentence. */
const HEADING_MATCH = 0.75;
const NAME_MATCH = 0.6;
/** What the entry says first of the thing that it is about. */
const DESCRIPTION_MATCH = 0.95;
const PREVIOUS_MATCH = 0.8;
const BESIDE_MATCH = 0.4;
const ELSEWHERE_MATCH = 0.3;
/** Somebody by another of their names. */
const CALLED_MATCH = 0.85;
/** What says which way of a journey is meant. As stems. */
const SAYS_WAY: Readonly<Record<Way, ReadonlySet<string>>> = {
  out: new Set([stem('outbound')]),
  back: new Set([stem('return')]),
};
/** The title of a document heads all of it, further off than the headings right above. */
const TITLE_MATCH = 0.6;
/** Added to the number of passages: in a handful of them, how often a word occurs says little about how rare it is. */
const SMALL_LIBRARY = 12;

/** A sentence, list item or row that may answer, and how it fits the question. */
export interface Evidence {
  readonly passage: IndexedPassage;
  /** Its place in the passage. */
  readonly unit: number;
  readonly text: string;
  readonly span: Span;
  /** The sentence before it, where it leans on that. */
  readonly lead?: string | undefined;
  /** What its entry says first of the thing that it is about, where it is another sentence. */
  readonly description?: string | undefined;
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
  /** Which way of a journey there and back it tells. */
  readonly way?: Way | undefined;
  /** How surely the question, or what was said before, names what it stands under; 0 to 1. */
  readonly named: number;
  /** How each thing that is asked is spoken of, in the order of the terms. */
  readonly fits: readonly TermFit[];
  /** Meaning, words and the names spoken of in one number; the higher, the better. */
  readonly score: number;
}

/** How one of the things asked is spoken of, each 0 to 1. */
export interface TermFit {
  readonly term: WeightedTerm;
  /** It is somebody that the question is asked for. */
  readonly aside: boolean;
  /** How much it tells: the rarer, the more. */
  readonly weight: number;
  /** In the sentence itself. */
  readonly own: number;
  /** In the headings above it. */
  readonly above: number;
  /** In the sentences before and after it. */
  readonly beside: number;
  /** Anywhere in the passage. */
  readonly around: number;
  /** The document is about it. */
  readonly about: number;
  /** Anywhere in the document. */
  readonly within: number;
  /** It stands somewhere in what the reader may read. */
  readonly known: boolean;
  /** Another document has it for its name, and this one never speaks of it in that word. */
  readonly namedElsewhere: boolean;
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
  const people = terms.some(({ whom }) => whom) ? peopleIn(found.hits.flatMap(({ passage }) => passage.units)) : NOBODY;
  // Whoever no paper mentions can only be whom it is asked for.
  const isAside = (term: WeightedTerm): boolean => term.whom && (people.has(term.stem) || !isKnown(term, found));
  const weights = terms.map((term) => rarity(term, found) * (isAside(term) ? WHOM_WEIGHT : term.weight));
  const total = sum(weights);
  const tells = terms.map((term) => !term.names && isKnown(term, found));
  const tellingTotal = sum(weights.filter((_, position) => tells[position]));
  const documents = aboutEach(found);
  const wayOf = waysOf(found.hits.map(({ passage }) => passage));
  const called = calledIn(found.hits.flatMap(({ passage }) => passage.units));
  const others = new Map(terms.map((term) => [term, called(term)]));
  const told = (term: WeightedTerm, said: Spoken | undefined): number => {
    if (!said) return 0;
    const names = [...(others.get(term) ?? NOBODY)];
    return Math.max(match(term, said), names.some((name) => said.stems.has(name)) ? CALLED_MATCH : 0);
  };
  return found.hits.flatMap(({ passage, cosines }): Evidence[] => {
    const heading = spoken(passage.heading ?? '');
    const about = documents.get(passage.documentId);
    const units = passage.units.map(spoken);
    const description = descriptionOf(passage.heading, passage.units);
    const described = description === undefined ? undefined : spoken(description);
    const astray = terms.some(
      (term) =>
        term.weight === 1 &&
        about !== undefined &&
        match(term, about.name) === 0 &&
        match(term, about.all) === 0 &&
        [...documents].some(([id, other]) => id !== passage.documentId && match(term, other.name) === 1),
    );
    const others = [...documents].filter(([id]) => id !== passage.documentId);
    const namedElsewhere = terms.map((term) =>
      others.some(([, { name }]) => {
        if (!about || match(term, name) === 0) return false;
        const isExact = name.stems.has(term.stem);
        return [about.name, about.all].every((own) => (isExact ? !own.stems.has(term.stem) : match(term, own) === 0));
      }),
    );
    const onTopic = topic.some((name) => standsUnder(passage, name));
    const named = Math.max(0, ...names.map(({ name, weight }) => (standsUnder(passage, name) ? weight : 0)));
    return passage.units.map((text, unit) => {
      const said = units[unit];
      const before = passage.units[unit - 1];
      const back = stepsBack(passage.units, unit);
      const way = wayOf(passage, unit);
      let covered = 0;
      let coveredHere = 0;
      let toldHere = 0;
      const fits: TermFit[] = [];
      let complete = terms.length > 0;
      for (const [position, term] of terms.entries()) {
        const weight = weights[position] ?? 0;
        const here = way && SAYS_WAY[way].has(term.stem) ? 1 : told(term, said);
        const beside = Math.max(0, ...units.map((other) => told(term, other)));
        const earlier = Math.max(0, ...back.map((at) => told(term, units[at]) * PREVIOUS_MATCH));
        coveredHere += weight * here;
        if (tells[position]) toldHere += weight * here;
        const above = Math.max(match(term, heading), unit > 0 ? DESCRIPTION_MATCH * told(term, described) : 0);
        const fit = Math.max(
          here,
          earlier,
          HEADING_MATCH * above,
          about ? NAME_MATCH * match(term, about.name) : 0,
          BESIDE_MATCH * beside,
          about ? ELSEWHERE_MATCH * match(term, about.all) : 0,
        );
        covered += weight * fit;
        fits.push({
          term,
          aside: isAside(term),
          weight,
          own: Math.max(here, earlier),
          above: Math.max(above, about ? TITLE_MATCH * match(term, about.title) : 0),
          beside: Math.max(...[unit - 1, unit + 1].map((other) => told(term, units[other]))),
          around: beside,
          about: about?.tells(term) ?? 0,
          within: about ? match(term, about.all) : 0,
          known: isKnown(term, found),
          namedElsewhere: namedElsewhere[position] ?? false,
        });
        if (fit <= BESIDE_MATCH && term.weight === 1) complete = false;
      }
      const share = total > 0 ? covered / total : 0;
      const cosine = cosines[unit] ?? 0;
      return {
        passage,
        unit,
        text,
        span: passage.spans[unit] ?? [0, 0],
        lead: leansOnPrevious(text) ? before : undefined,
        description: unit > 0 ? description : undefined,
        cosine,
        covered: share,
        complete,
        coveredHere: total > 0 ? coveredHere / total : 0,
        astray,
        onTopic,
        way,
        named,
        fits,
        score:
          cosine +
          OWN_WORDS_WEIGHT * (tellingTotal > 0 ? toldHere / tellingTotal : 0) +
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

/** Lines of one entry ("Flight MR 2218 to Seville", "Departs 11:35"): short, and the one before says what the next is about. */
const LONGEST_LINE = 90;
/** A name with its value, a row, a line with what its marks mean. */
const STANDS_ALONE = /: | \| | … /;
export const goesOn = (text: string, before: string | undefined): boolean =>
  before !== undefined &&
  text.length <= LONGEST_LINE &&
  before.length <= LONGEST_LINE &&
  /\s.*[\p{L})]$/u.test(before) &&
  !STANDS_ALONE.test(before) &&
  !STANDS_ALONE.test(text);

/** Prices that follow what they are for ("To the lagoon: daily 10:00. Adults 32 euros."). */
const PRICE = /^(?:adults?|children|child|kids|seniors?|tickets?|prices?|entry|admission|under \d)/i;
const isPrice = (text: string, before: string | undefined): boolean =>
  before !== undefined && PRICE.test(text) && !PRICE.test(before) && !/ \| /.test(text);

/** Sentences of one train of thought, at most, before the one that leans on them. */
const MOST_STEPS = 2;

/** Where the sentences stand that one leans on, or that it goes on from; the nearest first. */
const stepsBack = (units: readonly string[], unit: number): readonly number[] => {
  const steps: number[] = [];
  for (let at = unit; at > 0 && steps.length < MOST_STEPS; at -= 1) {
    const [text = '', before] = [units[at], units[at - 1]];
    if (!leansOnPrevious(text) && !goesOn(text, before) && !isPrice(text, before)) break;
    steps.push(at - 1);
  }
  return steps;
};

/** Whether something that is asked stands in the sentence before only. */
export const needsPrevious = ({ fits }: Evidence): boolean => fits.some(({ own }) => own === PREVIOUS_MATCH);

/** A question with its answer behind it, as an FAQ has them. */
const asksItself = (text: string): boolean => /^[^.!?]{6,200}\?\s/.test(text);

const standsUnder = ({ document, heading }: IndexedPassage, name: string): boolean =>
  document === name || (heading?.split(' > ').includes(name) ?? false);

const isKnown = (term: Term, { frequencies }: Found): boolean => tokensOf(term).some((token) => frequencies.has(token));

/** How much a word tells: a word in few passages tells more than one in all of them. */
const rarity = (term: Term, { passages, frequencies }: Found): number => {
  const known = tokensOf(term).map((token) => frequencies.get(token) ?? 0);
  return Math.log((passages + SMALL_LIBRARY) / (Math.min(passages, Math.max(0, ...known)) + 0.5));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
