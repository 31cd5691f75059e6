import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { dayOf, daysBetween, nextDay } from '../../trips/dates.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { readTripDays } from '../understanding/plan-days.ts';
import { likelyRainOn, offerIndoors, sayForecast } from '../views/weather.ts';
import { had, tripWeather } from '../weather/trip-weather.ts';
import { skill } from './skill.ts';

/** Days told at once: more do not fit into a text. */
const MOST_DAYS = 4;

/** The next days of the trip; days from today where it has none left or is far away yet. */
const coming = ({ startDate, endDate }: Pick<Trip, 'startDate' | 'endDate'>, today: string): readonly string[] => {
  if (startDate !== undefined && endDate !== undefined && endDate >= today)
    return daysBetween(startDate > today ? startDate : today, endDate).slice(0, MOST_DAYS);
  return [today, nextDay(today), nextDay(nextDay(today))];
};

const ASKS =
  /\b(?:what|how)(?:'s|’s|s)?\b.*\b(?:weather|forecast|temperature)\b|\b(?:will|is|does) it (?:be |going to |gonna )?(?:be )?(?:rain(?:ing)?|snow(?:ing)?|sunny|dry|hot|cold|warm)\b|\bqu[eé] tiempo (?:hace|har[aá]|va a hacer)\b|\bva a llover\b/i;
/** "What do we do if it rains" wants something to do. */
const WANTS_PLAN =
  /\bif (?:it|the)\b|\bwhen it\b|\bwhat (?:do|can|shall|should) we\b|\b(?:instead|indoors?|inside|plan b|alternative|guide|documents?|says?|recommend\w*|pack|bring|wear|policy|refund|cancel\w*)\b/i;

export const weatherSkill = skill({
  name: 'weather',
  description: 'Says what the weather is forecast to be, with where that is from and of when',
  who: 'member',
  reads: true,
  input: z.object({ said: z.string().max(300).optional() }),
  commands: ['weather', 'forecast', 'weather forecast', 'the weather'],
  claims: (text) => ASKS.test(text) && !WANTS_PLAN.test(text),
  examples: [
    "what's the weather on Saturday",
    'what will the weather be like',
    'is it going to rain tomorrow',
    'how warm will it be on our trip',
    'weather forecast for the trip please',
    'will it be sunny on Sunday',
  ],
  read: (text) => ({ said: text.slice(0, 300) }),
  run: async ({ house, member, words }, { said = '' }) => {
    const { weather } = words;
    const { trip } = member;
    if (!house.weather) return { text: weather.off };
    const today = dayOf(new Date(house.clock.now()).toISOString(), trip.timeZone);
    const dates =
      trip.startDate !== undefined && trip.endDate !== undefined ? daysBetween(trip.startDate, trip.endDate) : [today];
    const named = readTripDays(said, { dates, today }).map(({ date }) => date);
    const asked = named.length > 0 ? named.slice(0, MOST_DAYS) : coming(trip, today);
    const [first = today] = asked;
    if (first < today) return { text: weather.over(words.say.day(first)) };
    const plan = await latestItinerary(house.records, trip.id);
    const cities = await tripWeather(house.weather, trip, plan, asked);
    const [known] = had(cities);
    const strange = cities.filter(({ forecast }) => forecast === 'unknown-place').map(({ city }) => city);
    if (!known && strange.length === cities.length) return { text: weather.unknownPlace(words.say.list(strange)) };
    if (!known) return { text: weather.unreachable };
    const text = sayForecast(cities, trip, words);
    const last = known.forecast.days.at(-1)?.date ?? today;
    if (text === undefined) return { text: weather.notYet(words.say.day(first), words.say.day(last)) };
    const missing = strange.length > 0 ? ` ${weather.unknownPlace(words.say.list(strange))}` : '';
    const wet = asked.filter(
      (date) => likelyRainOn(cities, date) && plan?.days.some((day) => day.date === date) === true,
    );
    return wet.reduce((reply: Reply, date) => offerIndoors(reply, date, words), { text: `${text}${missing}` });
  },
});
