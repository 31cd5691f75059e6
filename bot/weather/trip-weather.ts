import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import { citiesOn } from '../../trips/itineraries/stops/cities-on.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import type { Forecast } from '../../trips/weather/forecast.ts';
import type { Weather } from './weather.ts';

/** What is forecast for days of a trip in one of its cities. */
export interface CityWeather {
  readonly city: string;
  readonly dates: readonly string[];
  readonly forecast: Awaited<ReturnType<Weather['forecast']>>;
}

/** Forecasts for days of a trip, each day in the city or cities it is spent in; cities in the order they are come to. */
export const tripWeather = async (
  weather: Weather,
  trip: Pick<Trip, 'destination' | 'stops' | 'startDate' | 'endDate' | 'timeZone'>,
  plan: Pick<Itinerary, 'days'> | undefined,
  dates: readonly string[],
): Promise<readonly CityWeather[]> => {
  const byCity = new Map<string, string[]>();
  for (const date of dates)
    for (const city of citiesOn(trip, plan, date)) byCity.set(city, [...(byCity.get(city) ?? []), date]);
  return Promise.all(
    [...byCity].map(async ([city, own]) => ({
      city,
      dates: own,
      forecast: await weather.forecast({ name: city, timeZone: trip.timeZone }),
    })),
  );
};

/** The forecasts that could be had. */
export const had = (cities: readonly CityWeather[]): readonly (CityWeather & { readonly forecast: Forecast })[] =>
  cities.flatMap((one) => (typeof one.forecast === 'object' ? [{ ...one, forecast: one.forecast }] : []));
