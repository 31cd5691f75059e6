import { NUMBER_WORDS, numberWords } from '../../../trips/number-words.ts';
import type { Evidence, TermFit } from '../../retrieve/evidence.ts';
import { daysCutShort, daysWithin, isDay, withoutClosedDays } from '../../words/days.ts';
import { termsOf } from '../../words/terms.ts';
import type { QuestionPart } from '../question/question.ts';

/** What speaks against a sentence: that it tells the same of something else than what was asked. Each 0 or 1. */
export interface Contrary {
  /** It names other people and not the one who is asked about. */
  readonly otherPerson: number;
  /** It names other days of the week and not the one that is asked about. */
  readonly otherDay: number;
  /** It has another number where the question says which: studio 3 instead of studio 9, three days instead of two. */
  readonly otherNumber: number;
}

const NUMBERED =
  /\b(studio|room|leg|cabin|bus|line|tram|gate|platform|site|pitch|bungalow|flight|section|villa|house|apartment|flat|tent|trail|stage|day|zone|grade|class|number|deck|hall|pier|quay) (\d{1,4})\b/gi;
const SPAN = new RegExp(
  `\\b(\\d{1,3}|${numberWords(1, 12)}|half)(?:[ -]|\\b)(day|night|hour|week|month|person|people|persons|course|metre|m\\b|mile)s?\\b`,
  'gi',
);

const EACH = /\b(?:per|an?|each|every) (day|night|hour|week|month|person|mile)\b/gi;
/** What is told of each one is told of any number of them. */
const ANY = 'any';

const numberOf = (text: string): string => {
  const low = text.toLowerCase();
  const word = NUMBER_WORDS.indexOf(low);
  return word < 0 ? low : `${word}`;
};

const unitOf = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/^(?:people|persons)$/, 'person')
    // What runs by number runs by one number, whatever it is.
    .replace(/^(?:bus|tram)$/, 'line');

/** Which numbers stand with each noun or unit. */
const numbersIn = (text: string, spans: boolean): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const put = (noun: string, number: string): void => {
    const key = unitOf(noun);
    found.set(key, (found.get(key) ?? new Set()).add(numberOf(number)));
  };
  for (const [, noun = '', number = ''] of text.matchAll(NUMBERED)) put(noun, number);
  if (spans) for (const [, number = '', unit = ''] of text.matchAll(SPAN)) put(unit, number);
  if (spans) for (const [, unit = ''] of text.matchAll(EACH)) put(unit, ANY);
  return found;
};

const isNamed = ({ term, own, above, about }: TermFit): boolean => Math.max(own, above, term.names ? about : 0) > 0;

/** What speaks against the sentence as an answer. `people` are the stems of the names of people in all that was found. */
export const contraryOf = (
  part: Pick<QuestionPart, 'text' | 'kind'>,
  { text, fits, passage }: Evidence,
  people: ReadonlySet<string>,
): Contrary => {
  const asked = numbersIn(part.text, part.kind === 'money');
  const told = numbersIn(`${passage.heading ?? ''} ${text}`, part.kind === 'money');
  const otherNumber = [...asked].some(([noun, numbers]) => {
    const here = told.get(noun);
    return here !== undefined && !here.has(ANY) && ![...numbers].some((number) => number === ANY || here.has(number));
  });
  const stems = termsOf(text).map(({ stem }) => stem);
  // "Open 10:00-18:00, closed on Mondays" tells the hours of every other day.
  const open = withoutClosedDays(text);
  const days = fits.filter(({ term }) => isDay(term.stem));
  const named = [
    ...termsOf(open)
      .map(({ stem }) => stem)
      .filter(isDay),
    ...daysCutShort(open),
  ];
  const within = daysWithin(text);
  const otherDay =
    part.kind !== 'yes-no' &&
    days.length > 0 &&
    named.length > 0 &&
    days.every(({ term }) => !named.includes(term.stem) && !within.has(term.stem));
  const persons = fits.filter(({ term }) => people.has(term.stem));
  const otherPerson = persons.length > 0 && !persons.some(isNamed) && stems.some((stem) => people.has(stem));
  return { otherPerson: otherPerson ? 1 : 0, otherDay: otherDay ? 1 : 0, otherNumber: otherNumber ? 1 : 0 };
};
