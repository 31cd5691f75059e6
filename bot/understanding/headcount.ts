import { numberSaid, SMALL_NUMBER } from '../../trips/number-words.ts';
import { readCompanions } from './companions.ts';

const PEOPLE =
  '(?:people|persons?|travell?ers?|individuals?|guests?|friends|tourists?|participants|members|passengers|of us|pax|adventurers|folks|humans|souls|companions|colleagues|buddies|students|visitors)';
const COUNTED = new RegExp(`\\b(?!one of us)(${SMALL_NUMBER})[ -](?:[a-z]+ )?${PEOPLE}\\b`, 'i');
const GROUP = new RegExp(
  `\\b(?:group|party|team|family|crew|bunch|company|band|squad|total|gang) (?:size )?of (?:about |around )?(${SMALL_NUMBER})\\b(?! (?:days?|nights?|cit|weeks?|stops?))|\\b(?:group|party|number of (?:people|travell?ers|guests|persons|adults)) ?(?:size|numbers?|counts?|is|has)?:? ?(${SMALL_NUMBER})\\b(?! (?:days?|nights?|cit|weeks?))|\\b(${SMALL_NUMBER})[- ]strong\\b|\\bwe (?:number|count|total) (${SMALL_NUMBER})\\b|\\b(${SMALL_NUMBER}) (?:heads|in (?:total|all|number))\\b`,
  'i',
);
const THERE_ARE = new RegExp(
  `\\b(?:we are|we're|we’re|there (?:are|will be)|we will be|there's|all)\\s+(?:a (?:group|party|family) of\\s+)?(${SMALL_NUMBER})\\b(?! (?:days?|nights?|cit|adults?|kids|children|different))`,
  'i',
);
/** `for two departing from …`: a number that counts nothing else. */
const FOR = new RegExp(
  `\\b(?:for|of|with|accommodat\\w+) (?:just |only |the )?(${SMALL_NUMBER})\\b(?![\\w-]|[ -](?:full |whole |consecutive |more |or |to \\d|[a-z]*(?:day|night|week|month|cit|town|hour|minute|stops?\\b|stars?\\b|destination|different|meal|place|room|k\\b|km|mile|unique|distinct|separate|dollar|usd|eur))|[,.]?\\d|%)`,
  'gi',
);
const ADULTS = new RegExp(`\\b(${SMALL_NUMBER}) (?:adults?|grown[- ]?ups?)\\b`, 'i');
const CHILDREN = new RegExp(
  `\\b(${SMALL_NUMBER}) (?:kids?|child(?:ren)?|toddlers?|teen(?:ager)?s?|infants?|bab(?:y|ies))\\b(?! (?:under|below|younger))`,
  'i',
);
const ALONE =
  /\b(?:solo|alone|by myself|on my own|just me|only me|just myself|lone|single[- ](?:person|travell?er|individual)|one[- ]person|for myself|one individual)\b/i;
const PAIR =
  /\b(?:couple(?! of)|pair(?! of (?!travell?ers|people|us))|the two of us|duo|twosome|both of us|honeymoon)\b/i;
const THREE = /\b(?:trio|threesome|the three of us)\b/i;
/** `a couple and their toddler`. */
const WITH_CHILD = new RegExp(
  `\\b(?:and|with) (?:their|a|an|our|one|(${SMALL_NUMBER})) (?:\\w+ )?(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|sons?|daughters?|teen(?:ager)?s?|infants?)\\b`,
  'i',
);
const ME =
  /\b(?:for me|i(?:'ll| will)?(?: be|'m| am)? (?:travell?ing|leaving|departing|going|planning|setting|starting|flying|looking)|i(?:'m| am|'d| would| want| need| have|'ll| will| intend| plan))\b/i;
/** The longest text that people are counted in. */
const MOST = 1_500;

/** For how many people a journey is, when the message says so. */
export const readHeadcount = (message: string): number | undefined => {
  const text = message.slice(0, MOST);
  const group = GROUP.exec(text)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (group !== undefined) return numberSaid(group);
  const beside = readCompanions(text);
  const [counted, adults, children] = [COUNTED, ADULTS, CHILDREN].map((pattern) => pattern.exec(text)?.[1]);
  if (beside !== undefined) return 1 + beside;
  if (adults !== undefined) return numberSaid(adults) + (children === undefined ? 0 : numberSaid(children));
  if (counted !== undefined) return numberSaid(counted);
  if (ALONE.test(text)) return 1;
  if (PAIR.test(text)) return 2 + withChild(text);
  if (THREE.test(text)) return 3;
  const all = THERE_ARE.exec(text)?.[1] ?? [...text.matchAll(FOR)][0]?.[1];
  if (all !== undefined) return numberSaid(all);
  return ME.test(text) && !/\b(?:we|our|us)\b/i.test(text) ? 1 : undefined;
};

const withChild = (text: string): number => {
  const found = WITH_CHILD.exec(text);
  return found ? (found[1] === undefined ? 1 : numberSaid(found[1])) : 0;
};
