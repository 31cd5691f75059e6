import { leansOnPrevious } from '../../ingest/leaning.ts';
import { type Evidence, needsPrevious, type TermFit } from '../../retrieve/evidence.ts';
import { match, spoken } from '../../retrieve/term-fits.ts';
import { termsOf } from '../../words/terms.ts';
import { isToldApart, tellsThing } from '../../words/told-by.ts';
import { type AnswerKind, holdsAnswer } from '../question/answer-kind.ts';
import { type Check, innermost } from './check.ts';

const stemsIn = (text: string): ReadonlySet<string> => new Set(termsOf(text).map(({ stem }) => stem));

const END = String.raw`(?=\s+(?:in|at|on|for|from|with|to|by|near|nearby|of|that|which|who|where|when|if|there|here|close|around|inside|outside|we|you|i|they|please|too|included|available|provided|anywhere|somewhere|tonight|today|tomorrow|during|before|after|or|and)\b|\s*[?.,;!(]|\s*$)`;
const A = String.raw`(?:(?:an?|any|some|the|our|their|its|free|public|own|another|enough)\s+)*`;
/** "Is there a sauna in the hotel", "do they serve ice cream", "can we rent skis", "do we need a visa": what is it that is asked for? */
const ASKS_FOR: readonly RegExp[] = [
  String.raw`^(?:so |and |but |ok )*(?:is|are|was|were|will there be|isn'?t|aren'?t)\s+there\s+${A}(?<thing>\S.*?)${END}`,
  String.raw`^(?:so |and |but |ok )*(?:do|does|did|has|have|will)\s+.{1,40}?\s(?:have|offer|serve|sell|got|lend|provide)\s+${A}(?<thing>\S.*?)${END}`,
  String.raw`^(?:so |and |but |ok )*(?:can|could|may)\s+(?:we|i|you|one|they)\s+(?:rent|hire|borrow|buy)\s+${A}(?<thing>\S.*?)${END}`,
  String.raw`^(?:so |and |but |ok )*(?:do|does|will|would)\s+(?:we|i|you|one|they|the kids|everyone)\s+need\s+(?:to (?:bring|take|have|buy|wear)\s+)?${A}(?<thing>\S.*?)${END}`,
  String.raw`^(?:so |and |but |ok )*(?:is|are)\s+${A}(?<thing>\S.*?)(?:\s(?:back|home|in|at|on|from|for|to)\s.*)?\s(?:included|provided|allowed|permitted|forbidden|free|available|heated)\b`,
  String.raw`^(?:so |and |but )*any\s+(?<thing>\S.*?)${END}`,
].map((pattern) => new RegExp(pattern, 'i'));

/** These name no thing of their own: a vegan option is told by "vegan". As stems. */
const GENERIC = stemsIn(
  'option facility possibility alternative rule policy limit choice sort type area access point spot way chance problem discount reduction extra charge fee cost price time day night place room people person',
);

/** What is asked for by name weighs as much as this, at least. */
const NAMED_TO = 0.6;
const isNoun = ({ term }: TermFit): boolean => term.meant === undefined && !GENERIC.has(term.stem);
/** What is done when its hour is asked is no thing. As stems. */
const DONE = stemsIn(
  'open opens close closes shut start starts begin begins end ends finish finishes leave leaves depart departs arrive arrives',
);
/** A thing that has a value: neither a place that is named, nor somebody whom it is asked for. */
const isThing = (fit: TermFit): boolean =>
  isNoun(fit) &&
  !DONE.has(fit.term.stem) &&
  fit.term.weight === 1 &&
  !fit.aside &&
  (!fit.term.names || isToldApart(fit.term));

