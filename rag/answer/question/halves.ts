import { type AnswerKind, kindAsked } from './answer-kind.ts';

/** One question as the two that it may be. */
export type Halves = readonly [first: string, second: string];

/** At most this many ways to divide a question are worth a search. */
const MOST_WAYS = 3;
const AND = /\s+(?:vs\.?|versus|plus|\+|&|compared (?:to|with)|and|or)\s+(?:also\s+)?/gi;
const PREPOSITION = '(?:in|at|on|for|of|to|from|with|by)';
const ASKS = '(?:what|when|where|who|which|how(?: much| many| long| far| old| big| often| late)?)';
const AUXILIARY = '(?:is|are|was|were|do|does|did|can|could|may|will|would|should|must|has|have)';
/** "Which is dearer: the boat or the bus", "where are tickets cheaper, online or at the gate". */
const WHICH_OF_TWO =
  /^(?<asked>(?:which|what|where|who|when)\b[^:,]*)[,:]\s*(?<first>.+?)\s+(?:or|vs\.?|versus|and)\s+(?<second>.+)$/i;
/** "Is the boat or the bus cheaper", "is the boat cheaper than the bus". */
const MORE =
  '(?:cheaper|dearer|(?:more|less) expensive|pricier|earlier|later|sooner|longer|shorter|quicker|faster|nearer|closer|further|farther|bigger|smaller|higher|lower)';
const IS_MORE = new RegExp(
  `^(?:so |and )?(?:is|are) (?<first>.+?) (?:or (?<second>.+?) (?:the )?(?<more>${MORE})|(?<than>${MORE}) than (?<other>.+))$`,
  'i',
);
/** What is compared of both is what they do: "which opens earlier". */
const DOING = /^(?:opens?|closes?|shuts?|leaves?|departs?|starts?|begins?|ends?|arrives?|takes?|lasts?|runs?)$/i;
/** "…, which is earlier": what was named before is compared. */
const WHICH_BEHIND =
  /[,.:;-]+\s*(?:and\s+)?(?:which|what|who)(?: one| of (?:them|the two|those))?(?:'s|\s+is|\s+are|\s+costs?|\s+comes?)\s+(?:the\s+)?(?:more |less )?[\p{L} ]{3,20}$/iu;
/** "What do the tower and the garden cost an adult". */
const VERB_BEHIND = new RegExp(
  `^(?<asked>(?:so |and )?(?:${ASKS}(?: time)? )?${AUXILIARY}) (?<first>.+?) (?:and|plus|or) (?<second>.+?) (?<verb>(?:included|allowed|free|cost|open|close|start|begin|end|leave|arrive|take|last|run|go|sail|have|need)\\b.*)$`,
  'i',
);
/** "Deposits: the house and the boat", "wifi: hotel and flat, passwords". */
const COLON = /^(?<asked>[^:]{2,50}):\s+(?<rest>.+)$/;
/** What is weighed against each other, and what is then asked of each. */
const COMPARED: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:cheap\w*|dear\w*|(?:more |most |less )?expensive|(?:costs?|costing) (?:more|less)|pric(?:e|ier))\b/i,
    'how much is',
  ],
  [/\b(?:earli(?:er|est)|lat(?:er|est)|soon(?:er|est))\b/i, 'when is'],
  [/\b(?:longe(?:r|st)|shorte(?:r|st)|quick(?:er|est)|fast(?:er|est))\b/i, 'how long is'],
  [/\b(?:near(?:er|est)|close(?:r|st)|f[au]rthe(?:r|st))\b/i, 'how far is'],
  [/\b(?:more|less|higher|highest|lower|lowest|bigger|biggest|larger|smaller|better|best)\b/i, ''],
];
/** What is added up is asked of each by its price. */
const TOGETHER = /\s*,?\b(?:together|in all|all in all|all in|altogether|in total|combined)\b:?/i;
const ADDED = /\s(?:plus|\+)\s/i;
/** How each kind is asked of a bare thing. */
const ASKED_OF: Readonly<Partial<Record<AnswerKind, string>>> = {
  money: 'how much is',
  clock: 'when is',
  time: 'when is',
  duration: 'how long is',
  phone: 'phone number of',
  code: 'code of',
  address: 'address of',
  place: 'where is',
};

