import { readTimes } from './times.ts';

const FOODS =
  'seafood|shellfish|prawns?|shrimps?|crab|lobster|oysters?|mussels|milk|cheese|butter|cream|wheat|bread|soy|soya|sesame|mustard|celery|lupin|honey|sugar|chocolate|caffeine|coffee|alcohol|wine|beef|meat|chicken|lamb|bacon|ham|tomato(?:es)?|onions?|garlic|mushrooms?|peppers?|corn|rice|pasta|bananas?|strawberr(?:y|ies)|kiwis?|citrus|apples?|peach(?:es)?|avocados?|spicy food|fried food|egg(?:s)?(?: whites?)?|almonds?|hazelnuts?|cashews?|lentils|beans';
const REFUSES =
  "(?:no|without|(?:can(?:['’]?t|not)|(?:do|does|did)(?:n['’]?t| not)|won['’]?t|must(?:n['’]?t| not)|never|stopped) (?:have|eat|eats|touch|tolerate|stand|do|digest|drink|eating)(?: any)?|eats? no|allowed no|intolerant to|intolerance to)";
const NO_FOOD = new RegExp(`\\b${REFUSES} ((?:${FOODS})(?:(?:,| or| and|, or) (?:${FOODS}))*)\\b`, 'gi');
const FOOD = new RegExp(`\\b(?:${FOODS})\\b`, 'gi');

/** Foods that somebody does not eat, as `no …` each; nothing where none is refused. */
export const readRefusedFoods = (text: string): readonly string[] =>
  [...text.matchAll(NO_FOOD)].flatMap(([, all = '']) =>
    (all.match(FOOD) ?? []).map((food) => `no ${food.toLowerCase().replace(/^eggs?.*$/, 'egg')}`),
  );

const SICK =
  /\b(?:car|travel|motion|bus|coach)[- ]?sick(?:ness)?\b|\b(?:can(?:['’]?t|not)|hates?|struggles? with|no|not good (?:at|on|with)|bad (?:at|on|with)|does(?:n['’]?t| not) (?:do|like|take))\b[^.,;!?]{0,12}\b(?:long|windy|winding|bumpy) (?:car |bus |taxi |train )?(?:rides?|drives?|journeys?|transfers?|trips?|roads?)\b|\b(?:sick|queasy|nauseous|throws? up|vomits?|pukes?) (?:in|on) (?:cars?|the car|buses|the bus|taxis?|coaches)\b/i;
const SEASICK =
  /\bsea[- ]?sick(?:ness)?\b|\b(?:sick|queasy|nauseous) (?:on|in) (?:boats?|ferries|ships?|the boat|the ferry)\b/i;
const NAP =
  /\b(?:naps?|napping|nap[- ]?time|siestas?|sleeps? (?:after lunch|at noon|in the afternoon)|(?:afternoon|midday) (?:sleep|rest))\b/i;
const NO_NAP =
  /\b(?:no (?:more |longer )?|not |n['’]t |never |skip\w* (?:the |his |her )?)(?:naps?|need(?:s)? (?:a |naps?))\b/i;
const AIDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:cane|walking (?:stick|aid))\b/i, 'walking stick'],
  [/\bcrutch(?:es)?\b/i, 'crutches'],
  [/\b(?:walker|rollator|zimmer|walking frame)\b/i, 'walking frame'],
];
const STAIRS =
  /\b(?:bad|weak|sore|dodgy|new|hurt) (?:knees?|hips?|legs?|ankles?|back)\b|\b(?:few|fewer|not many|minimal) (?:stairs|steps)\b/i;
const EARLY_MEALS =
  /\b(?:early (?:dinners?|suppers?|meals?|teas?)|(?:dinner|supper|tea|eats?|eat) (?:by|before|at|no later than) (?:5|6|17|18)(?::\d\d)? ?(?:pm)?\b(?! (?:people|of us)))/i;

/** What somebody needs beside stairs and wheels: a nap, with its hour if it is said; short rides; still water; early meals. */
export const readNeeds = (text: string): readonly string[] => {
  const nap = NAP.test(text) && !NO_NAP.test(text);
  const at = nap ? readTimes(text)[0] : undefined;
  return [
    ...AIDS.filter(([pattern]) => pattern.test(text)).map(([, aid]) => aid),
    ...(STAIRS.test(text) ? ['no stairs'] : []),
    ...(SICK.test(text) ? ['easily carsick'] : []),
    ...(SEASICK.test(text) ? ['easily seasick'] : []),
    ...(nap ? [at === undefined ? 'nap after lunch' : `nap at ${at.time}`] : []),
    ...(EARLY_MEALS.test(text) ? ['early meals'] : []),
  ];
};
