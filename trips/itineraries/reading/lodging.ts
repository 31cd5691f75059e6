import { previousDay } from '../../dates.ts';
import type { Money } from '../../money.ts';
import type { Passage, Price, StayTerms } from '../candidate.ts';
import { readDays, type TripDays } from './days.ts';
import { readStepFree } from './marks.ts';
import { isName } from './names.ts';
import { plainText } from './plain-text.ts';
import { readStayPrice } from './prices.ts';
import { nextClearTime, rangeAt } from './times.ts';

/** What a document says of one place to stay. */
export interface ReadLodging {
  readonly name: string | undefined;
  readonly checkIn?: number | undefined;
  readonly checkOut?: number | undefined;
  readonly price?: Price | undefined;
  readonly address?: string | undefined;
  /** It is booked, not merely offered. */
  readonly confirmed: boolean;
  /** Where the name or the first time stands. */
  readonly page?: number | undefined;
}

const CHECK_IN = /\bcheck(?:ing)?[- ]?in\b/i;
const CHECK_OUT = /\bcheck(?:ing)?[- ]?out\b/i;
const CONFIRMED =
  /\b(?:booking|reservation)\s+(?:confirmation|confirmed|number|reference|code|no\b|id\b)|\bconfirmation (?:number|code|no\b)|\byour (?:booking|reservation|stay)\b|\bis confirmed\b/i;
const NAME_KEY =
  /^(?:hotel|property|accommodation|apartment|guest ?house|hostel|villa|you are staying at|staying at|where|place)(?: name)?(?::\s+|\s\|\s)(.+)$/i;
const LODGING_WORD =
  '(?:Hotel|Hostel|Apartments?|Apartamentos?|Aparthotel|Guest\\s?house|B&B|Residence|Residencial|Resort|Lodge|Campsite|Camping|Pension|Pousada|Villa|Chalet|Motel|Inn|Suites|Cottage|Ryokan|Riad|Casa)';
const NAMED = new RegExp(
  `((?:[\\p{Lu}][\\p{L}\\d'&-]*\\s+){0,3}${LODGING_WORD}(?:\\s+(?:(?:de|do|da|dos|das|del|la|le|of|the|&)\\s+){0,2}[\\p{Lu}][\\p{L}\\d'&-]*){0,4})`,
  'u',
);

const timeAfter = (line: string, word: RegExp, last: boolean): number | undefined => {
  const found = word.exec(line);
  if (!found) return undefined;
  const from = found.index + found[0].length;
  // Another check's time is not this one's: `Check-in 15:00, check-out 11:00`.
  const rest = line.slice(from);
  const other = rest.search(/\bcheck(?:ing)?[- ]?(?:in|out)\b/i);
  const part = other < 0 ? rest : rest.slice(0, other);
  const time = nextClearTime(part);
  if (!time || time.index > 70) return undefined;
  const range = rangeAt(part, time.index);
  return range ? (last ? range.to % 1440 : range.from) : time.minutes;
};

const dayAfter = (text: string, word: RegExp, trip: TripDays): string | undefined => {
  const found = word.exec(text);
  if (!found) return undefined;
  const rest = text.slice(found.index + found[0].length);
  const other = rest.search(/\bcheck(?:ing)?[- ]?(?:in|out)\b/i);
  return readDays(other < 0 ? rest : rest.slice(0, other), trip)[0];
};

/** The first and the last night that a confirmation is for; `undefined` when it does not say both days. */
export const readNights = (text: string, trip: TripDays): StayTerms['nights'] => {
  const all = [...new Set(readDays(text, trip))].sort();
  const [first, last, third] = all;
  const only = third === undefined ? [first, last] : [];
  const from = dayAfter(text, CHECK_IN, trip) ?? only[0];
  const to = dayAfter(text, CHECK_OUT, trip) ?? only[1];
  return from !== undefined && to !== undefined && from < to ? { first: from, last: previousDay(to) } : undefined;
};

/** Check-in, check-out, and what stands on one line about them. */
export const readCheckTimes = (text: string): { readonly checkIn?: number; readonly checkOut?: number } => {
  let checkIn: number | undefined;
  let checkOut: number | undefined;
  for (const line of text.split('\n')) {
    checkIn ??= timeAfter(line, CHECK_IN, false);
    checkOut ??= timeAfter(line, CHECK_OUT, true);
  }
  return { ...(checkIn === undefined ? {} : { checkIn }), ...(checkOut === undefined ? {} : { checkOut }) };
};

