import type { Evidence } from '../../retrieve/evidence.ts';
import type { PartAnswer } from '../answer-part.ts';
import type { QuestionPart } from '../question/question.ts';
import { daysFrom, type Moment, momentsIn, sayMoment } from '../values/moments.ts';
import { type Derive, isAllAbout, standsOn } from './derived.ts';

const ORDER =
  /^(?:so |and |but )?(?:is|are|does|do|will|was|did) (?<one>.+?) (?:still |happening |starts? |ends? |come |comes )?(?<rel>before|after|earlier than|later than) (?<other>.+?)\??$/i;
/** "Before 18:00", "after lunch", "after six": a rule is asked for, not the order of two things. */
const NO_THING = /^(?:\d|noon\b|midnight\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)/i;

/** Whether one thing is before another, by the days and times that the papers tell of both. */
export const order: Derive = async ({ part: { text } }, ask) => {
  const { one = '', rel = '', other = '' } = ORDER.exec(text)?.groups ?? {};
  if (one === '' || NO_THING.test(other)) return undefined;
  const firsts = momentsTold(await ask(asking(one)));
  const seconds = momentsTold(await ask(asking(other)));
  const [pair] = firsts.flatMap((a) => seconds.flatMap((b) => (compared(a.moment, b.moment) ? [[a, b] as const] : [])));
  if (!pair || pair[0].in.text === pair[1].in.text) return undefined;
  const [{ moment: early, in: first }, { moment: late, in: second }] = pair;
  const apart = compared(early, late) ?? 0;
  const isSo = /before|earlier/i.test(rel) === apart > 0;
  // Two times without their days may be of different ones.
  const verdict = early.day === undefined || late.day === undefined ? undefined : isSo ? 'Yes' : 'No';
  const chosen = [standsOn(first, pair[0].terms, verdict), standsOn(second, pair[1].terms)];
  const said = `${sayMoment(early)} is ${apart > 0 ? 'earlier' : 'later'} than ${sayMoment(late)}`;
  return { chosen, conclusion: { text: said, from: chosen } };
};

/** When something is, and the sentence that tells it. */
export interface ToldMoment {
  readonly moment: Moment;
  readonly in: Evidence;
  readonly terms: QuestionPart['terms'];
}

/** When it is, by the sentences that surely answer and those that plainly stand under it; those with a day first, an end last. Of a line with two times `asked`, or else what was, says which. */
export const momentsTold = (found: PartAnswer | undefined, asked?: string): readonly ToldMoment[] => {
  const chosen = (found?.chosen ?? []).map(({ evidence }) => evidence);
  const all = [...new Set([...chosen, ...(found?.evidence ?? []).filter(isAllAbout)])].filter(
    ({ text }) => !OF_SOME.test(text),
  );
  const told = all.flatMap((one): readonly ToldMoment[] => {
    const moment = momentAsked(momentsIn(one.text), asked ?? found?.part.text ?? '');
    return moment ? [{ moment, in: one, terms: found?.part.terms ?? [] }] : [];
  });
  const rank = ({ moment, in: { text } }: ToldMoment): number =>
    (moment.day === undefined ? 2 : 0) + (ENDS.test(text) ? 1 : 0);
  return told.toSorted((a, b) => rank(a) - rank(b));
};
/** A rule for people of an age tells when they may, not when it is. */
const OF_SOME = /\b(?:under|over|below|above|aged?) \d{1,2}\b(?![:.h]|\s?(?:am|pm)\b)(?=s?\b|[- ]year)/i;
/** Of two times of one line, the first is when it begins and the last when it ends. */
const momentAsked = (moments: readonly Moment[], question: string): Moment | undefined => {
  const timed = moments.filter(({ minutes }) => minutes !== undefined);
  const [first, last, ...more] = timed;
  if (moments.length === 1) return moments[0];
  if (!first || !last || more.length > 0 || moments.length !== timed.length) return undefined;
  if (ARRIVING.test(question))
    return { ...first, ...last, day: last.day ?? first.day, dayText: last.dayText ?? first.dayText };
  return LEAVING.test(question) ? first : undefined;
};
const ARRIVING = /\b(?:arriv\w*|get in|gets in|lands?|clos\w*|ends?|over|back|finish\w*|check(?:ing)?[- ]?out)\b/i;
const LEAVING = /\b(?:leav\w*|depart\w*|starts?|begin\w*|opens?|sails?|go|goes|check(?:ing)?[- ]?in|pick|collect)\b/i;
const ENDS = /^ends?\b/i;

const asking = (thing: string): string =>
  AND_MAY.test(thing)
    ? thing.replace(AND_MAY, 'when can $<who> ')
    : /^(?:we|they|you|i|he|she)\b/i.test(thing)
      ? `when do ${thing}`
      : `when ${DOES.test(thing) ? 'does' : 'is'} ${thing}`;
const AND_MAY = /^(?<who>we|they|you|i|he|she) (?:can|may|must|have to|need to|could) /i;
const DOES =
  /\b(?:arrives?|gets? in|lands?|leaves?|departs?|starts?|begins?|opens?|closes?|ends?|finish(?:es)?|sails?|goes|runs?)\b/i;

/** Above 0 where the first is before; `undefined` where it cannot be told. */
const compared = (one: Moment, other: Moment): number | undefined => {
  const days = daysFrom(one, other);
  if (days !== undefined && days !== 0) return days;
  const sameDay = days === 0 || one.day === undefined || other.day === undefined;
  return sameDay && one.minutes !== undefined && other.minutes !== undefined ? other.minutes - one.minutes : undefined;
};
