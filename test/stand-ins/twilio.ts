import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import type { WireRequest } from '../twilio-contract.ts';

/** A message resource as Twilio's REST API shows it (https://www.twilio.com/docs/messaging/api/message-resource). */
interface TwilioMessage {
  readonly sid: string;
  readonly to: string;
  /** Empty until the messaging service has chosen one of its numbers. */
  readonly from: string;
  readonly messagingServiceSid?: string | undefined;
  readonly body: string;
  readonly direction: string;
  readonly status: string;
  readonly statusCallback: string | undefined;
  readonly createdAt: Date;
  readonly sentAt: Date | undefined;
}

/** What the next request that sends meets instead of success. `lost`: the message is kept, but its answer never comes. */
type TwilioFailure =
  | { readonly kind: 'busy'; readonly retryAfter?: string }
  | { readonly kind: 'error'; readonly status: number; readonly code: number }
  | { readonly kind: 'broken' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'lost' };

export interface TwilioStandIn {
  readonly baseUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Everything accepted, in order. */
  readonly sent: readonly TwilioMessage[];
  /** Requests seen so far, refused ones too: `POST /2010-04-01/…`. */
  readonly requests: readonly string[];
  /** Requests to the API as they came. */
  readonly wire: readonly WireRequest[];
  /** Numbers that have opted out: sends to them fail with 21610. */
  readonly optedOut: Set<string>;
  /** Each send takes the next failure, if there is one. */
  failNext(...failures: readonly TwilioFailure[]): void;
  /** Puts a message there that our code did not send, e.g. an earlier one. */
  keep(message: Partial<TwilioMessage> & Pick<TwilioMessage, 'to' | 'body'>): TwilioMessage;
  /** Offers bytes as media of a message; `redirectTo` answers with a redirect instead. Returns the MediaUrl. */
  putMedia(bytes: Uint8Array, mediaType: string, redirectTo?: string): string;
  /** Resolves with the first message, past or future, that fits. */
  waitFor(fits: (message: TwilioMessage) => boolean): Promise<TwilioMessage>;
  close(): Promise<void>;
}

interface Media {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly redirectTo: string | undefined;
}

/** Twilio asks nothing more of a number here than to look like one. */
const ADDRESS = /^(whatsapp:)?\+[1-9]\d{1,14}$/;
const MAX_BODY = 1_600;

