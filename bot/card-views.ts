import { z } from 'zod';
import type { Reply } from '../cards/reply.ts';
import type { Words } from '../cards/words/catalogue.ts';
import { wordsIn } from '../cards/words/words.ts';
import type { TripId } from '../trips/ids.ts';
import { conversationKey, type Door, listenerId, listeners } from '../trips/notifications/listener.ts';
import { whoseAddress } from '../trips/people/addresses.ts';
import type { Address } from '../trips/people/person.ts';
import { readPoll, readStanding } from '../trips/polls/standing.ts';
import { memberOf } from '../trips/roles/permission.ts';
import { trips } from '../trips/trips/trip.ts';
import type { House } from './house.ts';
import { readerOf } from './views/own-words.ts';
import { pollReply } from './views/poll.ts';

/** Who looks at a card, as the door proved it, and in which conversation it stands. */
export interface Onlooker {
  readonly door: Door;
  readonly address: Address;
  readonly conversation: string;
}

/** What a card says it shows; it comes back from the client, so nothing in it is trusted. */
const cardShown = z.object({ tripId: z.string().max(80), pollId: z.string().max(80) });

/** Shows a card as who looks at it may see it. Nothing is written. */
export type CardViews = (shown: unknown, who: Onlooker) => Promise<Reply>;

const notYours = ({ polls, language }: Words): Reply => ({ text: polls.notOneOfYourTrips, language, denied: true });

/**
 * A poll with the onlooker's own family's choice marked; without any mark for those who stand in a conversation of the
 * trip and belong to none of its families; `denied` to everyone else, whether or not it exists.
 */
export const cardViews =
  ({ records }: Pick<House, 'records'>): CardViews =>
  async (shown, { door, address, conversation }) => {
    const asked = cardShown.safeParse(shown).data;
    const person = await whoseAddress(records, address);
    if (!asked) return notYours(wordsIn(person?.language));
    const tripId = asked.tripId as TripId;
    const mine = person && (await memberOf(records, person.id, tripId));
    const listener = await records.read(listeners, tripId, listenerId(conversationKey(records, door, conversation)));
    // The card stands before everybody and is drawn for one: in the onlooker's own language, if they have said which.
    const words = wordsIn(person?.language ?? listener?.language);
    const trip = mine?.ok ? mine.member.trip : listener?.group ? await records.read(trips, tripId, tripId) : undefined;
    const poll = trip && (await readPoll(records, tripId, asked.pollId));
    if (!trip || !poll) return notYours(words);
    const familyId = mine?.ok ? mine.member.participation.familyId : undefined;
    const reader = await readerOf(records, poll, familyId, words);
    return pollReply(await readStanding(records, trip, poll), trip, reader, '', words);
  };
