import type { Choice, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { sayDay } from '../../trips/dates.ts';
import type { ItineraryItem } from '../../trips/itineraries/itinerary.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { type Forecast, type ForecastDay, LIKELY_RAIN, sayDegrees } from '../../trips/weather/forecast.ts';
import { type CityWeather, had } from '../weather/trip-weather.ts';

/** A day of a forecast in words, as far as it says anything; nothing when it says nothing. */
const sayWeather = (
  forecast: Forecast,
  day: ForecastDay,
  { budget }: Pick<Trip, 'budget'>,
  { weather, say }: Pick<Words, 'weather' | 'say'>,
): string | undefined => {
  const parts = [
    day.sky && weather.sky(day.sky),
    sayDegrees(day, forecast, budget?.currency),
    day.rainChance === undefined ? undefined : weather.rain(day.rainChance),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : weather.day(say.day(day.date), parts);
};

/** What is forecast for the cities of a trip, with where it is from and of when; nothing when it says nothing. */
export const sayForecast = (
  cities: readonly CityWeather[],
  trip: Pick<Trip, 'budget' | 'timeZone'>,
  words: Pick<Words, 'weather' | 'say'>,
): string | undefined => {
  const places = had(cities).flatMap(({ forecast, dates }) => {
    const days = forecast.days
      .filter(({ date }) => dates.includes(date))
      .flatMap((day) => sayWeather(forecast, day, trip, words) ?? []);
    return days.length === 0 ? [] : [{ place: forecast.place, days, forecast }];
  });
  const [first] = places.map(({ forecast }) => forecast).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return first && words.weather.forecast(places, first.source, words.say.instant(first.at, trip.timeZone));
};

/** Whether rain is likely on a day, in any of the cities it is spent in. */
export const likelyRainOn = (cities: readonly CityWeather[], date: string): boolean =>
  had(cities).some(
    ({ dates, forecast }) =>
      dates.includes(date) && forecast.days.some((day) => day.date === date && (day.rainChance ?? 0) >= LIKELY_RAIN),
  );

/** The reply with one more choice: what there is indoors on that day, or the same on another. */
export const offerIndoors = (reply: Reply, date: string, { weather, say }: Pick<Words, 'weather' | 'say'>): Reply => ({
  ...reply,
  choices: [
    ...(reply.choices ?? []),
    { label: weather.indoors(say.day(date)), act: { skill: 'rain-plan', input: { said: sayDay(date) } } },
  ],
});

/** What the plan has for the rain on a day, in one sentence; nothing where it has nothing. */
export const sayInstead = (
  items: readonly ItineraryItem[],
  { weather, say }: Pick<Words, 'weather' | 'say'>,
): string | undefined => {
  const pairs = items.flatMap(({ title, rain }) =>
    rain
      ? [
          {
            indoors: rain.title,
            outdoors: title,
            day: rain.swapsWith === undefined ? undefined : say.day(rain.swapsWith),
          },
        ]
      : [],
  );
  return pairs.length === 0 ? undefined : weather.instead(pairs);
};

/** The plan's ways out of the rain on a day, each as a choice that takes it up. */
export const takeInstead = (
  date: string,
  items: readonly ItineraryItem[],
  { weather }: Pick<Words, 'weather'>,
): readonly Choice[] =>
  items.flatMap(({ title, candidateId, rain }): readonly Choice[] => {
    if (!rain || candidateId === undefined) return [];
    const edit =
      rain.swapsWith === undefined
        ? { kind: 'replace', item: candidateId, on: date, by: rain.candidateId }
        : { kind: 'swap', item: candidateId, with: rain.candidateId };
    return [{ label: weather.take(rain.title, title), act: { skill: 'change-plan', input: { edit } } }];
  });
