import { CUISINES, type Mode, type RoomType, type TripRule } from '../../trips/itineraries/trip-rules.ts';

const FOOD =
  /\b(?:cuisines?|foods?|meals?|din(?:e|es|ing|ners?)|lunch\w*|breakfast\w*|restaurants?|eat(?:s|ing|eries)?|dishes|culinary|tastes?|tasting|flavou?rs?|cooking|gastronom\w+|foodies?|palates?|kitchens?|sampl\w+|savou?r\w*|delicac\w+)\b/i;

/** What speaks against what follows it, as far as the clause goes. */
const NOT =
  "(?:\\b(?:no|not|non|never|without|avoid\\w*|dont|wont|cant|cannot|refrain\\w*|exclud\\w+|except|instead of|rather than|other than|opposed to|free of|hate|dislike|skip\\w*|steer clear|against|neither|nor|anything but|rules? out|opt(?:ing)? out)|n['’]t)";
const REACH = '(?:(?!\\b(?:but|and|so|though|although|however)\\b)[^.;!?]){0,60}?';
const denied = (words: string): RegExp => new RegExp(`${NOT}\\b${REACH}(?:${words})`, 'i');

const ROOM_WORDS: readonly (readonly [readonly RoomType[], RegExp])[] = [
  [['private', 'entire'], new RegExp(`${NOT}\\b${REACH}\\bshar(?:ed|e|ing)\\b|\\b(?:non|un)-?shared\\b`, 'i')],
  [
    ['entire'],
    /\b(?:entire|whole|full) (?:rooms?|homes?|apartments?|houses?|places?|units?|propert(?:y|ies)|spaces?|villas?|flats?|accommodations?|residences?|cabins?)\b|\b(?:rooms?|homes?|apartments?|houses?|places?|villas?|flats?) (?:that are |which are )?(?:entirely|all|just|completely) (?:to|for) (?:ourselves|myself|us)\b|\b(?:home|apartment|house|place|villa|flat) to (?:ourselves|myself)\b/i,
  ],
  [
    ['private'],
    /\bprivate (?:[a-z]+ )?(?:rooms?|bedrooms?|accommodations?|lodgings?|quarters|suites?)\b|\brooms? (?:that (?:are|is) |to be )?private\b/i,
  ],
  [
    ['shared'],
    /\bshared? (?:a )?(?:rooms?|accommodations?|lodgings?|spaces?|dorm\w*|bedrooms?)\b|\brooms? (?:that (?:are|is) |to be )?shared\b|\bdorm(?:s|itor(?:y|ies))?\b/i,
  ],
];

const ALLOW =
  '(?:allow\\w*|permit\\w*|permissible|accept\\w*|welcom\\w*|friendly|suit\\w*|accommodat\\w*|ok(?:ay)?|fine|toler\\w+|conducive|appropriate|cater\\w*|possible)';
const HOUSE_WORDS: readonly (readonly [what: string, said: RegExp, unless?: RegExp])[] = [
  [
    'pets',
    new RegExp(
      `\\bpets?[- ]?${ALLOW}|\\b${ALLOW}\\b[^.;]{0,30}\\bpets?\\b|\\bpets?\\b[^.;]{0,25}\\b${ALLOW}|\\b(?:bring\\w*|with|accompan\\w+|tak(?:e|ing)|have|travell?ing with)\\b[^.;]{0,25}\\b(?:pets?|dogs?|cats?|pupp(?:y|ies))\\b`,
      'i',
    ),
    denied('pets?'),
  ],
  [
    'smoking',
    new RegExp(
      `\\bsmok\\w*[^.;]{0,25}\\b${ALLOW}|\\b${ALLOW}\\b[^.;]{0,30}\\bsmok(?:e|ing|ers?)\\b|\\b(?:we|i|some of us) smoke\\b|\\bsmokers\\b`,
      'i',
    ),
    denied('smok'),
  ],
  [
    'parties',
    new RegExp(
      `\\b(?:host\\w*|throw\\w*|hold\\w*|hav(?:e|ing))\\b[^.;]{0,25}\\bpart(?:y|ies)\\b|\\bpart(?:y|ies)\\b[- ]?[^.;]{0,25}\\b${ALLOW}|\\b${ALLOW}\\b[^.;]{0,40}\\bpart(?:y|ies|ying)\\b(?! of)`,
      'i',
    ),
    denied('part(?:y|ies)\\b(?! of)'),
  ],
  [
    'visitors',
    new RegExp(
      `\\b${ALLOW}\\b[^.;]{0,30}\\bvisitors?\\b|\\bvisitors?\\b[^.;]{0,25}\\b${ALLOW}|\\b(?:have|hav(?:e|ing)|receiv\\w*|host\\w*|invit\\w*)\\b[^.;]{0,20}\\b(?:visitors|guests over|friends over)\\b`,
      'i',
    ),
    denied('visitors?'),
  ],
  [
    'children',
    new RegExp(
      `\\b(?:child(?:ren)?|kids?|toddlers?|infants?|minors?)\\b[- ]?[^.;]{0,45}\\b${ALLOW}|\\b${ALLOW}\\b[^.;]{0,40}\\b(?:child(?:ren)?|kids?|toddlers?|infants?|minors?)\\b|\\b(?:travell?ing|com\\w*|along|going|journey\\w*) with\\b[^.;]{0,25}\\b(?:child(?:ren)?|kids?|toddlers?|infants?)\\b|\\b(?:child(?:ren)?|kids?) (?:who (?:is|are) )?(?:under|below|younger than)\\b|\\b(?:have|hav(?:e|ing)|bring\\w*|includ\\w*)\\b[^.;]{0,25}\\b(?:young |small |little )?(?:child(?:ren)?|kids|toddlers?)\\b`,
      'i',
    ),
    denied('child(?:ren)?\\b|kids?\\b'),
  ],
];

