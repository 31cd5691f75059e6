import type { ReaderScope } from './library.ts';
import type { Shelf } from './search-index.ts';

/** What an index knows a shelf by. */
export const shelfKey = ({ tripId, familyId }: Shelf): string =>
  familyId === undefined ? tripId : `${tripId}/${familyId}`;

/** The shelves a reader may read: the trip's, and the own family's. There is no other way to name a shelf in a search. */
export const shelvesOf = (scope: ReaderScope): readonly string[] => {
  const shared = shelfKey({ tripId: scope.tripId, familyId: undefined });
  return scope.familyId === undefined ? [shared] : [shared, shelfKey(scope)];
};
