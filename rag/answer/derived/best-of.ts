import type { Evidence } from '../../retrieve/evidence.ts';
import { stem } from '../../words/stem.ts';
import { termsOf } from '../../words/terms.ts';
import type { PartAnswer } from '../answer-part.ts';
import type { QuestionPart, WeightedTerm } from '../question/question.ts';
import { quantitiesIn, type Unit } from '../values/quantity.ts';
import { type Derive, type Derived, standsOn } from './derived.ts';

/** What a word for the best of several compares, and which way. */
interface Best {
  readonly word: string;
  readonly measures: 'money' | Extract<Unit, 'clock' | 'length' | 'distance' | 'mass'> | 'duration';
  readonly least: boolean;
}

const BESTS: readonly (readonly [RegExp, Best['measures'], boolean])[] = [
  [/\b(?:cheapest|least expensive|lowest (?:price|fare|fee))\b/i, 'money', true],
  [/\b(?:dearest|most expensive|priciest|highest (?:price|fare|fee))\b/i, 'money', false],
  [/\b(?:earliest|soonest)\b/i, 'clock', true],
  [/\blatest\b/i, 'clock', false],
  [/\b(?:shortest|quickest|fastest)\b/i, 'duration', true],
  [/\blongest\b/i, 'duration', false],
  [/\b(?:furthest|farthest)\b/i, 'distance', false],
  [/\b(?:nearest|closest)\b/i, 'distance', true],
  [/\b(?:highest|tallest|deepest)\b/i, 'length', false],
  [/\blowest\b/i, 'length', true],
  [/\blightest\b/i, 'mass', true],
  [/\bheaviest\b/i, 'mass', false],
];
/** A rule or a single thing says this of itself; there is nothing to choose among. */
const OF_ONE = /\b(?:check[- ]?(?:in|out)|arrival|departure|entry|admission|cancel\w*|pay\w*|return)\b/i;
/** How those are told apart from which nothing can be compared. */
const WITH: Readonly<Partial<Record<Best['measures'], string>>> = { money: ' with a price', clock: ' with a time' };
/** What grown-ups pay is what prices are compared by. */
const ADULT = /\badults?\b/i;
const FREE = /\b(?:free|no charge|complimentary)\b/i;
const DURATION =
  /(?<![\d.,:])(?<count>\d+(?:\.5)?)\s?(?<unit>minutes?|mins?|hours?|hrs?|h|days?)\b(?! (?:before|after|ahead))/giu;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1_440 };
/** So many of what is listed make a choice. */
const FEWEST = 2;
/** Sentences of which fewer tell a value are no list of what is compared. */
const OF_ONE_LOOK = 0.6;
/** A word of the question is met where at least this much of it is. */
const MET = 0.7;

/** The one of a list that costs least, leaves first, lies highest…: among the rows of one table or the items of one list. */
export const bestOf: Derive = async ({ part, evidence, chosen }) => {
  const best = bestAsked(part.text);
  if (!best || OF_ONE.test(part.text)) return undefined;
  // A sentence that says so itself is better than any comparison.
  if (chosen.some(({ evidence: { text } }) => text.toLowerCase().includes(best.word))) return undefined;
  const asked = thingsAsked(part, best);
  const lists = listsOf(evidence)
    .map((list) => ({ list, met: share(list, asked), near: nearShare(list, asked) }))
    .filter(({ met }) => met >= MET)
    .toSorted((a, b) => b.near - a.near || b.met - a.met || b.list.length - a.list.length);
  for (const { list } of lists) {
    const derived = amongst(list, best, part);
    if (derived) return derived;
  }
  return undefined;
};

const bestAsked = (question: string): Best | undefined => {
  for (const [asks, measures, least] of BESTS) {
    const [word] = asks.exec(question) ?? [];
    if (word !== undefined) return { word: word.toLowerCase(), measures, least };
  }
  return undefined;
};

/** What the list must be of: the words of the question but the one that compares. */
const thingsAsked = ({ terms }: QuestionPart, { word }: Best): readonly WeightedTerm[] => {
  const comparing = new Set(termsOf(word).map(({ stem: one }) => one));
  return terms.filter((term) => term.weight > 0.5 && !comparing.has(term.stem) && !WAYS_TO.has(term.stem));
};

/** Words for what is done with whatever is chosen. As stems. */
const WAYS_TO = new Set(['option', 'way', 'choice', 'go', 'visit', 'take', 'list'].map(stem));

