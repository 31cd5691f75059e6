import { z } from 'zod';
import type { Library } from '../../rag/library.ts';
import type { Clock } from '../../trips/clock.ts';
import { endReading, failReading, noteReading } from '../../trips/documents/read-later.ts';
import type { Records } from '../../trips/records.ts';
import type { JobHandler } from '../job-handler.ts';

const payload = z.object({ tripId: z.string(), taskId: z.string() });

/** Progress is saved in steps of this many percent. */
const STEP = 5;
const WENT_WRONG = 'Something went wrong on my side. Please send the file once more.';
const GONE = 'Its bytes are gone. Please send the file once more.';

/**
 * Reads a long file that was put aside, and ends its task with the document. The same bytes are the same document, so
 * running it again after a crash makes no second one.
 */
export const readDocumentHandler = ({
  records,
  library,
  clock,
}: {
  readonly records: Records;
  readonly library: Pick<Library, 'addStaged' | 'unstage'>;
  readonly clock: Clock;
}): JobHandler => ({
  kind: 'read-document',
  run: async (given, { signal, progress }) => {
    const ref = payload.parse(given);
    const begun = await noteReading(records, clock, ref, 1, 'Reading');
    if (!begun?.file) return;
    const { staged, name, caption, scope, familyId } = begun.file;
    let noted = 1;
    let noting: Promise<unknown> = Promise.resolve();
    const paper = { tripId: ref.tripId, name, caption, scope, familyId, addedBy: begun.requestedBy };
    const reading = library.addStaged(staged, paper, (share) => {
      signal.throwIfAborted();
      const percent = Math.min(99, Math.round(share * 100));
      if (percent < noted + STEP) return;
      noted = percent;
      progress(`${percent}%`);
      noting = noting.then(() => noteReading(records, clock, ref, percent, 'Learning what it says'));
      // What goes wrong with a note is told below, with the reading over or given up.
      noting.catch(() => undefined);
    });
    // Also when it is given up: nothing of it may go on behind whoever waits for it.
    const added = await reading.finally(() => noting);
    if (!added) await failReading(records, clock, ref, GONE);
    else if (added.ok) await endReading(records, clock, ref, { documentId: added.document.id, known: added.duplicate });
    else await failReading(records, clock, ref, added.detail);
    await library.unstage(staged);
  },
  gaveUp: async (given) => {
    const ref = payload.safeParse(given);
    if (ref.success) await failReading(records, clock, ref.data, WENT_WRONG);
  },
});
