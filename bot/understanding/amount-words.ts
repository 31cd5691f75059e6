import { CARDINAL, cardinal } from './days/number-words.ts';

const HUNDREDS = `(?:${CARDINAL}|an?) hundred(?:(?: and)? ${CARDINAL})?`;
const THOUSANDS = `(?<![\\d.,])(?:${CARDINAL}|an?|\\d{1,3}) thousand(?:(?:,| and)? (?:${HUNDREDS}|${CARDINAL}))?`;
const UNIT = '(?= ?(?:euros?|dollars?|pounds?|bucks|quid|francs?|yen)\\b)';
const AMOUNT = new RegExp(`\\b(?:${THOUSANDS}|${HUNDREDS}|${CARDINAL}${UNIT})(?![\\p{L}-])`, 'giu');

const below = (words: string): number => (/^an?$/i.test(words) ? 1 : (cardinal(words) ?? (Number(words) || 0)));

const inDigits = (words: string): number => {
  const plain = words.toLowerCase().replace(/,| and\b/g, '');
  const [thousands, rest = ''] = plain.includes(' thousand') ? plain.split(/ thousand ?/) : [undefined, plain];
  const [hundreds, ones = ''] = rest.includes(' hundred') ? rest.split(/ hundred ?/) : [undefined, rest];
  return below(thousands ?? '') * 1000 + below(hundreds ?? '') * 100 + below(ones);
};

/** Where amounts stand in words: `four hundred and twenty`, `thirty five pounds`. */
export const amountsInWords = (text: string): readonly { readonly from: number; readonly to: number }[] =>
  [...text.matchAll(AMOUNT)].map(({ 0: words, index }) => ({ from: index, to: index + words.length }));

/** The text with such amounts in digits, as people speak who do not type: `two thousand pounds` is `2000 pounds`. */
export const amountsInDigits = (text: string): string => text.replace(AMOUNT, (words) => String(inDigits(words)));
