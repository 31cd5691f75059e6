import { own } from '../../trips/own.ts';

/** Words whose ending is not an ending. */
const KEPT = new Set([
  'bus',
  'gas',
  'plus',
  'news',
  'lens',
  'thing',
  'ring',
  'king',
  'spring',
  'string',
  'wing',
  'evening',
  'morning',
  'during',
  'bed',
  'red',
  'plane',
]);
const IRREGULAR: Readonly<Record<string, string>> = {
  children: 'child',
  childrens: 'child',
  womens: 'woman',
  mens: 'man',
  peoples: 'person',
  kids: 'kid',
  people: 'person',
  women: 'woman',
  men: 'man',
  feet: 'foot',
  paid: 'pay',
  left: 'left',
  ate: 'eat',
  bought: 'buy',
  cost: 'cost',
  costs: 'cost',
  fees: 'fee',
  fed: 'feed',
  kept: 'keep',
  sold: 'sel',
  sent: 'send',
  spent: 'spend',
  lent: 'lend',
  met: 'meet',
  held: 'hold',
  slept: 'sleep',
  shown: 'show',
  driven: 'driv',
  drove: 'driv',
  ridden: 'rid',
  rode: 'rid',
  flown: 'fly',
  flew: 'fly',
  swam: 'swim',
  swum: 'swim',
  eaten: 'eat',
  broken: 'break',
  broke: 'break',
  stolen: 'steal',
  caught: 'catch',
  brought: 'bring',
  yr: 'year',
  yrs: 'year',
  taller: 'tal',
  tallest: 'tal',
  older: 'old',
  oldest: 'old',
  younger: 'young',
  youngest: 'young',
  cheaper: 'cheap',
  cheapest: 'cheap',
  nearest: 'near',
  nearer: 'near',
  larger: 'larg',
  largest: 'larg',
  longer: 'long',
  longest: 'long',
  closest: 'clos',
  latest: 'lat',
  earlier: 'earli',
  earliest: 'earli',
};

/** An English word without its endings, so that `booked`, `booking` and `bookings` meet. Expects lower case. */
export const stem = (word: string): string => {
  const irregular = own(IRREGULAR, word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 3 || KEPT.has(word) || /\d/.test(word)) return word;
  let base = word;
  if (base.endsWith('ies') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (/(?:s|x|z|ch|sh)es$/.test(base)) base = base.slice(0, -2);
  else if (/[^sui]s$/.test(base)) base = base.slice(0, -1);
  if (/ations?$/.test(base) && base.length > 9) base = base.replace(/ations?$/, '');
  else if (base.endsWith('ing') && base.length > 5) base = base.slice(0, -3);
  else if (base.endsWith('ed') && !base.endsWith('eed') && base.length > 4) base = base.slice(0, -2);
  if (/([bdfgklmnprt])\1$/.test(base) && base.length > 3) base = base.slice(0, -1);
  if (base.endsWith('e') && base.length > 3) base = base.slice(0, -1);
  else if (base.endsWith('y') && base.length > 3) base = `${base.slice(0, -1)}i`;
  return base;
};
