import { openWeatherStandIn, type WeatherStandIn } from '../../test/stand-ins/open-meteo.ts';
import { sayDegrees } from '../../trips/weather/forecast.ts';
import { openMeteo } from './open-meteo.ts';
import type { Weather } from './weather.ts';

const HOUR = 3_600_000;
const LISBON = { name: 'Lisbon', timeZone: 'Europe/Lisbon' };
let service: WeatherStandIn;
let now: number;
let warned: string[];
let weather: Weather;

beforeEach(async () => {
  service = await openWeatherStandIn();
  now = Date.parse('2027-06-11T07:10:00Z');
  warned = [];
  weather = openMeteo({
    ...{ baseUrl: service.url, geocodingUrl: `${service.url}/`, clock: { now: () => now } },
    log: { warn: (_, message) => void warned.push(message) },
  });
});
afterEach(() => service.close());

const forecast = async () => {
  const found = await weather.forecast(LISBON);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

test('the forecast is of the place whose clocks are the trip’s, and what the service leaves open is left open', async () => {
  const { place, country, at, source, days } = await forecast();
  expect({ place, country, at, source }).toEqual({
    ...{ place: 'Lisbon', country: 'PT', at: '2027-06-11T07:10:00.000Z', source: 'Open-Meteo' },
  });
  expect(days[1]).toEqual({ date: '2027-06-12', sky: 'showers', high: 19.6, low: 15.1, rainChance: 85 });
  expect(days[2]).toEqual({ date: '2027-06-13', sky: undefined, high: 21, low: 15, rainChance: undefined });
  const query = service.asked[1]?.searchParams;
  expect([query?.get('latitude'), query?.get('timezone')]).toEqual(['38.71667', 'Europe/Lisbon']);
});

test('it is asked once an hour, however many want to know at once', async () => {
  await Promise.all([forecast(), forecast(), forecast()]);
  now += HOUR - 1;
  await forecast();
  expect(service.asked).toHaveLength(2);
  now += 1;
  await forecast();
  expect(service.asked).toHaveLength(4);
});

test('while the service fails, the older forecast is shown with its own time, for a day and no longer', async () => {
  const first = await forecast();
  service.answer = 503;
  now += 2 * HOUR;
  expect(await forecast()).toEqual(first);
  now += 22 * HOUR;
  expect(await weather.forecast(LISBON)).toBe('unreachable');
  expect(warned.length).toBe(2);
});

test.each([500, 'never', '<html>', '{"results":[{"name":"Lisbon"}]}'] as const)(
  'an answer that is none (%s) is said to be out of reach and never thrown',
  async (answer) => {
    service.answer = answer;
    expect(await weather.forecast(LISBON)).toBe('unreachable');
  },
);

test('after five faults in a row it is left alone', async () => {
  service.answer = 500;
  for (let count = 0; count < 8; count += 1) await weather.forecast(LISBON);
  expect(service.asked).toHaveLength(5);
});

test('a place it does not know is said so, and is no fault', async () => {
  for (let count = 0; count < 6; count += 1)
    expect(await weather.forecast({ ...LISBON, name: 'Nowhere & such' })).toBe('unknown-place');
  expect(service.asked[0]?.searchParams.get('name')).toBe('Nowhere & such');
  expect(await forecast()).toMatchObject({ place: 'Lisbon' });
});

test('degrees are those of the families’ money, else of the place', () => {
  const day = { high: 24.4, low: 16.6 };
  expect(sayDegrees(day, { country: 'PT' })).toBe('17-24 °C');
  expect(sayDegrees(day, { country: 'PT' }, 'USD')).toBe('62-76 °F');
  expect(sayDegrees(day, { country: 'US' })).toBe('62-76 °F');
  expect(sayDegrees(day, { country: 'US' }, 'EUR')).toBe('17-24 °C');
  expect(sayDegrees({ high: 1, low: -4 }, { country: 'NO' })).toBe('-4 to 1 °C');
  expect(sayDegrees({ high: 1 }, { country: 'NO' })).toBeUndefined();
});
