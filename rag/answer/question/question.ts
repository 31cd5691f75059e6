import type { Conversation, SpokenName, Topic } from '../../retrieve/spoken-of.ts';
import { type Term, termsOf } from '../../words/terms.ts';
import { type AnswerKind, kindAsked } from './answer-kind.ts';
import { askedAgain, namesOnly } from './asked-again.ts';
import { askedTerms, PLACE_STEMS, saysOnlyKind } from './asked-terms.ts';
import { halvesOf } from './halves.ts';
import { impliedTerms } from './implied.ts';
import { mainClause } from './main-clause.ts';
import { isBare, type Piece, piecesOf } from './pieces.ts';
import { inTrouble } from './trouble.ts';

/** At most this many things are answered at once. */
const MAX_PARTS = 3;
export interface WeightedTerm extends Term {
  /** 1 for what was asked; less for what was only spoken of before. */
  readonly weight: number;
  /** It says which thing is meant, not what is asked about it. */
  readonly names: boolean;
  /** It may be somebody that the question is asked for, whom what answers need not mention. */
  readonly whom: boolean;
}

/** One thing that is asked. */
export interface QuestionPart {
  /** As it was asked. */
  readonly text: string;
  /** All that was written with it: it may tell of whom it is asked for. */
  readonly whole: string;
  /** With what "it" stands for: this is what is compared by meaning. */
  readonly meaning: string;
  readonly kind: AnswerKind;
  readonly terms: readonly WeightedTerm[];
  /** Its telling words alone: a passage states what a question asks, and shares its words, not its form. */
  readonly gist: string;
  /** Documents and headings the conversation was about, when the question names none itself. */
  readonly topic: readonly string[];
  /** All that it may be about, each as likely as its weight says. */
  readonly about: readonly SpokenName[];
  /** Several things may be wanted ("which restaurants…", "what can we do…"). */
  readonly many: boolean;
  /** It goes on from what was said before. */
  readonly leans: boolean;
  /** It asks of something else what was asked before. */
  readonly elliptic: boolean;
  /** Another question came before it in the same breath. */
  readonly later: boolean;
  /** It is asked of what was said last and of nothing else. */
  readonly besideSaid: boolean;
  /** The same asked of what was said last and of nothing else, where something was. */
  readonly here?: QuestionPart | undefined;
  /** What it may ask in full: what was asked before, of what it names. The likeliest first. */
  readonly again: readonly QuestionPart[];
  /** The two questions that it may be, in each way that it may be two. */
  readonly halves: readonly (readonly [QuestionPart, QuestionPart])[];
}

const ANAPHOR =
  /\b(?:it|its|it's|they|they're|them|their|theirs|there|that|this|these|those|he|she|him|her|hers|his|the (?:place|hotel|restaurant|same|other)|either|ones|both)\b|\bone\b(?=\s*(?:$|[?!.,;]|(?:in|at|on|for|to|from|with|by|of them|of those|home|back|there|too|that|which|who|is|are|does|do|can)\b))/;
const FOLLOW_UP = /^(?:and|or|but|also|what about|how about|what if)\b/;
/** Here "there" points at nothing. */
const THERE_IS = /\b(?:is|are|was|were|will) there\b/g;
const MANY =
  /\bboth\b|\btell (?:me|us) (?:more |all )?about\b|\b(?:which|what)\s+(?:other\s+|good\s+)?(?!is\b|was\b|does\b|has\b|this\b|happens\b|\p{L}*(?:ss|us)\b)\p{L}+s\b|\bwhat (?:can|could|should) (?:we|i|you|one)\b|\b(?:all|list|any(?:thing)? else|options|ideas|recommend|tips)\b|\bwhich (?:ones|of)\b/u;
