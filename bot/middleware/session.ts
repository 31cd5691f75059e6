import { hash } from 'node:crypto';
import { instant } from '../../trips/clock.ts';
import { type Listener, listenerId } from '../../trips/notifications/listener.ts';
import { familyInTrip } from '../../trips/people/person.ts';
import { speaks } from '../../trips/people/spoken-in.ts';
import { HISTORY_LINES } from '../session.ts';
import type { Middleware, Turn } from '../turn.ts';

/** The most characters of a line that history keeps. */
const LINE = 240;

/** Brings forward where the conversation stands, after the turn: the new list, what was said, who listens. */
export const session = (): Middleware => async (turn, next) => {
  const said = turn.incoming.text;
  await next();
  if (turn.incoming.event === 'left') return leave(turn);
  rememberList(turn);
  if (turn.asksDocuments) {
    // Votes and plans name places too, but "they" in the next question means those a question was about.
    const lines = [said, ...turn.replies.map(({ text }) => text)].map((line) => line.slice(0, LINE));
    turn.session = { ...turn.session, history: [...turn.session.history, ...lines].slice(-HISTORY_LINES) };
  }
  await noteVoice(turn);
  await listen(turn);
};

/** Removed from the conversation: it hears nothing more, and is greeted anew when the assistant comes back. */
const leave = async (turn: Turn): Promise<void> => {
  const before = turn.session.listens?.split(' ')[0];
  if (before !== undefined) await turn.house.records.commit(before, [{ remove: listenerId(turn.key) }]);
  turn.session = { ...turn.session, listens: undefined, greeted: undefined, asked: undefined, expecting: undefined };
};

/** Remembers with the person that they have spoken here, so that what they said can be given to them or erased. */
const noteVoice = async (turn: Turn): Promise<void> => {
  const { house, incoming, key, person } = turn;
  if (!person || turn.session.voices?.includes(person.id)) return;
  const { door, conversation, group } = incoming;
  await house.records.commit(person.id, [speaks(person.id, { door, conversation, key, group })]);
  turn.session = { ...turn.session, voices: [...(turn.session.voices ?? []), person.id] };
};

/** The last reply that offers choices becomes the list that a number answers; a reply without any leaves the old one standing. */
const rememberList = (turn: Turn): void => {
  const choices = turn.replies.findLast((reply) => reply.choices !== undefined && reply.choices.length > 0)?.choices;
  if (!choices) return;
  const at = instant(turn.house.clock);
  turn.session = { ...turn.session, asked: { ...turn.session.asked, [turn.speaker]: { choices, at } } };
};

/**
 * Makes the conversation hear what happens in its trip; written only when something about it changed. A conversation
 * hears one trip: the one it spoke of before is left.
 */
const listen = async (turn: Turn): Promise<void> => {
  const { house, incoming, key, person } = turn;
  const { tripId, listens, language } = turn.session;
  if (!person || tripId === undefined) return;
  const digest = hash(
    'sha1',
    JSON.stringify([person.id, incoming.reference ?? null, ...(language ? [language] : [])]),
    'base64url',
  );
  const signature = `${tripId} ${digest}`;
  if (listens === signature) return;
  const before = listens?.split(' ')[0];
  if (before !== undefined && before !== tripId) await house.records.commit(before, [{ remove: listenerId(key) }]);
  const listener: Listener = {
    pk: tripId,
    id: listenerId(key),
    type: 'listener',
    _schema_version: 1,
    tripId,
    door: incoming.door,
    conversation: incoming.conversation,
    group: incoming.group,
    userId: person.id,
    familyId: incoming.group ? undefined : familyInTrip(person, tripId),
    language,
    reference: incoming.reference,
  };
  await house.records.commit(tripId, [{ put: listener }]);
  turn.session = { ...turn.session, listens: signature };
};
