import type { Courier } from '../bot/delivery.ts';
import { openSmsDoor, type SmsDoor } from '../test/sms-door.ts';
import { startTwilio, type TwilioStandIn } from '../test/stand-ins/twilio.ts';
import { postWebhook } from '../test/stand-ins/twilio-webhooks.ts';
import { twilioContract } from '../test/twilio-contract.ts';
import { type Fact, outboxFacts, tell } from '../trips/notifications/fact.ts';
import { conversationKey, type Door, type Listener, listenerId } from '../trips/notifications/listener.ts';
import { createSample } from '../trips/sample/create-sample.ts';
import { outbox } from './outbox.ts';

const START = Date.parse('2027-01-01T10:00:00Z');
const PUBLIC_URL = 'https://trips.example';
const PHONES = ['+15550201', '+15550202', '+15550203', '+15550204'];
const joined = (familyName: string): Fact => ({ kind: 'family-joined', familyId: 'family_x', familyName });

describe('texts to many phones at once', () => {
  let now: number;
  let twilio: TwilioStandIn;
  let door: SmsDoor;
  let tripId: string;
  /** When each text went out, in seconds. */
  let went: Map<string, number>;
  beforeEach(async () => {
    now = START;
    twilio = await startTwilio();
    went = new Map();
    door = await openSmsDoor({
      clock: { now: () => now },
      settings: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_PHONE_NUMBER: '+15550000',
        TWILIO_API_BASE_URL: twilio.baseUrl,
        TWILIO_PARTS_PER_SECOND: 1,
        PUBLIC_URL,
      },
    });
    const sample = await createSample(door.records, { now: () => now }, 'user_visitor');
    tripId = sample.trip.id;
    for (const { id } of await door.records.list(outboxFacts, tripId))
      await door.records.commit(tripId, [{ remove: id }]);
    for (const phone of PHONES) {
      const listener: Listener = {
        ...{ pk: tripId, id: listenerId(conversationKey(door.records, 'sms', phone)), type: 'listener' },
        ...{ _schema_version: 1, tripId, door: 'sms', conversation: phone, group: false },
        ...{ userId: `user_${phone}`, familyId: 'family_1' },
      };
      await door.records.commit(tripId, [{ put: listener }]);
    }
  });
  afterEach(async () => {
    const check = await twilioContract();
    expect((await Promise.all(twilio.wire.map(check))).flat()).toEqual([]);
    await door.close();
    await twilio.close();
  });

  /** A worker of its own, as in a process of its own. */
  const worker = () =>
    outbox(
      {
        records: door.records,
        clock: { now: () => now },
        publicUrl: () => PUBLIC_URL,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      },
      new Map<Door, Courier>([['sms', door.channel]]),
      { cancel: async () => false, enqueue: async () => 'queued' },
    );
  const announce = async (fact: Fact): Promise<void> => {
    await door.records.commit(tripId, [tell(tripId, fact, new Date(now).toISOString())]);
    now += 1;
  };
  /** Lets two workers look once a second. */
  const pass = async (seconds: number): Promise<void> => {
    const workers = [worker(), worker()];
    for (let second = 0; second < seconds; second += 1) {
      await Promise.all(workers.map((one) => one.run()));
      for (const { sid } of twilio.sent) if (!went.has(sid)) went.set(sid, Math.floor((now - START) / 1_000));
      now += 1_000;
    }
  };
  const report = (messageSid: string, to: string, state: string, code: string) =>
    postWebhook({
      server: door.server,
      publicUrl: PUBLIC_URL,
      path: '/api/sms/status',
      authToken: twilio.authToken,
      form: { MessageSid: messageSid, MessageStatus: state, To: to, From: '+15550000', ErrorCode: code },
    });
  const inOrderEverywhere = (): void => {
    for (const phone of PHONES) {
      const texts = twilio.sent.filter(({ to }) => to === phone).map(({ body }) => body);
      expect(texts).toEqual([expect.stringContaining('Ruiz'), expect.stringContaining('Okoye')]);
    }
  };

  it('go out one a second, each once, in the order of what happened on every phone', async () => {
    await announce(joined('Ruiz'));
    await announce(joined('Okoye'));
    await pass(12);
    const moments = [...went.values()];
    expect(moments).toHaveLength(2 * PHONES.length);
    expect(new Set(moments).size).toBe(moments.length);
    inOrderEverywhere();
    expect(await door.records.list(outboxFacts, tripId)).toEqual([]);
  });

  it('go out in order though the first is turned away for a while', async () => {
    twilio.failNext({ kind: 'busy', retryAfter: '20' });
    await announce(joined('Ruiz'));
    await announce(joined('Okoye'));
    await pass(60);
    expect(Math.min(...went.values())).toBeGreaterThanOrEqual(20);
    inOrderEverywhere();
  });

  it.each(['30022', '14107'])(
    'that a carrier turns away with %s go out again after a rest, once for all reports of it',
    async (code) => {
      await announce(joined('Ruiz'));
      await pass(6);
      const [first] = twilio.sent;
      if (!first) throw new Error('nothing was sent');
      for (let reports = 0; reports < 3; reports += 1) await report(first.sid, first.to, 'undelivered', code);
      await pass(29);
      expect(twilio.sent).toHaveLength(PHONES.length);
      await pass(10);
      expect(twilio.sent.slice(PHONES.length)).toMatchObject([{ to: first.to, body: first.body }]);
      expect(door.logged.join()).toMatch(/sent too fast/);
      expect(door.logged.join()).not.toMatch(/Ruiz/);
    },
  );

  it('that are turned away every time are given up after five sends, and one that arrived is not kept', async () => {
    await announce(joined('Ruiz'));
    await pass(6);
    const [first, second] = twilio.sent;
    await report(second?.sid ?? '', second?.to ?? '', 'delivered', '');
    await report(second?.sid ?? '', second?.to ?? '', 'undelivered', '30022');
    for (let sends = 0; sends < 8; sends += 1) {
      const last = twilio.sent.findLast(({ to }) => to === first?.to);
      await report(last?.sid ?? '', last?.to ?? '', 'undelivered', '30022');
      now += 20 * 60_000;
      await pass(3);
    }
    expect(twilio.sent.filter(({ to }) => to === first?.to)).toHaveLength(5);
    expect(twilio.sent.filter(({ to }) => to === second?.to)).toHaveLength(1);
  });
});
