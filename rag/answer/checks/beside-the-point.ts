import { leansOnPrevious } from '../../ingest/leaning.ts';
import { needsPrevious } from '../../retrieve/evidence.ts';
import { asksWhatIsNot, saysWhatIsNot } from '../../words/negated.ts';
import { toldOfSibling } from '../../words/siblings.ts';
import { termsOf } from '../../words/terms.ts';
import { type AnswerKind, holdsAnswer } from '../question/answer-kind.ts';
import { type Check, innermost, whichHold } from './check.ts';
import { contraryOf } from './of-another.ts';
import { ofItsNameAlone } from './of-its-name.ts';
import { ofOfficeHours } from './of-office-hours.ts';
import {
  ofAnotherPlace,
  ofAnotherSentence,
  ofAnotherThing,
  ofNoCount,
  ofNoMeasure,
  ofNoSuchThing,
} from './of-the-thing.ts';

const stemsIn = (text: string): ReadonlySet<string> => new Set(termsOf(text).map(({ stem }) => stem));
const WHERE: ReadonlySet<AnswerKind> = new Set(['place', 'way', 'address']);
const NO_OTHER = /\b(?:only|nothing but|no other than)\b/i;

const ANY = /\b(?:all|any|other|every|each)\b/i;

/** It speaks of another thing of the same kind: of a dog where a cat is asked about. */
const ofASibling: Check = ({ kind, terms }, sentence) => {
  const { text, passage, fits } = sentence;
  if (leansOnPrevious(text) || needsPrevious(sentence) || (kind === 'yes-no' && NO_OTHER.test(text))) return false;
  // "A taxi from the bus stop" is told of both.
  const asked = new Set(terms.map(({ stem }) => stem));
  const told = new Set([...stemsIn(text)].filter((one) => !asked.has(one)));
  const above = stemsIn(passage.heading ?? '');
  return terms.some((term, position) => {
    if (term.weight < 1 || term.names || fits[position]?.aside || above.has(term.stem)) return false;
    // What stands near another thing is told by it.
    if (WHERE.has(kind) && fits[position]?.own === 0) return false;
    return fits[position]?.own !== 1 && toldOfSibling(term.stem, told, kind === 'yes-no' || ANY.test(text));
  });
};

/** A value of these kinds is always that of some thing. */
const VALUES: ReadonlySet<AnswerKind> = new Set([
  'money',
  'clock',
  'phone',
  'email',
  'web',
  'code',
  'address',
  'number',
  'duration',
  'rate',
  'colour',
  'depth',
  'height',
  'weight',
  'speed',
]);

/** "Dinner" of "dinner in the mill". */
const HEAD = /^(.*?\S.*?)\s(?:in|at|on|for|from|with|to|by|of|near)\s/i;
const COUNTED = /\bhow many (.+?)\s(?:do|does|did|is|are|can|may|has|have|will)\s/i;
/** These say which of several, for whom, or that it is paid, and not for what. As stems. */
const NO_THING = stemsIn(
  'last first next latest earliest early late whole total people person guest adult grownup child kid junior baby infant toddler senior pensioner student entrance entry admission ticket pass',
);

/** In the title of its document, in other words at least. */
const NAMED = 0.85;

/** It tells of the place or thing that is named as a whole, and nothing of the part or service that is asked about. */
const ofTheWhole: Check = ({ text, kind }, { text: told, fits }) => {
  if (!VALUES.has(kind) || leansOnPrevious(told)) return false;
  const head = stemsIn(COUNTED.exec(text)?.[1] ?? HEAD.exec(text)?.[1] ?? text);
  const asked = fits.filter(({ term, aside }) => term.weight === 1 && !aside && term.meant !== 'asked');
  // Of several nouns in a row the last is the thing: the shop of "the museum shop".
  const thing = asked.findLast(({ term }) => head.has(term.stem) && !term.names && !NO_THING.has(term.stem));
  if (!thing || Math.max(thing.own, thing.above, thing.beside) > 0 || thing.about >= NAMED) return false;
  return asked.some((fit) => fit !== thing && Math.max(fit.own, fit.above) > 0);
};

