import type { Choice } from '../cards/reply.ts';
import { type Clock, instant } from '../trips/clock.ts';
import type { Door } from '../trips/notifications/listener.ts';
import { addressKey } from '../trips/people/addresses.ts';
import { people } from '../trips/people/person.ts';
import { type Records, retrying } from '../trips/records.ts';
import { readSessionAt } from './kept-session.ts';
import { type Expecting, sessionTtl } from './session.ts';

/** A list that was told to one person in a conversation, without having been asked for there. */
export interface Offer {
  readonly door: Door;
  /** The conversation's id there. */
  readonly conversation: string;
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
    const [kept, person] = await Promise.all([
      readSessionAt(records, { door, conversation }),
      records.read(people, userId, userId),
    ]);
    if (!kept || !person) return undefined;
    const { session, etag } = kept;
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
    const commit = await records.commit(next.pk, [{ put: next, ifMatch: etag, ifAbsent: etag === undefined }]);
    return commit.ok ? undefined : ('conflict' as const);
  });
