import { z } from 'zod';
import type { Money } from '../../trips/money.ts';
import { readContact } from './contact.ts';
import { CARDINAL, cardinal } from './days/number-words.ts';
import { type DaySpan, readDays } from './days/read-days.ts';
import { readHeadcount } from './headcount.ts';
import { readMoney } from './money.ts';
import { readTimes, type SaidTime } from './times.ts';

/** What a message says in numbers and days; only what was said is there. */
export interface Slots {
  readonly dates: readonly DaySpan[];
  readonly times: readonly SaidTime[];
  readonly people?: number | undefined;
  readonly adults?: number | undefined;
  readonly kids?: number | undefined;
  readonly rooms?: number | undefined;
  readonly nights?: number | undefined;
  readonly money?: Money | undefined;
  readonly phones: readonly string[];
}

/** What a question asked for, so that a bare number answers it. */
export const requested = z.enum(['people', 'adults', 'kids', 'rooms', 'nights']);
export type Requested = z.infer<typeof requested>;

const NUMBER = `\\d{1,3}|${CARDINAL}|an?|a couple of|couple of`;
const counted = (what: string): RegExp =>
  new RegExp(`(?<![\\d.,:])\\b(${NUMBER})[ -](?:[a-z]+[ -])?(?:${what})\\b`, 'gi');
const ADULTS = counted('adults?|grown[- ]?ups?|parents');
const KIDS = counted(
  'kids?|child(?:ren)?|toddlers?|infants?|bab(?:y|ies)|teen(?:ager)?s?|little ones|sons?|daughters?|boys?|girls?',
);
const ROOMS = counted('(?:bed)?rooms?|suites?');
const NIGHTS = counted('nights?');
const STAY_DAYS = new RegExp(
  `\\b(?:stay(?:ing)?|for|there|book\\w*|rent\\w*)\\b[^.?!]{0,25}?\\b(${NUMBER})[ -](days?|weeks?)\\b`,
  'i',
);
/** The whole answer is a number: `3`, `just two`, `four of us please`. */
const BARE = new RegExp(
  `^(?:just |only |about |it'?s |we(?:'re| are) |for |there(?:'s| are) |the )*(${NUMBER})(?: of us)?(?: please| thanks| total| in total)?[.! ]*$`,
  'i',
);

const numberIn = (said: string): number => {
  if (/couple/i.test(said)) return 2;
  if (/^an?$/i.test(said)) return 1;
  return /^\d+$/.test(said) ? Number(said) : (cardinal(said) ?? Number.NaN);
};

const sumOf = (text: string, pattern: RegExp): number | undefined => {
  const counts = [...text.matchAll(pattern)].map(([, count = '']) => numberIn(count));
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
};
const firstOf = (text: string, pattern: RegExp): number | undefined => {
  const [match] = text.matchAll(pattern);
  return match?.[1] === undefined ? undefined : numberIn(match[1]);
};

/** Reads everything typed out of a message, as meant on `today` (`YYYY-MM-DD`); `asked` is what was asked last. */
export const readSlots = (message: string, today: string, asked?: Requested): Slots => {
  const text = message.slice(0, 1_000);
  const adults = sumOf(text, ADULTS);
  const kids = sumOf(text, KIDS);
  const bare = BARE.exec(text.trim())?.[1];
  const answer = asked !== undefined && bare !== undefined ? { [asked]: numberIn(bare) } : {};
  const together = adults === undefined ? undefined : adults + (kids ?? 0);
  const stay = STAY_DAYS.exec(text);
  const days = stay?.[1] === undefined ? undefined : numberIn(stay[1]) * (/^week/i.test(stay[2] ?? '') ? 7 : 1);
  const { address } = readContact(text);
  return {
    dates: readDays(text, today),
    times: readTimes(text),
    people: together ?? readHeadcount(text),
    adults,
    kids,
    rooms: firstOf(text, ROOMS),
    nights: firstOf(text, NIGHTS) ?? days,
    money: readMoney(text),
    phones: address?.door === 'sms' ? [address.value] : [],
    ...answer,
  };
};
