import { openLog } from '../../app/log.ts';
import type { Reply } from '../../cards/reply.ts';
import { openSmsDoor, type SmsDoor } from '../../test/sms-door.ts';
import { startTwilio, type TwilioStandIn } from '../../test/stand-ins/twilio.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { twilioContract } from '../../test/twilio-contract.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import { sendQueue } from './send-queue.ts';
import { twilioApi } from './twilio-client.ts';
import { twilioCourier } from './twilio-courier.ts';

const US = '+15550000';
const PHONE = '+15550111';
const ready: Reply = { text: 'Your plan is ready…' };

const listener = (conversation: string, reference?: unknown): Listener => ({
  ...{ pk: 'trip_1', id: 'listener_1', type: 'listener', _schema_version: 1, tripId: 'trip_1' },
  ...{ door: 'sms', conversation, group: false, userId: 'user_1', reference },
});

const SERVICE = `MG${'a'.repeat(32)}`;

let check: Awaited<ReturnType<typeof twilioContract>>;
let twilio: TwilioStandIn;
let opened: OpenedStore;
let now: number;
const clock = { now: () => now };
let optedOut: string[];
let logged: string[];
beforeAll(async () => {
  check = await twilioContract();
});
beforeEach(async () => {
  twilio = await startTwilio();
  now = Date.now();
  opened = await openSqliteStore(clock);
  optedOut = [];
  logged = [];
});
afterEach(async () => {
  // Whatever was asked for was asked as Twilio's own OpenAPI document says.
  expect((await Promise.all(twilio.wire.map(check))).flat()).toEqual([]);
  await twilio.close();
  await opened.close();
});

const courier = (
  settings: { timeoutMs?: number; baseUrl?: string; authToken?: string; phoneNumber?: string; service?: string } = {},
) =>
  twilioCourier({
    api: twilioApi({
      accountSid: twilio.accountSid,
      authToken: settings.authToken ?? twilio.authToken,
      apiBaseUrl: settings.baseUrl ?? twilio.baseUrl,
      timeoutMs: settings.timeoutMs ?? 5_000,
      pauseMs: 1,
    }),
    records: opened.store,
    queue: sendQueue(opened.store, clock),
    partsPerSecond: 1,
    phoneNumber: settings.phoneNumber ?? US,
    messagingService: settings.service ?? '',
    log: openLog('info', { write: (line) => logged.push(line) }),
    statusCallback: 'https://trips.example/api/sms/status',
    mayWriteTo: async (number) => !optedOut.includes(number),
    onOptOut: async (number) => {
      optedOut.push(number);
    },
  });
const creates = (): number => twilio.requests.filter((line) => line.startsWith('POST')).length;

