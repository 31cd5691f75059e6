import type { Choice } from '../cards/reply.ts';
import { type Clock, instant } from '../trips/clock.ts';
import type { Door } from '../trips/notifications/listener.ts';
import { addressKey } from '../trips/people/addresses.ts';
import { people } from '../trips/people/person.ts';
import { type Records, retrying } from '../trips/records.ts';
import { type Expecting, sessions, sessionTtl } from './session.ts';

/** A list that was told to one person in a conversation, without having been asked for there. */
export interface Offer {
  /** The conversation's key. */
  readonly conversation: string;
  readonly door: Door;
  readonly userId: string;
  readonly choices: readonly Choice[];
  /** What that person's next words may answer. */
  readonly expects?: Expecting | undefined;
}

/** Makes a list that was told the one that a number answers there next. Nothing happens where nobody has spoken yet. */
export const rememberOffer = (
  records: Records,
  clock: Clock,
  { conversation, door, userId, choices, expects }: Offer,
): Promise<undefined> =>
  retrying(async () => {
    const [session, person] = await Promise.all([
      records.read(sessions, conversation, 'session'),
      records.read(people, userId, userId),
    ]);
    if (!session || !person) return undefined;
    const speakers = person.addresses
      .filter((address) => address.door === door)
      .map((address) => addressKey(records, address));
    const at = instant(clock);
    const next = {
      ...session,
      ttl: sessionTtl(clock.now()),
      asked: { ...session.asked, ...Object.fromEntries(speakers.map((speaker) => [speaker, { choices, at }])) },
      ...(expects && {
        expecting: { ...session.expecting, ...Object.fromEntries(speakers.map((speaker) => [speaker, expects])) },
      }),
    };
    const commit = await records.commit(conversation, [{ put: next, ifMatch: session._etag }]);
    return commit.ok ? undefined : ('conflict' as const);
  });
