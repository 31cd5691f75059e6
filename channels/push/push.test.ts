import webPush from 'web-push';
import { bearer, type Conversation, closeAll, closeLater, openDoor, start } from '../../test/direct-line-calls.ts';
import { type PushStandIn, startPushService } from '../../test/stand-ins/push-service.ts';
import type { WebDoor } from '../../test/web-door.ts';
import { type Clock, systemClock } from '../../trips/clock.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import { pushChannel } from './push-channel.ts';
import { pushService } from './push-service.ts';
import { MOST_BROWSERS, subscribe, subscribed } from './push-subscription.ts';

const VAPID = webPush.generateVAPIDKeys();
const SUBJECT = 'mailto:trips@pathfinder.example';

interface Opened {
  readonly door: WebDoor;
  readonly service: PushStandIn;
  readonly mine: Conversation;
  /** News for the conversation, through the door that notifies. */
  tell(text: string, key: string): Promise<unknown>;
}

const open = async (clock: Clock = systemClock): Promise<Opened> => {
  const service = await startPushService(VAPID.publicKey);
  closeLater(() => service.close());
  let push: ReturnType<typeof pushChannel>;
  const door = await openDoor({
    clock,
    routes: (parts) => {
      push = pushChannel({
        ...parts,
        settings: {
          ...{ VAPID_PUBLIC_KEY: VAPID.publicKey, VAPID_PRIVATE_KEY: VAPID.privateKey },
          ...{ VAPID_SUBJECT: SUBJECT, PUSH_HOSTS: [service.host] },
        },
      });
      if (!push) throw new Error('no push');
      return push.router;
    },
  });
  const mine = await start(door);
  const to: Listener = {
    ...{ pk: 'trip_1', id: 'listener_1', type: 'listener', _schema_version: 1 },
    ...{ tripId: 'trip_1', door: 'web', conversation: mine.conversationId, group: false, userId: 'user_1' },
  };
  return { door, service, mine, tell: async (text, key) => push?.alsoBy(door.channel).deliver(to, { text }, key) };
};

