import { z } from 'zod';
import type { Clock } from '../../trips/clock.ts';
import { gatherMemories } from '../../trips/memories/gather.ts';
import { failMemories, noteMemories, saveMemories } from '../../trips/memories/memories-task.ts';
import type { Records } from '../../trips/records.ts';
import { trips } from '../../trips/trips/trip.ts';
import type { JobHandler } from '../job-handler.ts';

const payload = z.object({ tripId: z.string(), taskId: z.string() });

/** Makes the memory lane of a trip that is over, and saves it once, whatever is run again or beside it. */
export const makeMemoriesHandler = ({
  records,
  clock,
}: {
  readonly records: Records;
  readonly clock: Clock;
}): JobHandler => ({
  kind: 'make-memories',
  run: async (given, { signal, progress }) => {
    const ref = payload.parse(given);
    const begun = await noteMemories(records, clock, ref, 10, 'Looking through the trip');
    const trip = begun && (await records.read(trips, ref.tripId, ref.tripId));
    if (!trip) return;
    progress('gathering');
    const made = await gatherMemories(records, trip);
    signal.throwIfAborted();
    await saveMemories(records, clock, ref, made);
  },
  gaveUp: async (given) => {
    const ref = payload.safeParse(given);
    if (ref.success)
      await failMemories(records, clock, ref.data, 'Something went wrong on my side. Say MEMORIES and I try again.');
  },
});
