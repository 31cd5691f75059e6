import { type Candidate, clockTime, type Passage } from '../itineraries/candidate.ts';
import { extractCandidates } from '../itineraries/candidates.ts';
import { readDays, type TripDays } from '../itineraries/reading/days.ts';
import { readStay } from '../itineraries/reading/lodging.ts';
import { MONTH_PATTERN, plainText } from '../itineraries/reading/plain-text.ts';
import { nextClearTime } from '../itineraries/reading/times.ts';
import type { Money } from '../money.ts';
import { confirmationIn } from './confirmation-number.ts';
import { readConfirmation } from './reading/confirmation.ts';
import { badTimes, type ReservationFacts, type ReservationKind, type ReservationSource } from './reservation.ts';

/** A booking that a document states, as it would be noted. */
export interface FoundReservation extends ReservationFacts {
  readonly source: ReservationSource;
}

/** By what the document is understood: the trip's days, and the currency it is budgeted in. */
export interface FindingContext extends TripDays {
  readonly currency?: string | undefined;
}

/** Characters beyond which a document is no confirmation but a book: it is not read for bookings. */
const MOST_TEXT = 200_000;
/** Bookings offered from one document at most. */
const MOST_FOUND = 8;

const CONFIRMS =
  /\b(?:booking|reservation)\s+(?:confirmation|confirmed|number|reference|code|no\b|id\b)|\bconfirmation (?:number|code|no\b)|\byour (?:booking|reservation|stay)\b|\bis confirmed\b|\bwe have (?:booked|reserved)\b/i;
const STAY = /\b(?:stay|nights?|check(?:ing)?[- ]?(?:in|out)|arriv\w*|depart\w*|leaving|rooms?)\b/i;
const NOT_THE_STAY = /\b(?:cancel\w*|refund\w*|deposit|charged|due|breakfast|until)\b/i;
const RANGE = new RegExp(
  String.raw`(\d{1,2})(?:st|nd|rd|th)?(\s*(?:-|to|until|till)\s*\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(${MONTH_PATTERN}))`,
  'gi',
);

/** The bookings that one document states, each with its source; nothing is guessed, and nothing but the document is read. */
export const findReservations = (
  passages: readonly Passage[],
  context: FindingContext,
): readonly FoundReservation[] => {
  if (passages.reduce((sum, passage) => sum + passage.text.length, 0) > MOST_TEXT) return [];
  const confirmed = readConfirmation(passages, context).map(
    ({ line, ...facts }): FoundReservation => ({ ...facts, source: sourceOf(line.passage, line.text) }),
  );
  const stated = findStated(passages, context);
  const joined = confirmed.map((one) => {
    const same = stated.find(({ kind, startDate }) => kind === one.kind && startDate === one.startDate);
    if (!same) return one;
    // What is a place or a thing to do by its own line is called so there; a paper's title may be its sender.
    const isByLine = one.kind === 'restaurant' || one.kind === 'activity';
    return { ...same, ...defined(one), ...(isByLine ? { name: same.name } : {}) };
  });
  // A ticket says all of its journey; a confirmation of a stay may note a table or a tour besides.
  const others = stated.filter(
    ({ kind, startDate }) =>
      !confirmed.some((one) => one.kind === kind || isJourney(one)) &&
      !confirmed.some((one) => one.startDate === startDate && one.kind === 'activity'),
  );
  return [...joined, ...others].filter((one) => badTimes(one) === undefined).slice(0, MOST_FOUND);
};

const isJourney = ({ kind }: ReservationFacts): boolean => kind === 'flight' || kind === 'train' || kind === 'other';

const defined = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as T;

/** Bookings that stand in prose, in the words of English papers. */
const findStated = (passages: readonly Passage[], context: FindingContext): readonly FoundReservation[] => {
  const candidates = extractCandidates(passages, context);
  const text = passages.map((passage) => plainText(passage.text)).join('\n');
  const stay = findStay(passages, text, candidates, context);
  const others = candidates.flatMap((candidate) => fromCandidate(candidate, passages) ?? []);
  const found = [...(stay ? [stay] : []), ...others].slice(0, MOST_FOUND);
  const number = confirmationIn(text);
  // A number that stands over several bookings belongs to none of them for sure, unless they are one journey.
  const one = found.length === 1 || found.every(({ kind }) => kind === 'flight' || kind === 'train');
  return one ? found.map((each) => ({ ...each, confirmation: each.confirmation ?? number })) : found;
};

