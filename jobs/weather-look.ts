import { had, tripWeather } from '../bot/weather/trip-weather.ts';
import type { Weather } from '../bot/weather/weather.ts';
import { type Clock, instant } from '../trips/clock.ts';
import type { EditPlan } from '../trips/itineraries/editing/edit-itinerary.ts';
import { type RainOn, watchWeather } from '../trips/itineraries/editing/watch-weather.ts';
import { itineraries } from '../trips/itineraries/itinerary.ts';
import type { Records } from '../trips/records.ts';

/** Plans looked at in one go: each may try some changes, in a thread of their own. */
const BATCH = 10;

/** How likely rain is, by the forecasts; of a day in two cities the worse. */
const rainBy =
  (weather: Weather): RainOn =>
  async (trip, plan, dates) => {
    const rain = new Map<string, number>();
    for (const { forecast, dates: there } of had(await tripWeather(weather, trip, plan, dates)))
      for (const { date, rainChance } of forecast.days)
        if (rainChance !== undefined && there.includes(date)) rain.set(date, Math.max(rain.get(date) ?? 0, rainChance));
    return rain;
  };

/** Looks at the forecasts for plans whose hour has come; returns how many there were. Safe with several workers. */
export const weatherLook = async (
  records: Records,
  clock: Clock,
  editPlan: EditPlan,
  weather: Weather,
): Promise<number> => {
  const due = await records.due(itineraries, instant(clock), BATCH);
  const failures: unknown[] = [];
  for (const plan of due)
    await watchWeather(records, clock, editPlan, rainBy(weather), plan).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return due.length;
};