/** What names so many things is a question of its own, also behind "and". */
const FEWEST_OF_ITS_OWN = 2;
/** Words for what is done with a thing tell less than the thing. As stems. */
const DOING = new Set(
  termsOf(
    'wear take push hit catch fit mix drop bring give turn move add lose forget send draw fill heat dump teach join sort manage recognise recognize avoid spend keep rent hire buy book pay get eat drink sit ride drive fly walk swim play leave start begin happen close open wear pack store charge order reach serve sell lend borrow visit see enter hold cost come stay climb carry board join arrive depart choose change pick check allow accept mean back fit cook make teach burn push show lead face connect last gives guard warn expect stand touch follow refuse recommend happen belong depend swap split swallow prepare bake boil cross crank stick shove grab chuck dump stash pop wander stroll hang prefer pull press click worry matter mind deal handle expect hear listen stare relax enjoy survive struggle afford swipe noon morning afternoon tonight inside outside early later',
  ).map(({ stem }) => stem),
);
const DOING_WEIGHT = 0.6;
/** A value that the asker tells ("28 kilos", "at 5 pm") is held against a rule, which says another. */
const VALUE_WEIGHT = 0.3;
const VALUES =
  /(?<!\b(?:room|bus|line|leg|studio|cabin|gate|flight|train|tram|route|day|number|no|nr|section|step|floor|platform|bungalow|site|pitch|villa|flat|apartment) )\b\d+(?:[.,:]\d+)? ?(?:am|pm|h|(?:year|yr)s?(?:[- ]olds?)?|yo|kg|kilos?|pounds?|lbs?|km|cm|m|metres?|meters?|knots?|degrees?|c|weeks?|months?|days?|hours?|minutes?|min|people|persons|of us|adults?|kids|children|(?:o'?clock )?(?:in the (?:morning|afternoon|evening)|at night))\b|\b(?:is|are|she'?s|he'?s|they'?re|i'?m|aged?|over|under|minus|at|after|before|by|around)[ -]\d{1,3}s?(?=$|[,.;?!) ])(?: (?:o'?clock )?(?:in the (?:morning|afternoon|evening)|at night))?|[(,]\s?\d{1,2}(?=[,) ]|$)|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:at|after|before|by|around|until|till|past) (?:midnight|midday|noon|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=$|[,.;?!)]| (?:if|and|or|on|in|at|tonight|tomorrow)\b))/giu;
/** "8 in the evening" is an hour. As stems. */
const OF_DAY = new Set(
  termsOf(
    'morning afternoon evening night midnight midday noon one two three four five six seven eight nine ten eleven twelve',
  ).map(({ stem }) => stem),
);
/** What is told beside the question says why it is asked: an answer need not speak of it. */
const BACKGROUND_WEIGHT = 0.4;
/** What is meant without being said. */
const IMPLIED_WEIGHT = 0.35;
/** What was asked before, of something else. */
const BEFORE_WEIGHT = 0.35;
/** What was asked before, of the same thing at another place or time. */
const SAME_WEIGHT = 0.9;
const PREPOSITION =
  /^(?:and |or |but |also |what about |how about )?(?:when |where )?(?:in|at|on|for|to|from|with|by)\b/;
const LAST_PLACE = /\s(?:in|at|on|to|from|with|by)\s(?:\S+\s*){1,5}$/i;
/** Who it is about, where the papers speak of everyone: "can Ben come", "is it free for Ben". */
const FOR_THE_LITTLE = /\bfor (?:the |our |my )?(?:baby|babies|kids?|child|children|toddler|little ones?)\b/;
/** It means the place people stay at, whatever it is called. */
const LODGING = new Set(
  termsOf('house home place room accommodation stay trip tour visit show').map(({ stem }) => stem),
);
const KIN =
  /\b(?:grand(?:ad|pa|ma|mother|father)|gran|granny|nan|nana|mum|mom|dad|papa|aunt\w*|uncle|baby|sister|brother|son|daughter|nephew|niece|cousin|wife|husband|mother|father|parents|grandparents|toddler)\b/g;
/** Of these kinds a rule for everybody tells: who it is asked for need not stand in it. */
const OF_ALL: ReadonlySet<string> = new Set(['yes-no', 'case', 'money']);
const FOR_WHOM: readonly RegExp[] = [
  /^(?:so |and |but )?(?:when|where|what time|how (?:long|much|early|often)) (?:should|must|can|may|could) (?!the |our |there |we |they |it |you |a |any |this |my |i |one )(\p{L}+) \p{L}/iu,
  /^(?:so |and |but )?(?:is|are|can|could|may|does|do|did|will|should|must|has|would) (?!the |our |there |we |they |it |you |a |any |this |my )(\p{L}+(?: and \p{L}+)?)(?: \(\d+\))? \p{L}/iu,
  /\bfor (?!the |our |a )(?:baby |little )?(\p{L}+)(?:,? .{0,15}\d.*)?$/iu,
];

/** Of several, these are people; whatever else is a plural, or has other words for it, is a thing: bikes, breakfast. */
const SOME_PEOPLE =
  /^(?:kids?|child(?:ren)?|adults?|grown-?ups?|teens?|teenagers?|seniors?|pensioners?|students?|infants?|toddlers?|guests?|visitors?|boys?|girls?|twins?|everyone|everybody|anyone|somebody)$/i;
const OF_SEVERAL = /^(?:so |and |but )?(?:are|do|have|were)\b/i;
const mayBeSomebody = (word: string, question: string): boolean =>
  SOME_PEOPLE.test(word) ||
  /^\p{Lu}| and /u.test(word) ||
  (!(OF_SEVERAL.test(question) && word.endsWith('s')) && termsOf(word).every(({ concepts }) => concepts.length === 0));