const GROUPS: Readonly<Record<string, RegExp>> = {
  adult: /\badults?\b|\bgrown[- ]?ups?\b/i,
  child: /\bchild(?:ren)?\b|\bkids?\b|\bjuniors?\b/i,
  baby: /\bbab(?:y|ies)\b|\binfants?\b|\btoddlers?\b/i,
  senior: /\bseniors?\b|\bpensioners?\b|\bretired\b|\bover 6\d\b|\b6\d (?:and over|or over|\+)|\b6\d\+/i,
  student: /\bstudents?\b/i,
  dog: /\bdogs?\b|\bpets?\b/i,
};
/** These never pay what everybody pays unless it is said. */
const APART: ReadonlySet<string> = new Set(['senior', 'student']);
const ALL_PAY =
  /\beverybody\b|\beveryone\b|\bper person\b|\beach\b|\ball ages\b|\bfamil(?:y|ies)\b|\bboth\b|\b(?:per|a) (?:head|person)\b|\bp\.?p\b/i;
const AN_AGE =
  /\b(?:under|over|up to|from|aged?|below|to|-|–) ?\d{1,2}\b(?![.,:]?\d|\s?(?:am|pm|€|[A-Z]{3}\b))|\byears?\b/i;
const groupsIn = (text: string): readonly string[] => Object.keys(GROUPS).filter((group) => GROUPS[group]?.test(text));

/** It says what others pay than those who are asked about. */
const ofOtherGroup: Check = ({ text, kind }, { text: told, passage }) => {
  if (kind !== 'money') return false;
  const asked = groupsIn(text);
  const own = groupsIn(`${innermost(passage.heading)} ${told}`);
  if (asked.length === 0 || asked.some((group) => own.includes(group))) return false;
  if (asked.every((group) => APART.has(group))) return true;
  return own.length > 0 && !ALL_PAY.test(told) && !AN_AGE.test(told);
};

const OF_DAY: Readonly<Record<string, RegExp>> = {
  morning: /\bmornings?\b/i,
  day: /\b(?:by|during the) day\b|\bdaytime\b|\bmidday\b/i,
  afternoon: /\bafternoons?\b/i,
  evening: /\bevenings?\b|\bnights?\b(?! (?:ferry|train|bus|boat|stay)s?\b)|\btonight\b/i,
};
const partsOfDay = (text: string): readonly string[] => Object.keys(OF_DAY).filter((part) => OF_DAY[part]?.test(text));
const PER_NIGHT = /\b(?:(?:per|a|each|for|\d+|one|two|three|four|five|six|seven|extra|many|and) nights?)\b/gi;

/** It tells of another part of the day, and not by the clock. */
const ofOtherPartOfDay: Check = ({ text, kind }, { text: told }) => {
  if (kind === 'yes-no' || kind === 'case' || kind === 'reason' || holdsAnswer('clock', told) > 0) return false;
  const asked = partsOfDay(text.replace(PER_NIGHT, ''));
  const own = partsOfDay(told.replace(PER_NIGHT, ''));
  return asked.length > 0 && own.length > 0 && !asked.some((part) => own.includes(part));
};

