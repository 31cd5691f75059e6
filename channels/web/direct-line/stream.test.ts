import { once } from 'node:events';
import { WebSocket } from 'ws';
import {
  bearer,
  type Conversation,
  call,
  closeAll,
  closeLater,
  history,
  openDoor,
  say,
  start,
} from '../../../test/direct-line-calls.ts';
import { frameAgainstSpec } from '../../../test/direct-line-spec.ts';
import { echo, type WebDoor } from '../../../test/web-door.ts';
import { STREAM_TOKEN_SECONDS } from '../../tokens.ts';

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
}

afterEach(closeAll);

const reconnect = async (
  door: WebDoor,
  { conversationId, token }: Conversation,
  watermark: string,
): Promise<Conversation> =>
  (await call(door, 'GET', `/conversations/${conversationId}?watermark=${watermark}`, bearer(token))).body;

/** A socket on a stream, the messages it got, and its watermark. */
const listen = (streamUrl: string) => {
  const socket = new WebSocket(streamUrl);
  const got: Heard[] = [];
  const typing: Heard[] = [];
  const checks = new Set<() => void>();
  const stream = {
    socket,
    got,
    typing,
    watermark: '',
    until: (enough: () => boolean) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (!enough()) return;
          checks.delete(check);
          resolve();
        };
        checks.add(check);
        check();
      }),
  };
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as { activities: Heard[]; watermark?: string };
    // Typing is between two messages: it has no place in the order.
    expect(frameAgainstSpec(frame)).toBeUndefined();
    stream.watermark = frame.watermark ?? stream.watermark;
    for (const activity of frame.activities) (activity.type === 'typing' ? typing : got).push(activity);
    for (const check of checks) check();
  });
  closeLater(() => socket.terminate());
  return stream;
};

/** The HTTP status an upgrade is refused with, or 101. */
const upgrade = (url: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_, answer) => {
      resolve(answer.statusCode);
      answer.resume();
    });
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
  });

/** What an upgrade that is refused is answered with. */
const refusedWith = (url: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.on('error', () => undefined);
    socket.on('unexpected-response', async (_, answer) => resolve((await answer.toArray()).join('')));
  });

const texts = (stream: { got: readonly Heard[] }) => stream.got.map(({ text }) => text);

describe('a Direct Line stream', () => {
  test('that drops and comes back with its watermark loses nothing and repeats nothing', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const first = listen(mine.streamUrl);
    await first.until(() => first.got.length === 1);
    first.socket.terminate();
    await once(first.socket, 'close');

    for (const text of ['one', 'two', 'three']) await say(door, mine, text);
    const second = listen((await reconnect(door, mine, first.watermark)).streamUrl);
    await say(door, mine, 'four');
    await second.until(() => second.got.length === 8);
    expect(second.got.filter(({ text }) => !text?.startsWith('You said')).map(({ text }) => text)).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
    expect(new Set(second.got.map(({ id }) => id)).size).toBe(8);
  });

  test('is one of many: every socket gets everything once and in order', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const tabs = [listen(mine.streamUrl), listen(mine.streamUrl), listen(mine.streamUrl)];
    await Promise.all(tabs.map((tab) => tab.until(() => tab.got.length === 1)));
    await Promise.all(Array.from({ length: 20 }, (_, n) => say(door, mine, `message ${n}`)));
    await Promise.all(tabs.map((tab) => tab.until(() => tab.got.length === 41)));
    for (const tab of tabs) {
      expect(tab.got.map(({ id }) => id)).toEqual(tab.got.map(({ id }) => id).toSorted());
      expect(new Set(tab.got.map(({ id }) => id)).size).toBe(41);
    }
    expect(texts(tabs[0] as never)).toEqual(texts(tabs[2] as never));
  });

  test('says nothing to the sockets of another conversation', async () => {
    const door = await openDoor();
    const [mine, theirs] = [await start(door), await start(door)];
    const [my, their] = [listen(mine.streamUrl), listen(theirs.streamUrl)];
    await Promise.all([my, their].map((stream) => stream.until(() => stream.got.length === 1)));
    await say(door, mine, 'for me');
    await my.until(() => my.got.length === 3);
    await say(door, theirs, 'for them');
    await their.until(() => their.got.length === 3);
    expect(texts(their)).toEqual(['Welcome', 'for them', 'You said: for them']);
  });

  test('takes empty frames as pings and lives on', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const stream = listen(mine.streamUrl);
    await once(stream.socket, 'open');
    stream.socket.send('');
    await say(door, mine, 'still there?');
    await stream.until(() => stream.got.length === 3);
    expect(stream.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('is ended when a client answers no ping by the next, and not when it does', async () => {
    const { jest } = import.meta;
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'Date', 'performance'],
    });
    try {
      const door = await openDoor();
      const [good, deaf] = [await start(door), await start(door)];
      const stream = listen(good.streamUrl);
      const silent = new WebSocket(deaf.streamUrl, { autoPong: false });
      closeLater(() => silent.terminate());
      await Promise.all([once(stream.socket, 'open'), once(silent, 'open')]);
      const pings = Promise.all([once(stream.socket, 'ping'), once(silent, 'ping')]);
      jest.advanceTimersByTime(60_000);
      await pings;
      // The server has read what was sent to it before these.
      for (let n = 0; n < 3; n += 1) await history(door, good);
      const closed = once(silent, 'close');
      const pinged = once(stream.socket, 'ping');
      jest.advanceTimersByTime(30_000);
      await Promise.all([closed, pinged]);
      await say(door, good, 'still here');
      await stream.until(() => stream.got.some(({ text }) => text === 'You said: still here'));
    } finally {
      jest.useRealTimers();
    }
  });

  test('ends when a client sends more than pings', async () => {
    const door = await openDoor();
    const stream = listen((await start(door)).streamUrl);
    stream.socket.on('error', () => undefined);
    await once(stream.socket, 'open');
    stream.socket.send('x'.repeat(5_000));
    const [code] = await once(stream.socket, 'close');
    expect(code).toBe(1009);
  });

  test('is cut off when its client reads nothing of what piles up, and goes on from its watermark', async () => {
    const door = await openDoor({ converse: async () => ({ replies: [], duplicate: false }) });
    const mine = await start(door);
    const stream = listen(mine.streamUrl);
    await once(stream.socket, 'open');
    const closed = once(stream.socket, 'close');
    stream.socket.pause();
    const long = 'x'.repeat(200_000);
    for (let sent = 0; sent < 60; sent += 1) await say(door, mine, `${sent} ${long}`);
    stream.socket.resume();
    await closed;
    const missing = await history(door, mine, stream.watermark);
    expect(stream.got.length).toBeLessThan(60);
    expect(missing.activities[0].text).toMatch(new RegExp(`^${stream.got.length} x`));
  });

  test('a watermark from the future does not deafen it', async () => {
    const door = await openDoor();
    const mine = await start(door);
    const stream = listen((await reconnect(door, mine, '5000')).streamUrl);
    await once(stream.socket, 'open');
    await say(door, mine, 'hello?');
    await stream.until(() => texts(stream).includes('You said: hello?'));
  });

  test('shows typing while a turn takes long, and keeps none of it', async () => {
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const door = await openDoor({
      converse: async (incoming) => {
        if (incoming.text === 'think') await slow;
        return echo(incoming);
      },
    });
    const mine = await start(door);
    const stream = listen(mine.streamUrl);
    await stream.until(() => stream.got.length === 1);
    await say(door, mine, 'think');
    await stream.until(() => stream.typing.length === 1);
    finish();
    await stream.until(() => stream.got.length === 3);
    const { activities } = await history(door, mine);
    expect(activities.map(({ type }: Heard) => type)).toEqual(['message', 'message', 'message']);
  });
});

