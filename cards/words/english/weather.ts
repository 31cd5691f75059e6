import type { Sky } from '../../../trips/weather/forecast.ts';

const SKIES: Readonly<Record<Sky, string>> = {
  clear: 'clear',
  'partly-cloudy': 'partly cloudy',
  cloudy: 'overcast',
  fog: 'fog',
  drizzle: 'drizzle',
  rain: 'rain',
  'freezing-rain': 'freezing rain',
  snow: 'snow',
  showers: 'showers',
  'snow-showers': 'snow showers',
  thunderstorm: 'thunderstorms',
};

/** The weather, as the forecast says it and no further. */
export const weather = {
  sky: (sky: Sky): string => SKIES[sky],
  rain: (percent: number): string => `${percent}% chance of rain`,
  day: (day: string, parts: readonly string[]): string => `${day}: ${parts.join(', ')}`,
  /** `Lisbon. Fri 11 Jun: clear, 17-24 °C; …. Porto. …. Forecast by Open-Meteo, 08:10 Fri 11 Jun.` */
  forecast: (places: readonly { place: string; days: readonly string[] }[], source: string, at: string): string =>
    `${places.map(({ place, days }) => `${place}. ${days.join('; ')}.`).join(' ')} Forecast by ${source}, ${at}.`,
  off: "I have no weather forecast: this server isn't set up for one. Say RAIN PLAN for what's indoors.",
  unreachable: "I can't reach the weather service now. Ask me again in a few minutes, or say RAIN PLAN.",
  unknownPlace: (place: string): string => `The weather service doesn't know ${place}.`,
  notYet: (day: string, last: string): string =>
    `The forecast reaches to ${last} so far. Ask me again nearer to ${day}.`,
  over: (day: string): string => `${day} is over: I only know what is forecast.`,
  /** Above what is outdoors on a wet morning: `If it rains: Coach Museum instead of Kite Meadow.` */
  instead: (pairs: readonly { indoors: string; outdoors: string; day: string | undefined }[]): string =>
    `If it rains: ${pairs
      .map(({ indoors, outdoors, day }) =>
        day === undefined ? `${indoors} instead of ${outdoors}` : `${outdoors} swaps with ${indoors} of ${day}`,
      )
      .join('; ')}.`,
  drier: (what: string, wet: { day: string; chance: number }, dry: { day: string; chance: number }): string =>
    `Rain is likely on ${wet.day} (${wet.chance}%), when ${what} is planned outdoors; ${dry.day} looks drier (${dry.chance}%) and has room for it. Shall I move it?`,
  moveIt: 'Yes, move it',
  keepIt: 'No, keep it',
  /** A button. */
  take: (indoors: string, outdoors: string): string => `${indoors} instead of ${outdoors}`,
  indoors: (day: string): string => `Indoor ideas for ${day}`,
};
