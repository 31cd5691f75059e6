/** What somebody wants to know of the money of a trip. */
export type MoneyQuestion =
  /** What the speaker's family owes and gets. */
  | 'own'
  /** Whose turn it is to pay. */
  | 'next'
  /** What was paid, one by one. */
  | 'list'
  /** What each family paid, and its part. */
  | 'families'
  /** What it is for each person. */
  | 'people'
  /** What is left of the budget. */
  | 'left';

const WE = '(?:we|i|us|me|our family)';
const SPENT = '(?:spent|paid|spend|pay|cost|costs|spending|bought|put in|chipped in|laid out|covered)';
/** Of a price, a plan or a paper; not of what was paid. */
const OF_PRICES =
  /\b(?:tickets?|entry|menu|night|hour|room|plan|itinerary|will|would|does the|do the|is the|are the|vote|option|per (?:kid|child|adult)|parking|taxi|deposit)\b/i;

const FORMS: readonly (readonly [MoneyQuestion, RegExp])[] = [
  [
    'next',
    /\bwho(?:['’]?s| is| should| has to| must| will)?(?: going)?(?: to)? (?:pay(?:s|ing)?|turn)(?: (?:for )?(?:the )?next| now| the next (?:one|bill|meal|round))\b|\bwhose (?:turn|round|go)\b.*\b(?:pay|bill|next)\b|\b(?:is it|it['’]?s) (?:our|my) turn\b(?! to (?!pay))|\bwho(?:['’]?s| is) (?:next|up)(?: to pay)\b|\bwho pays next\b/i,
  ],
  [
    'left',
    /\b(?:how much|what)(?:['’]?s| is)?\b.{0,30}\b(?:budget|money|kitty)\b.{0,25}\b(?:left|remain(?:s|ing)?|over|still)\b|\b(?:how much|what)(?:['’]?s| is| do we(?: still)? have| have we)?(?: still)? left\b.{0,25}\b(?:budget|spend|kitty|money)\b|\bare we (?:still )?(?:within|over|under|in|on|above|below) (?:the |our )?budget\b|\b(?:budget|money) (?:left|remaining)\b|\bhow much (?:can|may) we still spend\b|\bhow(?:['’]?s| is) (?:the |our )?budget (?:doing|looking)\b/i,
  ],
  [
    'own',
    new RegExp(
      `\\b(?:what|how much|whom?|who)\\b.{0,20}\\b(?:do|does|must|should|have) ${WE} (?:still )?(?:owe|have to (?:pay|give)|pay back|give|get back|get)\\b|^(?:so |and |ok )*(?:do )?${WE} (?:still )?owes? \\b.*(?:how much|what|\\?)|\\bhow much ${WE} (?:owe|get)\\b|\\b(?:are|r) ${WE} (?:all )?(?:square|even|quits|straight|settled|in (?:plus|minus|the red|credit)|(?:up|down)(?= ?[?.!]*$))(?!\\p{L})|\\bwe(?:['’]re| are) (?:all )?(?:square|even|quits|settled)\\b.*\\?|\\bam i (?:square|even|quits|settled|in the red)\\b|\\bdo (?:the )?\\p{L}+ owe (?:us|me)\\b|\\bdoes anyone owe (?:us|me)\\b|\\bwho owes (?:us|me)\\b|\\b(?:my|our)(?: family['’]s)? balance\\b`,
      'iu',
    ),
  ],
  [
    'people',
    new RegExp(
      `\\b(?:how much|what)\\b.{0,40}\\b(?:have|has|did|are|is|was)\\b.{0,25}\\b${SPENT}\\b.{0,25}\\b(?:per|a|each|every) ?(?:person|head)\\b|\\b(?:spent|spending)\\b.{0,15}\\b(?:per|each) (?:person|head)\\b|\\bper (?:person|head)\\b.{0,15}\\b(?:spent|spending|so far)\\b`,
      'i',
    ),
  ],
  [
    'families',
    /\b(?:how much|what)\b.{0,20}\b(?:has|have|did|does|is)\b.{0,12}\b(?:each|every|the (?!trip|plan|hotel|house|villa|whole)\p{L}+s?\b|we(?= paid| put in| covered)).{0,14}\b(?:spent|paid|spend|pay|put in|covered|chipped in)\b(?! for)|\b(?:spent|spending|expenses|paid|costs?)\b.{0,15}\b(?:per|by|each|every) family\b|\bwho (?:has |have )?(?:paid|spent) (?:what|how much|the most|most|more|the least)\b|\b(?:our|my)(?: family['’]s)? (?:share|part) (?:of (?:the )?(?:expenses|spending)|so far)\b/iu,
  ],
  [
    'list',
    new RegExp(
      `^(?:(?:please|pls|can you|could you|ok|so) )*(?:list|show(?: (?:me|us))?|see|give me|send)(?: all)?(?: of)?(?: the| our)? (?:expenses|spending|payments|costs so far)\\b|\\b(?:what|which)\\b.{0,10}\\b(?:have|has|did|do)\\b.{0,10}\\b(?:we|you have|you)\\b.{0,12}\\b(?:${SPENT}|noted|written down)\\b.{0,10}\\b(?:on|for|so far)\\b[?.!]*$|\\b(?:what|which) (?:expenses|payments)\\b|\\bwhat did (?:we|you) (?:note|write) down\\b|^(?:all )?(?:the |our )?expenses(?: so far| please| list)?[?.!]*$`,
      'i',
    ),
  ],
];

/** What a message wants to know of money that was spent; nothing when it asks for none of these. */
export const moneyQuestion = (text: string): MoneyQuestion | undefined => {
  const words = text.trim().slice(0, 200);
  const found = FORMS.find(([, form]) => form.test(words))?.[0];
  return found !== undefined && /people|families/.test(found) && OF_PRICES.test(words) ? undefined : found;
};
