import { CUISINES, type Mode, type RoomType, type TripRule } from '../../trips/itineraries/trip-rules.ts';

const FOOD =
  /\b(?:cuisines?|foods?|meals?|din(?:e|es|ing|ners?)|lunch\w*|breakfast\w*|restaurants?|eat(?:s|ing|eries)?|dishes|culinary|tastes?|tasting|flavou?rs?|cooking|gastronom\w+|foodies?|palates?|kitchens?|sampl\w+|savou?r\w*|delicac\w+|menus?|bites?|appetites?|hungry|crav\w+|mood for|specialt?it?ies)\b/i;
/** Who likes `Thai and Greek` and says no more of it speaks of food. */
const LIKING = /\b(?:love|like|enjoy|prefer\w*|fancy|fond of|favou?r\w*|fans? of|into|keen on|weakness for)\b/i;

/** What speaks against what follows it, as far as the clause goes. */
const NOT =
  "(?:\\b(?:no|not|non|never|none|nobody|nothing|without|avoid\\w*|dont|wont|cant|cannot|refrain\\w*|refus\\w+|exclud\\w+|except|instead of|rather than|other than|opposed to|free of|hate|dislike|skip\\w*|steer clear|against|neither|nor|(?:any|every)thing but|all but|rules? out|opt(?:ing)? out|(?:afraid|scared|terrified|fear) of)|n['’]t)";
const REACH = '(?:(?!\\b(?:but|and|so|though|although|however)\\b)[^.;!?]){0,60}?';
/** What speaks against what it follows: `flights are out`. */
const OUT =
  "(?:is|are|['’]s|['’]re|would be|will be)?\\s*(?:just |simply |completely |absolutely |strictly )?(?:out\\b(?! of (?!the question|bounds))|off the table|off[- ]limits|ruled out|excluded|not (?:an option|possible|wanted|for (?:me|us)|our thing|welcome|happening)|a (?:no|no-?go|deal-?breaker)\\b|no-?go|never)";
const denied = (words: string): RegExp => new RegExp(`${NOT}\\b${REACH}(?:${words})|(?:${words})\\s+${OUT}`, 'i');

const HOMES =
  '(?:rooms?|homes?|apartments?|houses?|places?|units?|propert(?:y|ies)|spaces?|villas?|flats?|accommodations?|residences?|cabins?|cottages?|condos?|suites?|rentals?|lodgings?)';
const ROOM_WORDS: readonly (readonly [readonly RoomType[], RegExp])[] = [
  [
    ['private', 'entire'],
    new RegExp(`${denied('\\bshar(?:ed|e|ing)\\b(?: \\w+)?').source}|\\b(?:non|un)-?shared\\b`, 'i'),
  ],
  [
    ['entire'],
    new RegExp(
      `\\b(?:entire|whole|full|complete)[ -](?:[a-z]+[ -])?${HOMES}\\b|\\b${HOMES} (?:that (?:are|is) |which (?:are|is) )?(?:(?:entirely|all|just|completely|solely|exclusively) )?(?:to|for) (?:ourselves|myself)\\b|\\b${HOMES} (?:entirely|all|just|completely) (?:to|for) us\\b`,
      'i',
    ),
  ],
  [
    ['private'],
    /\bprivate,? (?:[a-z]+ )?(?:rooms?|bedrooms?|accommodations?|lodgings?|quarters|suites?)\b|\b(?:rooms?|bedrooms?|accommodations?|lodgings?)\b[^.;]{0,30}\bprivate\b/i,
  ],
  [
    ['shared'],
    /\bshar(?:ed|e|ing) (?:a |an? )?(?:[a-z]+ )?(?:rooms?|accommodations?|lodgings?|spaces?|dorm\w*|bedrooms?)\b|\b(?:rooms?|accommodations?|lodgings?)\b[^.;]{0,30}\bshared\b|\bdorm(?:s|itor(?:y|ies))?\b/i,
  ],
];

const ALLOW =
  '(?:allow\\w*|permit\\w*|permissible|accept\\w*|welcom\\w*|friendly|suit\\w*|accommodat(?:e|es|ing)|ok(?:ay)?|fine|toler\\w+|conducive|appropriate|cater\\w*|possible|lets?|takes?|mind\\b)';
