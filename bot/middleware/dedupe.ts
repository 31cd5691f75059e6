import { hash } from 'node:crypto';
import { retrying, type Stored } from '../../trips/records.ts';
import { REMEMBERED_EVENTS, REMEMBERED_REPLIES, type Session, sessions, sessionTtl } from '../session.ts';
import type { Middleware, Turn } from '../turn.ts';

/** Characters of an event's hash: 84 bits. */
const HASH = 14;

/**
 * An event happens once. That it was handled is saved with the conversation's position, in one write, after which the
 * turn is acknowledged; a repeat finds it there and gets the same replies.
 */
export const dedupe = (): Middleware => async (turn, next) => {
  const event = hash('sha256', turn.incoming.eventId, 'base64url').slice(0, HASH);
  const stored = await turn.house.records.read(sessions, turn.key, 'session');
  if (stored) {
    if (answerAsBefore(turn, stored, event)) return;
    turn.session = stored;
  }
  await next();
  // The first goes first: what was said and is not known of is worse than the other way round.
  const saved = save(turn, stored, event);
  await (turn.incoming.saying ? Promise.all([saved, turn.incoming.saying(turn.replies)]) : saved);
};

const save = async (turn: Turn, read: Stored<Session> | undefined, event: string): Promise<void> => {
  let before = read;
  await retrying(async () => {
    // A door that saves what is said itself asks again only when it could not: for the last, as a conversation has its turns in order.
    const answers = turn.incoming.silentRepeats ? [] : [{ event, replies: turn.replies }];
    const session: Session = {
      ...turn.session,
      ttl: sessionTtl(turn.house.clock.now()),
      events: `${before?.events ?? ''} ${event}`.slice(-REMEMBERED_EVENTS * (HASH + 1)),
      answered: turn.incoming.saying ? answers : [...(before?.answered ?? []), ...answers].slice(-REMEMBERED_REPLIES),
    };
    const commit = await turn.house.records.commit(turn.key, [
      { put: session, ifMatch: before?._etag, ifAbsent: before === undefined },
    ]);
    if (commit.ok) return undefined;
    // Another process handled an event of this conversation meanwhile. If it was this one, its answer stands; what both
    // did landed on the same documents.
    before = await turn.house.records.read(sessions, turn.key, 'session');
    return before && answerAsBefore(turn, before, event) ? undefined : 'conflict';
  });
};

/** True when the event was handled before; the turn then says what was said then. */
const answerAsBefore = (turn: Turn, { events = '', answered = [] }: Session, event: string): boolean => {
  if (!events.includes(event)) return false;
  turn.duplicate = true;
  turn.replies.splice(0, turn.replies.length, ...(answered.find((one) => one.event === event)?.replies ?? []));
  return true;
};
