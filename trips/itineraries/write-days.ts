import { minutesOf } from './asked.ts';
import { type Candidate, clockTime, type Meal } from './candidate.ts';
import type { Choice, DayChoice } from './choose.ts';
import { costOf } from './cost.ts';
import { bookingEnd, type DayFrame, sightMinutes } from './day-frame.ts';
import { sayLegTimes } from './day-route.ts';
import type { Itinerary, ItineraryItem } from './itinerary.ts';
import type { Needs } from './needs.ts';
import { joining, type PlanningFacts, priceCurrency } from './planning-facts.ts';
import type { Settled } from './settled.ts';
import { timesOf } from './solving/draft-days.ts';
import type { TripModel } from './solving/trip-program.ts';
import type { Mode } from './trip-rules.ts';

/** The days of a choice as people read them, each thing with its time. */
export const writeDays = (model: TripModel, choice: Choice): Itinerary['days'] =>
  choice.days.map((day) => ({ date: day.frame.date, items: itemsOf(model, day) }));

const itemsOf = (model: TripModel, day: DayChoice): readonly ItineraryItem[] => {
  const { frame } = day;
  const placed = timesOf(frame, day.picks, model) ?? [];
  const scheduled = new Set(placed.map(({ key }) => key));
  const items = placed
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(({ key, start, end }): readonly ItineraryItem[] => {
      const lanes = candidateFor(model.settled, day, key)?.lanes;
      if (lanes) return lanes.map((lane) => laneItem(model, lane, frame.date, start));
      const item = itemFor(model, day, key, scheduled);
      return item ? [{ start: clockTime(start), end: clockTime(end), ...item }] : [];
    });
  return withFreeTime(items, frame, model.needs);
};

/** What some families do from `start` on while others do something else. */
const laneItem = ({ facts, currency }: TripModel, lane: Candidate, date: string, start: number): ItineraryItem => {
  const { booking } = lane;
  return {
    start: clockTime(booking?.start ?? start),
    end: clockTime(booking ? bookingEnd(lane) : start + sightMinutes(lane)),
    ...visitItem(lane, undefined, date, facts, currency),
  };
};

/** Items of a day with the rest after lunch and the longer stretches for which nothing is planned, in their order. */
export const withFreeTime = (
  items: readonly ItineraryItem[],
  frame: Pick<DayFrame, 'open' | 'meals'>,
  needs: Pick<Needs, 'small' | 'pace'>,
): readonly ItineraryItem[] => {
  const resting = items.find(
    ({ kind, start }) => (kind === 'meal' || kind === 'free') && start >= '11:30' && start < '15:00',
  );
  const all: ItineraryItem[] = [...items];
  if (resting && frame.meals.includes('lunch') && (needs.small || needs.pace === 'slow')) {
    const from = minutesOf(resting.end);
    const end = from + 90;
    const clear = items.every((item) => minutesOf(item.end) <= from || minutesOf(item.start) >= end);
    if (clear && end <= frame.open.to)
      all.push({ start: resting.end, end: clockTime(end), kind: 'free', title: 'Rest after lunch' });
  }
  return [...all, ...freeTime(all, frame)].sort((a, b) => (a.start < b.start ? -1 : 1));
};

/** Checking in or out, with the price of the stay where it is paid. */
const stayItem = (
  { facts, settled, dates, currency }: TripModel,
  { checkIn, checkOut, pays }: DayChoice,
  key: string,
  scheduled: ReadonlySet<string>,
): Omit<ItineraryItem, 'start' | 'end'> | undefined => {
  const arriving = key === 'check-in';
  const run = arriving ? checkIn : key === 'check-out' ? checkOut : undefined;
  if (!run) return undefined;
  const { candidate: stay, cost, from, nights } = run;
  const time = arriving ? stay.checkIn : stay.checkOut;
  const paid = pays.includes(run);
  const notes = [
    time === undefined ? `The ${key} time is not in your documents` : `${arriving ? 'From' : 'By'} ${clockTime(time)}`,
    paid && cost ? 'The price is for the whole stay' : undefined,
  ].filter((note) => note !== undefined);
  const first = dates[from] ?? '';
  return {
    kind: 'lodging',
    title: arriving
      ? `${settled.arrivals.length === 0 && from === 0 && !scheduled.has('arrive') && !legs(scheduled) ? 'Arrive and check' : 'Check'} in at ${stay.name}`
      : `Check out of ${stay.name}`,
    place: stay.address ?? stay.name,
    ...inCity(stay, facts),
    ...(paid ? { candidateId: stay.id, nights: { first, count: nights } } : {}),
    ...(paid && cost && currency ? { cost: { amount: cost.total, currency } } : {}),
    note: notes.join('. '),
    source: stay.source,
  };
};

const legs = (scheduled: ReadonlySet<string>): boolean => [...scheduled].some((key) => key.startsWith('leg:'));

const BY: Readonly<Record<Mode, string>> = {
  flight: 'Fly',
  train: 'Train',
  bus: 'Bus',
  ferry: 'Ferry',
  taxi: 'Taxi',
  'own-car': 'Drive',
};

/** Of a way that only the map knows. */
const UNBOOKED = 'Nothing is booked for this yet: the time is a guess';