/**
 * The ways in which one question may be two, the likeliest first: two things that are asked the same, two things in one
 * breath, two to be compared. Each is worth taking only where both halves have an answer of their own.
 */
export const halvesOf = (question: string): readonly Halves[] => {
  const bare = question
    .replace(WHICH_BEHIND, '')
    .replace(/\s+(?:please|pls)$/i, '')
    .trim();
  const behind = bare === question ? undefined : askedOf(question.slice(bare.length));
  const text = bare.replace(TOGETHER, '').trim();
  const summed = TOGETHER.test(bare) || ADDED.test(` ${bare} `);
  const ways = [...compared(question), ...verbBehind(text), ...parted(text)]
    .map(([first, second]): Halves => {
      const fallback = behind ?? (summed ? 'how much is' : '');
      return [asking(measured(first), fallback), asking(measured(second), fallback)];
    })
    .filter(([first, second]) => first !== '' && second !== '' && first.toLowerCase() !== second.toLowerCase());
  return [...new Map(ways.map((way) => [way.join('\n'), way])).values()].slice(0, MOST_WAYS);
};

const COMPARES = new RegExp(`\\s*\\b${MORE}\\b`, 'i');
const LEAD_IN = new RegExp(`^(?:so |and )?(?:${ASKS}\\s+)?(?:${AUXILIARY}\\s+)?`, 'i');

/** Whether two things are weighed against each other, by price, time, length or distance. */
export const isComparison = (question: string): boolean => (askedOf(COMPARES.exec(question)?.[0] ?? '') ?? '') !== '';

/** "Where is parking cheaper at the hotel" asks how much it is: what is cheaper is found by weighing both. */
const measured = (half: string): string => {
  const measure = askedOf(COMPARES.exec(half)?.[0] ?? '') ?? '';
  return measure === '' ? half : `${measure} ${half.replace(COMPARES, '').replace(LEAD_IN, '').trim()}`;
};

/** What is named with whom it is for, or which way it goes, is asked for its price: "boat one way", "lunch for an adult". */
const FOR_A_PRICE =
  /\bone[- ]way\b|\bfor (?:an?|one|two|three|four|five|\d{1,2}) (?:adults?|grown-?ups?|child(?:ren)?|kids?|seniors?|people|persons?)\b/i;

/** A bare thing with what is asked of it; a question as it is. */
const asking = (text: string, asked: string): string => {
  if (kindAsked(text.toLowerCase()) !== 'open') return text;
  const ask = asked === '' && FOR_A_PRICE.test(text) ? 'how much is' : asked;
  return ask === '' ? text : `${ask} ${text}`;
};

const askedOf = (comparison: string): string | undefined => COMPARED.find(([sign]) => sign.test(comparison))?.[1];

