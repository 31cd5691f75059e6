import { budgetGaps } from './budget-gaps.ts';
import type { Conflict, Matter } from './conflict.ts';
import { limitsAgainstWishes } from './limits-against-wishes.ts';
import { paces } from './paces.ts';
import { rooms } from './rooms.ts';
import { tripDays } from './trip-days.ts';

/**
 * All conflicts of a matter. With options: limits against wishes, prices voted for, pace and rooms. Without: what the
 * families' preferences say of the trip, before anybody votes.
 */
export const detectConflicts = (matter: Matter): readonly Conflict[] => [
  ...limitsAgainstWishes(matter),
  ...budgetGaps(matter),
  ...tripDays(matter),
  ...paces(matter),
  ...rooms(matter),
];
