import type { TripId } from '../ids.ts';
import type { Change, Records } from '../records.ts';
import { type Fact, outboxFacts, tell } from './fact.ts';

/**
 * The change that has a fact of this id told after the commit it stands in. One that waits already, that nobody has
 * begun to tell and that leaves out no other conversation, will do: then the commit only demands that it still waits.
 * `at` is a UTC instant.
 */
export const tellOnce = async (
  records: Records,
  tripId: TripId,
  about: Fact,
  at: string,
  { id, heardIn }: { readonly id: string; readonly heardIn?: string | undefined },
): Promise<Change> => {
  const waiting = await records.read(outboxFacts, tripId, id);
  const willDo =
    waiting !== undefined && waiting.attempts === 0 && (waiting.heardIn === undefined || waiting.heardIn === heardIn);
  return willDo ? { expect: id, ifMatch: waiting._etag } : tell(tripId, about, at, { id, heardIn });
};
