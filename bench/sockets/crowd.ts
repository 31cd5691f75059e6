import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

/** What a crowd is told to do; it answers each with a {@link Report}. */
export type Order =
  /** Opens conversations, each with `tabs` sockets from an address of its own. */
  | {
      readonly do: 'come';
      readonly base: string;
      readonly people: number;
      readonly tabs: number;
      readonly from: string;
    }
  /** All together say `perSecond` messages for `seconds`, in turn. */
  | { readonly do: 'talk'; readonly perSecond: number; readonly seconds: number }
  /** As `talk`, and halfway every socket breaks off at once and comes back by its watermark. */
  | { readonly do: 'break'; readonly perSecond: number; readonly seconds: number };

export interface Report {
  readonly open: number;
  /** Milliseconds from posting a message until a tab showed it, for every tab. */
  readonly shown: readonly number[];
  /** Milliseconds from posting a message until a tab showed its reply, for every tab. */
  readonly answered: readonly number[];
  /** Milliseconds from the break until all had come back. */
  readonly backMs: number;
  /** Messages and replies that a tab never got, or got twice. */
  readonly lost: number;
  readonly doubled: number;
  readonly failed: number;
}

/** How long what was said last may still take to arrive. */
const PATIENCE_MS = 20_000;
/** Conversations opened at a time. */
const AT_ONCE = 25;

interface Tab {
  socket?: WebSocket;
  watermark: string;
  /** How often it was shown a message (by its number) and its reply. */
  readonly said: Map<number, number>;
  readonly replied: Map<number, number>;
}

interface Chat {
  readonly id: string;
  readonly token: string;
  readonly tabs: readonly Tab[];
}

let at = '';
let agent = new Agent();
let from = '127.0.0.1';
const chats: Chat[] = [];
const sent = new Map<number, number>();
/** Which message has which id. */
const numbers = new Map<string, number>();
let shown: number[] = [];
let answered: number[] = [];
let failed = 0;
let last = 0;

const callOnce = (method: string, path: string, token?: string, body = ''): Promise<Record<string, string>> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const asked = request(`${at}${path}`, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text));
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** A kept connection may have been closed just as it was used: then once more, as clients do. */
const call: typeof callOnce = (...asked) =>
  callOnce(...asked).catch((error: { code?: string }) =>
    error.code === 'ECONNRESET' ? callOnce(...asked) : Promise.reject(error),
  );

const hear = (tab: Tab, frame: string): void => {
  const { activities = [], watermark } = JSON.parse(frame) as {
    activities?: readonly { id?: string; replyToId?: string; channelData?: { clientActivityID?: string } }[];
    watermark?: string;
  };
  if (watermark !== undefined) tab.watermark = watermark;
  for (const { id = '', replyToId, channelData } of activities) {
    const said = channelData?.clientActivityID?.split(' ')[1];
    if (said !== undefined) numbers.set(id, Number(said));
    const n = said === undefined ? numbers.get(replyToId ?? '') : Number(said);
    const began = sent.get(n ?? 0);
    if (n === undefined || began === undefined) continue;
    const seen = said === undefined ? tab.replied : tab.said;
    seen.set(n, (seen.get(n) ?? 0) + 1);
    (said === undefined ? answered : shown).push(performance.now() - began);
  }
};

/** Opens a tab's stream; resolves when it is open. */
const listen = async (tab: Tab, streamUrl = ''): Promise<void> => {
  const socket = new WebSocket(streamUrl, { perMessageDeflate: false, localAddress: from });
  tab.socket = socket;
  socket.on('message', (frame: Buffer) => {
    if (frame.length > 0) hear(tab, frame.toString());
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
};

const come = async (order: Extract<Order, { do: 'come' }>): Promise<void> => {
  at = `${order.base}/v3/directline`;
  from = order.from;
  agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE, ...{ localAddress: from } });
  let left = order.people;
  const openMany = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { token = '', conversationId = '' } = await call('POST', '/tokens/generate');
      const tabs: readonly Tab[] = Array.from({ length: order.tabs }, () => ({
        ...{ watermark: '', said: new Map(), replied: new Map() },
      }));
      await call('POST', '/conversations', token);
      for (const tab of tabs) {
        await listen(tab, (await call('GET', `/conversations/${conversationId}?watermark=`, token)).streamUrl);
      }
      chats.push({ id: conversationId, token, tabs });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openMany));
};

const say = async (chat: Chat): Promise<void> => {
  last += 1;
  const n = last;
  sent.set(n, performance.now());
  const body = JSON.stringify({
    type: 'message',
    text: 'help',
    channelData: { clientActivityID: `bench ${n}` },
  });
  try {
    await call('POST', `/conversations/${chat.id}/activities`, chat.token, body);
  } catch {
    failed += 1;
    sent.delete(n);
  }
};

const sayAll = (perSecond: number, seconds: number): Promise<unknown> => {
  const began = performance.now();
  const posts: Promise<void>[] = [];
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(perSecond * seconds, ((performance.now() - began) / 1000) * perSecond);
      while (posts.length < due) posts.push(say(chats[posts.length % chats.length] as Chat));
      if (posts.length < perSecond * seconds) return;
      clearInterval(timer);
      resolve(Promise.all(posts));
    }, 5);
  });
};

const missing = (): number => {
  let count = 0;
  for (const [index, n] of [...sent.keys()].entries()) {
    const chat = chats[index % chats.length];
    for (const tab of chat?.tabs ?? []) {
      if (!tab.said.has(n)) count += 1;
      if (!tab.replied.has(n)) count += 1;
    }
  }
  return count;
};

const settled = async (): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  while (missing() > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
};

const comeBack = async (): Promise<number> => {
  const began = performance.now();
  for (const { tabs } of chats) for (const { socket } of tabs) socket?.terminate();
  const waiting = chats.flatMap((chat) => chat.tabs.map((tab) => ({ chat, tab })));
  const again = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { chat, tab } = next;
      const back = await call('GET', `/conversations/${chat.id}?watermark=${tab.watermark}`, chat.token);
      await listen(tab, back.streamUrl);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, again));
  return performance.now() - began;
};

const begin = (): void => {
  sent.clear();
  [shown, answered, failed] = [[], [], 0];
  for (const { tabs } of chats) {
    for (const { said, replied } of tabs) {
      said.clear();
      replied.clear();
    }
  }
};

const report = (backMs: number): Report => {
  const tabs = chats.flatMap((chat) => chat.tabs);
  const doubled = tabs.flatMap(({ said, replied }) => [...said.values(), ...replied.values()]).filter((n) => n > 1);
  return {
    open: tabs.filter(({ socket }) => socket?.readyState === WebSocket.OPEN).length,
    ...{ shown, answered, backMs, lost: missing(), doubled: doubled.length, failed },
  };
};

process.on('message', async (order: Order) => {
  let backMs = 0;
  if (order.do === 'come') await come(order);
  else {
    begin();
    const talking = sayAll(order.perSecond, order.seconds);
    if (order.do === 'break') {
      await new Promise((resolve) => setTimeout(resolve, (order.seconds * 1000) / 2));
      backMs = await comeBack();
    }
    await talking;
    await settled();
  }
  process.send?.(report(backMs));
});