const ANIMALS =
  '(?:pets?|dogs?|cats?|pupp(?:y|ies)|kittens?|animals?|furry (?:friends?|companions?)|four-legged (?:friends?|companions?)|rabbits?|poodles?|terriers?|labradors?|retrievers?)';
const CHILDREN =
  '(?:child(?:ren)?|kids?|toddlers?|infants?|bab(?:y|ies)|minors?|little ones|youngsters?|(?:\\w+[- ])?year[- ]olds?)';
const COMING = '(?:com(?:e|es|ing)|join\\w*|travel\\w*|accompan\\w+|along|with us|with me|too)';
const PARTY = '(?:part(?:y|ies|ying)\\b(?! (?:of|size|number\\w*)\\b))';
/** Two things in one sentence, in either order. */
const both = (one: string, other: string, near = 45): string =>
  `\\b${one}\\b[- ]?[^.;]{0,${near}}\\b${other}|\\b${other}\\b[^.;]{0,${near}}\\b${one}\\b`;
/** A house that forbids it will not do: `no place with a no-pets policy`, `we can't travel without our dog`. */
const insisted = (forbidding: string, words: string): RegExp =>
  new RegExp(
    `${NOT}\\b${REACH}(?:${forbidding})|${NOT}\\b[^.;]{0,20}\\b(?:without|leav\\w+)\\b[^.;]{0,20}\\b${words}\\b`,
    'i',
  );

interface HouseWords {
  readonly what: string;
  readonly said: RegExp;
  /** Said of a thing that is not wanted, or not there. */
  readonly unless: RegExp;
  readonly insisted: RegExp;
}
const house = (what: string, said: string, against: string, forbidding: string): HouseWords => ({
  what,
  said: new RegExp(said, 'i'),
  unless: denied(against),
  insisted: insisted(forbidding, `(?:${against})`),
});

const HOUSE_WORDS: readonly HouseWords[] = [
  house(
    'pets',
    `\\bpets?[- ]?${ALLOW}|${both(ANIMALS, ALLOW)}|\\b(?:bring\\w*|with|accompan\\w+|tak(?:e|es|ing)|have|own)\\b[^.;]{0,25}\\b${ANIMALS}\\b|\\b(?:our|my|the|an?|\\w+) (?:\\w+ ){0,2}?${ANIMALS}\\b[^.;]{0,15}\\b${COMING}\\b`,
    ANIMALS,
    'no[- ]pets?\\b|pets?-free',
  ),
  house(
    'smoking',
    `${both('smok\\w*', ALLOW)}|\\b(?:we|i|some of us|one of us|\\w+ of us) (?:all |both |do )?smokes?\\b|\\bsmokers?\\b|\\bsmoking[- ](?:[a-z]+ )?(?:rooms?|places?|accommodations?|lodgings?|areas?|homes?)\\b|\\bsmok(?:e|ing) (?:inside|indoors|in (?:the|our) (?:rooms?|place|house))\\b|\\bcigar(?:s|ettes?)\\b`,
    'smok\\w*',
    'non-?smoking|no[- ]smoking|smoke-?free',
  ),
  house(
    'parties',
    `\\b(?:host\\w*|throw\\w*|hold\\w*|hav(?:e|ing)|mak(?:e|ing)|celebrat\\w*|organi[sz]\\w+)\\b[^.;]{0,35}\\b${PARTY}|\\b${PARTY}[- ]?[^.;]{0,25}\\b${ALLOW}|\\b${ALLOW}\\b[^.;]{0,40}\\b${PARTY}|\\b(?:to|will|can|may|could) party\\b|\\bpartying\\b`,
    PARTY,
    'no[- ]part(?:y|ies)',
  ),
  house(
    'visitors',
    `${both('visitors?', ALLOW)}|\\b(?:have|hav(?:e|ing)|receiv\\w*|host\\w*|invit\\w*|expect\\w*)\\b[^.;]{0,20}\\b(?:visitors|\\w+ over|company over)\\b|\\b(?:friends|guests|relatives|family|people|cousins|acquaintances)\\b[^.;]{0,25}\\b(?:(?:visit|see) us|drop(?:ping)? (?:by|in)|stop(?:ping)? by|com(?:e|ing) (?:over|by))\\b`,
    'visitors?',
    'no[- ]visitors?',
  ),
  house(
    'children',
    `${both(CHILDREN, ALLOW)}|\\b(?:child|kid|toddler|baby|family)-friendly\\b|\\b(?:travell?ing|com\\w*|along|going|journey\\w*) with\\b[^.;]{0,25}\\b${CHILDREN}\\b|\\b${CHILDREN}\\b (?:(?:who |that |they )?(?:is|are) )?(?:all |still )?(?:under|below|younger than|not yet)\\b|\\b(?:have|hav(?:e|ing)|bring\\w*|includ\\w*|there (?:are|is))\\b[^.;]{0,25}\\b(?:young |small |little )?(?:child(?:ren)?|kids|toddlers?|bab(?:y|ies)|little ones)\\b`,
    'child(?:ren)?\\b|kids?\\b',
    'no[- ](?:kids?|child(?:ren)?)|child-?free|adults?[- ]only',
  ),
];

