import { daysBetween, sayDay } from '../../dates.ts';
import { idFrom } from '../../ids.ts';
import { listed } from '../../listed.ts';
import type { Stop } from '../../trips/stops.ts';
import { placeOnMap } from '../../trips/time-zone.ts';
import type { Candidate } from '../candidate.ts';
import type { PlanningFacts } from '../planning-facts.ts';
import { journeyMinutes } from '../way-between.ts';
import { type Stay, scheduleStops } from './schedule.ts';

/**
 * The facts of a trip that stops in several cities: which city each night is in, the way from each to the next, and what
 * about it people should know. Tickets and beds in the papers decide the days, then the nights that were wished.
 */
export const withStops = (facts: PlanningFacts, stops: readonly Stop[] | undefined): PlanningFacts => {
  const { trip } = facts;
  const dates = daysBetween(trip.startDate, trip.endDate);
  const nights = dates.length - 1;
  if (!stops || stops.length < 2 || nights < 2) return facts;
  const begins = stops.map(({ city }, index) => {
    const before = stops[index - 1]?.city;
    return before === undefined ? undefined : movedOn(facts.candidates, before, city, dates);
  });
  const stays = scheduleStops(stops, nights, begins);
  const notes = remarks(stops, stays, facts.candidates, dates);
  const placed = facts.candidates.map((candidate) => inItsCity(candidate, stays, dates));
  const legs = stays.slice(1).map((stay, index) => legTo(placed, stays[index] as Stay, stay, dates));
  const others = placed.filter(({ leg, id }) => !leg || legs.some((one) => one.id === id));
  const invented = legs.filter(({ id }) => !placed.some((one) => one.id === id));
  const missing = invented.map(
    ({ leg }) =>
      `How you get from ${leg?.from} to ${leg?.to} on ${sayDay(leg?.date ?? '')} is not in your documents yet; I left time for it.`,
  );
  const bedless = stays.filter(
    ({ city }) => !placed.some((candidate) => candidate.kind === 'lodging' && candidate.city === city),
  );
  const anyBeds = placed.some(({ kind }) => kind === 'lodging');
  if (anyBeds && bedless.length > 0)
    missing.push(
      `No place to stay in ${listed(bedless.map(({ city }) => city))} is in your documents yet: send me the booking and I'll add check-in and its cost.`,
    );
  const lost = placed.filter(({ kind, city }) => city === undefined && (kind === 'sight' || kind === 'meal'));
  if (lost.length > 0)
    missing.push(
      `I can't tell which city ${lost.length > MOST_NAMED ? `${lost.length} places are` : `${listed(lost.map(({ name }) => name))} ${lost.length === 1 ? 'is' : 'are'}`} in, so I left ${lost.length === 1 ? 'it' : 'them'} out.`,
    );
  return {
    ...facts,
    trip: {
      ...trip,
      round: { among: stays.map(({ city }) => city), visit: stays.length, notes: [...notes, ...missing] },
      stays,
    },
    candidates: [...others, ...invented],
  };
};

const MOST_NAMED = 4;

/** The night from which on papers have the group in a city, coming from another: by its ticket, else by its beds. */
const movedOn = (
  candidates: readonly Candidate[],
  before: string,
  city: string,
  dates: readonly string[],
): number | undefined => {
  const nightOf = (date: string | undefined): number | undefined => {
    const night = date === undefined ? -1 : dates.indexOf(date);
    return night > 0 ? night : undefined;
  };
  const ticket = candidates.find(({ leg }) => leg?.from === before && leg.to === city && leg.date !== undefined);
  const booked = candidates.filter(({ kind, confirmed, stay }) => kind === 'lodging' && confirmed && stay?.nights);
  const there = booked.find((stay) => stay.city === city)?.stay?.nights?.first;
  const left = booked.findLast((stay) => stay.city === before)?.stay?.nights?.last;
  const after = left === undefined ? undefined : dates[dates.indexOf(left) + 1];
  return nightOf(ticket?.leg?.date) ?? nightOf(there) ?? nightOf(after);
};

/** What is otherwise than it was wished. */
const remarks = (
  stops: readonly Stop[],
  stays: readonly Stay[],
  candidates: readonly Candidate[],
  dates: readonly string[],
): readonly string[] => {
  const other = stays.flatMap(({ city, nights }, index) => {
    const wished = stops[index]?.nights;
    return wished === undefined || wished === nights ? [] : [`${city} has ${nights} instead of ${wished}`];
  });
  const out = stops.slice(stays.length).map(({ city }) => city);
  const late = candidates.filter(
    ({ leg }) =>
      leg?.date !== undefined &&
      stays.some(({ city, from }) => leg.to === city && from > 0 && dates[from] !== leg.date),
  );
  return [
    ...(other.length > 0 ? [`Nights are otherwise than you said: ${listed(other)}.`] : []),
    ...(out.length > 0 ? [`There is no night left for ${listed(out)}.`] : []),
    ...late.map(
      ({ name, leg }) =>
        `${name} to ${leg?.to} on ${sayDay(leg?.date ?? '')} does not go with your other bookings: check the days.`,
    ),
  ];
};

/** What has a day is in the city of that day, where nothing says otherwise. */
const inItsCity = (candidate: Candidate, stays: readonly Stay[], dates: readonly string[]): Candidate => {
  if (candidate.city !== undefined || candidate.leg) return candidate;
  const night = dates.indexOf(candidate.stay?.nights?.first ?? candidate.booking?.date ?? '');
  const stay = stays.find(({ from, nights }) => night >= from && night < from + nights);
  const own = candidate.kind === 'lodging' || candidate.booking ? stay : undefined;
  return own ? { ...candidate, city: own.city } : candidate;
};

/** The way to a stop on its day: what the papers have, else one nobody has booked, as long as it takes by land or air. */
const legTo = (
  candidates: readonly Candidate[],
  { city: from }: Stay,
  { city: to, from: night }: Stay,
  dates: readonly string[],
): Candidate => {
  const date = dates[night] ?? '';
  const known = candidates.find(
    ({ leg }) => leg?.from === from && leg.to === to && (leg.date === undefined || leg.date === date),
  );
  if (known) return known;
  const [here, there] = [placeOnMap(from), placeOnMap(to)];
  return {
    id: `leg_${idFrom('opt', 'leg', from, to).slice(4)}`,
    kind: 'leg',
    name: `the way from ${from} to ${to}`,
    leg: { from, to, date, ...(here && there ? { minutes: journeyMinutes(here, there) } : {}) },
    diets: {},
    about: '',
  };
};
