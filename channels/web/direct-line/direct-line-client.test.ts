import type { Activity, DirectLine as Client } from 'botframework-directlinejs';
import { DirectLine } from 'botframework-directlinejs';
import { FetchXmlHttpRequest } from '../../../test/stand-ins/xml-http-request.ts';
import { openWebDoor, type WebDoor, type WebDoorParts } from '../../../test/web-door.ts';
import type { Listener } from '../../../trips/notifications/listener.ts';

type Said = Activity & { readonly text?: string; readonly id?: string };

/** The real client, and what it has received so far. */
interface Page {
  readonly client: Client;
  readonly seen: Said[];
  /** Resolves with the messages once `enough` holds for them; the test's own time limit ends a wait in vain. */
  until(enough: (messages: readonly Said[]) => boolean): Promise<readonly Said[]>;
  say(text: string, clientActivityID?: string): Promise<string>;
  texts(): readonly (string | undefined)[];
}

const open = new Set<{ close(): void | Promise<void> }>();

beforeAll(() => {
  Object.assign(globalThis, { XMLHttpRequest: FetchXmlHttpRequest });
});

afterEach(async () => {
  for (const thing of [...open].reverse()) await thing.close();
  open.clear();
});

const door = async (parts: WebDoorParts = {}): Promise<WebDoor> => {
  const opened = await openWebDoor(parts);
  open.add(opened);
  return opened;
};

const listener = (conversation: string): Listener => ({
  ...{ pk: 'trip_1', id: 'listener_1', type: 'listener', _schema_version: 1 },
  ...{ tripId: 'trip_1', door: 'web', conversation, group: false, userId: 'user_1' },
});

const generate = async (url: string): Promise<{ token: string; conversationId: string; returnToken: string }> =>
  (await fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST' })).json() as never;

const page = (url: string, options: object): Page => {
  // It waits 3 to 15 seconds before it connects anew, by chance; here the chance is none at all.
  const services = { random: () => -0.25 };
  const client = new DirectLine({ domain: `${url}/v3/directline`, ...options, ...services });
  const seen: Said[] = [];
  const checks = new Set<() => void>();
  client.activity$.subscribe({
    next: (activity) => {
      if (activity.type === 'typing') return;
      seen.push(activity as Said);
      for (const check of checks) check();
    },
    // Ending a conversation is an error to its subscribers.
    error: () => undefined,
  });
  open.add({ close: () => client.end() });
  return {
    client,
    seen,
    until: (enough) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!enough(seen)) return;
          checks.delete(check);
          resolve(seen);
        };
        checks.add(check);
        check();
      }),
    say: (text, clientActivityID) =>
      new Promise((resolve, reject) => {
        client
          .postActivity({
            type: 'message',
            from: { id: 'somebody-else' },
            text,
            ...(clientActivityID ? { channelData: { clientActivityID } } : {}),
          } as Activity)
          .subscribe(resolve, reject);
      }),
    texts: () => seen.map(({ text }) => text),
  };
};