describe('the upgrade to a Direct Line stream', () => {
  test('is refused from a page of another site', async () => {
    const door = await openDoor({ settings: { WEB_ORIGINS: ['https://family.example.org'] } });
    const { streamUrl } = await start(door);
    expect(await upgrade(streamUrl, { origin: 'https://evil.example' })).toBe(403);
    expect(await upgrade(streamUrl, { origin: 'https://family.example.org' })).toBe(101);
    expect(await upgrade(streamUrl, { origin: door.url })).toBe(101);
  });

  test('is refused without a token, with garbage, with a token for something else, and for another conversation', async () => {
    const door = await openDoor();
    const [mine, theirs] = [await start(door), await start(door)];
    const base = mine.streamUrl.split('?')[0];
    expect(await upgrade(`${base}`)).toBe(401);
    expect(await upgrade(`${base}?t=garbage`)).toBe(401);
    expect(await upgrade(`${base}?t=${mine.token}`)).toBe(401);
    expect(await upgrade(theirs.streamUrl.replace(theirs.conversationId, mine.conversationId))).toBe(404);
    expect(await upgrade(`${mine.streamUrl.replace('watermark=', 'watermark=abc')}`)).toBe(400);
    expect(await upgrade(`${base?.replace('/stream', '/elsewhere')}`)).toBe(404);
  });

  test('that is refused says what to do, and leaves one log line with the id it was answered with', async () => {
    const door = await openDoor();
    const { streamUrl } = await start(door);
    const before = door.logged.length;
    const { error } = JSON.parse(await refusedWith(`${streamUrl.split('?')[0]}?t=garbage`));
    expect(error).toEqual({
      id: expect.stringMatching(/^[\w-]{36}$/),
      code: 'InvalidToken',
      message: expect.stringMatching(/Get a new one/),
      timestamp: expect.any(String),
    });
    const lines = door.logged.slice(before);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ errorId: error.id, status: 401, code: 'InvalidToken' });
    expect(lines[0]).not.toContain('garbage');
  });

  test('is refused with "reconnect" once the stream URL has expired', async () => {
    let now = 1_900_000_000_000;
    const door = await openDoor({ clock: { now: () => now } });
    const { streamUrl } = await start(door);
    now += STREAM_TOKEN_SECONDS * 1000;
    expect(await upgrade(streamUrl)).toBe(403);
  });
});
