import { conversationKey, type Door } from '../trips/notifications/listener.ts';
import type { Records } from '../trips/records.ts';
import { type Session, sessions } from './session.ts';

/** A conversation, at its door and across doors. */
export interface ConversationPlace {
  readonly door: Door;
  readonly conversation: string;
  readonly key: string;
}

/** A session as it was read. Without an etag nothing stands in its place yet. */
export interface KeptSession {
  readonly session: Session;
  readonly etag: string | undefined;
}

/** The partition a session is kept in: web chat's beside what is said there, so that one commit saves both (docs/adr/0024). */
export const sessionPartition = ({ door, conversation, key }: ConversationPlace): string =>
  door === 'web' ? conversation : key;

/** The session of a conversation; one that is still kept where web chat's were before counts as not written yet. */
export const readSession = async (
  records: Pick<Records, 'read'>,
  place: ConversationPlace,
): Promise<KeptSession | undefined> => {
  const pk = sessionPartition(place);
  const session = await records.read(sessions, pk, 'session');
  if (session) return { session, etag: session._etag };
  const before = pk === place.key ? undefined : await records.read(sessions, place.key, 'session');
  return before && { session: { ...before, pk }, etag: undefined };
};

/** {@link readSession} of what a door calls so. */
export const readSessionAt = (
  records: Pick<Records, 'read' | 'lookupKey'>,
  { door, conversation }: Pick<ConversationPlace, 'door' | 'conversation'>,
): Promise<KeptSession | undefined> =>
  readSession(records, { door, conversation, key: conversationKey(records, door, conversation) });
