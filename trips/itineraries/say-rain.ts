import { sayDay } from '../dates.ts';
import type { ItineraryItem } from './itinerary.ts';

/** What is done instead when it rains, in words; nothing where nothing is known: `If it rains: Coach Museum, 10:00`. */
export const sayRain = ({ rain, start }: Pick<ItineraryItem, 'rain' | 'start'>): string | undefined => {
  if (!rain) return undefined;
  const time = rain.start === start ? '' : `, ${rain.start}`;
  return rain.swapsWith === undefined
    ? `If it rains: ${rain.title}${time}`
    : `If it rains: swap with ${rain.title} of ${sayDay(rain.swapsWith)}`;
};
