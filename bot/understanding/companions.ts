import { numberSaid, SMALL_NUMBER } from '../../trips/number-words.ts';

/** Who comes along, as one says it of them. */
const ONE =
  'wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|mother|mom|mum|mommy|father|dad|daddy|parent|sister|brother|sibling|daughter|son|child|kid|baby|toddler|infant|teen(?:ager)?|grandma|grandmother|granny|grandpa|grandfather|grandparent|grandson|granddaughter|grandchild|aunt|uncle|cousin|niece|nephew|friend|mate|buddy|pal|colleague|coworker|co-worker|roommate|flatmate|neighbou?r|boss|companion|mother-in-law|father-in-law|sister-in-law|brother-in-law|other|lady|girl|boy|guy';
const MORE =
  'mothers|sisters|brothers|siblings|daughters|sons|children|kids|babies|toddlers|infants|teen(?:ager)?s|grandsons|granddaughters|grandchildren|aunts|uncles|cousins|nieces|nephews|friends|mates|buddies|pals|colleagues|coworkers|co-workers|roommates|flatmates|neighbou?rs|companions|others|ladies|girls|boys|guys|adults|people|persons';
/** Plurals that are two where no number is said. */
const PAIRS = 'parents|grandparents|in-laws|twins';
const OWN = '(?:my|our|his|her|their)';
const SORT =
  '(?:(?:own|best|good|dear|old|new|little|older|younger|big|elder|elderly|young|close|teenage|other|more)\\s+)';
const PERSON = `(?:(?:${OWN}|an?|one|the)\\s+)?${SORT}{0,2}(?:${ONE})`;
const PEOPLE = `(?:both(?:\\s+of)?\\s+${OWN}|(?:(?:${OWN}|the)\\s+)?(?:${SMALL_NUMBER}))\\s+(?:of\\s+${OWN}\\s+)?${SORT}{0,2}(?:${MORE}|${ONE})`;
const SOME = `(?:(?:${PEOPLE}|(?:both\\s+)?(?:${OWN}\\s+)?(?:${PAIRS})|${PERSON})(?![\\p{L}-]|['’]s))`;
const AND = '\\s*(?:,\\s*(?:and\\s+|plus\\s+)?|\\band\\s+|\\bplus\\s+|&\\s*)';
const THEM = `${SOME}(?:${AND}${SOME}){0,4}`;
const ME = '(?:i|me|myself|yours truly)';
const GOING =
  '(?:go|going|travel|travell?ing|com(?:e|ing)|fly|flying|set(?:ting)? (?:off|out)|head(?:ing)?|leav(?:e|ing)|depart(?:ing)?|be|there)';

/** Where the speaker stands beside those who come along. */
const BESIDE_ME: readonly RegExp[] = [
  new RegExp(`\\b(${THEM})\\s*(?:,\\s*)?(?:and|plus|&)\\s+${ME}\\b(?!['’]d)`, 'giu'),
  new RegExp(`\\b${ME}(?:\\s+|,\\s*)(?:and|plus|with|together with|along with|&|\\+)\\s+(${THEM})`, 'giu'),
  new RegExp(
    `\\b(?:i['’]m|i am|i['’]ll|i will|i)\\s+(?:be\\s+|will\\s+|am\\s+)?${GOING}(?:\\s+\\w+){0,2}?\\s+(?:together\\s+|along\\s+)?with\\s+(${THEM})`,
    'giu',
  ),
  new RegExp(
    `\\b(${THEM})\\s+(?:is|are|will be)\\s+(?:coming|joining|going|travell?ing)(?:\\s+along)?(?:\\s+with)?\\s+me\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:i|we|${ME})(?:['’]m|['’]re|['’]ll|\\s+am|\\s+are|\\s+will)?\\s+(?:be\\s+)?(?:taking|bringing|bring|take)\\s+(${THEM})`,
    'giu',
  ),
];

const NUMBER_OF = new RegExp(`\\b(${SMALL_NUMBER})\\b`, 'iu');
const EACH = new RegExp(SOME, 'giu');

const headsOf = (some: string): number => {
  if (/^both\b/i.test(some) || new RegExp(`\\b(?:${PAIRS})$`, 'iu').test(some)) return 2;
  const number = NUMBER_OF.exec(some)?.[1];
  return number === undefined ? 1 : numberSaid(number);
};

/** The people beside the speaker, where a message tells who comes along: `two friends and I`, `with my parents`. */
export const readCompanions = (text: string): number | undefined => {
  const taken: { readonly from: number; readonly to: number }[] = [];
  let heads = 0;
  for (const pattern of BESIDE_ME) {
    for (const { 1: them = '', 0: whole, index } of text.matchAll(pattern)) {
      const from = index + whole.lastIndexOf(them);
      const span = { from, to: from + them.length };
      if (taken.some(({ from: other, to }) => span.from < to && other < span.to)) continue;
      taken.push(span);
      for (const [some] of them.matchAll(EACH)) heads += headsOf(some.trim());
    }
  }
  return heads === 0 ? undefined : heads;
};
