import { type Clock, instant } from '../clock.ts';
import { nameForOthers } from '../families/name-for-others.ts';
import { idFrom, newId } from '../ids.ts';
import { offerOnDisagreement } from '../magic-polls/offer-on-disagreement.ts';
import { tell } from '../notifications/fact.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { MAX_MESSAGE, MESSAGE_TTL_S, messages, type TripMessage } from './message.ts';

export interface NewMessage {
  readonly text: string;
  /** Tells it in every conversation of the trip, not only where its chat is open. */
  readonly everywhere?: boolean | undefined;
  /** What the caller calls this message: a repeat of the same name is the same message. */
  readonly key?: string | undefined;
}

/** Writes a message to everyone in the trip. `heardIn` is the conversation it was said in. */
export const postMessage = async (
  records: Records,
  clock: Clock,
  { trip, person, participation }: TripMember,
  { text, everywhere = false, key }: NewMessage,
  heardIn?: string,
): Promise<Outcome<{ message: TripMessage }>> => {
  const words = text.trim();
  if (words === '') return rejected('invalid', 'a message says something');
  if (words.length > MAX_MESSAGE) return rejected('invalid', `a message has ${MAX_MESSAGE} characters at most`);
  const at = instant(clock);
  const message: TripMessage = {
    pk: trip.id,
    id: key === undefined ? newId('message') : idFrom('message', trip.id, person.id, key),
    type: 'message',
    _schema_version: messages.version,
    ttl: MESSAGE_TTL_S,
    tripId: trip.id,
    userId: person.id,
    userName: await nameForOthers(records, person),
    familyId: participation.familyId,
    familyName: participation.familyName,
    text: words,
    everywhere,
    createdAt: at,
  };
  const commit = await records.commit(trip.id, [
    { put: message, ifAbsent: true },
    tell(trip.id, { kind: 'message-posted', messageId: message.id }, at, { heardIn }),
  ]);
  if (commit.ok) await offerOnDisagreement(records, clock, trip, message);
  const kept = commit.ok ? message : await records.read(messages, trip.id, message.id);
  return kept ? { ok: true, message: kept } : rejected('stale');
};
