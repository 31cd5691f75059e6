import { joiningAmong } from '../../cards/joining.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { NamesOf } from '../../trips/itineraries/editing/changes.ts';
import type { Records } from '../../trips/records.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';

/** Says of each thing that not everybody joins who does: `without the Garcias`. */
export const joiningIn = async (
  records: Records,
  tripId: string,
  words: Pick<Words, 'say' | 'edits'>,
): Promise<NamesOf> => {
  const joining = joiningAmong(await familiesIn(records, tripId), words);
  return (item) => joining(item);
};
