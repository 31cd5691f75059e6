import type { NamesOf } from '../trips/itineraries/editing/changes.ts';
import type { Participation } from '../trips/trips/trip.ts';
import type { Words } from './words/catalogue.ts';

/** A family that sits in a trip. */
export type Seat = Pick<Participation, 'familyId' | 'familyName'>;

/**
 * Says of each thing that not everybody joins who does, whichever is shorter: `without the Garcias`, `only the Chens`.
 * Where families part, `always` names those who go: whoever reads one of two things wants to know whose it is.
 */
export const joiningAmong =
  (
    seats: readonly Seat[],
    { say, edits }: Pick<Words, 'say' | 'edits'>,
  ): ((item: Parameters<NamesOf>[0], always?: 'who-goes') => string | undefined) =>
  ({ who }, always) => {
    if (who === undefined) return undefined;
    const named = (all: readonly Seat[]): string => say.list(all.map(({ familyName }) => say.family(familyName)));
    const away = seats.filter(({ familyId }) => !who.includes(familyId));
    const there = seats.filter(({ familyId }) => who.includes(familyId));
    if (away.length === 0 || there.length === 0) return undefined;
    return always === undefined && away.length <= there.length ? edits.without(named(away)) : edits.only(named(there));
  };
