import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { z } from 'zod';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import {
  asksTooMuch,
  Busy,
  breakingOn,
  LONGEST_PAUSE_MS,
  PAUSE_MS,
  TIMEOUT_MS,
  tryingAgain,
  unconnected,
} from '../patience.ts';
import { withoutThread } from './activity.ts';
import type { BotToken } from './bot-token.ts';
import { threadPace } from './thread-pace.ts';

export interface ConnectorSettings {
  readonly token: BotToken;
  readonly mayCall: (serviceUrl: string) => boolean;
  /** Milliseconds one request may take. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds the first pause before a retry may last; each next one is twice as long. */
  readonly pauseMs?: number | undefined;
  /** Passes the time until a conversation's turn comes; the system's own when absent. */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
}

/**
 * The Bot Connector REST API. Faults that may pass are thrown as `far-end-unavailable` when nothing was
 * taken, as `far-end-silent` when that is not known; its refusals as {@link ConnectorRefusal}.
 * A send whose end is not known is never repeated: the connector has no idempotency key and cannot be asked. What
 * Teams says to try again ({@link NOT_TAKEN}) is tried again, and what it allows in a conversation is not exceeded.
 * (The SDK's client sends up to three times more after a 5xx or a lost connection, which shows as double messages.)
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export interface Connector {
  /** Sends to the conversation, as a reply to `replyToId` where given; returns the message's id. */
  send(activity: Partial<Activity>, replyToId?: string): Promise<string | undefined>;
  /** Replaces the message with the activity's id. */
  update(activity: Partial<Activity>): Promise<string | undefined>;
}

/** The connector will not take this, however often it is asked. `status` is its HTTP status. */
export class ConnectorRefusal extends PathfinderError {
  readonly status: number;
  constructor(status: number, message: string) {
    super('far-end-refused', message);
    this.status = status;
  }
}

/**
 * Statuses after which Teams has taken nothing and asks to be tried again, with backoff and jitter.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#handle-http-429-responses
 */
const NOT_TAKEN: ReadonlySet<number> = new Set([412, 429, 502, 503, 504]);

/** Teams has a handful of service URLs. */
const MAX_BREAKERS = 64;

const resource = z.object({ id: z.string().min(1) });

/** The connector did not manage: it may work later, and it may have taken the message. */
class Failed extends Error {}

/** This conversation had enough for now; the service is well, so its breaker does not count it. */
class Throttled extends Busy {}

/** Our token was refused: nothing was taken, and a fresh one may do. */
class TokenRefused extends Failed {}

/** A connector over fetch, with a timeout on each request and a breaker for each service. */
export const botConnector = (settings: ConnectorSettings): Connector => {
  const { token, timeoutMs = TIMEOUT_MS, pauseMs = PAUSE_MS, wait = sleep } = settings;
  const pace = threadPace(() => performance.now());
  const breakers = new Map<string, CircuitBreakerPolicy>();
  const breakerOf = (origin: string): CircuitBreakerPolicy => {
    const known = breakers.get(origin);
    if (known) return known;
    if (breakers.size >= MAX_BREAKERS) breakers.clear();
    const made = breakingOn((error) => passing(error) && !(error instanceof Throttled));
    breakers.set(origin, made);
    return made;
  };
  const sendAgain = tryingAgain(neverArrived, pauseMs);
  const updateAgain = tryingAgain((error) => passing(error) && !asksTooMuch(error), pauseMs);

  const call = async (
    method: 'POST' | 'PUT',
    path: string,
    activity: Partial<Activity>,
  ): Promise<string | undefined> => {
    const serviceUrl = activity.serviceUrl ?? '';
    if (!settings.mayCall(serviceUrl)) throw new ConnectorRefusal(0, 'the service URL is not one the bot may call');
    const conversation = activity.conversation?.id ?? '';
    const thread = withoutThread(conversation);
    const base = serviceUrl.replace(/\/+$/, '');
    const url = `${base}/v3/conversations/${encodeURIComponent(conversation)}/activities${path}`;
    const body = JSON.stringify(activity);
    const policy = wrap(
      method === 'PUT' ? updateAgain : sendAgain,
      breakerOf(new URL(serviceUrl).origin),
      timeout(timeoutMs, TimeoutStrategy.Aggressive),
    );
    try {
      const turn = pace.place(thread, LONGEST_PAUSE_MS);
      if (turn === undefined) throw new Throttled(undefined);
      if (turn > 0) await wait(turn);
      return await policy.execute(({ signal }) => exchange(method, url, body, token, signal));
    } catch (cause) {
      if (cause instanceof Throttled && cause.afterMs !== undefined) pace.pause(thread, cause.afterMs);
      if (cause instanceof PathfinderError) throw cause;
      if (!passing(cause) && !(cause instanceof BrokenCircuitError)) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      const code = surelyNotTaken(cause) ? 'far-end-unavailable' : 'far-end-silent';
      throw new PathfinderError(code, `the connector cannot be reached: ${why}`, cause);
    }
  };

  return {
    send: (activity, replyToId) =>
      call('POST', replyToId === undefined ? '' : `/${encodeURIComponent(replyToId)}`, activity),
    update: (activity) => call('PUT', `/${encodeURIComponent(activity.id ?? '')}`, activity),
  };
};

const exchange = async (
  method: string,
  url: string,
  body: string,
  token: BotToken,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const bearer = await token.get();
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (bearer !== undefined) headers.authorization = `Bearer ${bearer}`;
  const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
  if (response.ok) return resource.safeParse(await response.json().catch(() => undefined)).data?.id;
  await response.body?.cancel();
  if (response.status === 429) throw new Throttled(response.headers.get('retry-after'));
  if (NOT_TAKEN.has(response.status)) throw new Busy(response.headers.get('retry-after'), `HTTP ${response.status}`);
  if (response.status === 401) {
    token.forget();
    throw new TokenRefused('HTTP 401');
  }
  if (response.status >= 500 || response.status === 408) {
    throw new Failed(`HTTP ${response.status}`);
  }
  throw new ConnectorRefusal(response.status, `the connector refused: HTTP ${response.status}`);
};

/** fetch reports every connection that is refused or lost as a TypeError with a cause. */
const lostConnection = (error: unknown): { readonly code?: unknown } | undefined => {
  const { name, cause } = (error ?? {}) as { readonly name?: unknown; readonly cause?: { readonly code?: unknown } };
  return name === 'TypeError' ? cause : undefined;
};

const neverArrived = (error: unknown): boolean =>
  error instanceof Busy ? !asksTooMuch(error) : unconnected(lostConnection(error)?.code);

const surelyNotTaken = (error: unknown): boolean =>
  error instanceof Busy || error instanceof TokenRefused || error instanceof BrokenCircuitError || neverArrived(error);

const passing = (error: unknown): boolean =>
  error instanceof Busy ||
  error instanceof Failed ||
  error instanceof TaskCancelledError ||
  lostConnection(error) !== undefined ||
  (error instanceof PathfinderError && error.code === 'far-end-unavailable');
