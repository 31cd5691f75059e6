import type { FamilyId } from '../ids.ts';
import type { Itinerary } from './itinerary.ts';

/** The plan as one family lives it: without what it does not join. */
export const planFor = <Plan extends Pick<Itinerary, 'days'>>(itinerary: Plan, familyId: FamilyId): Plan => ({
  ...itinerary,
  days: itinerary.days.map(({ date, items }) => ({
    date,
    items: items.filter(({ who }) => who === undefined || who.includes(familyId)),
  })),
});

/** Whether families part anywhere in a plan, so that one's own days are not everybody's. */
export const familiesPart = ({ days }: Pick<Itinerary, 'days'>): boolean =>
  days.some(({ items }) => items.some(({ who }) => who !== undefined));
