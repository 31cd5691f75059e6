import { daysBetween } from '../../dates.ts';
import type { Trip } from '../../trips/trip.ts';
import type { Itinerary } from '../itinerary.ts';
import { scheduleStops } from './schedule.ts';

type Route = Pick<Trip, 'destination' | 'stops' | 'startDate' | 'endDate'>;

/**
 * The cities a day of a trip (`YYYY-MM-DD`) is spent in, the first first: as its plan has them, else as its stops are
 * scheduled; its destination where it stays there.
 */
export const citiesOn = (trip: Route, plan: Pick<Itinerary, 'days'> | undefined, date: string): readonly string[] => {
  const { destination, stops, startDate, endDate } = trip;
  if (!stops) return [destination];
  const planned = plan && plannedOn(plan, date);
  if (planned && planned.length > 0) return planned;
  if (startDate === undefined || endDate === undefined) return stops.map(({ city }) => city);
  const dates = daysBetween(startDate, endDate);
  const night = dates.indexOf(date);
  const stays = scheduleStops(stops, dates.length - 1);
  const there = stays.filter(({ from, nights }) => night >= from && night <= from + nights).map(({ city }) => city);
  return there.length > 0 ? there : [destination];
};

/** As the plan has it: a day that says nothing is spent where the one before has ended. */
const plannedOn = ({ days }: Pick<Itinerary, 'days'>, date: string): readonly string[] => {
  let here: string | undefined;
  for (const day of days) {
    const named = [...new Set(day.items.flatMap(({ city }) => city ?? []))];
    const cities = named.length > 0 ? named : here === undefined ? [] : [here];
    if (day.date === date) return cities;
    here = cities.at(-1) ?? here;
  }
  return [];
};