interface Line {
  readonly line: string;
  readonly page: number | undefined;
}

const linesOf = (passages: readonly Passage[]): readonly Line[] =>
  passages.flatMap((passage) =>
    [...(passage.heading ?? '').split(/\s+>\s+/), ...passage.text.split(/\r?\n/)].map((raw) => ({
      line: plainText(raw)
        .replace(/^\s*[-*+•▪◦]\s+/, '')
        .trim(),
      page: passage.page,
    })),
  );

/** The name of the place to stay that lines are about, and the page it stands on. */
const stayNamed = (
  lines: readonly Line[],
): { readonly name: string; readonly page: number | undefined } | undefined => {
  const keyed = lines.map(({ line, page }) => ({
    name: NAME_KEY.exec(line)?.[1]
      ?.split(/[,;(|]|\s-\s/)[0]
      ?.trim(),
    page,
  }));
  const named = lines.map(({ line, page }) => ({ name: NAMED.exec(line)?.[1]?.replace(/\s+/g, ' ').trim(), page }));
  for (const { name, page } of [...keyed, ...named]) {
    if (name !== undefined && isName(name) && name.includes(' ')) return { name, page };
  }
  return undefined;
};

/** The place to stay that a whole document is about; `undefined` when it states no check-in or check-out time. */
export const readLodging = (passages: readonly Passage[], currency: string | undefined): ReadLodging | undefined => {
  const lines = linesOf(passages);
  const text = lines.map(({ line }) => line).join('\n');
  const times = readCheckTimes(text);
  if (times.checkIn === undefined && times.checkOut === undefined) return undefined;
  const found = stayNamed(lines);
  const total = stayTotal(lines, currency);
  const prices = lines.flatMap(({ line }) => readStayPrice(line, currency) ?? []);
  const night = readNight(text, prices);
  const address = /\baddress(?::|\s\|)\s+(.{5,100}?)(?:\n|$)/i.exec(text)?.[1];
  return {
    name: found?.name,
    ...times,
    price: total ? { per: 'group', total } : night,
    address,
    confirmed: CONFIRMED.test(text),
    page: found?.page ?? lines.find(({ line }) => CHECK_IN.test(line))?.page,
  };
};

/** The largest sum that a document names for the stay: parts of it are smaller. */
const stayTotal = (lines: readonly Line[], currency: string | undefined): Money | undefined =>
  lines
    .flatMap(({ line }) => readStayPrice(line, currency) ?? [])
    .flatMap((price) => (price.per === 'group' ? [price.total] : []))
    .toSorted((a, b) => b.amount - a.amount)[0];

/** What a document names of a stay and what it comes to, whether or not it says when to check in. */
export const readStay = (
  passages: readonly Passage[],
  currency: string | undefined,
): { readonly name?: string | undefined; readonly page?: number | undefined; readonly total?: Money | undefined } => {
  const lines = linesOf(passages);
  return { ...stayNamed(lines), total: stayTotal(lines, currency) };
};

/** Whether the rooms can be reached without steps; what is said of a terrace or a cellar says nothing of them. */
export const readStayStepFree = (text: string): boolean | undefined => {
  const said = text
    .split(/\n|(?<=[.;])\s/)
    .filter((line) => !/\b(?:terrace|roof|cellar|basement|pool|sauna|attic|beach|metro|station)\b/i.test(line))
    .flatMap((line) => readStepFree(line) ?? []);
  return said.includes(false) ? false : said.includes(true) ? true : undefined;
};

/** The price of a night, with the number of rooms from wherever the document states it. */
const readNight = (text: string, prices: readonly Price[]): Price | undefined => {
  const night = prices.find((price) => price.per === 'night');
  if (night?.per !== 'night' || !night.ofRoom || night.rooms !== undefined) return night;
  const stated = /\b(\d{1,2}) (?:\w+ ){0,2}?rooms\b|\brooms(?::|\s\|)\s*(\d{1,2})\b/i.exec(text);
  const rooms = Number(stated?.[1] ?? stated?.[2] ?? 0);
  return rooms > 0 ? { ...night, rooms } : night;
};
