import type { Address } from '../../trips/people/person.ts';
import type { InboundActivity } from './activity.ts';

/** Longer ids than a person's address may be are no Teams ids. */
const MAX_ADDRESS = 320;

/**
 * Who sent it; undefined when nobody did. Only Teams itself vouches for `aadObjectId`: on other verified channels a
 * client may write there what it likes, so their ids are kept apart from those of Teams.
 */
export const senderOf = ({ from, channelId }: InboundActivity, verified: boolean): Address | undefined => {
  if (!from) return undefined;
  const value = verified && channelId !== 'msteams' ? `${channelId}:${from.id}` : (from.aadObjectId ?? from.id);
  return value.length > MAX_ADDRESS ? undefined : { door: 'teams', value };
};
