import { nextDay } from '../../dates.ts';
import type { Paper, PaperLine } from './paper.ts';
import { ARRIVES, anyOf, BEFORE_DEPARTURE, BOOKED, DEPARTS, WAYS } from './vocabulary.ts';

/** One leg of a journey as a ticket states it. */
export interface ReadLeg {
  readonly name: string;
  readonly startDate: string;
  readonly startTime?: string | undefined;
  readonly endDate?: string | undefined;
  readonly endTime?: string | undefined;
  /** The line its day stands on. */
  readonly line: PaperLine;
}

export type Carrier = 'flight' | 'train' | 'ferry';

/** `CX 418`; a unit, a country or a time of day before a number makes none. */
export const FLIGHT_NUMBER =
  /(?<![\p{L}\p{N}/-])(?!(?:NO|NR|PO|EU|UK|ID|KG|TO|AB|AN|AM|PM)\s?\d)(?<code>[A-Z][A-Z\d]|\d[A-Z])(?<gap>\s?)(?<number>\d{2,4})(?![\p{L}\p{N}:.-]|\s?(?:€|EUR|USD|GBP|kg))/gu;
/** `ICE 75`, `TGV n° 6607`, `Train 12`. */
export const TRAIN_NUMBER =
  /(?<![\p{L}\p{N}])(?<code>ICE|IC|EC|ECE|RE|RB|RJX?|EN|NJ|IR|TGV(?: INOUI)?|TER|AVE|ALVIA|AVLO|OUIGO|EUROSTAR|FRECCIAROSSA|ITALO|Eurostar|Frecciarossa|Italo|[Tt]rain|[Zz]ug|[Tt]ren|[Tt]reno|[Cc]omboio)(?<gap>\s)(?:(?:n[°ºo.]{0,2}|nr\.?|number|service)\s?)?(?<of>[A-Z]{1,3}\s?)?(?<number>\d{1,6})(?!\d|[:.,]\d)/gu;
/** `Piraeus to Naxos`, `Rostock - Trelleborg`, with or without a word before it that says so. */
const ROUTE =
  /^(?:(?:route|strecke|trayecto|trajet|traversée|tratta|percurso|crossing|ferry|sailing)(?::\s*|\s*\|\s*|\s+))?(?<route>\p{Lu}[\p{L}.'() ]{1,40}?\s(?:to|nach|a|à|->|→|-|>)\s\p{Lu}[\p{L}.'() ]{1,40})$/iu;

const STARTS = anyOf(DEPARTS, 'giu');
const ENDS = anyOf(ARRIVES, 'giu');
const TURNS = anyOf(WAYS, 'giu');
const ASIDES = anyOf(BEFORE_DEPARTURE, 'giu');

const CARRIERS: Readonly<Record<Carrier, string>> = { flight: 'Flight', train: 'Train', ferry: 'Ferry' };

interface Token {
  readonly kind: 'day' | 'time' | 'start' | 'end' | 'aside' | 'turn' | 'number';
  readonly index: number;
  readonly value?: string;
  readonly nextDay?: boolean;
}

interface Leg {
  name?: string;
  startDate?: string;
  startTime?: string;
  endDate?: string;
  endTime?: string;
  line?: PaperLine;
  /** A word says that it is a way, or that one departs. */
  isTold?: boolean;
}

