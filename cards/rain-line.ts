import type { ItineraryItem } from '../trips/itineraries/itinerary.ts';
import type { Words } from './words/catalogue.ts';

/** What is done instead when it rains; nothing where nothing is known: `if it rains: Coach Museum, 10:00`. */
export const rainLine = (
  { rain, start }: Pick<ItineraryItem, 'rain' | 'start'>,
  { plan, say }: Pick<Words, 'plan' | 'say'>,
): string | undefined => {
  if (!rain) return undefined;
  if (rain.swapsWith !== undefined) return plan.rain(rain.title, say.day(rain.swapsWith));
  return plan.rain(rain.start === start ? rain.title : `${rain.title}, ${rain.start}`, undefined);
};