const MODE_WORDS: readonly (readonly [mode: Mode, words: string, also?: RegExp])[] = [
  [
    'flight',
    '\\bfl(?:y|ying|ights?|own)\\b|\\b(?:air|aero)?planes?\\b|\\bair[- ](?:travel|transport\\w*)\\b|\\bby air\\b|\\bairlines?\\b|\\bairports?\\b',
    /\b(?:feet|foot|stay\w*) on (?:the |solid )?ground\b|\b(?:ground|land|overland|surface)[- ](?:transport\w*|travel) only\b|\bonly (?:by )?(?:ground|land|overland|surface)[- ](?:transport\w*|travel)\b|\b(?:only|travel\w*|go|stay\w*) overland\b/i,
  ],
  [
    'own-car',
    '\\bself[- ]?driv\\w*|\\bdriv(?:e|es|ing)\\b(?! distance)|\\b(?:our|my|your) (?:own )?cars?\\b|\\b(?:have|own|take|bring) an? (?:car|vehicle)\\b|\\bown (?:car|vehicle)|\\brent(?:al|ing)?(?: an?)? (?:cars?|vehicles?)\\b|\\bbehind the wheel\\b|\\b(?:driv\\w+ |driver.s )?licen[sc]es?\\b|\\bcar (?:hire|rental)s?\\b',
    /\bleave the driving\b|\b(?:let|have) (?:others?|somebody|someone)(?: else)? (?:do the )?driv\w+\b|\b(?:want|like|prefer)\w* to be driven\b/i,
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
  HOUSE_WORDS.flatMap(({ what, said, unless, insisted: insists }): readonly TripRule[] =>
    sentences.some((sentence) => insists.test(sentence) || (said.test(sentence) && !unless.test(sentence)))
      ? [{ kind: 'stay-allows', what }]
      : [],
  );

const readModes = (sentences: readonly string[]): readonly TripRule[] =>
  MODE_WORDS.flatMap(([mode, words, also]): readonly TripRule[] => {
    const against = denied(words);
    return sentences.some((sentence) => against.test(sentence) || also?.test(sentence))
      ? [{ kind: 'without-mode', mode }]
      : [];
  });

/** Cuisines are adjectives that also name other things: they count only where food is spoken of, or nothing else is. */
const readCuisines = (sentences: readonly string[]): readonly string[] =>
  CUISINES.filter((cuisine) => {
    const named = new RegExp(`\\b${cuisine}\\b`, 'i');
    const alone = new RegExp(`\\b${cuisine}\\b(?=\\s*(?:$|[,.;!?&/]|(?:and|or|as well)\\b))`, 'i');
    const against = denied(`\\b${cuisine}\\b`);
    return sentences.some(
      (sentence, index) =>
        named.test(sentence) &&
        !against.test(sentence) &&
        (FOOD.test(sentence) ||
          FOOD.test(sentences[index - 1] ?? '') ||
          (LIKING.test(sentence) && alone.test(sentence))),
    );
  });
