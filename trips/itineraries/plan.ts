import { daysBetween } from '../dates.ts';
import type { Money } from '../money.ts';
import { type Candidate, clockTime } from './candidate.ts';
import { choose, type DayChoice, type Limits, timesOf } from './choose.ts';
import { costOf, nothing, plus } from './cost.ts';
import { type DayFrame, frameDays } from './day-frame.ts';
import { gapsOf } from './gaps.ts';
import type { Itinerary, ItineraryItem } from './itinerary.ts';
import { type Needs, needsOf } from './needs.ts';
import { type NothingFits, refuseOverBudget } from './over-budget.ts';
import { currencyOf, type PlanningFacts, priceCurrency } from './planning-facts.ts';
import { type Settled, settle } from './settled.ts';

/** A plan before it is checked and saved. */
export type Plan = Pick<Itinerary, 'days' | 'gaps'> & { readonly total?: Money | undefined };

export type Planned = { readonly ok: true; readonly plan: Plan } | NothingFits;

/**
 * Plans every day of the trip from what its papers offer and its families need. Nothing is invented: what the papers
 * do not offer stays free and is named in `gaps`. Pure, and the same for the same facts.
 */
export const planItinerary = (facts: PlanningFacts): Planned => {
  const { trip, families } = facts;
  const dates = daysBetween(trip.startDate, trip.endDate);
  const nights = dates.length - 1;
  const needs = needsOf(families);
  const currency = currencyOf(facts);
  const settled = settle(facts, needs, nights);
  const limits = limitsOf(facts, currency);
  const refusal = refuseOverBudget(facts, settled, limits, currency, nights);
  if (refusal) return refusal;

  const frames = frameDays(facts, settled, needs, dates);
  const scheduled = new Set(frames.flatMap(({ visits }) => visits.map(({ key }) => key)));
  // The stay is paid at check-in; when a booking leaves no room for that, at check-out.
  const paidAt = ['check-in', 'check-out'].find((key) => scheduled.has(key));
  const bookedCost = settled.booked
    .filter(({ id }) => scheduled.has(id))
    .reduce(
      (sum, candidate) => {
        const frame = frames.find(({ date }) => date === candidate.booking?.date);
        const cost = frame && costOf(candidate, families, frame.present, currency);
        return cost ? plus(sum, cost) : sum;
      },
      (paidAt && settled.lodgingCost) || nothing(families),
    );
  const choice = choose(frames, families, settled.decided, settled.open, needs, currency, limits, bookedCost);
  const writer = { facts, settled, needs, currency, paidAt };
  const days = frames.map((frame, index) => ({
    date: frame.date,
    items: itemsOf(writer, frame, choice.days[index] ?? { sights: [] }),
  }));
  const known = currency !== undefined && days.some(({ items }) => items.some(({ cost }) => cost));
  const gaps = gapsOf(facts, settled, needs, frames, choice, days, currency);
  return { ok: true, plan: { days, gaps, ...(known ? { total: { amount: choice.spent.total, currency } } : {}) } };
};

/** What may be spent; a limit in another currency than the plan's cannot be held against it. */
const limitsOf = ({ trip, families }: PlanningFacts, currency: string | undefined): Limits => {
  const amount = (money: Money | undefined): number =>
    money && money.currency === currency ? money.amount : Number.POSITIVE_INFINITY;
  return { total: amount(trip.budget), shares: families.map(({ preferences }) => amount(preferences.budget)) };
};

interface Writer {
  readonly facts: PlanningFacts;
  readonly settled: Settled;
  readonly needs: Needs;
  readonly currency: string | undefined;
  readonly paidAt: string | undefined;
}

const itemsOf = (writer: Writer, frame: DayFrame, choice: DayChoice): readonly ItineraryItem[] => {
  const placed = timesOf(frame, choice, writer.needs) ?? [];
  const items = placed
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ key, start, end }): readonly (ItineraryItem & { readonly until: number })[] => {
      const item = itemFor(writer, frame, choice, key);
      return item ? [{ start: clockTime(start), end: clockTime(end), ...item, until: end }] : [];
    });
  const resting = items.find(
    ({ kind, start }) => (kind === 'meal' || kind === 'free') && start >= '11:30' && start < '15:00',
  );
  const rests = frame.lunch && (writer.needs.small || writer.needs.pace === 'slow');
  const all: ItineraryItem[] = items.map(({ until: _, ...item }) => item);
  if (resting && rests) {
    const end = resting.until + 90;
    const clear = items.every(({ start, until }) => until <= resting.until || start >= clockTime(end));
    if (clear && end <= frame.open.to)
      all.push({ start: clockTime(resting.until), end: clockTime(end), kind: 'free', title: 'Rest after lunch' });
  }
  return [...all, ...freeTime(all, frame)].sort((a, b) => (a.start < b.start ? -1 : 1));
};