const legItem = (
  { facts, currency }: TripModel,
  { frame }: DayChoice,
  leg: Candidate,
): Omit<ItineraryItem, 'start' | 'end'> | undefined => {
  if (!leg.leg) return undefined;
  const cost = costOf(leg, facts.families, joining(leg, facts.families, frame.date), currency);
  const title = `${leg.leg.mode === undefined ? 'Travel' : BY[leg.leg.mode]} from ${leg.leg.from} to ${leg.leg.to}`;
  // `Train from Rome to Florence` need not be said twice.
  const named = leg.name === title ? [] : [leg.name];
  return {
    kind: 'travel',
    title,
    ...inCity({ city: leg.leg.to }, facts),
    candidateId: leg.id,
    ...(cost && currency ? { cost: { amount: cost.total, currency } } : {}),
    note: leg.leg.mode === undefined ? UNBOOKED : [...named, sayLegTimes(leg)].join('. '),
    source: leg.source,
  };
};

/** What is written for one placed visit. */
const itemFor = (
  model: TripModel,
  day: DayChoice,
  key: string,
  scheduled: ReadonlySet<string>,
): Omit<ItineraryItem, 'start' | 'end'> | undefined => {
  const { facts, settled, currency } = model;
  const { frame, leg } = day;
  const place = frame.stretches[0]?.city ?? facts.trip.destination;
  const stay = stayItem(model, day, key, scheduled);
  if (stay) return stay;
  if (key === 'check-in' || key === 'check-out') return undefined;
  if (leg && key === `leg:${leg.id}`) return legItem(model, day, leg);
  if (key === 'arrive')
    return { kind: 'arrive', title: `Arrive in ${place}`, note: 'Tell me when you arrive and I fit the day around it' };
  if (key === 'depart')
    return { kind: 'depart', title: 'Set off for home', note: 'Tell me when you leave and I fit the day around it' };
  const journey = [...settled.arrivals, ...settled.departures].find(({ id }) => key.endsWith(`:${id}`));
  if (journey) return journeyItem(journey, place);
  const candidate = candidateFor(settled, day, key);
  const meal = frame.meals.find((part) => part === key);
  if (!candidate) return meal && openMealItem(meal);
  return visitItem(candidate, meal, frame.date, facts, currency);
};

/** Where a trip goes through several cities, the one of this. */
const inCity = ({ city }: Pick<Candidate, 'city'>, { trip }: PlanningFacts): Pick<ItineraryItem, 'city'> =>
  trip.round && city !== undefined ? { city } : {};

/** A meal that no place is chosen for. */
export const openMealItem = (meal: Meal): Omit<ItineraryItem, 'start' | 'end'> => ({
  kind: 'free',
  meal,
  title: `${MEAL_NAMES[meal]}, still open`,
});

/** A sight or a meal on a day as it is written, for whoever joins in. */
export const visitItem = (
  candidate: Candidate,
  meal: Meal | undefined,
  date: string,
  facts: PlanningFacts,
  currency: string | undefined,
): Omit<ItineraryItem, 'start' | 'end'> => {
  const cost = costOf(candidate, facts.families, joining(candidate, facts.families, date), currency);
  const notes = [
    candidate.booking && (candidate.locked ? 'Locked' : 'Booked'),
    candidate.hours === undefined && !candidate.booking ? 'Check the opening hours' : undefined,
    candidate.price && currency && priceCurrency(candidate.price) !== currency
      ? `Priced in ${priceCurrency(candidate.price)}`
      : undefined,
  ].filter((note) => note !== undefined);
  return {
    // A market may be where one has lunch.
    kind: candidate.kind === 'meal' || meal ? 'meal' : 'sight',
    title: mealTitle(candidate, meal),
    ...(meal ? { meal } : {}),
    ...(candidate.who ? { who: [...candidate.who] } : {}),
    place: candidate.address ?? candidate.name,
    ...inCity(candidate, facts),
    ...(candidate.indoor === false && candidate.kind === 'sight' && !meal ? { outdoor: true } : {}),
    candidateId: candidate.id,
    ...(cost && currency ? { cost: { amount: cost.total, currency } } : {}),
    ...(notes.length > 0 ? { note: notes.join('. ') } : {}),
    source: candidate.source,
  };
};

export const MEAL_NAMES: Readonly<Record<Meal, string>> = { breakfast: 'Breakfast', lunch: 'Lunch', dinner: 'Dinner' };

const mealTitle = ({ name }: Candidate, meal: Meal | undefined): string =>
  meal ? `${MEAL_NAMES[meal]} at ${name}` : name;

const journeyItem = (journey: Candidate, place: string): Omit<ItineraryItem, 'start' | 'end'> => {
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
};

/** `flight TP1234`, `the train`: a journey within a sentence. */
const journeyName = (name: string): string => {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return /\d/.test(name) ? small : `the ${small}`;
};

const candidateFor = (settled: Settled, { picks }: DayChoice, key: string): Candidate | undefined =>
  picks.find(({ part, candidate }) => (part === 'sight' ? candidate.id : part) === key)?.candidate ??
  settled.booked.find(({ id }) => id === key);

/** Less than this between two things is the way from one to the other. */
const LEAST_FREE = 120;

/** The longer stretches of a day for which nothing is planned. */
const freeTime = (items: readonly ItineraryItem[], { open }: Pick<DayFrame, 'open'>): readonly ItineraryItem[] => {
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