describe.each([
  ['WebSocket', true],
  ['polling', false],
])('botframework-directlinejs over %s', (_, webSocket) => {
  const options = { webSocket, pollingInterval: 200 };

  test('is greeted once, talks, and is answered in order', async () => {
    const { url, heard } = await door();
    const { token } = await generate(url);
    const mine = page(url, { ...options, token });
    await mine.until((seen) => seen.length === 1);
    const id = await mine.say('hello');
    await mine.until((seen) => seen.length === 3);
    expect(mine.texts()).toEqual(['Welcome', 'hello', 'You said: hello']);
    expect(mine.seen[1]?.id).toBe(id);
    expect(mine.seen[2]).toMatchObject({ from: { id: 'pathfinder', role: 'bot' }, replyToId: id });
    expect(heard.map(({ event }) => event)).toEqual(['joined', 'message']);
  });

  test('sees its own words come from the user of its token, whoever it claims to be', async () => {
    const { url, heard } = await door();
    const { token } = await generate(url);
    const mine = page(url, { ...options, token });
    await mine.say('hello');
    await mine.until((seen) => seen.length === 3);
    const user = heard[0]?.sender.address.value;
    expect(user).toMatch(/^dl_/);
    expect(mine.seen.find(({ text }) => text === 'hello')?.from.id).toBe(user);
    expect(heard[1]?.sender).toMatchObject({ address: { door: 'web', value: user }, userId: undefined });
  });

  test('ends its conversation, and finds there what was said when it comes back', async () => {
    const { url, heard } = await door();
    const { token, conversationId } = await generate(url);
    const mine = page(url, { ...options, token });
    await mine.say('hello');
    await mine.until((seen) => seen.length === 3);
    const ended = { type: 'endOfConversation', from: { id: 'me' } } as unknown as Activity;
    await new Promise((resolve, reject) => mine.client.postActivity(ended).subscribe(resolve, reject));
    mine.client.end();
    expect(heard.at(-1)).toMatchObject({ event: 'left' });

    const back = page(url, { ...options, token, conversationId, watermark: '0' });
    await back.say('it is me again');
    await back.until((seen) => seen.some(({ text }) => text === 'You said: it is me again'));
    expect(back.seen.map(({ type, text }) => text ?? type)).toEqual([
      ...['Welcome', 'hello', 'You said: hello', 'endOfConversation'],
      ...['it is me again', 'You said: it is me again'],
    ]);
  });

  test('a repeated client activity id is one message with one id', async () => {
    const { url, heard } = await door();
    const { token } = await generate(url);
    const mine = page(url, { ...options, token });
    await mine.until((seen) => seen.length === 1);
    const ids = await Promise.all(['a', 'a', 'a'].map((id) => mine.say('once', id)));
    expect(new Set(ids).size).toBe(1);
    await mine.say('twice', 'b');
    await mine.until((seen) => seen.length === 5);
    expect(mine.texts()).toEqual(['Welcome', 'once', 'You said: once', 'twice', 'You said: twice']);
    expect(heard).toHaveLength(3);
  });

  test('a second tab on the conversation gets everything once, and so does the first', async () => {
    const { url, heard } = await door();
    const { token, conversationId } = await generate(url);
    const first = page(url, { ...options, token });
    await first.until((seen) => seen.length === 1);
    await first.say('from the first');
    await first.until((seen) => seen.length === 3);
    const second = page(url, { ...options, token, conversationId, watermark: '0' });
    await second.until((seen) => seen.length === 3);
    await second.say('from the second');
    await Promise.all([first, second].map((tab) => tab.until((seen) => seen.length === 5)));
    expect(second.texts()).toEqual(first.texts());
    expect(new Set(first.seen.map(({ id }) => id)).size).toBe(5);
    expect(heard.map(({ event }) => event)).toEqual(['joined', 'message', 'message']);
  });

  test('sees what another process says in its conversation', async () => {
    const here = await door();
    const there = await openWebDoor({ folder: here.folder });
    open.add({ close: () => there.close('keep') });
    const { token, conversationId } = await generate(here.url);
    const mine = page(here.url, { ...options, token });
    await mine.until((seen) => seen.length === 1);
    expect(
      await there.channel.deliver(listener(conversationId), { text: 'Your plan is ready' }, 'plan 1'),
    ).toMatchObject({ status: 'sent' });
    await mine.until((seen) => seen.length === 2);
    await mine.say('thanks');
    await mine.until((seen) => seen.length === 4);
    expect(mine.texts()).toEqual(['Welcome', 'Your plan is ready', 'thanks', 'You said: thanks']);
  });
});

// A client that polls gives up when a connection fails.
describe('botframework-directlinejs over a WebSocket that breaks', () => {
  test('is told to reconnect when its token has expired, and goes on where it was with a new one', async () => {
    let now = Date.now();
    const { url, channel } = await door({ clock: { now: () => now } });
    const { token, conversationId, returnToken } = await generate(url);
    const mine = page(url, { webSocket: true, token });
    await mine.until((seen) => seen.length === 1);
    const expired = new Promise<void>((resolve) => {
      mine.client.connectionStatus$.subscribe((status) => {
        if (status === 3) resolve();
      });
    });
    now += 31 * 60 * 1000;
    await channel.deliver(listener(conversationId), { text: 'Your plan is ready' }, 'plan 1');
    expect(await mine.say('still there?')).toBe('retry');
    await expired;
    const back = await (
      await fetch(`${url}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { authorization: `Bearer ${returnToken}` },
      })
    ).json();
    const { streamUrl } = await (
      await fetch(`${url}/v3/directline/conversations/${conversationId}?watermark=1`, {
        headers: { authorization: `Bearer ${back.token}` },
      })
    ).json();
    mine.client.reconnect({ conversationId, token: back.token, streamUrl });
    await mine.say('here again');
    await mine.until((seen) => seen.some(({ text }) => text === 'You said: here again'));
    // The client opens the same stream several times when it is told to reconnect; ids tell what is the same.
    const once = new Map(mine.seen.map(({ id, text }) => [id, text]));
    expect([...once.values()]).toEqual(['Welcome', 'Your plan is ready', 'here again', 'You said: here again']);
  });

  test('loses nothing and sees nothing twice when the server goes away and comes back, news of that time included', async () => {
    const before = await openWebDoor();
    const { token, conversationId } = await generate(before.url);
    const mine = page(before.url, { webSocket: true, token, timeout: 1_000 });
    await mine.until((seen) => seen.length === 1);
    await mine.say('hello');
    await mine.until((seen) => seen.length === 3);
    await before.close('keep');
    const elsewhere = await openWebDoor({ folder: before.folder });
    await elsewhere.channel.deliver(listener(conversationId), { text: 'Your plan is ready' }, 'plan 1');
    await elsewhere.close('keep');
    const after = await door({ folder: before.folder, port: Number(new URL(before.url).port) });
    // The same news once more, as a worker does that died before it noted that it was told.
    await after.channel.deliver(listener(conversationId), { text: 'Your plan is ready' }, 'plan 1');
    await mine.until((seen) => seen.length >= 4);
    await mine.say('thanks');
    await mine.until((seen) => seen.some(({ text }) => text === 'You said: thanks'));
    expect(mine.texts()).toEqual([
      ...['Welcome', 'hello', 'You said: hello'],
      ...['Your plan is ready', 'thanks', 'You said: thanks'],
    ]);
  });
});