/** The legs of a journey, in the order in which its ticket tells them: a number or a way begins one, a departure after an arrival, too. */
export const readLegs = ({ lines }: Paper, carrier: Carrier): readonly ReadLeg[] => {
  const unnamed = CARRIERS[carrier];
  const legs: ReadLeg[] = [];
  let leg: Leg = {};
  /** The last day that was named: legs under one date need not repeat it. */
  let day: { readonly day: string; readonly line: PaperLine } | undefined;
  let role: 'start' | 'end' | 'aside' | undefined;
  let roleLeft = 0;

  const close = (): void => {
    const { startTime, endTime } = leg;
    // Where a ticket gives no numbers at all, a word for the way and both its times show one.
    const isTold = leg.isTold === true && startTime !== undefined && endTime !== undefined;
    const name = leg.name ?? (isTold && !legs.some((one) => one.name !== unnamed) ? unnamed : undefined);
    const startDate = leg.startDate ?? day?.day;
    const line = leg.line ?? day?.line;
    if (name !== undefined && startDate !== undefined && line && (startTime ?? endTime) !== undefined) {
      const { isTold: _, ...facts } = leg;
      legs.push({ ...facts, name, startDate, line });
    }
    leg = {};
    role = undefined;
  };
  const isOver = (): boolean => leg.startTime !== undefined;

  for (const line of lines) {
    // A word that stands alone speaks for the line under it.
    if (roleLeft === 0) role = undefined;
    roleLeft -= 1;
    for (const { kind, value = '', nextDay: isNext } of tokensOf(line, carrier)) {
      if (kind === 'turn') {
        if (isOver()) close();
        // A route is a ferry's name; the next way has one of its own.
        if (value !== '') leg.name ??= value;
        leg.isTold = true;
      } else if (kind === 'number') {
        if (isOver() && leg.name !== undefined) close();
        leg.name ??= value;
      } else if (kind === 'day') {
        if (leg.startTime !== undefined && leg.endTime !== undefined && role !== 'end') close();
        if (role === 'end' || (leg.startDate !== undefined && leg.startTime !== undefined)) leg.endDate = value;
        else {
          leg.startDate = value;
          leg.line = line;
        }
        day = { day: value, line };
      } else if (kind === 'time') {
        if (role === 'aside') continue;
        const isEnd = role === 'end' || (role === undefined && leg.startTime !== undefined);
        if (isEnd && leg.endTime === undefined) {
          leg.endTime = value;
          const from = leg.startDate ?? day?.day;
          if (isNext && from !== undefined) leg.endDate = nextDay(from);
        } else if (!isEnd && leg.startTime === undefined) {
          leg.startTime = value;
          leg.startDate ??= day?.day;
          leg.line ??= day?.line;
        }
        if (role !== undefined) role = undefined;
      } else {
        if (kind === 'start' && leg.startTime !== undefined && leg.endTime !== undefined) close();
        if (kind === 'start') leg.isTold = true;
        role = kind;
        roleLeft = 2;
      }
    }
  }
  close();
  return legs.map((one) => tidy(one, carrier));
};

/** An arrival on the day of departure needs no day of its own; one before the departure without a day is not known. */
const tidy = (leg: ReadLeg, carrier: Carrier): ReadLeg => {
  const { startDate, startTime, endDate, endTime } = leg;
  if (endDate === startDate || (endDate !== undefined && endDate < startDate))
    return tidy({ ...leg, endDate: undefined }, carrier);
  const isBefore = endDate === undefined && startTime !== undefined && endTime !== undefined && endTime < startTime;
  // On rails and at sea the clock hardly changes: it is the next morning. In the air it may be either.
  if (isBefore && carrier !== 'flight') return { ...leg, endDate: nextDay(startDate) };
  return isBefore ? { ...leg, endTime: undefined } : leg;
};

const tokensOf = (line: PaperLine, carrier: Carrier): readonly Token[] => {
  const { text, days, times } = line;
  const route = carrier === 'ferry' && days.length + times.length === 0 ? ROUTE.exec(text)?.groups?.route : undefined;
  if (route && !BOOKED.test(route)) return [{ kind: 'turn', index: 0, value: route }];
  const words = (pattern: RegExp, kind: Token['kind']): readonly Token[] =>
    [...text.matchAll(pattern)].map(({ index }) => ({ kind, index }));
  const inDay = (index: number): boolean => days.some((one) => index >= one.index && index < one.end);
  const numbers =
    carrier === 'ferry'
      ? []
      : [...text.matchAll(carrier === 'train' ? TRAIN_NUMBER : FLIGHT_NUMBER)]
          .filter(({ index }) => !inDay(index))
          .map(({ index, groups = {} }) => ({
            kind: 'number' as const,
            index,
            value: groups.of ? `${groups.of}${groups.number}` : `${groups.code}${groups.gap}${groups.number}`,
          }));
  // "Return" and "Ankunft" hold other words of the kind: where two begin at one place the first listed counts.
  const all: readonly Token[] = [
    ...days.map(({ day, index }) => ({ kind: 'day' as const, index, value: day })),
    ...times.map(({ time, index, nextDay: next }) => ({ kind: 'time' as const, index, value: time, nextDay: next })),
    ...numbers,
    ...words(TURNS, 'turn'),
    ...words(ASIDES, 'aside'),
    ...words(STARTS, 'start'),
    ...words(ENDS, 'end'),
  ];
  return all.toSorted((one, other) => one.index - other.index);
};
