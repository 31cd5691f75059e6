import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import type { Round } from '../load.ts';

/** One person who says something and waits for the answer before saying the next; every exchange takes as long as it takes. */
export interface Talker {
  exchange(text: string): Promise<void>;
  close(): void;
}

const post = (agent: Agent, url: string, headers: Record<string, string>, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        (response.statusCode ?? 500) < 300
          ? resolve(text)
          : reject(new Error(`${url}: ${response.statusCode} ${text}`)),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

const keptAlive = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });

const jsonOf = (body: string, headers: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
  ...headers,
});

/** Somebody at a plain HTTP echo: the answer is the response. */
export const echoTalker = async (base: string): Promise<Talker> => {
  const agent = keptAlive();
  return {
    exchange: async (text) => {
      const body = JSON.stringify({ type: 'message', text });
      await post(agent, `${base}/api/messages`, jsonOf(body), body);
    },
    close: () => agent.destroy(),
  };
};

let serial = 0;

/** Somebody at web chat: posts over HTTP, and is answered when the reply to that very message comes over the stream. */
export const webTalker = async (base: string, apiToken?: string): Promise<Talker> => {
  const agent = keptAlive();
  const at = `${base}/v3/directline`;
  const asked: Record<string, string> = apiToken === undefined ? {} : { authorization: `Bearer ${apiToken}` };
  const { token, conversationId } = JSON.parse(await post(agent, `${at}/tokens/generate`, asked, ''));
  const authorization = `Bearer ${token}`;
  const opened = await post(agent, `${at}/conversations`, { authorization, 'x-conversation': conversationId }, '');
  const socket = new WebSocket(JSON.parse(opened).streamUrl, { perMessageDeflate: false });
  let answered: (() => void) | undefined;
  socket.on('message', (frame: Buffer) => {
    // Found, not parsed: the client must not be what is measured.
    if (frame.includes('"replyToId"')) answered?.();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const url = `${at}/conversations/${conversationId}/activities`;
  return {
    exchange: async (text) => {
      serial += 1;
      const body = JSON.stringify({
        type: 'message',
        text,
        channelData: { clientActivityID: `${process.pid}-${serial}` },
      });
      const reply = new Promise<void>((resolve) => {
        answered = resolve;
      });
      await Promise.all([post(agent, url, jsonOf(body, { authorization }), body), reply]);
    },
    close: () => {
      socket.close();
      agent.destroy();
    },
  };
};

/** All talk at once for `seconds`; latency is from sending to the answer, in milliseconds. */
export const talk = async (
  talkers: readonly Talker[],
  seconds: number,
  words: (n: number) => string,
): Promise<Round> => {
  const took: number[] = [];
  let failed = 0;
  let n = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    talkers.map(async ({ exchange }) => {
      while (performance.now() < until) {
        const sent = performance.now();
        n += 1;
        try {
          await exchange(words(n));
          took.push(performance.now() - sent);
        } catch {
          failed += 1;
        }
      }
    }),
  );
  const elapsed = (performance.now() - began) / 1000;
  const sorted = took.sort((a, b) => a - b);
  const at = (part: number): number => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
  return { perSecond: took.length / elapsed, p50: at(0.5), p97_5: at(0.975), p99: at(0.99), failed };
};
