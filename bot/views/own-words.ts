import type { Words } from '../../cards/words/catalogue.ts';
import { familiesToWeigh } from '../../trips/consensus/analyse-poll.ts';
import { whyForFamily } from '../../trips/magic-polls/why-it-fits.ts';
import type { Poll, PollOption } from '../../trips/polls/poll.ts';
import type { Records } from '../../trips/records.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { PollReader } from './poll.ts';

/**
 * How options that were found suit one family, by their ids, in words for that family alone. Empty for a group, and where
 * people wrote the options themselves: of those no more is known than everybody reads.
 */
export const ownWords = async (
  records: Records,
  tripId: string,
  familyId: string | undefined,
  options: readonly PollOption[],
  { reasons }: Pick<Words, 'reasons'>,
): Promise<ReadonlyMap<string, string>> => {
  if (familyId === undefined || !options.some(({ aiGenerated }) => aiGenerated)) return new Map();
  const seat = (await familiesIn(records, tripId)).find((one) => one.familyId === familyId);
  const [family] = seat ? await familiesToWeigh(records, tripId, [seat]) : [];
  if (!family) return new Map();
  return new Map(
    options.flatMap((option) => {
      const said = option.aiGenerated ? whyForFamily(option, family) : undefined;
      return said === undefined ? [] : [[option.optionId, reasons.phrases(said)] as const];
    }),
  );
};

/** Who reads a poll, with how its options suit their family. */
export const readerOf = async (
  records: Records,
  { tripId, options, status }: Poll,
  familyId: string | undefined,
  words: Pick<Words, 'reasons'>,
): Promise<PollReader> => ({
  familyId,
  own: status === 'open' ? await ownWords(records, tripId, familyId, options, words) : undefined,
});
