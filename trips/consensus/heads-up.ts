import type { PollOption } from '../polls/poll.ts';
import type { Records } from '../records.ts';
import type { TripMember } from '../roles/permission.ts';
import { familiesToWeigh } from './analyse-poll.ts';
import { type Breach, breachesOf } from './constraints.ts';
import { type ConsensusOption, optionFrom } from './facts.ts';

/** Reading what an option says costs more than counting a vote, and most options are a name of a word or two. */
const isBareName = ({ text, details, price }: PollOption): boolean =>
  details === undefined && price === undefined && !/\s\S+\s|\d/.test(text);

/** Whether anything is known of an option that could break a limit. */
const mayBreak = ({ price, days, diets, stepFree, minAge }: ConsensusOption): boolean =>
  price !== undefined ||
  days !== undefined ||
  stepFree === false ||
  minAge !== undefined ||
  Object.values(diets ?? {}).includes(false);

/**
 * What the voter's own family should know of the option it votes for: the limits of its own that it breaks. For that
 * family alone; empty when there is nothing to say.
 */
export const headsUp = async (
  records: Records,
  { trip, participation }: Pick<TripMember, 'trip' | 'participation'>,
  voted: PollOption,
): Promise<readonly Breach[]> => {
  if (isBareName(voted)) return [];
  const option = optionFrom(voted);
  if (!mayBreak(option)) return [];
  const [family] = await familiesToWeigh(records, trip.id, [participation]);
  return family ? breachesOf(option, family) : [];
};