/** Check-in or check-out; whichever is `paid` bears the cost of the stay. */
const stayItem = (
  { lodging: stay, lodgingCost: cost, arrivals }: Settled,
  key: string,
  currency: string | undefined,
  paid: boolean,
): Omit<ItineraryItem, 'start' | 'end'> | undefined => {
  if (!stay || (key !== 'check-in' && key !== 'check-out')) return undefined;
  const arriving = key === 'check-in';
  const time = arriving ? stay.checkIn : stay.checkOut;
  const notes = [
    time === undefined ? `The ${key} time is not in your documents` : `${arriving ? 'From' : 'By'} ${clockTime(time)}`,
    paid && cost ? 'The price is for the whole stay' : undefined,
  ].filter((note) => note !== undefined);
  return {
    kind: 'lodging',
    title: arriving
      ? `${arrivals.length === 0 ? 'Arrive and check' : 'Check'} in at ${stay.name}`
      : `Check out of ${stay.name}`,
    place: stay.address ?? stay.name,
    ...(paid ? { candidateId: stay.id } : {}),
    ...(paid && cost && currency ? { cost: { amount: cost.total, currency } } : {}),
    note: notes.join('. '),
    source: stay.source,
  };
};

/** What is written for one placed visit. */
const itemFor = (
  { facts, settled, currency, paidAt }: Writer,
  { present }: DayFrame,
  choice: DayChoice,
  key: string,
): Omit<ItineraryItem, 'start' | 'end'> | undefined => {
  const place = facts.trip.destination;
  const stay = stayItem(settled, key, currency, key === paidAt);
  if (stay) return stay;
  if (key === 'arrive')
    return { kind: 'arrive', title: `Arrive in ${place}`, note: 'Tell me when you arrive and I fit the day around it' };
  if (key === 'depart')
    return { kind: 'depart', title: 'Set off for home', note: 'Tell me when you leave and I fit the day around it' };
  const journey = [...settled.arrivals, ...settled.departures].find(({ id }) => key.endsWith(`:${id}`));
  if (journey) {
    const at = clockTime(journey.booking?.start ?? 0);
    return journey.kind === 'arrive'
      ? {
          kind: 'arrive',
          title: `Arrive in ${place}`,
          note: `${journey.name}, ${at}`,
          candidateId: journey.id,
          source: journey.source,
        }
      : {
          kind: 'depart',
          title: `Set off for ${journeyName(journey.name)}`,
          note: `It leaves at ${at}`,
          candidateId: journey.id,
          source: journey.source,
        };
  }
  const candidate = candidateFor(settled, choice, key);
  if (!candidate)
    return key === 'lunch' || key === 'dinner'
      ? { kind: 'free', title: key === 'lunch' ? 'Lunch, still open' : 'Dinner, still open' }
      : undefined;
  const cost = costOf(candidate, facts.families, present, currency);
  const notes = [
    candidate.booking ? 'Booked' : undefined,
    candidate.hours === undefined && !candidate.booking ? 'Check the opening hours' : undefined,
    candidate.price && currency && priceCurrency(candidate.price) !== currency
      ? `Priced in ${priceCurrency(candidate.price)}`
      : undefined,
  ].filter((note) => note !== undefined);
  return {
    kind: candidate.kind === 'meal' ? 'meal' : 'sight',
    title: mealTitle(candidate, key),
    place: candidate.address ?? candidate.name,
    candidateId: candidate.id,
    ...(cost && currency ? { cost: { amount: cost.total, currency } } : {}),
    ...(notes.length > 0 ? { note: notes.join('. ') } : {}),
    source: candidate.source,
  };
};

const mealTitle = ({ kind, name }: Candidate, key: string): string => {
  if (kind !== 'meal') return name;
  return key === 'lunch' ? `Lunch at ${name}` : key === 'dinner' ? `Dinner at ${name}` : name;
};

/** `flight TP1234`, `the train`: a journey within a sentence. */
const journeyName = (name: string): string => {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return /\d/.test(name) ? small : `the ${small}`;
};

const candidateFor = (settled: Settled, choice: DayChoice, key: string): Candidate | undefined => {
  if (key === 'lunch') return choice.lunch;
  if (key === 'dinner') return choice.dinner;
  return [...settled.booked, ...choice.sights].find(({ id }) => id === key);
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** Less than this between two things is the way from one to the other. */
const LEAST_FREE = 120;

/** The longer stretches of a day for which nothing is planned. */
const freeTime = (items: readonly ItineraryItem[], { open }: DayFrame): readonly ItineraryItem[] => {
  const free: ItineraryItem[] = [];
  const busy = items
    .map(({ start, end }) => ({ from: minutesOf(start), to: minutesOf(end) }))
    .sort((a, b) => a.from - b.from);
  let from = open.from;
  const until = Math.min(open.to, 19 * 60);
  for (const gap of [...busy, { from: until, to: until }]) {
    const to = Math.min(gap.from, until);
    if (to - from >= LEAST_FREE) {
      // The way there and back is not free.
      const start = free.length === 0 && from === open.from ? from : from + 15;
      free.push({ start: clockTime(start), end: clockTime(to - 15), kind: 'free', title: 'Free time' });
    }
    from = Math.max(from, gap.to);
  }
  return free;
};
