import { minutesOf } from '../asked.ts';
import type { ItineraryItem } from '../itinerary.ts';

/** Whether some do one thing of a day while others do the other. */
export const isBeside = (one: { readonly item: ItineraryItem }, other: { readonly item: ItineraryItem }): boolean =>
  minutesOf(one.item.start) < minutesOf(other.item.end) &&
  minutesOf(other.item.start) < minutesOf(one.item.end) &&
  one.item.who !== undefined &&
  other.item.who !== undefined &&
  !one.item.who.some((id) => other.item.who?.includes(id));
