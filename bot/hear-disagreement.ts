import type { Reply } from '../cards/reply.ts';
import { instant } from '../trips/clock.ts';
import { claimOffer } from '../trips/magic-polls/claim-offer.ts';
import { disputedIn, readStance } from '../trips/magic-polls/stance.ts';
import { memberOf } from '../trips/roles/permission.ts';
import type { Turn } from './turn.ts';
import { offerPollReply } from './views/offer-poll.ts';

/** Stances of a conversation that are remembered. */
const MOST_HEARD = 12;

/**
 * Listens to what families say to one another in a group, and offers a poll when they see something differently: once a
 * topic. Of what was said only a few telling words are kept, and for hours. Whoever is not known is not listened to.
 */
export const hearDisagreement = async (turn: Turn): Promise<Reply | undefined> => {
  const { house, incoming, person } = turn;
  const { tripId } = turn.session;
  if (!incoming.group || !person || tripId === undefined || person.restrictedAt !== undefined) return undefined;
  const mine = await memberOf(house.records, person.id, tripId);
  if (!mine.ok) return undefined;
  const { trip, participation } = mine.member;
  if (trip.offersPolls === false) return undefined;
  const said = readStance(incoming.text, participation.familyId, trip, instant(house.clock));
  if (!said) return undefined;
  const before = turn.session.heard ?? [];
  turn.session = { ...turn.session, heard: [...before, said].slice(-MOST_HEARD) };
  const disputed = disputedIn(before, said);
  if (!disputed || !(await claimOffer(house.records, house.clock, tripId, disputed))) return undefined;
  return offerPollReply(trip.id, disputed, turn.words);
};