describe('a text through Twilio', () => {
  it('is sent from our number, folded, with the address for its status', async () => {
    const delivered = await courier().deliver(listener(PHONE), ready, 'key-1');
    expect(twilio.sent).toHaveLength(1);
    expect(twilio.sent[0]).toMatchObject({ to: PHONE, from: US, body: 'Your plan is ready...' });
    expect(twilio.sent[0]?.statusCallback).toBe('https://trips.example/api/sms/status');
    expect(delivered).toEqual({ status: 'sent', messageId: twilio.sent[0]?.sid });
  });

  it('goes out by WhatsApp from the sender that was written to', async () => {
    await courier().deliver(listener(`whatsapp:${PHONE}`, { from: 'whatsapp:+14150000' }), ready, 'a');
    await courier().deliver(listener(`whatsapp:${PHONE}`), ready, 'b');
    await courier().deliver(listener(PHONE, { from: '+14150000' }), ready, 'c');
    expect(twilio.sent.map(({ from }) => from)).toEqual(['whatsapp:+14150000', `whatsapp:${US}`, US]);
  });

  it('goes out by the messaging service where there is one, and by WhatsApp from the sender that was written to all the same', async () => {
    const { deliver } = courier({ service: SERVICE, phoneNumber: '' });
    await deliver(listener(PHONE, { from: '+14150000' }), ready, 'a');
    await deliver(listener(`whatsapp:${PHONE}`, { from: 'whatsapp:+14150000' }), ready, 'b');
    await deliver(listener(`whatsapp:${PHONE}`), ready, 'c');
    expect(twilio.sent.map(({ from, messagingServiceSid }) => [from, messagingServiceSid])).toEqual([
      ['', SERVICE],
      ['whatsapp:+14150000', undefined],
      ['', SERVICE],
    ]);
  });

  it('goes out by WhatsApp as it was written, and is found again so', async () => {
    const { deliver, reconcile } = courier();
    const to = listener(`whatsapp:${PHONE}`);
    await deliver(to, ready, 'k');
    expect(twilio.sent[0]?.body).toBe('Your plan is ready…');
    expect(await reconcile(to, ready, 'k', new Date(Date.now() - 1_000).toISOString())).toBe('sent');
  });

  it('by WhatsApp a day after the last word from there is refused for want of a template, and logged without the words', async () => {
    twilio.failNext({ kind: 'error', status: 400, code: 63016 });
    const outcome = await courier().deliver(listener(`whatsapp:${PHONE}`), ready, 'key-1');
    expect(outcome).toEqual({ status: 'refused', why: 'needs-template' });
    expect(creates()).toBe(1);
    expect(logged.join()).toMatch(/key-1.*approved templates/);
    expect(logged.join()).not.toMatch(/plan is ready|5550111/);
  });

  it('is not sent to a number that may not be written to', async () => {
    optedOut.push(PHONE);
    expect(await courier().deliver(listener(PHONE), ready, 'k')).toEqual({ status: 'refused', why: 'opted-out' });
    expect(twilio.requests).toEqual([]);
  });

  it('to a number the carrier knows as opted out is refused, and the opt-out is kept', async () => {
    twilio.optedOut.add(PHONE);
    const { deliver } = courier();
    expect(await deliver(listener(PHONE), ready, 'k')).toEqual({ status: 'refused', why: 'opted-out' });
    expect(optedOut).toEqual([PHONE]);
    await deliver(listener(PHONE), ready, 'k2');
    expect(creates()).toBe(1);
  });

  it('that Twilio will never take is refused with its code', async () => {
    expect(await courier().deliver(listener('MYBANK'), ready, 'k')).toEqual({ status: 'refused', why: 'twilio-21211' });
  });

  it('waits as long as a busy Twilio asks, and is sent once', async () => {
    twilio.failNext({ kind: 'busy', retryAfter: '0' }, { kind: 'busy' });
    expect(await courier().deliver(listener(PHONE), ready, 'k')).toMatchObject({ status: 'sent' });
    expect(creates()).toBe(3);
    expect(twilio.sent).toHaveLength(1);
  });

  it('is left to the outbox at once when Twilio asks for a long wait', async () => {
    twilio.failNext({ kind: 'busy', retryAfter: '60' });
    await expect(courier().deliver(listener(PHONE), ready, 'k')).rejects.toMatchObject({ code: 'far-end-unavailable' });
    expect(creates()).toBe(1);
  });

  it('waits for its turn by the parts of what was sent before, and one who may not be written to takes no place', async () => {
    const { whenFree } = courier();
    const long: Reply = { text: 'The boat leaves at nine and comes back at noon. '.repeat(8) };
    expect(await whenFree(listener(PHONE), long, 'a')).toBeUndefined();
    optedOut.push('+15550112');
    expect(await whenFree(listener('+15550112'), ready, 'b')).toBeUndefined();
    expect(await whenFree(listener('+15550113'), ready, 'c')).toBe(new Date(now + 3_000).toISOString());
    expect(await whenFree(listener(`whatsapp:${PHONE}`), long, 'd')).toBeUndefined();
  });

  it.each([
    ['asks for a pause', { kind: 'busy', retryAfter: '60' }, 1, 60_000],
    ['says that its queue is full', { kind: 'error', status: 429, code: 21611 }, 3, 1_000],
    ['says that it was too fast', { kind: 'error', status: 400, code: 14107 }, 1, 30_000],
  ] as const)(
    'rests with all others of its sender when Twilio %s, and is then sent once',
    async (_what, failure, tries, restMs) => {
      const { deliver, whenFree } = courier();
      twilio.failNext(...Array.from({ length: tries }, () => failure));
      await whenFree(listener(PHONE), ready, 'a');
      await expect(deliver(listener(PHONE), ready, 'a')).rejects.toMatchObject({ code: 'far-end-unavailable' });
      const free = await whenFree(listener(PHONE), ready, 'a');
      expect(Date.parse(free ?? '') - now).toBe(restMs);
      expect(await whenFree(listener('+15550112'), ready, 'b')).toBeDefined();
      now = Date.parse(free ?? '');
      expect(await whenFree(listener(PHONE), ready, 'a')).toBeUndefined();
      await deliver(listener(PHONE), ready, 'a');
      expect([creates(), twilio.sent.length]).toEqual([tries + 1, 1]);
    },
  );

  it.each([
    ['a server error', { kind: 'error', status: 500, code: 20500 }],
    ['a broken connection', { kind: 'broken' }],
    ['silence', { kind: 'hang' }],
  ] as const)('is not repeated blindly after %s', async (_what, failure) => {
    twilio.failNext(failure);
    const sending = courier({ timeoutMs: 150 }).deliver(listener(PHONE), ready, 'k');
    await expect(sending).rejects.toMatchObject({ code: 'far-end-silent' });
    expect(creates()).toBe(1);
  });

  it('waits for an operator when the credentials are wrong, and its error holds no secret', async () => {
    const error: Error = await courier({ authToken: 'wrong-example-token' })
      .deliver(listener(PHONE), ready, 'k')
      .then(
        () => new Error('was sent'),
        (thrown) => thrown,
      );
    expect(error).toMatchObject({ code: 'far-end-unavailable', message: expect.stringContaining('HTTP 401') });
    expect(error.cause).toBeUndefined();
  });

  it('is tried again when nothing listens, and is no longer tried once the breaker is open', async () => {
    await twilio.close();
    twilio = await startTwilio();
    const { deliver } = courier();
    twilio.failNext(...Array.from({ length: 5 }, () => ({ kind: 'error', status: 503, code: 20503 }) as const));
    for (let tries = 0; tries < 7; tries += 1) {
      const code = tries < 5 ? 'far-end-silent' : 'far-end-unavailable';
      await expect(deliver(listener(PHONE), ready, 'k')).rejects.toMatchObject({ code });
    }
    expect(creates()).toBe(5);
    const nowhere = courier({ baseUrl: 'http://127.0.0.1:9' }).deliver(listener(PHONE), ready, 'k');
    await expect(nowhere).rejects.toMatchObject({ code: 'far-end-unavailable' });
  });
});

