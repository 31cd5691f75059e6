import { dayOf, nextDay, previousDay } from '../../trips/dates.ts';
import { clockTime } from '../../trips/itineraries/candidate.ts';
import { withoutDays } from '../../trips/itineraries/reading/days.ts';
import { nextClearTime, rangeAt } from '../../trips/itineraries/reading/times.ts';
import type { Money } from '../../trips/money.ts';
import { confirmationIn } from '../../trips/reservations/confirmation-number.ts';
import type { ReservationKind } from '../../trips/reservations/reservation.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { readDayRange } from './dates.ts';
import { readMoney } from './money.ts';

/** What a message says of something booked; what it does not say is absent. */
export interface BookingWords {
  readonly kind?: ReservationKind | undefined;
  readonly name?: string | undefined;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly confirmation?: string | undefined;
  readonly price?: Money | undefined;
}

/** The longest message that is read. */
const MOST = 500;

const KINDS: readonly (readonly [RegExp, ReservationKind])[] = [
  [/\b(?:flights?|plane|fly(?:ing)?|airline)\b|\b[A-Z]{2}\s?\d{3,4}\b/, 'flight'],
  [/\b(?:trains?|eurostar|rail(?:way)?|ferry|ferries|coach)\b/i, 'train'],
  [
    /\b(?:rental car|rent(?:ed)? (?:a |the )?(?:car|van)|hire(?:d)? (?:a |the )?(?:car|van)|car (?:hire|rental)|minivan)\b/i,
    'car',
  ],
  [
    /\b(?:hotel|hostel|apartments?|flat|villa|house|cottage|guest ?house|b&b|airbnb|rooms?|cabin|campsite|resort|nights?|lodge|inn)\b/i,
    'lodging',
  ],
  [/\b(?:table|restaurant|dinner|lunch|brunch|breakfast|taverna|bistro|trattoria)\b/i, 'restaurant'],
  [
    /\b(?:tickets?|tour|museum|cruise|show|concert|lessons?|class|excursion|activity|entry|park|zoo|aquarium|workshop)\b/i,
    'activity',
  ],
];
const LEAD =
  /^(?:please |pls |can you |could you )?(?:note (?:that |down )?|put down (?:that )?|add (?:a |the )?(?:booking|reservation)(?: of| for)?:? ?)?(?:(?:we|i|our family|they)(?:'ve| have)? (?:just |already )?)?(?:booked|reserved|got|bought|have|made)?\s*/i;
const ARTICLE = /^(?:(?:a|an|the|our|us|some|two|three|four|\d+)\s+)+/i;
const ENDS =
  /\s*(?:[,;(]|[€$£]\s?\d|\s(?:eur|usd|gbp)\s?\d|\s\d[\d.,]*\s?(?:[€$£]|(?:euros?|eur|dollars?|usd|pounds?|gbp|quid|bucks)\b)|\.(?=\s|$)|\s(?:on|from|for|at(?= \d)|until|till|with confirmation|confirmation|reference|ref|which|it|that|and it|leaves?|departs?|arriv\w*|lands?|costs?|is|are|has been|was|booked|reserved)\b)/i;
/** What is had at a place: the place is what it is called by. */
const INSIDE = /^(?:tables?|rooms?|beds?|dinner|lunch|brunch|breakfast|nights?|family rooms?|double rooms?)\b/i;
/** Says what it is, and not which. */
const ONLY_A_KIND =
  /^(?:tables?|rooms?|hotel|hostel|apartment|flat|flights?|trains?|tour|tickets?|it|something|booking|reservation)$/i;
const BY_VERB = /\b(?:is|are|has been|have been|was) (?:booked|reserved|confirmed)\b/i;
const PRIVATE_WORDS =
  /[,;.]?\s*(?:please )?(?:keep (?:it|this|that) (?:to us|private|between us)|(?:it'?s )?private|only for (?:us|our family)|just for (?:us|our family))[.!]?\s*/gi;

/** Said before a confirmation number. */
const CODE_WORDS = 'conf(?:irmation)?|booking|reservation|reference|ref|record locator|pnr|order|number|code|no|id|is';

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** From when days are counted: those of the trip are meant, unless the words speak of now. */
const countedFrom = ({ startDate, timeZone }: Pick<Trip, 'startDate' | 'timeZone'>, text: string, now: Date): Date => {
  const today = dayOf(now.toISOString(), timeZone);
  if (startDate === undefined || /\b(?:today|tonight|tomorrow|in \w+ days?)\b/i.test(text))
    return new Date(`${today}T12:00:00Z`);
  const before = previousDay(startDate);
  return new Date(`${before > today ? before : today}T12:00:00Z`);
};

const timesIn = (text: string): { readonly startTime?: string; readonly endTime?: string } => {
  const first = nextClearTime(text);
  const bare = first ? undefined : /\bfrom (\d{1,2}) (?:to|until|till) (\d{1,2})\b(?!\s*[\p{L}:.])/iu.exec(text);
  if (bare && Number(bare[1]) < Number(bare[2]) && Number(bare[2]) < 24) {
    return { startTime: clockTime(Number(bare[1]) * 60), endTime: clockTime(Number(bare[2]) * 60) };
  }
  const spoken =
    /\b(?:at|from)\s+(\d{1,2})(?![\d:.]|\s*(?:st|nd|rd|th|euros?|eur|people|persons|nights?|to|-|[a-z]{3,9}\b(?<!am|pm)))/i.exec(
      text,
    );
  if (!first) return spoken && Number(spoken[1]) < 24 ? { startTime: clockTime(Number(spoken[1]) * 60) } : {};
  const range = rangeAt(text, first.index);
  if (range) return { startTime: clockTime(range.from), endTime: clockTime(range.to) };
  const second = nextClearTime(text, first.end);
  const arrives =
    second && /\b(?:arriv\w*|lands?|landing|until|till|to|check-?out)\b/i.test(text.slice(first.end, second.index));
  return { startTime: clockTime(first.minutes), ...(arrives && { endTime: clockTime(second.minutes) }) };
};

/** Reads a booking out of one message, its days and times as the trip's. `now` is when it was said. */
export const readBooking = (message: string, trip: Pick<Trip, 'startDate' | 'timeZone'>, now: Date): BookingWords => {
  const text = message.slice(0, MOST).replace(PRIVATE_WORDS, ' ').trim();
  const confirmation = confirmationIn(text);
  const uncoded =
    confirmation === undefined
      ? text
      : text.replace(
          new RegExp(`(?:(?:with|its?|the|our|${CODE_WORDS})\\b[.:]? ?){0,4}#?${literal(confirmation)}`, 'i'),
          ' ',
        );
  const price = readMoney(uncoded);
  const days = readDayRange(uncoded, countedFrom(trip, uncoded, now));
  // A time said with the day goes with it.
  const undated = days ? uncoded.replace(new RegExp(`${literal(days.text)}(?:,? at (?=\\d))?`), ' ') : uncoded;
  const kind = KINDS.find(([words]) => words.test(uncoded))?.[1];
  const stays = kind === 'lodging' || kind === 'car';
  const times = timesIn(withoutDays(uncoded));
  const endDate = endOf(days, stays, uncoded);
  return {
    kind,
    name: nameIn(undated, kind),
    startDate: days?.startDate,
    endDate,
    ...times,
    confirmation,
    price,
  };
};

/** The last day: as said, or counted from "for 4 nights". */
const endOf = (
  days: { readonly startDate: string; readonly endDate: string } | undefined,
  stays: boolean,
  text: string,
): string | undefined => {
  if (!days) return undefined;
  if (days.endDate !== days.startDate) return days.endDate;
  const nights = stays ? Number(/\b(\d{1,2}) nights?\b/i.exec(text)?.[1] ?? 0) : 0;
  let end = days.startDate;
  for (let night = 0; night < nights; night += 1) end = nextDay(end);
  return nights > 0 ? end : undefined;
};

const PLACE = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2}";
/** `the train from Rome to Florence`: its name is where it goes. */
const WAY = new RegExp(
  `\\b(train|bus|coach|ferry|flight|taxi|transfer)s?\\b(?: tickets?)?.{0,20}? from (${PLACE}) to (${PLACE})`,
  'u',
);

const nameIn = (text: string, kind: ReservationKind | undefined): string | undefined => {
  const way = WAY.exec(text);
  const flight = kind === 'flight' ? /\b([A-Z]{2}\s?\d{2,4})\b/.exec(text)?.[1] : undefined;
  const between = way ? ` from ${way[2]} to ${way[3]}` : '';
  if (flight) return `Flight ${flight.replace(/\s/, '')}${between}`;
  if (way?.[1]) return `${way[1].charAt(0).toUpperCase()}${way[1].slice(1).toLowerCase()}${between}`;
  const words = text.replace(/\s+/g, ' ').trim();
  const passive = BY_VERB.exec(words);
  const rest = (passive ? words.slice(0, passive.index) : words.replace(LEAD, '')).replace(ARTICLE, '');
  const place = INSIDE.test(rest) ? /\b(?:at|in) (?:the )?(\p{Lu}[\p{L}'& -]{2,60})/u.exec(words)?.[1] : undefined;
  const whole = place ?? rest;
  const end = ENDS.exec(` ${whole}`);
  const name = (end ? ` ${whole}`.slice(0, end.index) : whole)
    .trim()
    .replace(ARTICLE, '')
    .replace(/[\s.,:;-]+$/, '');
  return /\p{L}{2}/u.test(name) && name.length <= 80 && !ONLY_A_KIND.test(name)
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : undefined;
};
