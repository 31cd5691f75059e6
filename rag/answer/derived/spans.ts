import type { Evidence } from '../../retrieve/evidence.ts';
import type { PartAnswer } from '../answer-part.ts';
import { daysFrom, type Moment, minutesFrom, momentsIn, sayMinutes, sayMoment } from '../values/moments.ts';
import { type AskFor, type Derive, type Derived, standsOn } from './derived.ts';

const SOMEBODY = '(?:we|you|they|i|he|she|everybody|everyone)';
const NIGHTS =
  /\bhow many (?:nights?|days)\b|\bhow long (?=(?:are|do|will|is|am|have) (?:we|you|they|i|our|the) .*\b(?:stay\w*|there|have the|got the|rent\w*|booked)\b|(?:is|are) (?:our|the) (?:\w+ )?(?:stay|booking|rental)\b)/i;
const STAYING = new RegExp(
  `\\b(?:are|do|does|will|did|is|have|has|am)? ?${SOMEBODY} (?:have |going to |got )?(?:staying|stay|be|spend|sleep|sleeping|book|booked|have|got)?\\b`,
  'i',
);
/** How the beginning and the end of what is booked are asked for. */
const ENDS: readonly (readonly [string, string])[] = [
  ['when do we arrive', 'when do we depart'],
  ['when is the pick-up', 'when is the return'],
  ['when does it start', 'when does it end'],
];
const BEGINS = /\b(?:arriv\w*|check(?:ing)?[- ]?in|from|pick(?:ing)?[- ]?up|collect\w*|start\w*|begin\w*)\b/i;
const CLOSES = /\b(?:depart\w*|check(?:ing)?[- ]?out|leav\w*|until|till|return\w*|drop[- ]?off|end\w*|back)\b/i;
/** No stay is longer. */
const MOST_NIGHTS = 120;

const WAITING = /\b(?:layovers?|stop-?overs?|connections?|chang(?:e|ing|eover)|transfer(?: time)?|wait\w*)\b/i;
const LASTING = /\bhow (?:long|many hours|many minutes)\b/i;
const BETWEEN =
  /\b(?:how long|how much time|how many (?:hours|minutes|days))\b.*?\bbetween (?<from>.+?) and (?<to>.+)$/i;
const FLYING = /\b(?:flights?|fly|flying|planes?|airports?|lands?)\b/i;
const IN_THE_AIR = /\b(?:flights?|airport|gate|boarding)\b/i;
const TELLS = /\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half)[ -]?(?:and a half )?/.source;
const TOLD_NIGHTS = new RegExp(`${TELLS}(?:nights?|days?|weeks?)\\b`, 'i');
const MOST_WAITING = 24 * 60;

/** How long something is, from when it begins to when it ends, where no paper says it in words. */
export const span: Derive = async (answer, ask) => {
  const { text, kind } = answer.part;
  const told = answer.chosen[0]?.evidence.text ?? '';
  if (NIGHTS.test(text)) return TOLD_NIGHTS.test(told) ? undefined : nights(text, ask);
  const { from, to } = BETWEEN.exec(text)?.groups ?? {};
  if (from !== undefined && to !== undefined) return between(from, to, ask);
  if (kind !== 'duration' || !LASTING.test(text) || told !== '') return undefined;
  return WAITING.test(text) ? waiting(answer) : lasting(text, ask);
};

const nights = async (question: string, ask: AskFor): Promise<Derived | undefined> => {
  const of = question
    .replace(NIGHTS, ' ')
    .replace(STAYING, ' ')
    .replace(/\b(?:in total|altogether)\b|\?/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [begin, end] of ENDS) {
    const first = await ask(`${begin} ${of}`);
    const arrival = first?.chosen.map(({ evidence }) => evidence).find(hasDay);
    if (!first || !arrival) continue;
    const whole = within(arrival);
    if (whole) return whole;
    const asked = await ask(`${end} ${of}`);
    const beside = [...(asked?.chosen ?? []).map(({ evidence }) => evidence), ...byDocument(first.evidence, arrival)];
    const departure = beside.find(
      (one) =>
        one.passage.documentId === arrival.passage.documentId &&
        one.text !== arrival.text &&
        CLOSES.test(one.text) &&
        nightsBetween(arrival, one) !== undefined,
    );
    if (departure && BEGINS.test(arrival.text)) return counted(arrival, departure, nightsBetween(arrival, departure));
  }
  return undefined;
};