describe('an interrupted send', () => {
  const since = new Date(Date.now() - 1_000).toISOString();

  it('is found when Twilio has kept it', async () => {
    twilio.failNext({ kind: 'lost' });
    const { deliver, reconcile } = courier({ timeoutMs: 150 });
    await expect(deliver(listener(PHONE), ready, 'k')).rejects.toMatchObject({ code: 'far-end-silent' });
    expect(await reconcile(listener(PHONE), ready, 'k', since)).toBe('sent');
  });

  it('is found behind the sentence of a trial account', async () => {
    twilio.keep({ to: PHONE, body: 'Sent from your Twilio trial account - Your plan is ready...' });
    expect(await courier().reconcile(listener(PHONE), ready, 'k', since)).toBe('sent');
  });

  it('is not found in an older, an inbound, another or a canceled message', async () => {
    const body = 'Your plan is ready...';
    twilio.keep({ to: PHONE, body, createdAt: new Date(Date.now() - 3_600_000) });
    twilio.keep({ to: PHONE, body, direction: 'outbound-reply' });
    twilio.keep({ to: PHONE, body, status: 'canceled' });
    twilio.keep({ to: PHONE, body: 'Something else' });
    twilio.keep({ to: '+15550222', body });
    expect(await courier().reconcile(listener(PHONE), ready, 'k', since)).toBe('not-sent');
  });

  it('is unknown when more was sent since than is looked through', async () => {
    for (let count = 0; count < 120; count += 1) twilio.keep({ to: PHONE, body: `Text ${count}` });
    expect(await courier().reconcile(listener(PHONE), ready, 'k', since)).toBe('unknown');
  });

  it('is asked about again when the answer is lost, for asking changes nothing', async () => {
    twilio.keep({ to: PHONE, body: 'Your plan is ready...' });
    await expect(
      courier({ baseUrl: 'http://127.0.0.1:9' }).reconcile(listener(PHONE), ready, 'k', since),
    ).rejects.toMatchObject({ code: 'far-end-unavailable' });
  });
});

describe('the door with a Twilio account', () => {
  let door: SmsDoor;
  afterEach(() => door.close());

  it('sends through Twilio and can say whether a message arrived', async () => {
    door = await openSmsDoor({
      settings: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_PHONE_NUMBER: US,
        TWILIO_API_BASE_URL: twilio.baseUrl,
        PUBLIC_URL: 'https://trips.example',
      },
    });
    const arrived = twilio.waitFor(({ to }) => to === PHONE);
    await door.channel.deliver(listener(PHONE), ready, 'k');
    expect((await arrived).statusCallback).toBe('https://trips.example/api/sms/status');
    const since = new Date(Date.now() - 1_000).toISOString();
    expect(await door.channel.reconcile?.(listener(PHONE), ready, 'k', since)).toBe('sent');
    expect((await fetch(`${door.server}/simulator/phones/${PHONE}/messages`)).status).toBe(404);
  });

  it('says that it is not set up in production without an account', async () => {
    door = await openSmsDoor({ settings: { TWILIO_AUTH_TOKEN: 'example-auth-token', production: true } });
    const refused = { status: 'refused', why: 'sms-not-configured' };
    expect(await door.channel.deliver(listener(PHONE), ready, 'k')).toEqual(refused);
    expect((await fetch(`${door.server}/simulator/phones/${PHONE}/messages`)).status).toBe(404);
  });
});
