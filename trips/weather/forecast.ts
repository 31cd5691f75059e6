/** What the sky does, of the WMO's weather codes (table 4677 as Open-Meteo uses it: https://open-meteo.com/en/docs). */
export type Sky =
  | 'clear'
  | 'partly-cloudy'
  | 'cloudy'
  | 'fog'
  | 'drizzle'
  | 'rain'
  | 'freezing-rain'
  | 'snow'
  | 'showers'
  | 'snow-showers'
  | 'thunderstorm';

/** One day of a forecast. What the forecast leaves open is absent. Degrees are Celsius. */
export interface ForecastDay {
  readonly date: string;
  readonly sky?: Sky | undefined;
  readonly high?: number | undefined;
  readonly low?: number | undefined;
  /** Percent. */
  readonly rainChance?: number | undefined;
}

/** The weather of the coming days at a place. */
export interface Forecast {
  /** The place as the service knows it, and its country (ISO 3166). */
  readonly place: string;
  readonly country: string;
  readonly source: string;
  /** UTC instant at which it was fetched. */
  readonly at: string;
  readonly days: readonly ForecastDay[];
}

/** From here on, in percent, rain is likely enough to think of another day. */
export const LIKELY_RAIN = 50;

export const skyOf = (code: number): Sky | undefined => {
  if (code === 0) return 'clear';
  if (code <= 2) return 'partly-cloudy';
  if (code === 3) return 'cloudy';
  if (code === 45 || code === 48) return 'fog';
  if (code >= 51 && code <= 55) return 'drizzle';
  if (code === 56 || code === 57 || code === 66 || code === 67) return 'freezing-rain';
  if (code >= 61 && code <= 65) return 'rain';
  if (code >= 71 && code <= 77) return 'snow';
  if (code >= 80 && code <= 82) return 'showers';
  if (code === 85 || code === 86) return 'snow-showers';
  return code >= 95 && code <= 99 ? 'thunderstorm' : undefined;
};

/** Countries that speak of degrees in Fahrenheit. */
const FAHRENHEIT: ReadonlySet<string> = new Set(['US', 'BS', 'BZ', 'KY', 'LR', 'PW', 'FM', 'MH']);

/** `17-24 °C`, or `63-75 °F` for families who count in US dollars or a place where people do. */
export const sayDegrees = (
  { high, low }: Pick<ForecastDay, 'high' | 'low'>,
  { country }: Pick<Forecast, 'country'>,
  currency?: string,
): string | undefined => {
  if (high === undefined || low === undefined) return undefined;
  const fahrenheit = currency === undefined ? FAHRENHEIT.has(country) : currency === 'USD';
  const shown = (celsius: number): number => Math.round(fahrenheit ? celsius * 1.8 + 32 : celsius);
  const [from, to] = [shown(low), shown(high)];
  const range = from < 0 ? `${from} to ${to}` : `${from}-${to}`;
  return `${from === to ? from : range} °${fahrenheit ? 'F' : 'C'}`;
};