const hasDay = ({ text }: Evidence): boolean => momentsIn(text).some(({ day }) => day !== undefined);
const dayIn = ({ text }: Evidence): Moment | undefined => momentsIn(text).find(({ day }) => day !== undefined);

/** A sentence that tells both days. */
const within = (both: Evidence): Derived | undefined => {
  const [first, second, ...more] = momentsIn(both.text).filter(({ day }) => day !== undefined);
  const count = first && second && more.length === 0 ? daysFrom(first, second) : undefined;
  return first && second && isStay(count) ? told([both], dated(first), dated(second), sayNights(count)) : undefined;
};

const nightsBetween = (from: Evidence, to: Evidence): number | undefined => {
  const [first, last] = [dayIn(from), dayIn(to)];
  const count = first && last ? daysFrom(first, last) : undefined;
  return isStay(count) ? count : undefined;
};

const isStay = (count: number | undefined): count is number => count !== undefined && count > 0 && count <= MOST_NIGHTS;

const counted = (from: Evidence, to: Evidence, count: number | undefined): Derived | undefined => {
  const [first, last] = [dayIn(from), dayIn(to)];
  return first && last && count !== undefined
    ? told([from, to], dated(first), dated(last), sayNights(count))
    : undefined;
};

const sayNights = (count: number): string => `${count} ${count === 1 ? 'night' : 'nights'}`;

const told = (from: readonly Evidence[], first: Moment, last: Moment, result: string): Derived => {
  const chosen = from.map((one) =>
    standsOn(
      one,
      one.fits.map(({ term }) => term),
    ),
  );
  return { chosen, conclusion: { text: `${sayMoment(first)} to ${sayMoment(last)} = ${result}`, from: chosen } };
};

/** From one thing to another, each found for itself. */
const between = async (from: string, to: string, ask: AskFor): Promise<Derived | undefined> => {
  const [one, other] = [await ask(`when is ${from}`), await ask(`when is ${to}`)].map(
    (found) => found?.chosen[0]?.evidence,
  );
  if (!one || !other) return undefined;
  const [first, ...firsts] = momentsIn(one.text);
  const [last, ...lasts] = momentsIn(other.text);
  if (!first || !last || firsts.length + lasts.length > 0) return undefined;
  const minutes = minutesFrom(first, last);
  if (minutes !== undefined && minutes > 0 && minutes <= MOST_WAITING)
    return told([one, other], timed(first), timed(last), sayMinutes(minutes));
  const days = daysFrom(first, last);
  return isStay(days) ? told([one, other], dated(first), dated(last), sayNights(days)) : undefined;
};

/** The time alone is told of what has one: its day stands in the sentence. */
const timed = (moment: Moment): Moment => ({ ...moment, dayText: undefined });
const dated = (moment: Moment): Moment => ({ ...moment, timeText: undefined });

/** What stands in the document of another sentence, as the document has it. */
const byDocument = (evidence: readonly Evidence[], { passage }: Evidence): readonly Evidence[] =>
  evidence
    .filter((one) => one.passage.documentId === passage.documentId)
    .toSorted((a, b) => a.passage.ordinal - b.passage.ordinal || a.unit - b.unit);

const DEPARTS = /\b(?:dep\w*|leav\w*|starts?|from)\b\W{0,3}(?:[\p{L} ]{0,20})$/iu;
const ARRIVES = /\b(?:arr\w*|ends?|until|till|to|back|lands?)\b\W{0,3}(?:[\p{L} ]{0,20})$/iu;

