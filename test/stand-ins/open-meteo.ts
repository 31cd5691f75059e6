import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Places as the geocoding API of Open-Meteo gives them, shortened (https://open-meteo.com/en/docs/geocoding-api). */
const PLACES = [
  {
    ...{ id: 4_997_346, name: 'Lisbon', latitude: 41.03, longitude: -96.1, elevation: 330, feature_code: 'PPL' },
    ...{ country_code: 'US', timezone: 'America/New_York', country: 'United States' },
  },
  {
    ...{ id: 2_267_057, name: 'Lisbon', latitude: 38.71667, longitude: -9.13333, elevation: 45, feature_code: 'PPLC' },
    ...{ country_code: 'PT', timezone: 'Europe/Lisbon', country: 'Portugal' },
  },
];

export interface WeatherStandIn {
  readonly url: string;
  /** Paths with their queries, as they came. */
  readonly asked: URL[];
  /** What it answers from now on: as it should, with this status, with this text, or not at all. */
  answer: 'well' | number | string | 'never';
  /** First day of the forecast, and what each day brings; null is what a service leaves open. */
  first: string;
  close(): Promise<void>;
}

/** A loopback server that speaks the forecast and geocoding APIs of Open-Meteo. */
export const openWeatherStandIn = async (): Promise<WeatherStandIn> => {
  const standIn = { asked: [] as URL[], answer: 'well' as WeatherStandIn['answer'], first: '2027-06-11' };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    standIn.asked.push(url);
    const { answer } = standIn;
    if (answer === 'never') return request.socket.destroy();
    if (typeof answer === 'number')
      return response.writeHead(answer).end(JSON.stringify({ error: true, reason: 'busy' }));
    if (answer !== 'well') return response.end(answer);
    response.setHeader('content-type', 'application/json; charset=utf-8');
    if (url.pathname === '/v1/search') {
      const results = PLACES.filter(({ name }) => name === url.searchParams.get('name'));
      return response.end(JSON.stringify({ ...(results.length > 0 && { results }), generationtime_ms: 0.6 }));
    }
    const days = Array.from({ length: Number(url.searchParams.get('forecast_days')) }, (_, index) =>
      new Date(Date.parse(standIn.first) + index * 86_400_000).toISOString().slice(0, 10),
    );
    const of = (...values: readonly (number | null)[]) => days.map((_, index) => values[index % values.length] ?? null);
    return response.end(
      JSON.stringify({
        ...{ latitude: 38.716667, longitude: -9.133333, generationtime_ms: 0.1, utc_offset_seconds: 3_600 },
        ...{ timezone: url.searchParams.get('timezone'), timezone_abbreviation: 'GMT+1', elevation: 45 },
        daily_units: { time: 'iso8601', weather_code: 'wmo code', temperature_2m_max: '°C', temperature_2m_min: '°C' },
        daily: {
          time: days,
          weather_code: of(0, 80, null),
          temperature_2m_max: of(24.4, 19.6, 21),
          temperature_2m_min: of(16.6, 15.1, 15),
          precipitation_probability_max: of(3, 85, null),
        },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(standIn, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
};