const MODE_WORDS: readonly (readonly [Mode, string])[] = [
  [
    'flight',
    '\\bfl(?:y|ying|ights?)\\b|\\b(?:air)?planes?\\b|\\bair[- ]travel\\b|\\bby air\\b|\\bairlines?\\b|\\bairports?\\b',
  ],
  [
    'own-car',
    '\\bself[- ]?driv\\w*|\\bdriv(?:e|ing)\\b(?! distance)|\\b(?:our|my|your) (?:own )?cars?\\b|\\bown (?:car|vehicle)|\\brent(?:al|ing)?(?: a)? (?:cars?|vehicles?)\\b|\\bbehind the wheel\\b',
  ],
  ['taxi', '\\btaxis?\\b|\\bcabs?\\b'],
  ['train', '\\btrains?\\b|\\brail\\b'],
  ['bus', '\\bbus(?:es)?\\b|\\bcoach(?:es)?\\b'],
  ['ferry', '\\bferr(?:y|ies)\\b|\\bboats?\\b'],
];
/** The longest text that rules are looked for in. */
const MOST = 1_500;

/** What a message asks of the whole trip: cuisines, rooms, house rules, and how not to travel. */
export const readTripRules = (message: string): readonly TripRule[] => {
  const text = message.slice(0, MOST);
  const sentences = text.split(/(?<=[.!?;])\s+(?=\p{Lu})/u);
  return [
    ...readRooms(sentences),
    ...readHouse(sentences),
    ...readModes(sentences),
    ...readCuisines(sentences).map((cuisine) => ({ kind: 'cuisine', cuisine }) as const),
  ];
};

const readRooms = (sentences: readonly string[]): readonly TripRule[] => {
  for (const [types, said] of ROOM_WORDS)
    if (sentences.some((sentence) => said.test(sentence))) return [{ kind: 'room-type', types: [...types] }];
  return [];
};

const readHouse = (sentences: readonly string[]): readonly TripRule[] =>
  HOUSE_WORDS.flatMap(([what, said, unless]): readonly TripRule[] =>
    sentences.some((sentence) => said.test(sentence) && !unless?.test(sentence)) ? [{ kind: 'stay-allows', what }] : [],
  );

const readModes = (sentences: readonly string[]): readonly TripRule[] =>
  MODE_WORDS.flatMap(([mode, words]): readonly TripRule[] => {
    const against = denied(words);
    return sentences.some((sentence) => against.test(sentence)) ? [{ kind: 'without-mode', mode }] : [];
  });

/** Cuisines are adjectives that also name other things: they count only where food is spoken of. */
const readCuisines = (sentences: readonly string[]): readonly string[] =>
  CUISINES.filter((cuisine) => {
    const named = new RegExp(`\\b${cuisine}\\b`, 'i');
    const against = denied(`\\b${cuisine}\\b`);
    return sentences.some(
      (sentence, index) =>
        named.test(sentence) &&
        !against.test(sentence) &&
        (FOOD.test(sentence) || FOOD.test(sentences[index - 1] ?? '')),
    );
  });