/** A row says by letters what its legend spells out: "S = showers". */
const LEGEND = /(?:^|[\s(])[\p{Lu}*†]{1,2} ?= /u;
const legendOf = ({ passage, text }: Evidence): readonly string[] =>
  text.includes(' | ') ? passage.units.filter((unit) => LEGEND.test(unit)) : [];

/** What a sentence says, with all that it stands under and leans on. */
const saidWith = (sentence: Evidence, back: boolean): string => {
  const { passage, text, unit, lead } = sentence;
  return [
    passage.document.replace(/[_-]+/g, ' '),
    passage.heading,
    sentence.description,
    ...(back ? passage.units.slice(Math.max(0, unit - 2), unit) : [lead]),
    ...legendOf(sentence),
    text,
  ]
    .filter((one) => one !== undefined)
    .join('\n');
};

const saidAround = (sentence: Evidence): string =>
  saidWith(sentence, needsPrevious(sentence) || leansOnPrevious(sentence.text));

/** Whether a sentence, or what stands above it, speaks of the very thing. */
const isTold = (fit: TermFit, sentence: Evidence): boolean => tellsThing(fit.term, saidAround(sentence));

/** "Is Emil allowed", "is Emil free" ask of somebody, whom a rule never names. */
const OF_SOMEBODY = /\b(?:allowed|permitted|forbidden|free)\b/i;

/** It speaks of something else than what is asked for, which is there, or is not. */
export const ofNoSuchThing: Check = ({ text, kind }, sentence, people) => {
  if (kind !== 'yes-no') return false;
  const thing = ASKS_FOR.map((asks) => asks.exec(text)?.groups?.thing).find((one) => one !== undefined);
  if (thing === undefined) return false;
  const asked = stemsIn(thing);
  // What an attribute has taken from the question, the cash of a cash machine, is asked for all the same.
  const taken = termsOf(thing).filter(
    (term) => isToldApart(term) && !sentence.fits.some((fit) => fit.term.stem === term.stem && isNoun(fit)),
  );
  if (taken.some((term) => !tellsThing(term, saidAround(sentence)))) return true;
  return sentence.fits.some(
    (fit) =>
      asked.has(fit.term.stem) &&
      fit.term.weight >= NAMED_TO &&
      isNoun(fit) &&
      !people.has(fit.term.stem) &&
      !(fit.term.whom && OF_SOMEBODY.test(text)) &&
      !isTold(fit, sentence),
  );
};

/** A value of these kinds is always that of some thing. */
const VALUES: ReadonlySet<AnswerKind> = new Set([
  ...(['money', 'clock', 'phone', 'code', 'number', 'duration', 'rate', 'colour', 'depth'] as const),
  ...(['height', 'weight', 'speed', 'heat', 'age', 'which'] as const),
]);
const HEAD = /^(.*?\S.*?)\s(?:in|at|on|for|from|with|to|by|of|near)\s/i;

/** The measure of a thing, and of nobody. */
const MEASURE =
  /\bhow (?<measure>old|tall|high|wide|big|large|heavy|deep) (?:is|are|was|were) (?:the|our|this|that|a|an) (?!kids?\b|child|bab|boy|girl|twin|son\b|daughter|driver|grand|guide|host|owner)/i;

/** It tells a value, and not of the thing whose value is asked. */
export const ofAnotherThing: Check = ({ text, kind }, sentence) => {
  if (!VALUES.has(kind)) return false;
  const head = stemsIn(HEAD.exec(text)?.[1] ?? text);
  const thing = sentence.fits.findLast((fit) => isThing(fit) && head.has(fit.term.stem));
  if (!thing) return false;
  if (MEASURE.test(text))
    return !tellsThing(thing.term, `${innermost(sentence.passage.heading)}\n${sentence.lead ?? ''}\n${sentence.text}`);
  return isToldApart(thing.term) && !isTold(thing, sentence);
};

const AT =
  /\s(?:at|in|on|aboard|of|to) (?:the |our |a |an |my )?(?<place>[\p{L}' -]{3,40}?)(?=[?.,;!]|\s(?:at|in|on|for|from|with|by|and|or|when|if|before|after)\s|\s*$)/giu;

/** It is told of another place than the one where it is asked for: a paper is that place's own, and this one never names it. */
export const ofAnotherPlace: Check = ({ text }, sentence) => {
  const place = stemsIn([...text.matchAll(AT)].map(({ groups }) => groups?.place ?? '').join(' '));
  return sentence.fits.some(
    (fit) => place.has(fit.term.stem) && fit.namedElsewhere && fit.term.weight === 1 && !isTold(fit, sentence),
  );
};

const IS_MEASURE: Readonly<Record<string, RegExp>> = {
  old: /\b(?:1\d|20)\d\d\b(?![.,]\d)|\bcentur(?:y|ies)\b|\b(?:built|founded|dates?)\b|\byears? old\b|\bsince\b/i,
  wide: /\d ?(?:m|cm|mm|metres?|meters?|ft|feet|inch(?:es)?)\b|\bwide\b|\bnarrow\b/i,
  big: /\d ?(?:m2|m²|sqm|sq|square|hectares?|acres?|ha|x|by|m|metres?|meters?|litres?|liters?|l|km|seats?|people|persons|guests|bedrooms?|rooms?|beds?|berths?|inch(?:es)?)\b|\b(?:sleeps|seats|spacious|room for|square|bedrooms|percent)\b|[€$£]|\b[A-Z]{3} \d/i,
};
const OF_WHOM =
  /\b(?:must|at least|minimum|not (?:for|suitable)|taller|shorter|older|younger|under \d|over \d|up to \d+ years?|climbers?|riders?|children|kids|adults?|lowest age)\b/i;

/** Of several sentences in one unit, those that hold what fits; all of it where none does. */
const holding = (told: string, fits: (sentence: string) => boolean): string => {
  const own = told.split(/(?<=[.!?;])\s+/).filter(fits);
  return own.length > 0 ? own.join(' ') : told;
};

/** It sets a limit to people, or tells no such measure, where that of a thing is asked. */
export const ofNoMeasure: Check = ({ text, kind }, { text: told }) => {
  const measure = MEASURE.exec(text)?.groups?.measure?.toLowerCase();
  if (measure === undefined) return false;
  const is = IS_MEASURE[measure === 'large' ? 'big' : measure];
  if (is !== undefined && !is.test(told)) return true;
  const measuring = holding(told, (one) => (is ? is.test(one) : holdsAnswer(kind, one) > 0));
  return measure !== 'big' && measure !== 'wide' && OF_WHOM.test(measuring);
};

/** These stand for what the sentence before is about. */
const STILL_OF_IT =
  '(?!(?:prices?|costs?|fees?|fines?|charges?|fares?|tickets?|rates?|total|deposit|entry|entrance|admission|hire|rental|others?|ones?|first|second|third|next|rest|same|further|extra|additional|adults?|children|child|kids?|seniors?|students?|famil(?:y|ies)|groups?|it|they|this|that|these|those|each|every|everybody|everyone|we|you|payment)\\b)';
/** It begins with a subject of its own: "the toll is 11.50". */
const OWN_SUBJECT = new RegExp(
  `^(?:the|a|an|our|your|my) ${STILL_OF_IT}\\p{L}|^${STILL_OF_IT}\\p{L}+(?: \\p{L}+)? (?:is|are|costs?|was|were)\\b`,
  'iu',
);

/** The sentence of it that tells the thing has no price, and the one that has is of something else. */
export const ofAnotherSentence: Check = ({ kind }, sentence) => {
  if (kind !== 'money') return false;
  const sentences = sentence.text.split(/(?<=[.!?])\s+/);
  if (sentences.length < 2) return false;
  const thing = sentence.fits.findLast((fit) => isThing(fit) && fit.own > 0);
  if (!thing) return false;
  // A toll is no vignette where one sentence is of the one and one of the other.
  const fits = sentences.map((one) => match(thing.term, spoken(one)));
  const told = fits.map((fit) => fit > 0 && fit === Math.max(...fits));
  const priced = sentences.map((one) => holdsAnswer(kind, one) > 0);
  if (!priced.includes(true) || !told.includes(true)) return false;
  return sentences.every((one, at) => !priced[at] || (!told[at] && OWN_SUBJECT.test(one) && !leansOnPrevious(one)));
};

const HOW_MANY = /\bhow many\b(?! (?:minutes|hours|days|nights|weeks|times)\b)/i;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
/** Numbers that count nothing: days, clocks, telephones, what is paid, how old somebody is. */
const NO_COUNT = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?(?: ?(?:to|-|–) ?\\d{1,2})?(?: of)? ${MONTH}\\b(?: \\d{4})?|\\b${MONTH} \\d{1,2}\\b(?:, \\d{4})?|\\b\\d{1,2}[:.h]\\d\\d\\b|\\b\\d{1,2} ?(?:am|pm)\\b|\\+?\\d[\\d ()-]{7,}|\\b(?:19|20)\\d\\d\\b`,
  'gi',
);

/** It has no number in it but those of days, hours and telephones. */
export const ofNoCount: Check = ({ text, kind }, { text: told }) =>
  kind === 'number' &&
  HOW_MANY.test(text) &&
  !/\b(?:no|none|both|single|double|triple|pair|dozen|couple|unlimited|an?|each|as many)\b/i.test(told) &&
  holdsAnswer('number', told.replace(NO_COUNT, ' ')) < 0;
