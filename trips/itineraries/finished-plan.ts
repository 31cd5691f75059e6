import type { Money } from '../money.ts';
import type { Candidate } from './candidate.ts';
import type { ItineraryItem } from './itinerary.ts';

/** The finished plan as the checker gets it: what people will read, and nothing of how it was made. */
export interface FinishedPlan {
  readonly days: readonly { readonly date: string; readonly items: readonly ItineraryItem[] }[];
  readonly total?: Money | undefined;
}

/** An item with its day and the facts it came from. */
export interface Visited {
  readonly date: string;
  readonly item: ItineraryItem;
  readonly from: number;
  readonly to: number;
  readonly candidate: Candidate | undefined;
}

/** `1 place`, `3 places`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
/** The names of what was visited, each once. */
export const named = (
  visits: readonly { readonly candidate?: Candidate | undefined; readonly item: ItineraryItem }[],
): string => [...new Set(visits.map(({ candidate, item }) => candidate?.name ?? item.title))].join(', ');
