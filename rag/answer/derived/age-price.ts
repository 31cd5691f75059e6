import type { Evidence } from '../../retrieve/evidence.ts';
import { termsOf } from '../../words/terms.ts';
import { besideOf, confidence, SURE_ENOUGH } from '../confidence.ts';
import { holdsAnswer } from '../question/answer-kind.ts';
import { type Derive, standsOn } from './derived.ts';
import { askedValue, toldOf } from './verdict.ts';

const ASKS_PRICE = /\b(?:how much|pays?|paying|costs?|price|fare|fee|free|for nothing|charge[ds]?|tickets?)\b/i;
/** A price list's own word for an age is asked as it stands. */
const LISTED = /\b(?:under|over|below|above|up to)[- ]\d/i;
/** What only asks, so that what is paid for is left. */
const ASKING =
  /\b(?:how much|what|is|are|does|do|will|would|can|must|have|has|need|to|we|it|the price|price|pays?|paying|costs?|free|for nothing|charged?|a ticket|tickets?|fare|fee|for|get|gets|in|into|on|at|of|our|my|with)\b|[?,]/gi;
/** Whom a price is for. */
const WHOM =
  /\b(?:child(?:ren)?|kids?|youths?|juniors?|teens?|teenagers?|adults?|seniors?|infants?|bab(?:y|ies)|toddlers?|ones|students?|years?|yrs?|age[sd]?|those|guests|visitors)\b/i;
const NO_AGE =
  '(?![\\d.,:]*\\d)(?!\\s?(?:h\\b|am\\b|pm\\b|%|kg|kilos?|cm|m\\b|km|min|hours?|days?|nights?|weeks?|people|persons|[€$£]|[A-Z]{3}\\b))';
const FROM_TO = new RegExp(`(?<![\\d.,:€$£])(\\d{1,2})\\s?(?:-|–|to)\\s?(\\d{1,2})${NO_AGE}`, 'g');
const BELOW = new RegExp(`\\b(?:under|below|younger than)(?: age)? (\\d{1,2})s?${NO_AGE}`, 'gi');
const UP_TO = new RegExp(
  `\\b(?:up to|until|till)(?: age)? (\\d{1,2})${NO_AGE}|(?<![\\d.,:])(\\d{1,2}) (?:and|or) (?:younger|under|below)\\b`,
  'gi',
);
const FROM = new RegExp(
  `\\b(?:from|over|above)(?: age)? (\\d{1,2})s?${NO_AGE}(?!\\s?(?:-|–|to)\\s?\\d)|(?<![\\d.,:])(\\d{1,2})(?:\\+| (?:and|or) (?:up|over|older|above)\\b)`,
  'gi',
);
/** A cell that holds years alone. */
const ONLY_YEARS = /^\s*\d{1,2}\s?(?:(?:-|–|to)\s?\d{1,2}|\+|and (?:up|over|younger|under))\s*$/i;
const OLDEST = 130;
/** That a price is for the very age that is asked about makes up for what it lacks. */
const LESS_SURE = 2.2;

/** What is paid at an age that the question tells, or a paper of somebody it names: the price of a list that is for it. */
export const agePrice: Derive = async ({ part, evidence, chosen }, ask) => {
  if (!ASKS_PRICE.test(part.text) || (part.kind !== 'money' && part.kind !== 'yes-no')) return undefined;
  if (LISTED.test(part.text)) return undefined;
  const own = askedValue(part.text, 'age') ?? askedValue(part.whole, 'age');
  const told = own ? undefined : toldOf(part, 'age', undefined, evidence);
  const age = (own ?? told?.value)?.thousandths;
  if (age === undefined) return undefined;
  const years = Number(age / 1_000n);
  const isFor = ({ text }: Evidence): boolean =>
    holdsAnswer('money', text) > 0 && agesIn(text).some(([from, to]) => from <= years && years <= to);
  const [best] = chosen;
  if (best && isFor(best.evidence)) return undefined;
  const whom = new Set(part.terms.filter((term) => term.whom).map(({ stem }) => stem));
  const of = part.text
    .replace(/[\p{L}'’-]+/gu, (word) => (termsOf(word).some(({ stem }) => whom.has(stem)) ? ' ' : word))
    .replace(ASKING, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = of === '' ? undefined : await ask(`how much is ${of}`);
  if (!found) return undefined;
  const beside = besideOf(found.part, found.evidence);
  const paper = found.chosen[0]?.evidence.passage.documentId;
  const [price] = found.evidence
    .filter((one) => isFor(one) && (paper === undefined || one.passage.documentId === paper))
    .map((entry) => ({ entry, sure: confidence(entry, beside) }))
    .toSorted((a, b) => b.sure - a.sure);
  if (!price || price.sure < SURE_ENOUGH - LESS_SURE) return undefined;
  return { chosen: [standsOn(price.entry, found.part.terms), ...(told ? [standsOn(told.fact, [])] : [])] };
};

/** The ages that a sentence or row is for, in whole years, both ends counting. */
const agesIn = (text: string): readonly (readonly [from: number, to: number])[] => {
  if (!WHOM.test(text) && !ONLY_YEARS.test(text.split(' | ')[0] ?? '') && !/\b(?:under|over) \d/i.test(text)) return [];
  const numbers = (pattern: RegExp): readonly number[] =>
    [...text.matchAll(pattern)].map(([, one, other]) => Number(one ?? other));
  return [
    ...[...text.matchAll(FROM_TO)].map(([, from, to]) => [Number(from), Number(to)] as const),
    ...numbers(BELOW).map((age) => [0, age - 1] as const),
    ...numbers(UP_TO).map((age) => [0, age] as const),
    ...numbers(FROM).map((age) => [age, OLDEST] as const),
  ];
};