/** Takes a question apart, and puts in place of "it" and "there" what was spoken of before. */
export const readQuestion = (text: string, conversation: Conversation): readonly QuestionPart[] => {
  const parts: QuestionPart[] = [];
  for (const piece of piecesOf(text)) {
    const part = partOf(piece, conversation, parts.at(-1));
    if (!part) continue;
    const halves = halvesOf(piece.text).flatMap(([one, other]): readonly (readonly [QuestionPart, QuestionPart])[] => {
      const first = partOf({ text: one, elliptic: piece.elliptic }, conversation, parts.at(-1));
      const second = partOf({ text: other, elliptic: false }, conversation, first);
      return first && second ? [[first, second]] : [];
    });
    parts.push({ ...part, whole: text, again: readAgain(part, conversation, parts.at(-1)), halves });
    if (parts.length === MAX_PARTS) break;
  }
  return parts;
};

/** The questions that a follow-up may ask in full; what names something new is looked for anywhere. */
const readAgain = (
  { text, elliptic }: QuestionPart,
  conversation: Conversation,
  previous: QuestionPart | undefined,
): readonly QuestionPart[] => {
  const before = previous ? (previous.again[0]?.text ?? previous.text) : conversation.asked;
  if (before === undefined || (!elliptic && !namesOnly(text))) return [];
  const leans = conversation.namedIn(text).length === 0;
  return askedAgain(text, before).flatMap((whole): readonly QuestionPart[] => {
    const part = partOf({ text: whole, elliptic: false }, conversation, undefined);
    return part ? [{ ...part, here: undefined, elliptic: true, leans: part.leans || leans }] : [];
  });
};

/** One piece as it is meant; `undefined` when nothing is asked. */
const partOf = (
  { text: piece, elliptic }: Piece,
  conversation: Conversation,
  previous: QuestionPart | undefined,
): QuestionPart | undefined => {
  const before = previous?.text ?? conversation.asked;
  const low = piece.toLowerCase();
  const own = kindAsked(low);
  const again = (elliptic || asksNothing(piece, own, conversation, previous)) && before !== undefined;
  const kind = again && own === 'open' ? kindAsked(before.toLowerCase()) : own;
  const topic = previous && previous.terms.length > 0 ? topicOf(previous) : conversation.topic;
  const pointed = saysOnlyKind(piece, kind) && (ANAPHOR.test(low) || topic.terms.length > 0);
  const terms = pointed ? [] : askedTerms(piece, kind);
  // "…and are there trails in the park" asks its own, whatever was asked before it in the same breath.
  const isWhole = previous !== undefined && own !== 'open' && terms.length >= FEWEST_OF_ITS_OWN;
  const points = ANAPHOR.test(isWhole ? low.replace(THERE_IS, '') : low);
  const leans = again || (points && kind !== 'case') || (FOLLOW_UP.test(low) && !isWhole) || terms.length === 0;
  if (terms.length === 0 && (kind === 'open' || topic.terms.length === 0)) return undefined;
  const known = new Set(terms.map(({ stem }) => stem));
  const named = conversation.namedIn(piece);
  const naming = new Set([...PLACE_STEMS, ...named.flatMap(({ name }) => termsOf(name).map(({ stem }) => stem))]);
  // "…at the hotel? And at the house?" asks the same elsewhere; "and the blue one?" asks of another thing.
  const elsewhere = again && (PREPOSITION.test(low) || !elliptic);
  const same = elsewhere ? before.replace(LAST_PLACE, '') : before;
  // "…and can they go into the castle" is asked of them there, not of where they were before.
  const moved = points && previous !== undefined && named.length > 0;
  const about =
    again && topic.names.length === 0
      ? askedTerms(same ?? '', kind)
      : moved && before !== undefined
        ? askedTerms(before.replace(LAST_PLACE, ''), kind).filter(({ stem }) => !DOING.has(stem))
        : topic.terms;
  const added = leans ? about.filter(({ stem }) => !known.has(stem)) : [];
  // What has a name is as good as asked; what was merely talked of is a hint.
  const weight =
    again && topic.names.length === 0
      ? elsewhere
        ? SAME_WEIGHT
        : BEFORE_WEIGHT
      : topic.names.length > 0 || terms.length === 0 || moved
        ? 1
        : 0.6;
  const whom = new Set(
    termsOf(
      [
        ...FOR_WHOM.flatMap((whom) => whom.exec(piece)?.[1] ?? []).filter((word) => mayBeSomebody(word, piece)),
        ...(kind !== 'person' ? (low.match(KIN) ?? []) : []),
      ].join(' '),
    ).map(({ stem }) => stem),
  );
  const kin = new Set(OF_ALL.has(kind) ? termsOf((low.match(KIN) ?? []).join(' ')).map(({ stem }) => stem) : []);
  const values = new Set(
    termsOf((low.match(VALUES) ?? []).join(' ')).flatMap(({ stem }) =>
      /\d/.test(stem) || OF_DAY.has(stem) ? [stem] : [],
    ),
  );
  const background = backgroundIn(piece, kind, terms);
  // "What if we're not back by nine": where nothing else tells much, the hour does.
  const telling = terms.some((term) => !values.has(term.stem) && !isMinor(term, low, kind));
  const part: QuestionPart = {
    text: piece,
    whole: piece,
    // What has a name is found by it; its words would only draw in whatever repeats the name.
    meaning:
      added.length === 0 || topic.names.length > 0 ? piece : `${piece} (${added.map(({ word }) => word).join(' ')})`,
    kind,
    terms: [
      ...terms.map((term) => ({
        ...term,
        weight:
          (telling && values.has(term.stem)) || (terms.length > 1 && kin.has(term.stem))
            ? VALUE_WEIGHT
            : background.has(term.stem)
              ? BACKGROUND_WEIGHT
              : terms.length > 1 && isMinor(term, low, kind)
                ? DOING_WEIGHT
                : 1,
        names: naming.has(term.stem),
        whom: whom.has(term.stem),
      })),
      ...added.map((term) => ({ ...term, weight, names: true, whom: false })),
      ...impliedTerms(low, kind)
        .filter(({ stem }) => !known.has(stem))
        .map((term) => ({ ...term, weight: IMPLIED_WEIGHT, names: false, whom: false })),
    ],
    gist: gistOf(piece, naming),
    topic: named.length > 0 ? [] : topic.names,
    about: conversation.about(piece),
    many: MANY.test(low),
    leans,
    elliptic: again,
    later: previous !== undefined,
    besideSaid: false,
    again: [],
    halves: [],
  };
  if (before === undefined) return part;
  // "Tuesday?" asks what was asked before.
  const asks = own === 'open' && isBare(piece) ? kindAsked(before.toLowerCase()) : kind;
  const asked = saysOnlyKind(piece, asks) ? [] : part.terms.filter(({ stem }) => known.has(stem));
  return {
    ...part,
    here: { ...part, kind: asks, meaning: piece, terms: asked, topic: [], leans: true, besideSaid: true },
  };
};

