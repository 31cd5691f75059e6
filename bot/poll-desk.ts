import type { Reply } from '../cards/reply.ts';
import { wordsIn } from '../cards/words/words.ts';
import { idFrom, type TripId } from '../trips/ids.ts';
import { conversationKey, type Door, listenerId, listeners } from '../trips/notifications/listener.ts';
import { whoseAddress } from '../trips/people/addresses.ts';
import type { Address } from '../trips/people/person.ts';
import { openPoll, pollsOf } from '../trips/polls/open-poll.ts';
import { readStanding, readStandings } from '../trips/polls/standing.ts';
import { rejected } from '../trips/rejection.ts';
import { memberOf, type TripMember } from '../trips/roles/permission.ts';
import { tripsOf } from '../trips/trips/create-trip.ts';
import type { House } from './house.ts';
import { sayRejection } from './skills/say-rejection.ts';
import { pollReply } from './views/poll.ts';

/** A poll somebody may share, as a group sees it: nobody's own choice is marked. */
export interface SharedPoll {
  readonly tripName: string;
  readonly question: string;
  /** How many families have voted, of how many. */
  readonly voted: number;
  readonly families: number;
  readonly reply: Reply;
}

export interface PollWish {
  readonly tripId: string;
  readonly question: string;
  readonly options: readonly string[];
  /** Names the event, so that its repetition opens nothing new. */
  readonly eventId: string;
  readonly door: Door;
  /** Where the poll was asked for. */
  readonly conversation: string;
}

/** What came of a wish for a poll. `told`: the conversation hears the trip and is told of the poll by itself. */
export type PollOpened =
  | { readonly ok: true; readonly poll: Reply; readonly told: boolean }
  | { readonly ok: false; readonly why: string };

/** Polls for whoever asks from outside a conversation: a person known by an address the door proved. */
export interface PollDesk {
  /** The trips a person may ask about, or undefined for somebody who has no account. */
  trips(address: Address): Promise<readonly { readonly id: string; readonly name: string }[] | undefined>;
  /** Their trips' polls in which all `words` occur, open ones first, the latest first; undefined as above. */
  find(address: Address, words: string, skip: number, count: number): Promise<readonly SharedPoll[] | undefined>;
  open(address: Address, wish: PollWish): Promise<PollOpened>;
}

export const pollDesk = ({ records, clock }: Pick<House, 'records' | 'clock'>): PollDesk => {
  const membershipsOf = async (address: Address): Promise<readonly TripMember[] | undefined> => {
    const person = await whoseAddress(records, address);
    if (!person) return undefined;
    const seats = await tripsOf(records, person);
    const found = await Promise.all(seats.map(({ tripId }) => memberOf(records, person.id, tripId)));
    return found.flatMap((one) => (one.ok ? [one.member] : []));
  };

  const pollsIn = async ({ trip }: TripMember) =>
    (await readStandings(records, trip, await pollsOf(records, trip.id))).map((standing) => ({ trip, standing }));

  return {
    trips: async (address) => (await membershipsOf(address))?.map(({ trip: { id, name } }) => ({ id, name })),

    find: async (address, sought, skip, count) => {
      const memberships = await membershipsOf(address);
      if (!memberships) return undefined;
      const words = wordsIn(memberships[0]?.person.language);
      const wanted = sought.toLowerCase().split(/\s+/).filter(Boolean);
      const all = (await Promise.all(memberships.map(pollsIn))).flat();
      return all
        .filter(({ trip, standing: { poll } }) => {
          const said = [trip.name, poll.question, ...poll.options.map(({ text }) => text)].join(' ').toLowerCase();
          return wanted.every((word) => said.includes(word));
        })
        .sort(
          ({ standing: { poll: a } }, { standing: { poll: b } }) =>
            Number(b.status === 'open') - Number(a.status === 'open') || b.createdAt.localeCompare(a.createdAt),
        )
        .slice(skip, skip + count)
        .map(({ trip, standing }) => ({
          tripName: trip.name,
          question: standing.poll.question,
          voted: standing.seats.length - standing.tally.waitingFor.length,
          families: standing.seats.length,
          reply: pollReply(standing, trip, {}, `${trip.name}:`, words),
        }));
    },

    open: async (address, wish) => {
      const { door, conversation, eventId } = wish;
      const person = await whoseAddress(records, address);
      const words = wordsIn(person?.language);
      const found = person ? await memberOf(records, person.id, wish.tripId as TripId) : rejected('not-a-member');
      if (!found.ok) {
        const refused = found.reason === 'restricted' ? found : rejected('not-a-member');
        return { ok: false, why: sayRejection(refused, words).text };
      }
      const { trip } = found.member;
      const key = conversationKey(records, door, conversation);
      const opened = await openPoll(records, clock, found.member, {
        id: idFrom('poll', key, eventId),
        question: wish.question,
        options: wish.options.map((text) => ({ text })),
      });
      if (!opened.ok) return { ok: false, why: sayRejection(opened, words).text };
      const standing = await readStanding(records, trip, opened.poll);
      const hears = await records.read(listeners, trip.id, listenerId(key));
      return { ok: true, poll: pollReply(standing, trip, {}, `${trip.name}:`, words), told: hears !== undefined };
    },
  };
};
