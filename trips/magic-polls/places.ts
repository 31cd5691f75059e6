import type { ConsensusFamily } from '../consensus/facts.ts';
import { sayDay } from '../dates.ts';
import {
  type Candidate,
  clockTime,
  type OpeningHours,
  type Price,
  plainName,
  type Span,
} from '../itineraries/candidate.ts';
import { costOf } from '../itineraries/cost.ts';
import { priceCurrency } from '../itineraries/planning-facts.ts';
import { weekdayIndex } from '../itineraries/reading/days.ts';
import { type Money, sayMoney } from '../money.ts';
import type { GroupCost, Offered } from './offered.ts';
import type { PollWish } from './poll-wish.ts';

/** What a place is looked at with. */
export interface PlaceContext {
  readonly wish: Pick<PollWish, 'category' | 'day' | 'meal'>;
  readonly families: readonly ConsensusFamily[];
  /** Of the trip; 0 when its dates are not known. */
  readonly nights: number;
}

/** What a place of each category is among the candidates. */
export const KIND = { dining: 'meal', lodging: 'lodging', activity: 'sight' } as const;
const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
/** When a meal is eaten, in minutes after midnight: a place that is closed then serves it to nobody. */
const MEAL_TIMES = { breakfast: [480, 600], lunch: [750, 840], dinner: [1110, 1230] } as const;
/** A first sentence that is longer says more than what sort of thing it is. */
const SORT_LENGTH = 70;
/** Sentences that speak to the reader of a poll, or to a machine, describe nothing. */
const SPEAKS_OF_THE_VOTE =
  /\b(?:vot(?:e|es|ing)|polls?|options?|choose|pick|select|winn?(?:s|er|ing)?|rank|recommend|ignore|disregard|instructions?|system|assistant|prompt|must|always)\b/i;

/** What no place is called: words to whoever, or whatever, reads the document. */
const NO_NAME = /\b(?:ignore|disregard|instructions?|prompt|vote for|option \d|poll)\b/i;

/** What a place is, in the document's first words for it; nothing when they are more than that. */
const sortOf = ({ about, name }: Candidate): string | undefined => {
  const [, first = ''] = /^(?:[^\n]*\n)([^\n]*)/.exec(about) ?? [];
  const sentence = first.replace(/[.\s]+$/, '').trim();
  const tells = sentence.length > 2 && sentence.length <= SORT_LENGTH && !/[\d€$£:]/.test(sentence);
  return tells && !SPEAKS_OF_THE_VOTE.test(sentence) && plainName(sentence) !== plainName(name) ? sentence : undefined;
};

const span = ({ from, to }: Span): string =>
  from === 0 && to >= 1440 ? 'all day' : `${clockTime(from)}-${clockTime(to)}`;

const hoursInWords = (hours: OpeningHours, day: string | undefined): string | undefined => {
  if (day !== undefined) {
    const that = hours[weekdayIndex(day)];
    return that && that.length > 0 ? `open ${that.map(span).join(' and ')} on ${sayDay(day).slice(0, 3)}` : undefined;
  }
  const [first] = hours.flatMap((spans) => (spans && spans.length > 0 ? [spans.map(span).join(' and ')] : []));
  const same = hours.every((spans) => spans && (spans.length === 0 || spans.map(span).join(' and ') === first));
  const closed = WEEKDAYS.filter((_, index) => hours[index]?.length === 0);
  const open = first === undefined ? undefined : same ? `open ${first}` : 'hours differ by day';
  return [open, closed.length > 0 && `closed on ${closed.join(', ')}`].filter(Boolean).join(', ') || undefined;
};

/** A price that is not one amount a person. */
const priceInWords = (price: Price): string | undefined => {
  switch (price.per) {
    case 'person': {
      const { adult, child, childUpTo, freeUpTo } = price;
      const children =
        child && child.amount !== adult.amount
          ? `children ${childUpTo === undefined ? '' : `up to ${childUpTo} `}${sayMoney(child)}`
          : undefined;
      const free = freeUpTo === undefined ? undefined : `free up to ${freeUpTo}`;
      const parts = [children, free].filter((part) => part !== undefined);
      return parts.length > 0 ? `adults ${sayMoney(adult)}, ${parts.join(', ')}` : undefined;
    }
    case 'group':
      return undefined;
    case 'night':
      return `${sayMoney(price.each)} a night${price.ofRoom ? ' a room' : ''}`;
    case 'vehicle':
      return `${sayMoney(price.each)} a vehicle of ${price.seats}`;
  }
};

const length = (minutes: number): string =>
  minutes < 60 ? `${minutes} minutes` : `${Math.round(minutes / 6) / 10} ${minutes === 60 ? 'hour' : 'hours'}`;