/** Stems of what is only told beside the question, where enough is left to be asked. */
const backgroundIn = (piece: string, kind: AnswerKind, terms: readonly Term[]): ReadonlySet<string> => {
  if (kind === 'phone') return inTrouble(piece);
  const main = mainClause(piece);
  if (main === piece || saysOnlyKind(main, kind)) return new Set();
  const asked = new Set(askedTerms(main, kind).map(({ stem }) => stem));
  const telling = terms.some((term) => asked.has(term.stem) && !isMinor(term, main.toLowerCase(), kind));
  return new Set(telling ? terms.flatMap(({ stem }) => (asked.has(stem) ? [] : [stem])) : []);
};

/** "…and when does the zoo": a thing is named, and what is asked of it is what was asked before. */
const asksNothing = (
  piece: string,
  kind: AnswerKind,
  conversation: Conversation,
  previous: QuestionPart | undefined,
): boolean => {
  if (!previous || kind === 'place' || kind === 'address' || kind === 'way' || ANAPHOR.test(piece)) return false;
  const naming = new Set(conversation.namedIn(piece).flatMap(({ name }) => termsOf(name).map(({ stem }) => stem)));
  const terms = askedTerms(piece, kind);
  return terms.length > 0 && terms.every(({ stem }) => naming.has(stem) || PLACE_STEMS.has(stem));
};

/** Whether a word tells little of what is asked: what is done, a bare number, whom a yes would be for, what is only meant. */
const isMinor = ({ stem, word }: Term, question: string, kind: AnswerKind): boolean =>
  DOING.has(stem) ||
  LODGING.has(stem) ||
  /^\d{1,2}$/.test(stem) ||
  (kind === 'yes-no' && FOR_THE_LITTLE.test(question) && /^(?:baby|babies|kid|child|toddler|little)/.test(word));

const topicOf = (part: QuestionPart): Topic => ({ names: part.topic, terms: part.terms });

/** The words that tell what is asked, without those that say about which thing; all of it where nothing is left. */
const gistOf = (piece: string, naming: ReadonlySet<string>): string => {
  const telling = termsOf(piece).filter(({ stem }) => !naming.has(stem));
  return telling.length > 0 ? telling.map(({ word }) => word).join(' ') : piece;
};
