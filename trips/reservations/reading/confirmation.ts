import type { Passage } from '../../itineraries/candidate.ts';
import type { TripDays } from '../../itineraries/reading/days.ts';
import { readAmounts } from '../../itineraries/reading/prices.ts';
import type { Money } from '../../money.ts';
import { confirmationIn } from '../confirmation-number.ts';
import type { ReservationFacts } from '../reservation.ts';
import { FLIGHT_NUMBER, readLegs, TRAIN_NUMBER } from './journeys.ts';
import { type Paper, type PaperLine, readPaper } from './paper.ts';
import { addressOf, nameOf } from './place.ts';
import {
  ASIDE,
  anyOf,
  BOOKED,
  CAR_BEGINS,
  CAR_ENDS,
  EACH,
  EVENT_BEGINS,
  EVENT_ENDS,
  KIND_WORDS,
  PRICE,
  type ReadKind,
  STAY_BEGINS,
  STAY_ENDS,
  TOTAL,
} from './vocabulary.ts';

/** A booking that a paper states, and the line its first day stands on. */
export interface ReadReservation extends ReservationFacts {
  readonly line: PaperLine;
}

const WORDS_BY_KIND = Object.entries(KIND_WORDS).map(
  ([kind, words]) => [kind as ReadKind, anyOf(words, 'giu')] as const,
);
/** More of one word does not make a paper more of its kind. */
const MOST_OF_A_KIND = 4;
/** Words that only papers of one kind put beside each other. */
const PAIRS: readonly (readonly [ReadKind, RegExp, RegExp])[] = [
  ['car', anyOf(CAR_BEGINS), anyOf(CAR_ENDS)],
  [
    'lodging',
    anyOf('check(?:ing)?[- ]?in|anreise|nights?|nächte|noches|nuits|notti|noites'),
    anyOf(`check(?:ing)?[- ]?out|abreise|${KIND_WORDS.lodging}`),
  ],
  ['lodging', anyOf('arriv(?:al|ing)|ankunft|llegada|arrivée|arrivo|chegada'), anyOf('departure|leaving')],
  ['lodging', anyOf('entrada'), anyOf('salida|sa[ií]da')],
];
const PAIR = 3;
/** A train's or a flight's number shows what a ticket is for, where its words do not. */
const NUMBERS: Readonly<Partial<Record<ReadKind, RegExp>>> = { train: TRAIN_NUMBER, flight: FLIGHT_NUMBER };

/** The bookings that the passages of one document confirm, in any of the languages read; none where it confirms nothing. */
export const readConfirmation = (
  passages: readonly Passage[],
  context: TripDays & { readonly currency?: string | undefined },
): readonly ReadReservation[] => {
  const paper = readPaper(passages, context);
  const confirmation = confirmationIn(paper.text);
  if (confirmation === undefined && !BOOKED.test(paper.text)) return [];
  const kind = kindOf(paper.text);
  if (kind === undefined) return [];
  if (kind === 'flight' || kind === 'train' || kind === 'ferry') {
    const legs = readLegs(paper, kind);
    const price = legs.length === 1 ? totalOf(paper, context.currency) : undefined;
    return legs.map(({ name, ...leg }) => ({
      ...{ ...leg, kind: kind === 'ferry' ? ('other' as const) : kind, confirmation, price },
      name: `${kind !== 'flight' || name === 'Flight' ? '' : 'Flight '}${name}`.slice(0, 100),
    }));
  }
  const when = kind === 'restaurant' || kind === 'activity' ? eventOf(paper) : spanOf(paper, kind);
  const name = nameOf(paper, kind);
  if (!when || name === undefined) return [];
  const price = totalOf(paper, context.currency);
  const address = addressOf(paper, kind, name);
  return [{ ...when, kind, name: name.slice(0, 100), confirmation, address: address?.slice(0, 200), price }];
};

const kindOf = (text: string): ReadKind | undefined => {
  const scores = WORDS_BY_KIND.map(([kind, words]) => {
    const said = new Set([...text.matchAll(words)].map(([word]) => word.toLowerCase()));
    const pairs = PAIRS.filter(([of, one, other]) => of === kind && one.test(text) && other.test(text));
    const numbered = [...text.matchAll(NUMBERS[kind] ?? /$^/g)].length > 0;
    return { kind, score: Math.min(said.size, MOST_OF_A_KIND) + pairs.length * PAIR + Number(numbered) };
  });
  const best = scores.reduce((most, one) => (one.score > most.score ? one : most));
  return best.score > 0 ? best.kind : undefined;
};

type When = Pick<ReadReservation, 'startDate' | 'startTime' | 'endDate' | 'endTime' | 'line'>;

/** What is said after a word: the rest of its line up to the next such word, or the lines under it where it stands alone. */
interface Said {
  readonly line: PaperLine;
  readonly days: readonly string[];
  readonly times: readonly string[];
}