/** What is known of a place in words that the engine reads the same facts out of again: no clause says two things. */
const detailsOf = (candidate: Candidate, { wish }: PlaceContext): string | undefined => {
  const { price, hours, diets, stepFree, minAge, minutes, address, rating, checkIn, checkOut, confirmed } = candidate;
  const offered = Object.entries(diets).flatMap(([diet, caters]) => (caters ? [diet] : []));
  const refused = Object.entries(diets).flatMap(([diet, caters]) => (caters === false ? [`not ${diet}`] : []));
  const parts = [
    sortOf(candidate),
    price && priceInWords(price),
    hours && hoursInWords(hours, wish.day),
    offered.length > 0 && offered.join(', '),
    ...refused,
    stepFree === undefined ? undefined : stepFree ? 'step-free' : 'has some steps',
    minAge === undefined ? undefined : `from age ${minAge}`,
    candidate.kind === 'sight' && minutes !== undefined && `takes about ${length(minutes)}`,
    candidate.kind === 'lodging' && checkIn !== undefined && `check-in from ${clockTime(checkIn)}`,
    candidate.kind === 'lodging' && checkOut !== undefined && `check-out until ${clockTime(checkOut)}`,
    rating !== undefined && `rated ${rating} of 5`,
    candidate.kind === 'lodging' && address,
    confirmed && 'booked already',
  ].filter((part) => typeof part === 'string' && part !== '');
  const details = parts.join('; ').slice(0, 500);
  return details === '' ? undefined : details;
};

/** Why it cannot be had on the day or for the meal that is asked for. */
const outOf = ({ hours, meals }: Candidate, { wish: { day, meal } }: PlaceContext): string | undefined => {
  if (meal !== undefined && meals && !meals.includes(meal) && meals.length > 0) return `it serves no ${meal}`;
  const that = day === undefined ? undefined : hours?.[weekdayIndex(day)];
  if (day !== undefined && that?.length === 0) return `closed on ${WEEKDAYS[weekdayIndex(day)]}`;
  if (meal === undefined || !hours) return undefined;
  const [from, to] = MEAL_TIMES[meal];
  const serves = (spans: readonly Span[] | undefined): boolean =>
    spans === undefined || spans.some((one) => one.from <= to && one.to >= from + 60);
  const all = that ? [that] : hours;
  return all.some(serves) ? undefined : `closed at ${meal} time`;
};

/** What a price comes to for everyone and for each family; nothing where it depends on what is not known. */
export const groupCost = (
  { price, stay }: Pick<Candidate, 'price' | 'stay'>,
  families: readonly ConsensusFamily[],
  nights: number,
): GroupCost | undefined => {
  if (!price || families.length === 0 || (price.per === 'night' && nights === 0)) return undefined;
  const currency = priceCurrency(price);
  if (price.per === 'night' && price.ofRoom && price.rooms === undefined)
    return byRooms(price.each, stay?.sleeps, families, nights);
  const cost = costOf(
    { price, stay },
    families,
    families.map(() => true),
    currency,
    nights,
  );
  return (
    cost && {
      total: { amount: cost.total, currency },
      shares: Object.fromEntries(families.map(({ id }, index) => [id, cost.shares[index] ?? 0])),
    }
  );
};

/** A family pays for its own rooms: one, or as many as hold it where the stay says how many a room holds. */
const byRooms = (
  { amount, currency }: Money,
  sleeps: number | undefined,
  families: readonly ConsensusFamily[],
  nights: number,
): GroupCost => {
  const shares = families.map(({ id, members }) => {
    const rooms = sleeps === undefined ? 1 : Math.ceil(Math.max(1, members.length) / sleeps);
    return [id, amount * nights * rooms] as const;
  });
  return {
    total: { amount: shares.reduce((sum, [, share]) => sum + share, 0), currency },
    shares: Object.fromEntries(shares),
  };
};

/** A place the documents speak of, as something to vote for. */
export const offeredPlace = (candidate: Candidate, context: PlaceContext): Offered => {
  const { price, source, name, about, rating } = candidate;
  const each = price?.per === 'person' && !price.child && price.freeUpTo === undefined ? price.adult : undefined;
  return {
    option: {
      optionId: candidate.id,
      text: name.slice(0, 200),
      details: detailsOf(candidate, context),
      price: each,
      cost: groupCost(candidate, context.families, context.nights),
      aiGenerated: true,
      source: source && { documentId: source.documentId, document: source.name, page: source.page },
    },
    about: `${name}\n${about.split('\n').slice(1).join('\n')}`,
    out: outOf(candidate, context),
    rating,
  };
};

/** The places of the category that is asked for. */
export const offeredPlaces = (candidates: readonly Candidate[], context: PlaceContext): readonly Offered[] => {
  const { category } = context.wish;
  if (category === 'date' || category === 'transport') return [];
  return candidates
    .filter(({ kind, booking, name }) => kind === KIND[category] && booking === undefined && !NO_NAME.test(name))
    .map((candidate) => offeredPlace(candidate, context));
};