const ask = async (door: WebDoor, { token }: Conversation, method: 'PUT' | 'DELETE', body: unknown) => {
  const answer = await fetch(`${door.url}/push/subscription`, {
    method,
    ...bearer(token, { 'content-type': 'application/json' }),
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.status;
};

afterEach(closeAll);

describe('notifications of a browser', () => {
  test('tell what came in the conversation, sealed so that only that browser can open it', async () => {
    const { door, service, mine, tell } = await open();
    expect(await ask(door, mine, 'PUT', service.browser('anas'))).toBe(204);
    expect(await tell('The taxi comes at nine', 'fact 1')).toMatchObject({ status: 'sent' });
    const [message, ...more] = service.messages('anas');
    expect(more).toEqual([]);
    expect(message?.notice).toMatchObject({ title: 'Pathfinder', body: 'The taxi comes at nine' });
    expect(message?.sealed.includes('taxi')).toBe(false);
    expect(message?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
  });

  test('are named by what they tell, so that a repeat takes the place of the first', async () => {
    const { door, service, mine, tell } = await open();
    await ask(door, mine, 'PUT', service.browser('anas'));
    for (const key of ['fact 1', 'fact 1', 'fact 2']) await tell('The taxi comes at nine', key);
    const [first, again, other] = service.messages('anas').map(({ notice, headers }) => [notice.tag, headers.topic]);
    expect(again).toEqual(first);
    expect(other?.[0]).not.toBe(first?.[0]);
    expect(other?.[1]).not.toBe(first?.[1]);
  });

  test.each([404, 410])(
    'end when the push service answers %i, and the news is in the conversation all the same',
    async (status) => {
      const { door, service, mine, tell } = await open();
      await ask(door, mine, 'PUT', service.browser('anas'));
      service.next(status);
      expect(await tell('one', 'fact 1')).toMatchObject({ status: 'sent' });
      expect(await tell('two', 'fact 2')).toMatchObject({ status: 'sent' });
      expect(service.calls('anas')).toBe(1);
    },
  );

  test('are tried again while the push service is busy, and given up without losing the browser', async () => {
    const { door, service, mine, tell } = await open();
    await ask(door, mine, 'PUT', service.browser('anas'));
    service.next(503, 500);
    await tell('one', 'fact 1');
    expect(service.messages('anas').map(({ notice }) => notice.body)).toEqual(['one']);
    service.next(400);
    expect(await tell('two', 'fact 2')).toMatchObject({ status: 'sent' });
    expect(door.logged.filter((line) => line.includes('could not be notified'))).toHaveLength(1);
    await tell('three', 'fact 3');
    expect(service.messages('anas').at(-1)?.notice.body).toBe('three');
  });

  test('come to every browser of the conversation until it no longer wants them, and to those of no other', async () => {
    const { door, service, mine, tell } = await open();
    const theirs = await start(door);
    const [phone, laptop, stranger] = ['phone', 'laptop', 'stranger'].map((name) => service.browser(name));
    for (const browser of [phone, laptop, phone]) await ask(door, mine, 'PUT', browser);
    await ask(door, theirs, 'PUT', stranger);
    await tell('one', 'fact 1');
    // Another conversation's token ends nothing here.
    await ask(door, theirs, 'DELETE', { endpoint: laptop?.endpoint });
    for (let n = 0; n < 2; n += 1) expect(await ask(door, mine, 'DELETE', { endpoint: phone?.endpoint })).toBe(204);
    await tell('two', 'fact 2');
    expect(service.messages('phone').map(({ notice }) => notice.body)).toEqual(['one']);
    expect(service.messages('laptop').map(({ notice }) => notice.body)).toEqual(['one', 'two']);
    expect(service.calls('stranger')).toBe(0);
  });

  test('go to a few browsers only: one more takes the place of the oldest', async () => {
    let now = 1_900_000_000_000;
    const { door, service, mine } = await open({ now: () => now });
    for (let n = 0; n <= MOST_BROWSERS; n += 1) {
      now += 1_000;
      await ask(door, mine, 'PUT', service.browser(`browser-${n}`));
    }
    const kept = await subscribed(door.records, mine.conversationId);
    expect(kept).toHaveLength(MOST_BROWSERS);
    expect(kept.some(({ endpoint }) => endpoint.endsWith('browser-0'))).toBe(false);
  });

  test('go nowhere but to who may be written to: not by a redirect, nor to a host that is on the list no longer', async () => {
    const { door, service, mine, tell } = await open();
    const other = await startPushService(VAPID.publicKey);
    closeLater(() => other.close());
    await subscribe(door.records, mine.conversationId, other.browser('anas'), '2027-01-01T10:00:00.000Z', 3_600);
    expect(await tell('one', 'fact 1')).toMatchObject({ status: 'sent' });
    expect(other.calls('anas')).toBe(0);
    expect(await subscribed(door.records, mine.conversationId)).toEqual([]);
    await ask(door, mine, 'PUT', service.browser('anas'));
    service.browser('moved');
    service.next(307);
    await tell('two', 'fact 2');
    expect([service.calls('anas'), service.calls('moved')]).toEqual([1, 0]);
  });

  test('of a message too long for any push service are cut, in whole characters', async () => {
    const { door, service, mine, tell } = await open();
    await ask(door, mine, 'PUT', service.browser('anas'));
    await tell('👩‍👩‍👧 '.repeat(2_000), 'fact 1');
    const [message] = service.messages('anas');
    expect(message?.sealed.length).toBeLessThanOrEqual(4_096);
    expect(message?.notice.body).not.toContain('\uFFFD');
  });
});

describe('asking for notifications', () => {
  const key = { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) };
  test.each([
    ['at a host of this network', { endpoint: 'https://10.0.0.1/push', keys: key }],
    ['at this machine', { endpoint: 'http://127.0.0.1:9/push', keys: key }],
    [
      'at a name that only begins like a push service',
      { endpoint: 'https://fcm.googleapis.com.evil.example/x', keys: key },
    ],
    ['at a name that only ends like a push service', { endpoint: 'https://evilpush.apple.com/x', keys: key }],
    ['over plain http', { endpoint: 'http://fcm.googleapis.com/x', keys: key }],
    ['at another port', { endpoint: 'https://fcm.googleapis.com:8080/x', keys: key }],
    ['with a password', { endpoint: 'https://a:b@fcm.googleapis.com/x', keys: key }],
    ['without keys', { endpoint: 'https://fcm.googleapis.com/x' }],
    ['with a key of another length', { endpoint: 'https://fcm.googleapis.com/x', keys: { ...key, p256dh: 'AAAA' } }],
    ['with nothing', {}],
  ])('%s is refused', async (_, body) => {
    const { door, mine } = await open();
    expect(await ask(door, mine, 'PUT', body)).toBe(400);
    expect(await subscribed(door.records, mine.conversationId)).toEqual([]);
  });

  test('needs the token of a conversation, and a page of ours', async () => {
    const { door, service, mine } = await open();
    const browser = service.browser('anas');
    expect(await ask(door, { ...mine, token: '' }, 'PUT', browser)).toBe(401);
    expect(await ask(door, { ...mine, token: 'garbage' }, 'DELETE', browser)).toBe(401);
    const elsewhere = await fetch(`${door.url}/push/subscription`, {
      method: 'PUT',
      ...bearer(mine.token, { 'content-type': 'application/json', origin: 'https://evil.example' }),
      body: JSON.stringify(browser),
    });
    expect(elsewhere.status).toBe(403);
    expect(await subscribed(door.records, mine.conversationId)).toEqual([]);
  });
});

test('a host of the operator may be plain http on this machine only', () => {
  const keys = { publicKey: VAPID.publicKey, privateKey: VAPID.privateKey, subject: SUBJECT };
  const { allows } = pushService({ ...keys, hosts: ['push.trips.example', '127.0.0.1:9'] });
  expect(['https://push.trips.example/x', 'http://127.0.0.1:9/x'].map(allows)).toEqual([true, true]);
  expect(['http://push.trips.example/x', 'http://127.0.0.1/x', 'nonsense'].map(allows)).toEqual([false, false, false]);
});

test('without keys there are no notifications', () => {
  const settings = { VAPID_PUBLIC_KEY: '', VAPID_PRIVATE_KEY: '', VAPID_SUBJECT: '', PUSH_HOSTS: [] };
  expect(pushChannel({ settings } as unknown as Parameters<typeof pushChannel>[0])).toBeUndefined();
});
