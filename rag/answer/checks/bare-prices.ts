import type { Evidence } from '../../retrieve/evidence.ts';

/** "Lobster roll | 28", "Chowder, cup or bowl | 8 / 12". */
const BARE = /^(?!.*\b\d+:\d\d\b)[^|]*\p{L}[^|]*\| \d{1,4}(?:[.,]\d{1,2})?(?: ?[/–-] ?\d{1,4}(?:[.,]\d{1,2})?)*$/u;
/** So many such lines, and most of what stands with them, make a list of prices… */
const FEWEST = 2;
const MOST = 0.5;
/** …in a paper that sells something… */
const SELLS =
  /[€$£]|\b(?:prices?|rates?|fares?|fees?|tariffs?|menu|costs?|cash|pay|paid|credit cards?|cards|tickets?|carta|precios|prezzi|tarifs?|preise|shack|caf[eé]|restaurant|bar|shop|kiosk)\b/i;
/** …and says of no other measure that its numbers are of. */
const MEASURED =
  /\b(?:km|kilomet\p{L}+|miles?|metres?|minutes?|min|hours?|degrees|temperatures?|distances?|pages?|rooms?|beds?|nights?|guests?|bathrooms?|bedrooms?|floors?|numbers?|ages?|years?|kg|kilos)\b/iu;

/** Whether it is a line of a price list that leaves the currency out, as menus do. */
export const isBarePrice = ({ text, passage: { units, heading = '', document } }: Evidence): boolean => {
  if (!BARE.test(text) || MEASURED.test(`${heading}\n${text.split(' | ')[0]}`)) return false;
  const rows = units.filter((unit) => unit.includes(' | '));
  const bare = rows.filter((unit) => BARE.test(unit));
  return (
    bare.length >= FEWEST && bare.length > rows.length * MOST && SELLS.test([document, heading, ...units].join('\n'))
  );
};
