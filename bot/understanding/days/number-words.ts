import { NUMBER_WORDS } from '../../../trips/number-words.ts';

const UNITS = NUMBER_WORDS.slice(0, 20);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

const unit = `(?:${UNITS.slice(1, 10).join('|')})`;
const small = `(?:${TENS.join('|')})(?:[ -]${unit})?|${UNITS.slice(1).reverse().join('|')}`;

/** A number up to 99 in words, as a pattern. */
export const CARDINAL = `(?:${small})`;
/** `twenty-second`, `first`, `thirtieth`, as a pattern. */
export const ORDINAL = `(?:(?:${TENS.join('|')})[ -](?:${ORDINALS.slice(0, 9).join('|')})|twentieth|thirtieth|${ORDINALS.slice().reverse().join('|')})`;
/** A year in words: `nineteen eighty six`, `two thousand and thirty two`, `seventeen hundred thirty three`. */
export const YEAR_WORDS = `(?:two thousand(?:(?: and)? ${CARDINAL})?|(?:${UNITS.slice(10).join('|')}|twenty) (?:hundred(?:(?: and)? ${CARDINAL})?|${CARDINAL}))`;

/** What follows a number that counts (`May, 4 days`) and is no day of a month, as a pattern. */
export const COUNTED =
  '\\s?(?:full |whole )?(?:days?|nights?|weeks?|adults?|kids|children|people|persons?|famil(?:y|ies)|of us|d[ií]as?|noches?|semanas?)\\b';

/** The value of a word below 100; undefined for other words. */
export const cardinal = (words: string): number | undefined => {
  const text = words.toLowerCase().trim();
  const [first = '', second] = text.split(/[ -]/);
  const tens = TENS.indexOf(first);
  if (tens >= 0) return 20 + tens * 10 + (second === undefined ? 0 : UNITS.indexOf(second));
  const found = UNITS.indexOf(text);
  return found >= 0 ? found : undefined;
};

/** The value of an ordinal in words; undefined for other words. */
export const ordinal = (words: string): number | undefined => {
  const text = words.toLowerCase().trim();
  if (text === 'twentieth') return 20;
  if (text === 'thirtieth') return 30;
  const [first = '', second] = text.split(/[ -]/);
  const tens = TENS.indexOf(first);
  const found = ORDINALS.indexOf(tens >= 0 ? (second ?? '') : text);
  return found < 0 ? undefined : found + 1 + (tens >= 0 ? 20 + tens * 10 : 0);
};

/** The year that {@link YEAR_WORDS} matched. */
export const yearInWords = (words: string): number | undefined => {
  const text = words
    .toLowerCase()
    .replace(/\band /g, '')
    .trim();
  const thousand = /^two thousand ?(.*)$/.exec(text);
  if (thousand) return 2000 + (thousand[1] ? (cardinal(thousand[1]) ?? 0) : 0);
  const [century = '', ...rest] = text.split(' ');
  const hundreds = cardinal(century);
  if (hundreds === undefined) return undefined;
  const below = rest[0] === 'hundred' ? rest.slice(1).join(' ') : rest.join(' ');
  return hundreds * 100 + (below === '' ? 0 : (cardinal(below) ?? 0));
};
