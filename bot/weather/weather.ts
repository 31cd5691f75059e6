import type { Forecast } from '../../trips/weather/forecast.ts';

/** Where a forecast is wanted: a place by name, and the IANA time zone its days are counted in. */
export interface ForecastPlace {
  readonly name: string;
  readonly timeZone: string;
}

/** The way to weather forecasts. Never throws for the far end's sake: weather is a help, and nothing waits for it. */
export interface Weather {
  /** `unknown-place` when the service knows none of that name; `unreachable` when it cannot be asked now. */
  forecast(place: ForecastPlace): Promise<Forecast | 'unknown-place' | 'unreachable'>;
}
