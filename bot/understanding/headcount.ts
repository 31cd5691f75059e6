import { SMALL_NUMBER, smallNumber } from './numbers.ts';

const PEOPLE =
  '(?:people|persons?|travell?ers?|individuals?|guests?|friends|tourists?|participants|members|passengers|of us|pax|adventurers|folks|humans|souls|companions|colleagues|buddies|students|visitors)';
const COUNTED = new RegExp(`\\b(${SMALL_NUMBER})[ -](?:[a-z]+ )?${PEOPLE}\\b`, 'i');
const GROUP = new RegExp(
  `\\b(?:group|party|team|family|crew|bunch|company|band|squad) (?:size )?of (?:about |around )?(${SMALL_NUMBER})\\b`,
  'i',
);
const THERE_ARE = new RegExp(
  `\\b(?:we are|we're|we’re|there (?:are|will be)|we will be|there's|all)\\s+(?:a (?:group|party|family) of\\s+)?(${SMALL_NUMBER})\\b(?! (?:days?|nights?|cit|adults?|kids|children|different))`,
  'i',
);
/** `for two departing from …`: a number that counts nothing else. */
const FOR = new RegExp(
  `\\b(?:for|of|with|accommodat\\w+) (?:just |only |the )?(${SMALL_NUMBER})\\b(?![\\w-]|[ -](?:full |whole |consecutive |more |or |to \\d|[a-z]*(?:day|night|week|month|cit|town|hour|minute|stop|star|destination|different|meal|place|room|k\\b|km|mile|unique|distinct|separate|dollar|usd|eur))|[,.]?\\d|%)`,
  'gi',
);
const ADULTS = new RegExp(`\\b(${SMALL_NUMBER}) (?:adults?|grown[- ]?ups?)\\b`, 'i');
const CHILDREN = new RegExp(
  `\\b(${SMALL_NUMBER}) (?:kids?|child(?:ren)?|toddlers?|teen(?:ager)?s?|infants?|bab(?:y|ies))\\b`,
  'i',
);
const ALONE =
  /\b(?:solo|alone|by myself|on my own|just me|only me|just myself|lone|single[- ](?:person|travell?er|individual)|one[- ]person|for myself|one individual)\b/i;
const PAIR =
  /\b(?:couple(?! of)|pair(?! of (?!travell?ers|people|us))|the two of us|my (?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse) and (?:i|me)|(?:me|i|myself) and my (?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse)|duo|both of us|honeymoon)\b/i;
const ME =
  /\b(?:for me|i(?:'ll| will)?(?: be|'m| am)? (?:travell?ing|leaving|departing|going|planning|setting|starting|flying|looking)|i(?:'m| am|'d| would| want| need| have|'ll| will| intend| plan))\b/i;
/** The longest text that people are counted in. */
const MOST = 1_500;

/** For how many people a journey is, when the message says so. */
export const readHeadcount = (message: string): number | undefined => {
  const text = message.slice(0, MOST);
  const [group, counted, adults, children] = [GROUP, COUNTED, ADULTS, CHILDREN].map(
    (pattern) => pattern.exec(text)?.[1],
  );
  if (group !== undefined) return smallNumber(group);
  if (counted !== undefined) return smallNumber(counted);
  if (adults !== undefined) return smallNumber(adults) + (children === undefined ? 0 : smallNumber(children));
  if (ALONE.test(text)) return 1;
  if (PAIR.test(text)) return 2;
  const all = THERE_ARE.exec(text)?.[1] ?? [...text.matchAll(FOR)][0]?.[1];
  if (all !== undefined) return smallNumber(all);
  return ME.test(text) && !/\b(?:we|our|us)\b/i.test(text) ? 1 : undefined;
};
