import type { Reply } from '../cards/reply.ts';
import type { Words } from '../cards/words/catalogue.ts';
import { wordsIn } from '../cards/words/words.ts';
import { conversationKey } from '../trips/notifications/listener.ts';
import { addressKey } from '../trips/people/addresses.ts';
import type { AddressEntry, Person } from '../trips/people/person.ts';
import type { Stored } from '../trips/records.ts';
import { onOneLine, written } from '../trips/written.ts';
import type { House } from './house.ts';
import type { Incoming } from './incoming.ts';
import { sessionPartition } from './kept-session.ts';
import type { Change, Session } from './session.ts';

/** One event on its way through the chain; each step adds what it knows. */
export interface Turn {
  readonly house: House;
  readonly incoming: Incoming;
  /** The conversation across doors. */
  readonly key: string;
  /** Who speaks, as a key: a number answers only one's own list. */
  readonly speaker: string;
  /** What is known of the address the event came from: consent, and whose it is. */
  entry?: AddressEntry | undefined;
  person?: Stored<Person> | undefined;
  session: Session;
  /** What is said here, in the reader's language. */
  words: Words;
  readonly replies: Reply[];
  /** Set when the trip's documents were asked: what was said then helps to understand the next question. */
  asksDocuments: boolean;
  /** Set while a model puts several answers together: each is quoted, the whole is worded. */
  planned?: boolean | undefined;
  /** Which request of the message is being carried out, from 1; absent for the first. */
  request?: number | undefined;
  /** What a skill has changed just now, in words, and what takes it back. */
  changed?: Pick<Change, 'what' | 'undo'> | undefined;
  /** Set when the event had been handled before. */
  duplicate: boolean;
}

/** A step of the chain. A throw means that nothing of the turn is saved. */
export type Middleware = (turn: Turn, next: () => Promise<void>) => Promise<void>;

/** Room without end between words says nothing, and keeps patterns busy that may part it in many ways. */
const spaced = (text: string): string => text.replace(/\s{3,}/g, (room) => (room.includes('\n') ? '\n\n' : ' '));

/** What came in, as it is read: no door shows more of it than people meant to write. */
const tidy = (incoming: Incoming): Incoming => {
  const { text, sender } = incoming;
  const [said, name] = [spaced(written(text)), sender.name && (onOneLine(written(sender.name)) || undefined)];
  if (said === text && name === sender.name) return incoming;
  return { ...incoming, text: said, sender: { ...sender, name } };
};

export const newTurn = (house: House, given: Incoming): Turn => {
  const incoming = tidy(given);
  const place = { door: incoming.door, conversation: incoming.conversation };
  const key = conversationKey(house.records, place.door, place.conversation);
  return {
    house,
    incoming,
    key,
    speaker: addressKey(house.records, incoming.sender.address),
    session: {
      pk: sessionPartition({ ...place, key }),
      id: 'session',
      type: 'session',
      _schema_version: 2,
      history: [],
    },
    words: wordsIn(),
    replies: [],
    asksDocuments: false,
    duplicate: false,
  };
};

/** Runs the steps in order, each around the next. */
export const chain =
  (steps: readonly Middleware[]) =>
  (turn: Turn): Promise<void> => {
    const run = (index: number): Promise<void> => {
      const step = steps[index];
      return step ? step(turn, () => run(index + 1)) : Promise.resolve();
    };
    return run(0);
  };
