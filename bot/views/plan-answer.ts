import type { Reply } from '../../cards/reply.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { planFor } from '../../trips/itineraries/plan-for.ts';
import { planContext } from '../skills/change-plan.ts';
import type { TripContext } from '../skills/skill.ts';
import { readTripDays } from '../understanding/plan-days.ts';
import { mealToday } from '../understanding/plan-edits/parts.ts';
import { readPlanQuestion } from '../understanding/plan-questions.ts';
import { daysInEnglish } from '../understanding/spanish/in-english.ts';

/** What the plan says in one line to a question about a meal or when a day begins; nothing where it does not say it. */
export const planAnswer = async (context: TripContext, said: string): Promise<Reply | undefined> => {
  const asked = readPlanQuestion(said);
  const itinerary = asked && (await latestItinerary(context.house.records, context.member.trip.id));
  const around = itinerary && (await planContext(context, itinerary));
  if (!asked || !itinerary || !around) return undefined;
  const { words, group, member } = context;
  const { edits, plan, say } = words;
  const [named] = readTripDays(words.language === 'es' ? daysInEnglish(said) : said, around);
  const date = named?.date ?? (asked.of === 'start' ? undefined : mealToday(asked.of, around));
  if (date === undefined) return undefined;
  const [first = date, last = date] = [around.dates[0], around.dates.at(-1)];
  if (!around.dates.includes(date)) return { text: edits.notOfTrip(say.day(date), say.day(first), say.day(last)) };
  const { days } = group ? itinerary : planFor(itinerary, member.participation.familyId);
  const items = days.find((day) => day.date === date)?.items ?? [];
  const item =
    asked.of === 'start'
      ? items.find(({ kind, meal }) => kind !== 'free' || meal !== undefined)
      : items.find(({ meal }) => meal === asked.of);
  if (!item) return undefined;
  const { start, title, place } = item;
  const what = `${plan.item(title)}${place && !title.includes(place) ? `, ${place}` : ''}`;
  return { text: (asked.of === 'start' ? edits.begins : edits.onDay)(say.day(date), start, what) };
};
