import { hash } from 'node:crypto';
import { retrying } from '../../trips/records.ts';
import type { SessionChange } from '../incoming.ts';
import { type ConversationPlace, type KeptSession, readSession } from '../kept-session.ts';
import { REMEMBERED_BY_DOOR, REMEMBERED_EVENTS, REMEMBERED_REPLIES, type Session, sessionTtl } from '../session.ts';
import type { Middleware, Turn } from '../turn.ts';

/** Characters of an event's hash: 84 bits. */
const HASH = 14;

/**
 * An event happens once. That it was handled is saved with the conversation's position, in one write, after which the
 * turn is acknowledged; a repeat finds it there and gets the same replies.
 */
export const dedupe = (): Middleware => async (turn, next) => {
  const event = hash('sha256', turn.incoming.eventId, 'base64url').slice(0, HASH);
  const kept = await readSession(turn.house.records, placeOf(turn));
  if (kept) {
    if (answerAsBefore(turn, kept.session, event)) return;
    turn.session = kept.session;
  }
  await next();
  await save(turn, kept, event);
};

const save = async (turn: Turn, read: KeptSession | undefined, event: string): Promise<void> => {
  const { house, incoming } = turn;
  let before = read;
  let alone = incoming.saying === undefined;
  await retrying(async () => {
    const how = alone ? 'apart' : await incoming.saying?.(turn.replies, position(turn, before, event, false));
    if (how === 'saved') return undefined;
    alone = how !== 'moved';
    if (alone && (await house.records.commit(turn.session.pk, [position(turn, before, event, true)])).ok)
      return undefined;
    // Another process handled an event of this conversation meanwhile. If it was this one, its answer stands; what both
    // did landed on the same documents.
    before = await readSession(house.records, placeOf(turn));
    return before && answerAsBefore(turn, before.session, event) ? undefined : 'conflict';
  });
};

const placeOf = ({ key, incoming: { door, conversation } }: Turn): ConversationPlace => ({ door, conversation, key });

/** Where the conversation stands now; `answers`: with what was answered, for a repeat. */
const position = (turn: Turn, before: KeptSession | undefined, event: string, answers: boolean): SessionChange => {
  const { incoming, replies } = turn;
  const { events = '', answered = [] } = before?.session ?? {};
  // A door that saves what is said itself knows what came in, too: here it need only be known while that is under way.
  const remembered = incoming.saying ? REMEMBERED_BY_DOOR : REMEMBERED_EVENTS;
  const session: Session = {
    ...turn.session,
    ttl: sessionTtl(turn.house.clock.now()),
    events: `${events} ${event}`.slice(-remembered * (HASH + 1)),
    answered:
      answers && !incoming.silentRepeats
        ? [...(incoming.saying ? [] : answered), { event, replies }].slice(-REMEMBERED_REPLIES)
        : undefined,
  };
  return { put: session, ifMatch: before?.etag, ifAbsent: before?.etag === undefined };
};

/** True when the event was handled before; the turn then says what was said then. */
const answerAsBefore = (turn: Turn, { events = '', answered = [] }: Session, event: string): boolean => {
  if (!events.includes(event)) return false;
  turn.duplicate = true;
  turn.replies.splice(0, turn.replies.length, ...(answered.find((one) => one.event === event)?.replies ?? []));
  return true;
};