/** Twilio's Messages API on loopback: real resources, real error bodies, and failures on order. */
export const startTwilio = async (
  account = { accountSid: `AC${'e'.repeat(32)}`, authToken: 'example-auth-token' },
): Promise<TwilioStandIn> => {
  const sent: TwilioMessage[] = [];
  const requests: string[] = [];
  const wire: WireRequest[] = [];
  const optedOut = new Set<string>();
  const failures: TwilioFailure[] = [];
  const media = new Map<string, Media>();
  const news = new EventEmitter();
  news.setMaxListeners(0);
  const root = `/2010-04-01/Accounts/${account.accountSid}`;
  const credentials = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;

  const keep: TwilioStandIn['keep'] = (given) => {
    const message: TwilioMessage = {
      sid: newSid('SM'),
      from: '+15550000',
      direction: 'outbound-api',
      status: 'queued',
      statusCallback: undefined,
      createdAt: new Date(),
      sentAt: undefined,
      ...given,
    };
    sent.push(message);
    news.emit('message');
    return message;
  };

  const shown = (message: TwilioMessage) => ({
    sid: message.sid,
    account_sid: account.accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt ? rfc2822(message.sentAt) : null,
    date_updated: rfc2822(message.createdAt),
    direction: message.direction,
    error_code: null,
    error_message: null,
    from: message.from || null,
    messaging_service_sid: message.messagingServiceSid ?? null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: 'USD',
    status: message.status,
    subresource_uris: { media: `${root}/Messages/${message.sid}/Media.json` },
    to: message.to,
    uri: `${root}/Messages/${message.sid}.json`,
  });

  const create = (form: Readonly<Record<string, string | string[] | undefined>>, response: ServerResponse) => {
    const to = String(form.To ?? '');
    const from = String(form.From ?? '');
    const messagingServiceSid = form.MessagingServiceSid === undefined ? undefined : String(form.MessagingServiceSid);
    const body = String(form.Body ?? '');
    const failure = failures.shift();
    if (failure?.kind === 'hang') return;
    if (failure?.kind === 'broken') {
      response.destroy();
      return;
    }
    if (failure?.kind === 'busy') {
      if (failure.retryAfter !== undefined) response.setHeader('Retry-After', failure.retryAfter);
      return fail(response, 429, 20429, 'Too Many Requests');
    }
    if (failure?.kind === 'error') return fail(response, failure.status, failure.code, 'An error on order');
    if (to === '') return fail(response, 400, 21604, "A 'To' phone number is required.");
    if (from === '' && messagingServiceSid === undefined)
      return fail(response, 400, 21603, "A 'From' phone number is required.");
    if (body === '') return fail(response, 400, 21602, 'Message body is required.');
    if (body.length > MAX_BODY) return fail(response, 400, 21617, 'The concatenated message body exceeds the limit.');
    if (!ADDRESS.test(to)) return fail(response, 400, 21211, `Invalid 'To' Phone Number: ${to}`);
    if (optedOut.has(to)) return fail(response, 400, 21610, 'Attempt to send to unsubscribed recipient');
    const statusCallback = form.StatusCallback === undefined ? undefined : String(form.StatusCallback);
    const message = keep({ to, from, messagingServiceSid, body, statusCallback });
    if (failure?.kind === 'lost') return;
    answer(response, 201, shown(message));
  };

  const list = (query: URLSearchParams, response: ServerResponse) => {
    const size = Math.min(Number(query.get('PageSize') ?? 50), 1000);
    const page = Number(query.get('Page') ?? 0);
    const after = query.get('DateSent>');
    const before = query.get('DateSent<');
    const found = sent
      .filter(({ to }) => !query.has('To') || to === query.get('To'))
      .filter(({ from }) => !query.has('From') || from === query.get('From'))
      .filter(({ sentAt }) => after === null || (sentAt !== undefined && sentAt >= new Date(after)))
      .filter(({ sentAt }) => before === null || (sentAt !== undefined && sentAt <= new Date(before)))
      .toReversed();
    const uri = (number: number): string => {
      const parameters = new URLSearchParams(query);
      parameters.set('PageSize', String(size));
      parameters.set('Page', String(number));
      return `${root}/Messages.json?${parameters}`;
    };
    const start = page * size;
    answer(response, 200, {
      messages: found.slice(start, start + size).map(shown),
      page,
      page_size: size,
      start,
      end: Math.max(start, Math.min(start + size, found.length) - 1),
      uri: uri(page),
      first_page_uri: uri(0),
      previous_page_uri: page > 0 ? uri(page - 1) : null,
      next_page_uri: start + size < found.length ? uri(page + 1) : null,
    });
  };

  const serveMedia = (path: string, response: ServerResponse) => {
    const found = media.get(path);
    if (found?.redirectTo !== undefined) {
      response.writeHead(307, { Location: found.redirectTo }).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': found?.mediaType }).end(found?.bytes);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    requests.push(`${request.method} ${url.pathname}`);
    if (request.headers.authorization !== credentials) return fail(response, 401, 20003, 'Authenticate');
    // The bytes of media lie beside the API: its OpenAPI document does not know these addresses.
    if (media.has(url.pathname)) return serveMedia(url.pathname, response);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const { method = '', url: asked = '/' } = request;
    const body = await text(request);
    wire.push({ method, url: asked, headers: Object.fromEntries(headers), body });
    if (url.pathname !== `${root}/Messages.json`) return fail(response, 404, 20404, 'The resource was not found');
    if (method === 'POST') return create(parse(body), response);
    list(url.searchParams, response);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...account,
    baseUrl,
    sent,
    requests,
    wire,
    optedOut,
    failNext: (...next) => failures.push(...next),
    keep,
    putMedia: (bytes, mediaType, redirectTo) => {
      const path = `${root}/Messages/${newSid('MM')}/Media/${newSid('ME')}`;
      media.set(path, { bytes, mediaType, redirectTo });
      return baseUrl + path;
    },
    waitFor: async (fits) => {
      for (;;) {
        const found = sent.find(fits);
        if (found) return found;
        await once(news, 'message');
      }
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A fresh id of a resource, `SM…` of a message. */
export const newSid = (prefix: string): string => prefix + randomBytes(16).toString('hex');

const rfc2822 = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

const fail = (response: ServerResponse, status: number, code: number, message: string): void =>
  answer(response, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });

const text = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};