const saidAfter = ({ lines }: Paper, words: string, others: string): readonly Said[] => {
  const word = anyOf(words, 'giu');
  const any = anyOf(`${words}|${others}`, 'giu');
  return lines.flatMap((line, at) =>
    ASIDE.test(line.text.slice(0, 60)) && !word.test(line.text.slice(0, 12))
      ? []
      : [...line.text.matchAll(word)].flatMap(({ index, 0: found }) => {
          const from = index + found.length;
          const next = [...line.text.matchAll(any)].find((one) => one.index >= from)?.index ?? line.text.length;
          const within = (one: { readonly index: number }): boolean => one.index >= from && one.index < next;
          const own = sayOf(line, within);
          if (own.days.length + own.times.length > 0 || !standsAlone(line.text, index, from, next)) return [own];
          const under = lines.slice(at + 1, at + 3);
          const end = under.findIndex(({ text }) => any.test(text));
          return under.slice(0, end < 0 ? under.length : end).map((one) => sayOf(one, () => true));
        }),
  );
};

/** Whether a word is all that its line says: then the lines under it say the rest. */
const standsAlone = (text: string, index: number, from: number, next: number): boolean =>
  /^\P{L}*$/u.test(text.slice(0, index)) && /^[\s:|-]*$/.test(text.slice(from, next));

const sayOf = (line: PaperLine, within: (one: { readonly index: number }) => boolean): Said => ({
  line,
  days: line.days.filter(within).map(({ day }) => day),
  times: line.times.filter(within).map(({ time }) => time),
});

/** From when to when something is had: a room, a car. */
const spanOf = (paper: Paper, kind: 'lodging' | 'car'): When | undefined => {
  const [begins, ends] = kind === 'car' ? [CAR_BEGINS, CAR_ENDS] : [STAY_BEGINS, STAY_ENDS];
  const from = saidAfter(paper, begins, ends);
  const to = saidAfter(paper, ends, begins);
  const first = from.find(({ days }) => days.length > 0);
  const last = to.find(({ days }) => days.length > 0);
  const startTime = from.flatMap(({ times }) => times)[0];
  // `7:00-11:00` to leave is 11:00.
  const endTime = to.find(({ times }) => times.length > 0)?.times.at(-1);
  const both =
    first && last ? { startDate: first.days[0] ?? '', endDate: last.days[0] ?? '', line: first.line } : daysOf(paper);
  return both && both.startDate < both.endDate
    ? { ...both, startTime, endTime }
    : both && kind === 'car' && both.startDate === both.endDate
      ? { ...both, startTime, endTime }
      : undefined;
};

/** Two days in one line that is about neither payment nor cancelling: from when to when. */
const daysOf = ({ lines }: Paper): (Pick<When, 'startDate' | 'line'> & { readonly endDate: string }) | undefined => {
  for (const line of lines) {
    const days = [...new Set(line.days.map(({ day }) => day))].sort();
    const [startDate, endDate] = days;
    if (startDate && endDate && days.length === 2) return { startDate, endDate, line };
  }
  return undefined;
};

/** When a table is kept or a tour begins. */
const eventOf = (paper: Paper): When | undefined => {
  const begins = saidAfter(paper, EVENT_BEGINS, EVENT_ENDS);
  const dated = paper.lines.filter(({ text, days }) => days.length > 0 && !ASIDE.test(text));
  const line = begins.find(({ days }) => days.length > 0)?.line ?? dated[0];
  const startDate = line?.days[0]?.day;
  if (!line || startDate === undefined) return undefined;
  const startTime = begins.flatMap(({ times }) => times)[0] ?? line.times[0]?.time ?? timeNear(paper, line);
  const ends = saidAfter(paper, EVENT_ENDS, EVENT_BEGINS).flatMap(({ times }) => times)[0];
  const endTime = startTime !== undefined && ends !== undefined && ends > startTime ? ends : undefined;
  return { startDate, startTime, endTime, line };
};

/** The time that stands on the line under that of the day. */
const timeNear = ({ lines }: Paper, line: PaperLine): string | undefined =>
  lines[lines.indexOf(line) + 1]?.times[0]?.time;

const TOTALS = anyOf(TOTAL);
const PRICES = new RegExp(`(?:^|[|;]\\s)(?:${PRICE})(?!\\p{L})`, 'iu');
const OF_A_PART = anyOf(EACH);

/** What all of it comes to: the largest sum that is called the total, as parts of it are smaller; else the one price there is. */
const totalOf = (paper: Paper, currency: string | undefined): Money | undefined => {
  const [total] = sumsAt(paper, TOTALS, currency);
  if (total) return total;
  const prices = sumsAt(paper, PRICES, currency);
  return prices.length === 1 ? prices[0] : undefined;
};

const sumsAt = ({ lines }: Paper, words: RegExp, currency: string | undefined): readonly Money[] =>
  lines
    .flatMap(({ text }, at) => {
      const word = words.exec(text);
      if (!word || OF_A_PART.test(text) || (ASIDE.test(text) && !/^.{0,20}\btotal/i.test(text))) return [];
      const after = readAmounts(text, currency).filter(({ index }) => index >= word.index);
      return after.length > 0 ? after : readAmounts(lines[at + 1]?.text ?? '', currency).slice(0, 1);
    })
    .map(({ money }) => money)
    .toSorted((one, other) => other.amount - one.amount);
