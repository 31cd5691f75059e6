import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { sayDay } from '../../trips/dates.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { type Forecast, type ForecastDay, LIKELY_RAIN, sayDegrees } from '../../trips/weather/forecast.ts';

/** A day of a forecast in words, as far as it says anything; nothing when it says nothing. */
export const sayWeather = (
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

/** Some days of a forecast, with where it is from and of when; nothing when it says nothing of them. */
export const sayForecast = (
  forecast: Forecast,
  dates: readonly string[],
  trip: Pick<Trip, 'budget' | 'timeZone'>,
  words: Pick<Words, 'weather' | 'say'>,
): string | undefined => {
  const days = forecast.days
    .filter(({ date }) => dates.includes(date))
    .flatMap((day) => sayWeather(forecast, day, trip, words) ?? []);
  const at = words.say.instant(forecast.at, trip.timeZone);
  return days.length === 0 ? undefined : words.weather.forecast(forecast.place, days, forecast.source, at);
};

export const likelyRainOn = ({ days }: Forecast, date: string): boolean =>
  days.some((day) => day.date === date && (day.rainChance ?? 0) >= LIKELY_RAIN);

/** The reply with one more choice: what there is indoors on that day, or the same on another. */
export const offerIndoors = (reply: Reply, date: string, { weather, say }: Pick<Words, 'weather' | 'say'>): Reply => ({
  ...reply,
  choices: [
    ...(reply.choices ?? []),
    { label: weather.indoors(say.day(date)), act: { skill: 'rain-plan', input: { said: sayDay(date) } } },
  ],
});
