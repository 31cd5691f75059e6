import { ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { z } from 'zod';
import type { Clock } from '../../trips/clock.ts';
import { type Forecast, skyOf } from '../../trips/weather/forecast.ts';
import type { BotLog } from '../house.ts';
import type { ForecastPlace, Weather } from './weather.ts';

/** Days the forecast API gives at most: https://open-meteo.com/en/docs */
const DAYS = 16;
const TIMEOUT_MS = 4_000;
const FAILURES_TO_BREAK = 5;
const BREAK_MS = 60_000;
/** How long a forecast is fresh, and how long it may still be shown, with its time, when no newer one is to be had. */
const FRESH_MS = 3_600_000;
const STALE_MS = 24 * 3_600_000;
const MAX_PLACES = 500;
/** Bytes an answer may have; a forecast has about two thousand. */
const MAX_BYTES = 200_000;

const places = z.object({
  results: z
    .array(
      z.object({
        name: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        country_code: z.string().default(''),
        timezone: z.string().default(''),
      }),
    )
    .default([]),
});
const numbers = z.array(z.number().nullable());
const daily = z.object({
  daily: z.object({
    time: z.array(z.iso.date()),
    weather_code: numbers,
    temperature_2m_max: numbers,
    temperature_2m_min: numbers,
    precipitation_probability_max: numbers,
  }),
});

export interface OpenMeteoParts {
  /** The forecast API, and the one that finds places. */
  readonly baseUrl: string;
  readonly geocodingUrl: string;
  readonly clock: Clock;
  readonly log: Pick<BotLog, 'warn'>;
}

interface Kept {
  readonly forecast: Forecast;
  readonly at: number;
}

/** Forecasts by Open-Meteo: asked once an hour and place, left alone after several faults, and older ones shown meanwhile. */
export const openMeteo = ({ baseUrl, geocodingUrl, clock, log }: OpenMeteoParts): Weather => {
  const kept = new Map<string, Kept>();
  const asking = new Map<string, Promise<Forecast | 'unknown-place'>>();
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: BREAK_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK),
  });

  const get = async <T>(base: string, path: string, query: Record<string, string>, shape: z.ZodType<T>): Promise<T> => {
    const url = new URL(`${base.replace(/\/$/, '')}${path}`);
    url.search = new URLSearchParams(query).toString();
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    if (!response.ok) throw new Error(`the weather service answered ${response.status}`);
    const text = await response.text();
    if (text.length > MAX_BYTES) throw new Error('the weather service answered too much');
    return shape.parse(JSON.parse(text));
  };

  const ask = async ({ name, timeZone }: ForecastPlace): Promise<Forecast | 'unknown-place'> => {
    const query = { name, count: '10', language: 'en', format: 'json' };
    const { results } = await get(geocodingUrl, '/v1/search', query, places);
    // Of several places of a name, the one whose clocks are the trip's.
    const found = results.find(({ timezone }) => timezone === timeZone) ?? results[0];
    if (!found) return 'unknown-place';
    const { daily: days } = await get(
      baseUrl,
      '/v1/forecast',
      {
        latitude: String(found.latitude),
        longitude: String(found.longitude),
        daily: 'weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max',
        timezone: timeZone,
        forecast_days: String(DAYS),
      },
      daily,
    );
    const at = (values: readonly (number | null)[], index: number): number | undefined => values[index] ?? undefined;
    return {
      place: found.name,
      country: found.country_code,
      source: 'Open-Meteo',
      at: new Date(clock.now()).toISOString(),
      days: days.time.map((date, index) => {
        const code = at(days.weather_code, index);
        return {
          date,
          sky: code === undefined ? undefined : skyOf(code),
          high: at(days.temperature_2m_max, index),
          low: at(days.temperature_2m_min, index),
          rainChance: at(days.precipitation_probability_max, index),
        };
      }),
    };
  };

  /** Several who want the same place at once share one question. */
  const askOnce = (key: string, place: ForecastPlace): Promise<Forecast | 'unknown-place'> => {
    const under = asking.get(key);
    if (under) return under;
    const question = breaker.execute(() => ask(place)).finally(() => asking.delete(key));
    asking.set(key, question);
    return question;
  };

  const keep = (key: string, forecast: Forecast): void => {
    kept.delete(key);
    kept.set(key, { forecast, at: clock.now() });
    const [oldest] = kept.keys();
    if (kept.size > MAX_PLACES && oldest !== undefined) kept.delete(oldest);
  };

  return {
    forecast: async (place) => {
      const key = `${place.name.trim().toLowerCase()}\u0000${place.timeZone}`;
      const known = kept.get(key);
      const age = known ? clock.now() - known.at : Number.POSITIVE_INFINITY;
      if (known && age < FRESH_MS) return known.forecast;
      try {
        const forecast = await askOnce(key, place);
        if (forecast !== 'unknown-place') keep(key, forecast);
        return forecast;
      } catch (error) {
        log.warn({ error: String(error) }, 'the weather service could not be asked');
        return known && age < STALE_MS ? known.forecast : 'unreachable';
      }
    },
  };
};
