import type { Words } from '../../cards/words/catalogue.ts';
import type { FamilyId } from '../../trips/ids.ts';
import type { NamesOf } from '../../trips/itineraries/editing/changes.ts';
import type { Itinerary } from '../../trips/itineraries/itinerary.ts';
import type { Records } from '../../trips/records.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';

/** The plan as one family lives it: without what it does not join. */
export const planFor = <Plan extends Pick<Itinerary, 'days'>>(itinerary: Plan, familyId: FamilyId): Plan => ({
  ...itinerary,
  days: itinerary.days.map(({ date, items }) => ({
    date,
    items: items.filter(({ who }) => who === undefined || who.includes(familyId)),
  })),
});

/** Says of each thing that not everybody joins who does: `without the Garcias`. */
export const joiningIn = async (
  records: Records,
  tripId: string,
  { say, edits }: Pick<Words, 'say' | 'edits'>,
): Promise<NamesOf> => {
  const seats = await familiesIn(records, tripId);
  const named = (all: typeof seats): string => say.list(all.map(({ familyName }) => say.family(familyName)));
  return ({ who }) => {
    if (who === undefined) return undefined;
    const away = seats.filter(({ familyId }) => !who.includes(familyId));
    if (away.length === 0) return undefined;
    const there = seats.filter(({ familyId }) => who.includes(familyId));
    return away.length <= there.length ? edits.without(named(away)) : edits.only(named(there));
  };
};