const AN_HOUR = /\b(?:what|which|wot'?s?) (?:the )?(?:time|hour)\b/i;

/** It tells a day where the hour is asked. */
const ofNoHour: Check = ({ text, kind }, { text: told }) =>
  kind === 'clock' && AN_HOUR.test(text) && holdsAnswer('clock', told) < 0;

const COMPARED = /\b(?:more|less|extra|dearer|cheaper|additional|surcharge|supplement|on top)\b/i;
const COSTS_MORE = /\d[\d.,]*\s?(?:[€$£]|[A-Z]{3}\b|euros?|dollars?|pounds?)? (?:more|less|dearer|cheaper|off)\b/i;

/** It tells by how much something costs more than what is asked for. */
const ofTheDifference: Check = ({ text, kind, terms }, { text: told }) => {
  if (kind !== 'money' || COMPARED.test(text) || !COSTS_MORE.test(told)) return false;
  const asked = new Set(terms.map(({ stem }) => stem));
  return [...stemsIn(told)].filter((stem) => asked.has(stem)).length < 2;
};

const COSTS = /\b(?:how much (?:is|are|does|do|for|was|were)|what do(?:es)?|prices?|costs?|rates?|fares?)\b/i;
const PENALTIES =
  /\b(?:fine|penalty|los(?:e|es|ing|t|s)|damaged?|broken|missing|without a|no-?show|late|fee for|deposit|cancel\w*)\b/i;

/** It tells what is paid where something goes wrong, or is held back against that, and not what the thing costs. */
const ofAPenalty: Check = ({ text, kind }, { text: told }) =>
  kind === 'money' &&
  COSTS.test(text) &&
  !PENALTIES.test(text) &&
  PENALTIES.test(told) &&
  (told.match(/\d[\d.,]*/g) ?? []).length === 1;

const HOW_MANY = /\bhow many\b/i;
const IS_BOOKED = /\b(?:booked|reserved|signed up|registered|coming|are we|of us|in our)\b/i;
const HOLDS_MANY = /\b(?:up to|at most|max(?:imum|\.)?|no more than|sleeps|seats|fits|holds|room for)\b/i;

/** It tells how many there may be where it is asked how many there are. */
const ofTheRoom: Check = ({ text }, { text: told }) =>
  HOW_MANY.test(text) && IS_BOOKED.test(text) && !HOLDS_MANY.test(text) && HOLDS_MANY.test(told);

const PEOPLE_ASKED = /\bhow many (?:people|persons|guests|of us)\b/i;
const PEOPLE_TOLD =
  /\b(?:people|persons?|guests?|adults?|grown-?ups|child(?:ren)?|kids|babies|passengers?|travell?ers?|visitors?|seats?|sleeps|berths?|places|beds?|of us|famil(?:y|ies)|members|participants?|pax|table for|party of|for (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)(?=$|[.,;:)]))\b/i;

/** It counts no people where people are counted. */
const ofNoPeople: Check = ({ text }, { text: told }) => PEOPLE_ASKED.test(text) && !PEOPLE_TOLD.test(told);

/** It tells of another day or number than the one that is asked about. */
const ofAnother: Check = (part, sentence, people) => {
  const { otherDay, otherNumber } = contraryOf(part, sentence, people);
  return otherDay + otherNumber > 0;
};

const OWN_MEASURE = /\bhow (?:tall|old|heavy) is (?!the\b|it\b|a\b|an\b|this\b|that\b|our\b|too\b)/i;
const A_MEASURE_SET =
  /\b(?:needed|required|minimum|at least|must be|too (?:short|tall|young|old|heavy)|above|over|under|below|limit)\b/i;

/** It sets a limit where somebody's own measure is asked. */
const ofTheLimit: Check = ({ text }, { text: told }) => OWN_MEASURE.test(text) && A_MEASURE_SET.test(told);

const HOW_FAR = /\bhow far\b(?! (?:in advance|ahead|before))/i;
const A_WAY =
  /\d ?(?:km|m|metres?|meters?|miles?|mi|yards?|feet|ft|blocks?|stops?|min|minutes?|h|hours?|steps)\b|\b(?:minutes?|hours?|miles?|metres?|meters?|kilomet\p{L}+|blocks?|doors?|corners?) (?:away|from|to|by|on|walk|along|further)|\b(?:next to|next door|opposite|beside|behind|across|close to|near|nearby|around the corner|walk\p{L}*|on foot|mile|half an hour|an hour|a quarter)\b/iu;

/** It tells no way and no time where it is asked how far it is. */
const ofNoWay: Check = ({ text }, sentence) =>
  HOW_FAR.test(text) && !needsPrevious(sentence) && !A_WAY.test(sentence.text);

/** "Is the pool heated?" asks of nothing but the last word. */
const IS_SO = /^(?:so |and |but )?(?:is|are|isn'?t|aren'?t) .{3,40} (?<so>\p{L}+ed)\W*$/iu;

/** It tells nothing of whether the thing is so. */
const ofNotBeingSo: Check = ({ text, kind }, { fits }) => {
  const so = kind === 'yes-no' ? IS_SO.exec(text)?.groups?.so?.toLowerCase() : undefined;
  const asked = fits.find(({ term }) => term.word.toLowerCase() === so);
  return asked !== undefined && asked.term.meant !== 'asked' && Math.max(asked.own, asked.above, asked.beside) === 0;
};

