import { type IPolicy, wrap } from 'cockatiel';
import webPush from 'web-push';
import { Busy, breakingOn, PAUSE_MS, TIMEOUT_MS, tryingAgain, unconnected } from '../patience.ts';
import type { PushAddress } from './push-subscription.ts';

/** The push services of browsers: nothing is sent anywhere else, for it is the browser that says where. */
const HOSTS = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com'];
/** Seconds a push service keeps a message for a browser that is off. */
const KEPT_SECONDS = 86_400;
/** The longest message every push service takes: 4,096 bytes sealed. https://www.rfc-editor.org/rfc/rfc8030#section-7.2 */
const MAX_BYTES = 3_000;

export interface PushSettings {
  /** The keys by which push services know this server (VAPID, RFC 8292), in base64url. */
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service may write to about this server: `mailto:` or `https:`. */
  readonly subject: string;
  /** Hosts besides those of the browsers' makers; those on this machine may be plain http. */
  readonly hosts: readonly string[];
  /** Milliseconds the first retry may wait. */
  readonly pauseMs?: number;
}

/** What a notification says. `tag` names it: the same again replaces it. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

export interface PushService {
  readonly publicKey: string;
  /** Whether this is an address of a push service that may be written to. */
  allows(endpoint: string): boolean;
  /** Seals a notice for one browser and hands it over. `gone`: the browser no longer wants any. Throws when it could not be handed over. */
  send(to: PushAddress, notice: Notice): Promise<'sent' | 'gone'>;
}

class PushRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the push service answered ${status}`);
    this.status = status;
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof Busy ||
  (error instanceof PushRefused && error.status >= 500) ||
  unconnected(((error as Error).cause as { code?: unknown } | undefined)?.code);

/** Web Push (RFC 8030) to the services of browsers. */
export const pushService = ({ hosts, pauseMs = PAUSE_MS, ...vapid }: PushSettings): PushService => {
  const own = new Set(hosts);
  const policies = new Map<string, IPolicy>();
  const policyOf = (host: string): IPolicy => {
    const known = policies.get(host) ?? wrap(tryingAgain(mayPass, pauseMs), breakingOn(mayPass));
    policies.set(host, known);
    return known;
  };

  const allows = (endpoint: string): boolean => {
    const url = URL.parse(endpoint);
    if (url?.username !== '' || url.password !== '') return false;
    if (own.has(url.host)) return url.protocol === 'https:' || url.hostname === '127.0.0.1';
    const known = HOSTS.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
    return known && url.protocol === 'https:' && url.port === '';
  };

  const handOver = async (to: PushAddress, notice: Notice): Promise<'sent' | 'gone'> => {
    const sealed = webPush.generateRequestDetails(to, JSON.stringify(notice), {
      vapidDetails: vapid,
      TTL: KEPT_SECONDS,
      topic: notice.tag.slice(0, 32),
      contentEncoding: 'aes128gcm',
    });
    const { 'Content-Length': _, ...headers } = sealed.headers as Record<string, string>;
    const answer = await fetch(to.endpoint, {
      method: 'POST',
      headers,
      body: new Uint8Array(sealed.body ?? []),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    if (answer.ok) return 'sent';
    if (answer.status === 404 || answer.status === 410) return 'gone';
    if (answer.status === 429 || answer.status === 503) throw new Busy(answer.headers.get('retry-after'));
    throw new PushRefused(answer.status);
  };

  return {
    publicKey: vapid.publicKey,
    allows,
    send: async (to, { body, ...notice }) => {
      // What may be written to can have changed since the browser asked.
      if (!allows(to.endpoint)) return 'gone';
      return policyOf(new URL(to.endpoint).host).execute(() => handOver(to, { ...notice, body: shortened(body) }));
    },
  };
};

/** As much of it as fits, in whole characters. */
const shortened = (text: string): string => {
  let short = text;
  while (Buffer.byteLength(JSON.stringify(short)) > MAX_BYTES) short = [...short].slice(0, -50).join('');
  return short === text ? text : `${short.trimEnd()}…`;
};
