import { doorConversation } from '../test/door-conversation.ts';
import { systemClock } from '../trips/clock.ts';
import { conversationKey } from '../trips/notifications/listener.ts';
import type { House } from './house.ts';
import type { Incoming, SavedWith, SessionChange } from './incoming.ts';
import { readSessionAt } from './kept-session.ts';
import { dedupe } from './middleware/dedupe.ts';
import { rememberOffer } from './remember-offer.ts';
import { type Session, sessions } from './session.ts';
import { newTurn } from './turn.ts';

const HERE = { door: 'web', conversation: 'conversation_example' } as const;

const incoming = (eventId: string, saying?: Incoming['saying']): Incoming => ({
  ...HERE,
  ...{ eventId, group: false, text: 'hi', files: [], event: 'message', saying },
  sender: { address: { door: 'web', value: 'dl_ana' } },
});

describe('the session of a web conversation', () => {
  let talk: Awaited<ReturnType<typeof doorConversation>>;
  beforeEach(async () => {
    talk = await doorConversation(({ text }) => [{ text: `You said: ${text}` }]);
  });
  afterEach(() => talk.close());

  /** Saves what it is given, as the door does. */
  const saves = async (change: SessionChange): Promise<SavedWith> =>
    (await talk.records.commit(HERE.conversation, [change])).ok ? 'saved' : 'moved';

  test('is read where it was kept before, and written beside what is said', async () => {
    const key = conversationKey(talk.records, HERE.door, HERE.conversation);
    const before: Session = {
      ...{ pk: key, id: 'session', type: 'session', _schema_version: 2, history: ['and the pool?'] },
      tripId: 'trip_1',
    };
    await talk.records.commit(key, [{ put: before }]);
    expect(await readSessionAt(talk.records, HERE)).toMatchObject({ session: { tripId: 'trip_1' } });
    await talk.converse(incoming('1', (_, change) => saves(change)));
    expect(await talk.records.read(sessions, HERE.conversation, 'session')).toMatchObject({
      ...{ pk: HERE.conversation, tripId: 'trip_1', history: ['and the pool?'] },
    });
    await talk.records.commit(key, [{ remove: 'session' }]);
    expect(await readSessionAt(talk.records, HERE)).toMatchObject({ session: { tripId: 'trip_1' } });
  });

  test('is asked for again when it has moved, and an event handled meanwhile is not handled again', async () => {
    const given: SessionChange[] = [];
    const house = { records: talk.records, clock: systemClock } as unknown as House;
    const elsewhere = (eventId: string) => dedupe()(newTurn(house, incoming(eventId)), () => Promise.resolve());
    const moving: Incoming['saying'] = async (_, change) => {
      given.push(change);
      // Another process handles another event first, and then this one.
      await elsewhere(given.length === 1 ? 'other' : '1');
      return saves(change);
    };
    expect(await talk.converse(incoming('1', moving))).toEqual({
      ...{ duplicate: true, replies: [] },
    });
    expect(given).toHaveLength(2);
  });

  test('is saved by itself, with what was answered, when what is said needs no saving', async () => {
    await talk.converse(incoming('1', async () => 'apart'));
    expect(await talk.converse(incoming('1', (_, change) => saves(change)))).toEqual({
      ...{ duplicate: true, replies: [{ text: 'You said: hi' }] },
    });
  });

  test('takes the list that was told there, whoever has spoken last', async () => {
    await talk.converse(incoming('1', (_, change) => saves(change)));
    const userId = 'user_1';
    await talk.records.commit(userId, [
      {
        put: {
          ...{ pk: userId, id: userId, type: 'user', _schema_version: 1, name: 'Ana', familyId: 'family_1' },
          ...{ addresses: [{ door: 'web', value: 'dl_ana' }], createdAt: '2027-01-01T00:00:00.000Z' },
        } as never,
      },
    ]);
    const choices = [{ label: 'Yes', act: { skill: 'help', input: {} } }];
    await rememberOffer(talk.records, systemClock, { ...HERE, userId, choices });
    const kept = await readSessionAt(talk.records, HERE);
    expect(Object.values(kept?.session.asked ?? {})).toMatchObject([{ choices }]);
  });
});