const DEPARTS = /\b(?:leaves?|leaving|dep(?:art(?:s|ure)?)?|takes? off|sails?|sets? off|fly (?:home|back|out))\b/i;
const ARRIVES = /\b(?:arr(?:iv(?:e|es|al))?|lands?|landing|touch(?:es)? down|reach(?:es)?)\b/i;
const TWO_ENDS = /\bfrom\b|\d ?(?:[-–>→]|to) ?\w|->/i;

/** It tells when something arrives where it is asked when it leaves, or the other way round. */
const ofTheOtherEnd: Check = ({ text, kind }, { text: told }) => {
  if ((kind !== 'clock' && kind !== 'time') || TWO_ENDS.test(told)) return false;
  const [departs, arrives] = [DEPARTS.test(text), ARRIVES.test(text)];
  if (departs === arrives) return false;
  return departs ? ARRIVES.test(told) && !DEPARTS.test(told) : DEPARTS.test(told) && !ARRIVES.test(told);
};

const FIRST = /\b(?:first|earliest)\b/i;
const LAST = /\b(?:last|latest)\b/i;

/** It tells of the last where the first is asked, or the other way round. */
const ofTheLast: Check = ({ text, kind }, { text: told }) => {
  if (
    kind === 'yes-no' ||
    kind === 'case' ||
    /\b(?:at|until|till|from)\b.*\d.*\b(?:to|and|until|till|-)\b.*\d/i.test(told)
  )
    return false;
  const [first, last] = [FIRST.test(text), LAST.test(text)];
  if (first === last) return false;
  return first ? LAST.test(told) && !FIRST.test(told) : FIRST.test(told) && !LAST.test(told);
};

const OF_SOMEBODY =
  /\p{L}['’]?s (?<kin>brother|sister|mother|father|mum|mom|dad|wife|husband|aunt|uncle|son|daughter|cousin|doctor|dentist|teacher|boss|neighbou?r)\b/iu;

/** It tells of the one who is named, and nothing of the brother or doctor who is asked about. */
const ofTheOneNamed: Check = ({ text }, { fits }) => {
  const kin = OF_SOMEBODY.exec(text)?.groups?.kin;
  if (kin === undefined) return false;
  const asked = stemsIn(kin);
  return fits.some(({ term, own, above }) => asked.has(term.stem) && Math.max(own, above) === 0);
};

const OWN_FACT = /\ballerg(?:ic|y|ies)\b|\bbirthday\b|\bshoe size\b/i;

/** It tells something else of somebody whose allergy or birthday is asked. */
const ofAnotherFact: Check = ({ text, kind }, { text: told, passage, fits }) => {
  if (kind === 'yes-no' || !OWN_FACT.test(text)) return false;
  const fact = stemsIn(OWN_FACT.exec(text)?.[0] ?? '');
  return (
    fits.some(({ term, own }) => fact.has(term.stem) && own === 0) && !OWN_FACT.test(`${passage.heading ?? ''} ${told}`)
  );
};

/** It says nothing of what is not so, where that is asked: "what isn't covered", "which day is it not open". */
const ofWhatIsSo: Check = ({ text }, { text: told, passage, lead }) =>
  asksWhatIsNot(text) && !saysWhatIsNot([innermost(passage.heading), lead, told].join('\n'));

const CHECKS: Readonly<Record<string, Check>> = {
  ofASibling,
  ofNoSuchThing,
  ofAnotherThing,
  ofAnotherPlace,
  ofAnotherSentence,
  ofNoMeasure,
  ofNoCount,
  ofTheWhole,
  ofOtherGroup,
  ofOtherPartOfDay,
  ofNoHour,
  ofTheDifference,
  ofAPenalty,
  ofTheRoom,
  ofTheLimit,
  ofNoWay,
  ofNotBeingSo,
  ofNoPeople,
  ofTheOtherEnd,
  ofTheLast,
  ofTheOneNamed,
  ofAnotherFact,
  ofItsNameAlone,
  ofOfficeHours,
  ofWhatIsSo,
  ofAnother,
};

/**
 * In what a sentence stands beside the question: what it tells is not told of the thing, the part, the people or the hour
 * that are asked about. It may be shown as what stands nearest, and is no answer. Nothing where it may be one.
 */
export const besideThePoint = (...of: Parameters<Check>): readonly string[] => whichHold(CHECKS, ...of);