/** The stay that a confirmation is about: it says that it is booked, where, and from which day to which. */
const findStay = (
  passages: readonly Passage[],
  text: string,
  candidates: readonly Candidate[],
  context: FindingContext,
): FoundReservation | undefined => {
  const [first] = passages;
  if (!first || !CONFIRMS.test(text)) return undefined;
  const lodging = candidates.find(({ kind, confirmed }) => kind === 'lodging' && confirmed);
  const read = readStay(passages, context.currency);
  const name = lodging?.name ?? read.name;
  const days = stayDays(text, context);
  if (name === undefined || !days) return undefined;
  return {
    kind: 'lodging',
    name: name.slice(0, 100),
    ...days,
    startTime: lodging?.checkIn === undefined ? undefined : clockTime(lodging.checkIn),
    endTime: lodging?.checkOut === undefined ? undefined : clockTime(lodging.checkOut),
    address: lodging?.address?.slice(0, 200),
    price: totalOf(lodging) ?? read.total,
    source: quoted(passages, read.page, days.startDate, context) ?? {
      documentId: first.documentId,
      document: first.document,
      page: first.page,
      quote: name,
    },
  };
};

const sentences = (text: string): readonly string[] => text.split(/\n|(?<=[.;!?])\s+/);

/** `11-15 June` with both its days written out. */
const spelled = (line: string): string => line.replace(RANGE, '$1 $3$2');

const daysIn = (line: string, context: FindingContext): readonly string[] => readDays(spelled(line), context);

const stayDays = (
  text: string,
  context: FindingContext,
): { readonly startDate: string; readonly endDate: string } | undefined => {
  const days = sentences(text)
    .filter((line) => STAY.test(line) && !NOT_THE_STAY.test(line))
    .flatMap((line) => daysIn(line, context))
    .toSorted();
  const [startDate] = days;
  const endDate = days.at(-1);
  return startDate && endDate && startDate < endDate ? { startDate, endDate } : undefined;
};

const quoted = (
  passages: readonly Passage[],
  page: number | undefined,
  day: string,
  context: FindingContext,
): ReservationSource | undefined => {
  for (const passage of passages) {
    const line = sentences(plainText(passage.text)).find((one) => STAY.test(one) && daysIn(one, context).includes(day));
    if (line) return sourceOf({ ...passage, page: passage.page ?? page }, line);
  }
  return undefined;
};

const sourceOf = ({ documentId, document, page }: Passage, quote: string): ReservationSource => ({
  documentId,
  document,
  page,
  quote: quote.trim().slice(0, 300),
});

const totalOf = (candidate: Candidate | undefined): Money | undefined =>
  candidate?.price?.per === 'group' ? candidate.price.total : undefined;

const JOURNEYS: readonly (readonly [RegExp, ReservationKind])[] = [
  [/\b(?:flights?|plane|airline|boarding)\b/i, 'flight'],
  [/\b(?:trains?|eurostar|rail)\b/i, 'train'],
];
const DEPARTS = /\b(?:depart\w*|leav(?:es?|ing)|takes? off|take-?off)\b/i;
const ARRIVES = /\b(?:arriv\w*|lands?|landing|gets? in)\b/i;

/** What is booked besides a stay: a journey, a table, a tour. */
const fromCandidate = (candidate: Candidate, passages: readonly Passage[]): FoundReservation | undefined => {
  const { kind, booking, source, about } = candidate;
  const passage = passages.find(
    ({ page, text }) => page === source?.page && plainText(text).includes(firstLine(about)),
  );
  const at = passage ?? passages.find(({ documentId }) => documentId === source?.documentId);
  if (!booking || !at || kind === 'lodging') return undefined;
  const journey = kind === 'arrive' || kind === 'depart';
  return {
    kind: journey
      ? (JOURNEYS.find(([words]) => words.test(`${candidate.name} ${about}`))?.[1] ?? 'other')
      : kind === 'meal'
        ? 'restaurant'
        : 'activity',
    name: candidate.name.slice(0, 100),
    startDate: booking.date,
    ...(journey ? journeyTimes(about, booking.start) : hours(booking)),
    confirmation: confirmationIn(about),
    address: candidate.address?.slice(0, 200),
    price: totalOf(candidate),
    source: sourceOf(at, about),
  };
};

const firstLine = (text: string): string => text.split('\n')[0]?.trim() ?? '';

const hours = ({ start, end }: { readonly start: number; readonly end?: number | undefined }) => ({
  startTime: clockTime(start),
  endTime: end === undefined || end >= 1440 ? undefined : clockTime(end),
});

/** Departure and arrival, as far as the line states them; `known` stands where only one is said. */
const journeyTimes = (line: string, known: number) => {
  const timeOf = (word: RegExp): number | undefined => {
    const found = word.exec(line);
    return found ? nextClearTime(line, found.index)?.minutes : undefined;
  };
  const departs = timeOf(DEPARTS);
  const arrives = timeOf(ARRIVES);
  if (departs === undefined && arrives === known) return { endTime: clockTime(known) };
  const both = departs !== undefined && arrives !== undefined && arrives > departs;
  return { startTime: clockTime(departs ?? known), endTime: both ? clockTime(arrives) : undefined };
};