/** The rows of a table, the items of a list: what stands under one heading in one look. */
const listsOf = (evidence: readonly Evidence[]): readonly (readonly Evidence[])[] =>
  [
    ...Map.groupBy(evidence, ({ passage, text }) =>
      [passage.documentId, passage.heading ?? '', columnsOf(text)].join('\n'),
    ).values(),
  ]
    .filter((list) => list.length >= FEWEST)
    .map((list) => list.toSorted((a, b) => a.passage.ordinal - b.passage.ordinal || a.unit - b.unit));

const columnsOf = (text: string): string => (text.includes(' | ') ? 'row' : 'line');

/** How much of what is asked the list is about: its heading, or some of it. */
const share = (list: readonly Evidence[], asked: readonly WeightedTerm[]): number => {
  if (asked.length === 0) return 0;
  const met = asked.map((term) =>
    Math.max(
      ...list.flatMap(({ fits }) =>
        fits
          .filter((fit) => fit.term.stem === term.stem)
          .map(({ own, above, about }) => Math.max(own, above, about * 0.8)),
      ),
      0,
    ),
  );
  return Math.min(...met);
};

/** The same, counting the list itself and the heading right above it only. */
const nearShare = (list: readonly Evidence[], asked: readonly WeightedTerm[]): number => {
  const heading = termsOf(list[0]?.passage.heading?.split(' > ').at(-1) ?? '');
  const isNear = (term: WeightedTerm): boolean =>
    heading.some(({ stem: one }) => one === term.stem) ||
    list.some(({ fits }) => fits.some((fit) => fit.term.stem === term.stem && fit.own >= MET));
  return asked.filter(isNear).length;
};

const amongst = (list: readonly Evidence[], best: Best, part: PartAnswer['part']): Derived | undefined => {
  const valued = list.flatMap((entry) => {
    const value = valueIn(entry, best, part);
    return value ? [{ entry, ...value }] : [];
  });
  const [first] = valued;
  if (
    !first ||
    valued.length < FEWEST ||
    valued.length < list.length * OF_ONE_LOOK ||
    valued.some(({ unit }) => unit !== '' && unit !== unitOf(valued))
  )
    return undefined;
  const values = valued.map(({ value }) => value);
  const wanted = values.reduce((a, b) => (best.least === a < b ? a : b));
  const winners = valued.filter(({ value }) => value === wanted).map(({ entry }) => entry);
  if (winners.length === valued.length || winners.length > 3) return undefined;
  const lead = `The ${best.word} of those listed${valued.length === list.length ? '' : (WITH[best.measures] ?? ' with a figure')}`;
  return { chosen: winners.map((entry, position) => standsOn(entry, part.terms, position === 0 ? lead : undefined)) };
};

const unitOf = (valued: readonly { readonly unit: string }[]): string =>
  valued.find(({ unit }) => unit !== '')?.unit ?? '';

/** What is compared, of one entry: its only value of the kind, or that in the column that is asked for; nothing where it may be several. */
const valueIn = (
  { text }: Evidence,
  { measures }: Best,
  part: PartAnswer['part'],
): { readonly value: bigint; readonly unit: string } | undefined => {
  if (measures === 'duration') {
    const [only, ...more] = [...text.matchAll(DURATION)];
    const each = MINUTES[only?.groups?.unit?.[0]?.toLowerCase() ?? ''];
    if (!only || more.length > 0 || each === undefined) return undefined;
    return { value: BigInt(Math.round(Number(only.groups?.count) * each)), unit: 'duration' };
  }
  const found = quantitiesIn(text).filter(({ unit }) => unit.startsWith(measures));
  if (found.length === 0) return measures === 'money' && FREE.test(text) ? { value: 0n, unit: '' } : undefined;
  const named = found.filter(({ start }) => isNamed(text, start, part));
  const [one] =
    found.length === 1
      ? found
      : named.length > 0
        ? named
        : found.filter(({ start }) => ADULT.test(labelOf(text, start)));
  const value = one ?? (measures === 'clock' ? found[0] : undefined);
  return value && { value: value.thousandths, unit: value.unit };
};

/** Whether the word before a value is asked for: `adults EUR 14` of "cheapest for adults". */
const isNamed = (text: string, start: number, { terms }: PartAnswer['part']): boolean => {
  const asked = new Set(terms.map(({ stem: one }) => one));
  return termsOf(labelOf(text, start)).some(({ stem: one }) => asked.has(one));
};

const labelOf = (text: string, start: number): string => text.slice(0, start).split(/[,;|]/).at(-1) ?? '';