const compared = (text: string): readonly Halves[] => {
  const { more, than, ...is } = IS_MORE.exec(text.replace(/\?+$/, ''))?.groups ?? {};
  const measure = askedOf(more ?? than ?? '');
  if (measure !== undefined && measure !== '' && is.first)
    return [[`${measure} ${is.first}`, `${measure} ${is.second ?? is.other}`]];
  const { asked = '', first = '', second = '' } = WHICH_OF_TWO.exec(text)?.groups ?? {};
  const of = askedOf(asked);
  if (of === undefined) return [];
  const topic = asked
    .replace(new RegExp(`\\b(?:${ASKS}|${AUXILIARY}|the|it|one|of|them|we|pay|costs?)\\b`, 'gi'), ' ')
    .replace(COMPARED.find(([sign]) => sign.test(asked))?.[0] ?? '', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (DOING.test(topic)) {
    const does = of.replace(/\bis$/, 'does');
    const verb = topic.replace(/s$/i, '');
    return [[`${does} ${first} ${verb}`, `${does} ${second} ${verb}`]];
  }
  const lead = [of === '' && topic === '' ? 'how much is' : of, topic].filter(Boolean).join(' ');
  return [[`${lead} ${first}`, `${lead} ${second}`]];
};

const verbBehind = (text: string): readonly Halves[] => {
  const { asked, first = '', second = '', verb = '' } = VERB_BEHIND.exec(text)?.groups ?? {};
  return asked === undefined ? [] : [[`${asked} ${first} ${verb}`, `${asked} ${second} ${verb}`]];
};

/** "Can Mia" of "can Mia and Leo come": half a question is none. */
const SAYS_NOTHING = new RegExp(`^(?:so |and )?${AUXILIARY} (?:the |our |a )?[\\p{L}'’-]+$`, 'iu');

/** Divided where two things are joined: with what stands before them asked of both, and each for itself. */
const parted = (text: string): readonly Halves[] =>
  [...text.matchAll(AND)].flatMap((and): readonly Halves[] => {
    const left = text.slice(0, and.index).trim();
    const right = text.slice(and.index + and[0].length).trim();
    if (left === '' || right === '') return [];
    return [
      ...underColon(left, right),
      ...atEach(left, right),
      ...weighed(left, right, and[0]),
      ...(SAYS_NOTHING.test(left) ? [] : [[left, inherited(left, right)] as const]),
    ];
  });

const underColon = (left: string, right: string): readonly Halves[] => {
  const { asked, rest = '' } = COLON.exec(left)?.groups ?? {};
  if (asked === undefined) return [];
  const [second = '', tail = ''] = right.split(/,\s+/, 2);
  return [[`${asked} ${rest} ${tail}`.trim(), `${asked} ${second} ${tail}`.trim()]];
};

const AT = new RegExp(`^(?<asked>.+?) (?<at>${PREPOSITION}) (?<first>.+)$`, 'i');
const BEGINS = new RegExp(`^(?:${PREPOSITION}|${ASKS}|${AUXILIARY})\\b`, 'i');
const BEGINS_AT = new RegExp(`^${PREPOSITION}\\b`, 'i');
/** A thing has at most so many words. */
const LONGEST_THING = 6;

const atEach = (left: string, right: string): readonly Halves[] => {
  const { asked, at = '' } = AT.exec(left)?.groups ?? {};
  if (asked === undefined || right.split(/\s+/).length > LONGEST_THING) return [];
  if (BEGINS_AT.test(right)) return [[left, `${asked} ${right}`]];
  return BEGINS.test(right) || right.includes(` ${at} `) ? [] : [[left, `${asked} ${at} ${right}`]];
};

/** "Check-out hotel vs flat": the last words of the one give way to the other. */
const weighed = (left: string, right: string, and: string): readonly Halves[] => {
  const words = left.split(/\s+/);
  const other = right.replace(/^(?:the|a|an|our) /i, '').split(/\s+/);
  return /vs|versus|compared/i.test(and) && words.length > other.length
    ? [[left, [...words.slice(0, -other.length), ...other].join(' ')]]
    : [];
};

/** The second of two, asked the same kind of thing as the first where it asks nothing itself. */
const inherited = (left: string, right: string): string => {
  const bare = right.replace(new RegExp(`^(?:what|how much|when|where)(?: about)?\\s+(?!${AUXILIARY}\\b)`, 'i'), '');
  const own = kindAsked(right.toLowerCase());
  if (own !== 'open' && bare === right) return right;
  const asked = ASKED_OF[kindAsked(left.toLowerCase())];
  return asked === undefined ? right : `${asked} ${asked.endsWith(' of') ? bare.replace(/^of /i, '') : bare}`;
};
