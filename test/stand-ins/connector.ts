import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { streamInfoOf, streamRules } from './stream-rules.ts';

/** One request of the bot. */
interface Sent {
  readonly method: 'POST' | 'PUT';
  readonly conversation: string;
  /** Of a POST: the message replied to; of a PUT: the message replaced. */
  readonly activityId?: string | undefined;
  readonly authorization?: string | undefined;
  readonly activity: Partial<Activity>;
  /** The id given to it; absent when it was refused, and, as in Teams, when text and card came in one message. */
  readonly id?: string | undefined;
}

/** How the connector treats a request: a status with headers, or the connection cut after it was read. */
type Failure = { readonly status: number; readonly retryAfter?: string } | 'cut';

/** A loopback Bot Connector: what the bot sends to Teams arrives here. */
export interface ConnectorStandIn {
  readonly serviceUrl: string;
  /** Everything that came, refused or not, in order. */
  readonly requests: readonly Sent[];
  /** What was taken, in order. */
  readonly taken: readonly Sent[];
  /** Fails the next requests, one each, in order. */
  failNext(...failures: readonly Failure[]): void;
  /** Fails every request to a conversation. */
  failConversation(conversation: string, failure: Failure): void;
  /** Leaves the next request without an answer until it is released. */
  holdNext(): { readonly arrived: Promise<void>; release(): void };
  /** The first taken request that fits, now or later. */
  waitFor(fits: (sent: Sent) => boolean): Promise<Sent>;
  close(): Promise<void>;
}

const PATH = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

export const connectorStandIn = async (): Promise<ConnectorStandIn> => {
  const requests: Sent[] = [];
  const taken: Sent[] = [];
  const failures: Failure[] = [];
  const broken = new Map<string, Failure>();
  const holds: { arrive: () => void; readonly released: Promise<void> }[] = [];
  const waiting = new Set<{ fits: (sent: Sent) => boolean; resolve: (sent: Sent) => void }>();

  const streams = streamRules();

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const match = PATH.exec(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!match?.[1] || (request.method !== 'POST' && request.method !== 'PUT')) {
      response.writeHead(404).end();
      return;
    }
    const conversation = decodeURIComponent(match[1]);
    const arrived: Sent = {
      method: request.method,
      conversation,
      activityId: match[2] && decodeURIComponent(match[2]),
      authorization: request.headers.authorization,
      activity: JSON.parse(body),
    };
    const hold = holds.shift();
    hold?.arrive();
    await hold?.released;
    const failure = broken.get(conversation) ?? failures.shift();
    if (failure !== undefined) {
      requests.push(arrived);
      if (failure === 'cut') {
        request.socket.destroy();
        return;
      }
      const headers: Record<string, string> =
        failure.retryAfter === undefined ? {} : { 'retry-after': failure.retryAfter };
      response.writeHead(failure.status, headers).end();
      return;
    }
    const wrong = request.method === 'POST' ? streams.wrong(arrived.activity) : undefined;
    if (wrong !== undefined) {
      requests.push(arrived);
      response.writeHead(wrong === 'not-allowed' ? 403 : 400).end(wrong);
      return;
    }
    const { text, attachments = [] } = arrived.activity;
    // What goes on or ends a stream has no id of its own.
    const goesOn = streamInfoOf(arrived.activity)?.streamId !== undefined;
    const split = goesOn || attachments.length + (text ? 1 : 0) > 1;
    const id = request.method === 'PUT' ? arrived.activityId : split ? undefined : `m${requests.length + 1}`;
    if (id !== undefined) streams.began(id, arrived.activity);
    const sent = { ...arrived, id };
    requests.push(sent);
    taken.push(sent);
    response.writeHead(split ? 202 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
    for (const waiter of waiting) {
      if (!waiter.fits(sent)) continue;
      waiting.delete(waiter);
      waiter.resolve(sent);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    taken,
    failNext: (...next) => {
      failures.push(...next);
    },
    failConversation: (conversation, failure) => {
      broken.set(conversation, failure);
    },
    holdNext: () => {
      const arrival = Promise.withResolvers<void>();
      const going = Promise.withResolvers<void>();
      holds.push({ arrive: arrival.resolve, released: going.promise });
      return { arrived: arrival.promise, release: going.resolve };
    },
    waitFor: (fits) => {
      const found = taken.find(fits);
      return found ? Promise.resolve(found) : new Promise((resolve) => waiting.add({ fits, resolve }));
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};
