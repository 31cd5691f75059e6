import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';

/** A message as the browser it was for opens it, and who vouched for it. */
export interface PushedMessage {
  readonly notice: { readonly title: string; readonly body: string; readonly tag: string };
  readonly headers: Readonly<Record<string, unknown>>;
  /** Nothing readable stood on the wire. */
  readonly sealed: Buffer;
}

export interface PushStandIn {
  /** Its host and port, as PUSH_HOSTS wants it. */
  readonly host: string;
  readonly url: string;
  /** What a browser that asks for notifications gets: its keys are its own. */
  browser(name: string): {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
  /** What it took for a browser, opened. */
  messages(name: string): readonly PushedMessage[];
  /** How often it was called for a browser. */
  calls(name: string): number;
  /** The statuses it answers next with; 201 after these. One that redirects leads to the browser called `moved`. */
  next(...statuses: number[]): void;
  close(): Promise<void>;
}

interface Browser {
  readonly keys: ReturnType<typeof createECDH>;
  readonly auth: Buffer;
  readonly taken: PushedMessage[];
  calls: number;
}

const MINUTES_5 = 300_000;

/** A push service (RFC 8030) on loopback that checks VAPID (RFC 8292) against `publicKey`, with the browsers behind it (RFC 8291). */
export const startPushService = async (publicKey: string): Promise<PushStandIn> => {
  const browsers = new Map<string, Browser>();
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '').slice('/push/'.length);
    const browser = browsers.get(name);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const sealed = Buffer.concat(parts);
    if (!browser) {
      response.writeHead(404).end();
      return;
    }
    browser.calls += 1;
    const status = statuses.shift() ?? 201;
    try {
      await vouched(String(request.headers.authorization), publicKey, `http://${request.headers.host}`);
      const notice = JSON.parse(opened(sealed, browser).toString());
      if (status === 201) browser.taken.push({ notice, headers: request.headers, sealed });
      response.writeHead(status, { location: '/push/moved' }).end();
    } catch (error) {
      response.writeHead(403).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const of = (name: string): Browser => {
    const browser = browsers.get(name);
    if (!browser) throw new Error(`no browser ${name}`);
    return browser;
  };
  return {
    host,
    url: `http://${host}`,
    browser: (name) => {
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const auth = randomBytes(16);
      browsers.set(name, { keys, auth, taken: [], calls: 0 });
      return {
        endpoint: `http://${host}/push/${name}`,
        keys: { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') },
      };
    },
    messages: (name) => of(name).taken,
    calls: (name) => of(name).calls,
    next: (...more) => statuses.push(...more),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

/** Throws unless the server of `publicKey` says that this is meant for this service, and not for longer than a day. */
const vouched = async (authorization: string, publicKey: string, audience: string): Promise<void> => {
  const [, token = '', key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error('another key');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    ...{ x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') },
  };
  const { payload } = await jwtVerify(token, createPublicKey({ key: jwk, format: 'jwk' }), {
    ...{ audience, algorithms: ['ES256'], requiredClaims: ['exp', 'sub'] },
  });
  if ((payload.exp ?? 0) * 1_000 > Date.now() + 86_400_000 + MINUTES_5) throw new Error('good for too long');
};

/** What was sealed for this browser: aes128gcm of RFC 8188 under the keys of RFC 8291. */
const opened = (sealed: Buffer, { keys, auth }: Browser): Buffer => {
  const salt = sealed.subarray(0, 16);
  const idLength = sealed[20] ?? 0;
  const sender = sealed.subarray(21, 21 + idLength);
  const cipherText = sealed.subarray(21 + idLength);
  const derive = (secret: Uint8Array, with_: Uint8Array, info: Uint8Array | string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, with_, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const secret = derive(keys.computeSecret(sender), auth, info, 32);
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12);
  const cipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: 16 });
  cipher.setAuthTag(cipherText.subarray(-16));
  const padded = Buffer.concat([cipher.update(cipherText.subarray(0, -16)), cipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error('not the last record');
  return padded.subarray(0, end);
};