/** Between two times: the first begins what the second ends. "12:00 and 16:00" begin twice. */
const SPANS = /^(?!.*(?:\b(?:and|or)\b|[&,/])).*(?:[-–→>]|\b(?:to|until|till)\b)/i;

interface Event {
  readonly moment: Moment;
  readonly begins: boolean;
  readonly in: Evidence;
}

/** The beginnings and ends that a sentence or row tells: by the word before a time, else the first of two begins and the second ends. */
const eventsIn = (evidence: Evidence): readonly Event[] => {
  const moments = momentsIn(evidence.text).filter(({ minutes }) => minutes !== undefined);
  const [first, second] = moments;
  if (!first || moments.length > 2) return [];
  const isSpan = second !== undefined && SPANS.test(evidence.text.slice(first.index, second.index));
  return moments.flatMap((moment, position): readonly Event[] => {
    const before = evidence.text.slice(0, moment.index).split(/[;|]/).at(-1) ?? '';
    const begins = DEPARTS.test(before) ? true : ARRIVES.test(before) ? false : undefined;
    if (begins === undefined && !isSpan) return [];
    return [{ moment, begins: begins ?? position === 0, in: evidence }];
  });
};

/** From one leg's end to the next one's beginning. */
const waiting = ({ part, evidence }: PartAnswer): Derived | undefined => {
  const where = part.terms.filter(({ word }) => !WAITING.test(word));
  const legs = evidence.filter((one) => eventsIn(one).length > 0);
  for (const document of new Set(legs.map(({ passage }) => passage.documentId))) {
    const [any] = legs.filter(({ passage }) => passage.documentId === document);
    const events = any ? byDocument(legs, any).flatMap(eventsIn) : [];
    const gaps = events.flatMap((arrival, index): readonly Derived[] => {
      const departure = events[index + 1];
      if (arrival.begins || !departure?.begins || arrival.in === departure.in) return [];
      const there = where.every((term) =>
        [arrival, departure].every(({ in: { fits } }) =>
          fits.some((fit) => fit.term.stem === term.stem && fit.own > 0),
        ),
      );
      const minutes = minutesFrom(arrival.moment, departure.moment);
      if (!there || minutes === undefined || minutes <= 0 || minutes > MOST_WAITING) return [];
      return [told([arrival.in, departure.in], timed(arrival.moment), timed(departure.moment), sayMinutes(minutes))];
    });
    const [only, ...more] = gaps;
    if (only && more.length === 0) return only;
  }
  return undefined;
};

/** From when one thing begins to when it ends: in one row, or in the lines of one entry. */
const lasting = async (question: string, ask: AskFor): Promise<Derived | undefined> => {
  const thing = question
    .replace(LASTING, ' ')
    .replace(/^\s*(?:is|are|does|do|will|did|of)\b|\b(?:take|takes|last|lasts|going to|be|open)\b|\?/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (thing === '') return undefined;
  const found = await ask(`when does ${thing} start`);
  const best = found?.chosen[0]?.evidence;
  if (!found || !best) return undefined;
  const entry = byDocument(found.evidence, best).filter(({ passage }) => passage.heading === best.passage.heading);
  const at = entry.findIndex(({ text, unit }) => text === best.text && unit === best.unit);
  const [first] = eventsIn(best);
  const own = eventsIn(best);
  const [start, end] =
    own.length === 2 ? own : [first, first?.begins ? entry.slice(at + 1).flatMap(eventsIn)[0] : undefined];
  if (!start?.begins || !end || end.begins) return undefined;
  const minutes = minutesFrom(start.moment, end.moment);
  if (minutes === undefined || minutes <= 0 || minutes > MOST_WAITING) return undefined;
  const flies = FLYING.test(question) || IN_THE_AIR.test(`${best.passage.heading} ${best.text}`);
  const result = `${sayMinutes(minutes)}${flies ? ' by the clocks of both places' : ''}`;
  return told(start.in === end.in ? [start.in] : [start.in, end.in], timed(start.moment), timed(end.moment), result);
};
