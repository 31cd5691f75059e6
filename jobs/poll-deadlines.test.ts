import type { Courier } from '../bot/delivery.ts';
import { granted } from '../test/granted.ts';
import { openSampleTrip, type SampleTrip } from '../test/sample-trip.ts';
import { outboxFacts } from '../trips/notifications/fact.ts';
import { conversationKey, type Door, type Listener, listenerId } from '../trips/notifications/listener.ts';
import { changeNotifications } from '../trips/people/change-notifications.ts';
import { castBallot } from '../trips/polls/cast-ballot.ts';
import { openPoll } from '../trips/polls/open-poll.ts';
import { setDeadline } from '../trips/polls/set-deadline.ts';
import { readPoll } from '../trips/polls/standing.ts';
import { memberOf } from '../trips/roles/permission.ts';
import { outbox } from './outbox.ts';
import { TRIP_LOOKS } from './trip-looks.ts';

const HOUR = 3_600_000;
/** A Friday noon in the sample trip's town, Lisbon, where it is UTC in winter. */
const NOON = Date.parse('2027-01-08T12:00:00Z');

/** The sample's families: the visitor's (Chen), who organize the trip, the Silvas and the Okoyes, each on its own phone. */
describe('the deadline of a poll', () => {
  let now: number;
  let { records: store, sample, close } = {} as SampleTrip;
  let said: { readonly to: string; readonly text: string }[];
  const clock = { now: () => now };

  const member = async (userId: string) => granted(await memberOf(store, userId, sample.trip.id)).member;
  const adminOf = (family: number): string => (family === 0 ? 'user_v' : (sample.others[family - 1]?.adminId ?? ''));
  /** A family hears by its admin's phone, or by that of somebody else of it. */
  const listen = async (family: number, other?: string, group = false): Promise<void> => {
    const { person, participation } = await member(adminOf(family));
    const conversation = other ?? ['chen', 'silva', 'okoye'][family] ?? '';
    const id = listenerId(conversationKey(store, 'sms', conversation));
    const put: Listener = {
      ...{ pk: sample.trip.id, id, type: 'listener', _schema_version: 1, tripId: sample.trip.id, door: 'sms' },
      ...{ conversation, group, userId: other ?? person.id, familyId: participation.familyId },
    };
    await store.commit(sample.trip.id, [{ put }]);
  };
  const courier: Courier = {
    door: 'sms',
    deliver: async ({ conversation }, { text }) => {
      said.push({ to: conversation, text });
      return { status: 'sent' };
    },
  };
  /** What two workers do and say at that moment, their clocks a minute apart. */
  const at = async (moment: number): Promise<readonly string[]> => {
    said = [];
    now = moment;
    const workers = [0, -60_000].map((skew) => {
      const own = { now: () => moment + skew };
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const box = outbox(
        { records: store, clock: own, publicUrl: () => '', log },
        new Map<Door, Courier>([['sms', courier]]),
        {
          cancel: async () => false,
          enqueue: async () => 'queued',
        },
      );
      return { own, box };
    });
    await Promise.all(
      workers.map(async ({ own }) => {
        for (const { run } of TRIP_LOOKS)
          await run(
            store,
            own,
            async () => undefined,
            async () => undefined,
          );
      }),
    );
    for (let took = 1; took > 0; )
      took = (await Promise.all(workers.map(({ box }) => box.run()))).reduce((a, b) => a + b);
    return said.map(({ to, text }) => `${to}: ${text}`).sort();
  };
  const ask = async (closesAt: number, quorum?: number) => {
    const options = [{ text: 'Zoo' }, { text: 'Sea' }];
    const asked = { question: 'Zoo or sea?', options, quorum, closesAt: new Date(closesAt).toISOString() };
    const { poll } = granted(await openPoll(store, clock, await member('user_v'), asked));
    await at(now);
    return poll.id;
  };
  const vote = async (family: number, pollId: string): Promise<void> => {
    granted(await castBallot(store, clock, await member(adminOf(family)), pollId, 'opt_01'));
  };

  beforeEach(async () => {
    now = NOON;
    ({ records: store, sample, close } = await openSampleTrip(clock));
    const waiting = await store.list(outboxFacts, sample.trip.id);
    await store.commit(
      sample.trip.id,
      waiting.map(({ id }) => ({ remove: id })),
    );
    for (const family of [0, 1, 2]) await listen(family);
  });
  afterEach(() => close());

  test('should remind only families that have not answered, once, a day before', async () => {
    const pollId = await ask(NOON + 5 * 24 * HOUR);
    await vote(0, pollId);
    await at(NOON + HOUR);
    expect(await at(NOON + 4 * 24 * HOUR - HOUR)).toEqual([]);
    const reminder =
      'Your family has not answered this yet; voting ends 12:00 Wed 13 Jan. "We sit this one out" is an answer, too:';
    expect(await at(NOON + 4 * 24 * HOUR + 2 * 60_000)).toEqual([`okoye: ${reminder}`, `silva: ${reminder}`]);
    for (const later of [1, 2, 12]) expect(await at(NOON + 4 * 24 * HOUR + later * HOUR)).toEqual([]);
  });

  test('should remind a family by its admin, who votes for it, and by the others only where the admin cannot be told', async () => {
    await listen(1, 'user_of_silva');
    await listen(2, 'user_of_okoye');
    const okoye = listenerId(conversationKey(store, 'sms', 'okoye'));
    await store.commit(sample.trip.id, [{ remove: okoye }]);
    const pollId = await ask(NOON + 5 * 24 * HOUR);
    await vote(0, pollId);
    const reminded = await at(NOON + 4 * 24 * HOUR + 2 * 60_000);
    expect(reminded.map((text) => text.split(':')[0])).toEqual(['silva', 'user_of_okoye']);
  });

  test('should remind in a group only while a family is missing that cannot be told by itself', async () => {
    await listen(0, 'group', true);
    const groupIsTold = async (day: number): Promise<boolean> => {
      await vote(0, await ask(NOON + (day + 1) * 24 * HOUR));
      return (await at(NOON + day * 24 * HOUR + 2 * 60_000)).some((text) => text.startsWith('group:'));
    };
    expect(await groupIsTold(4)).toBe(false);
    const okoye = listenerId(conversationKey(store, 'sms', 'okoye'));
    await store.commit(sample.trip.id, [{ remove: okoye }]);
    expect(await groupIsTold(8)).toBe(true);
  });

  test('should not remind who answers while the reminder waits for the quiet hours to end, nor who muted polls', async () => {
    const pollId = await ask(NOON + 5 * 24 * HOUR);
    await changeNotifications(store, adminOf(1), (before) => ({
      ...before,
      quietHours: { from: '11:00', to: '14:00' },
    }));
    await changeNotifications(store, adminOf(2), (before) => ({ ...before, muted: ['polls'] }));
    await vote(0, pollId);
    expect(await at(NOON + 4 * 24 * HOUR + 2 * 60_000)).toEqual([]);
    await vote(1, pollId);
    expect(await at(NOON + 4 * 24 * HOUR + 3 * HOUR)).toEqual([]);
  });

  test('should remind and close by a deadline that is set while voting goes on, and not by the one before', async () => {
    const pollId = await ask(NOON + 6 * HOUR);
    const set = async (user: string, closesAt: number) =>
      setDeadline(store, clock, await member(user), pollId, new Date(closesAt).toISOString());
    expect(await set('user_v', NOON - HOUR)).toMatchObject({ ok: false, reason: 'dates-invalid' });
    expect(await set(adminOf(1), NOON + 5 * 24 * HOUR)).toMatchObject({ ok: false, reason: 'not-allowed' });
    expect(await set('user_v', NOON + 5 * 24 * HOUR)).toMatchObject({ ok: true });
    await vote(0, pollId);
    await at(NOON + 7 * HOUR);
    expect((await readPoll(store, sample.trip.id, pollId))?.status).toBe('open');
    const reminded = await at(NOON + 4 * 24 * HOUR + 2 * 60_000);
    expect(reminded.map((text) => text.split(':')[0])).toEqual(['okoye', 'silva']);
    expect(reminded[0]).toContain('voting ends 12:00 Wed 13 Jan');
    await at(NOON + 5 * 24 * HOUR + 60_000);
    expect((await readPoll(store, sample.trip.id, pollId))?.status).toBe('closed');
    expect(await set('user_v', NOON + 9 * 24 * HOUR)).toMatchObject({ ok: false, reason: 'poll-closed' });
  });

  test('should close by a deadline that is brought forward', async () => {
    const pollId = await ask(NOON + 5 * 24 * HOUR);
    const sooner = new Date(NOON + HOUR).toISOString();
    expect(await setDeadline(store, clock, await member('user_v'), pollId, sooner)).toMatchObject({ ok: true });
    await at(NOON + HOUR + 60_000);
    expect((await readPoll(store, sample.trip.id, pollId))?.status).toBe('closed');
  });

  test('should extend once when fewer families than asked for have answered, say so, and then close as it is', async () => {
    const pollId = await ask(NOON + 4 * HOUR, 3);
    await vote(0, pollId);
    await at(NOON + 3.5 * HOUR);
    const extended = await at(NOON + 4 * HOUR + 60_000);
    expect(extended).toHaveLength(3);
    expect(extended[0]).toBe(
      'chen: Only 1 of the 3 families needed have answered, so voting goes on until 20:01 Fri 8 Jan. Then it closes as it is:',
    );
    expect(await readPoll(store, sample.trip.id, pollId)).toMatchObject({
      status: 'open',
      extendedFrom: '2027-01-08T16:00:00.000Z',
    });
    await vote(1, pollId);
    expect(await at(NOON + 7 * HOUR)).toEqual([]);
    expect(await at(NOON + 8 * HOUR + 3 * 60_000)).toEqual(
      ['chen', 'okoye', 'silva'].map((who) => `${who}: Voting is over:`),
    );
    expect(await readPoll(store, sample.trip.id, pollId)).toMatchObject({
      status: 'closed',
      counting: 'Each family counts once. Only 2 of the 3 families asked for had answered.',
    });
  });

  test('should not extend when as many as asked for have answered, nor ask for more than there are', async () => {
    const [enough, tooMany] = [await ask(NOON + 4 * HOUR, 2), 6];
    await vote(0, enough);
    await vote(1, enough);
    await at(NOON + 4 * HOUR + 60_000);
    expect((await readPoll(store, sample.trip.id, enough))?.status).toBe('closed');
    const all = await ask(NOON + 8 * HOUR, tooMany);
    for (const family of [0, 1, 2]) await vote(family, all);
    await at(NOON + 8 * HOUR + 60_000);
    expect((await readPoll(store, sample.trip.id, all))?.status).toBe('closed');
  });

  test('should let the organizer alone say how many must answer, and only with a deadline', async () => {
    const poll = { question: 'Who?', options: [{ text: 'A' }, { text: 'B' }], quorum: 2 };
    const closesAt = '2027-01-09T12:00:00.000Z';
    expect(await openPoll(store, clock, await member(adminOf(1)), { ...poll, closesAt })).toMatchObject({
      reason: 'not-allowed',
    });
    expect(await openPoll(store, clock, await member('user_v'), poll)).toMatchObject({ reason: 'invalid' });
  });

  test('should tell the organizer once when every family has answered, also when the last two do so at the same time', async () => {
    const pollId = await ask(NOON + 5 * 24 * HOUR);
    await vote(0, pollId);
    expect(await at(NOON + HOUR)).toEqual([]);
    await Promise.all([vote(1, pollId), vote(2, pollId)]);
    const told = 'chen: Every family has answered "Zoo or sea?" Say CLOSE to end voting now.';
    expect(await at(NOON + 2 * HOUR)).toEqual([told]);
    await castBallot(store, clock, await member(adminOf(1)), pollId, 'opt_02');
    expect(await at(NOON + 3 * HOUR)).toEqual([]);
  });
});
