import { BrokenCircuitError, TaskCancelledError, TimeoutStrategy, timeout, wrap } from 'cockatiel';
import type { Twilio } from 'twilio';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { asksTooMuch, Busy, breakingOn, PAUSE_MS, TIMEOUT_MS, tryingAgain, unconnected } from '../patience.ts';

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Twilio's REST API, without a path. */
  readonly apiBaseUrl: string;
  /** Milliseconds one request may take. */
  readonly timeoutMs?: number;
  /** Milliseconds the first pause before a retry may last; each next one is twice as long. */
  readonly pauseMs?: number;
}

/** Twilio's REST API with patience and a breaker around every request. */
export interface TwilioApi {
  /**
   * Runs a request. It is tried again when Twilio certainly did nothing (busy, no connection), and with `repeatable` also
   * when that is not known. Faults that may pass are thrown as `far-end-unavailable` when Twilio certainly did nothing, as
   * `far-end-silent` when it may have, with a {@link Busy} as cause when that was why; Twilio's refusals as they came.
   */
  call<T>(request: (client: Twilio) => Promise<T>, options?: { readonly repeatable?: boolean }): Promise<T>;
}

/** Makes the client at the first request: its SDK takes 0.2 s to load and many processes never send. */
export const twilioApi = (settings: TwilioSettings): TwilioApi => {
  const timeoutMs = settings.timeoutMs ?? TIMEOUT_MS;
  let client: Promise<Twilio> | undefined;

  const breaker = breakingOn(passing);
  const patience = (again: (error: unknown) => boolean) =>
    wrap(tryingAgain(again, settings.pauseMs ?? PAUSE_MS), breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive));
  const once = patience(neverArrived);
  const repeatable = patience((error) => passing(error) && !asksTooMuch(error));

  return {
    call: async (request, options) => {
      client ??= connect(settings, timeoutMs);
      const twilio = await client;
      try {
        return await (options?.repeatable ? repeatable : once).execute(() => request(twilio));
      } catch (cause) {
        if (!passing(cause) && !(cause instanceof BrokenCircuitError)) throw cause;
        // The SDK's own errors hold the request, with the credentials and what was said: they go no further.
        const code = surelyNotDone(cause) ? 'far-end-unavailable' : 'far-end-silent';
        const busy = cause instanceof Busy ? cause : undefined;
        throw new PathfinderError(code, `Twilio did not take the request: ${nameOf(cause)}`, busy);
      }
    },
  };
};

const connect = async (settings: TwilioSettings, timeoutMs: number): Promise<Twilio> => {
  const { default: twilio } = await import('twilio');
  /** The SDK's errors drop the headers, and with them Retry-After. */
  class Client extends twilio.RequestClient {
    override async request<T>(options: Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0]) {
      const response = await super.request<T>(options as never);
      if (response.statusCode === 429) throw new Busy(response.headers?.['retry-after']);
      return response;
    }
  }
  const client = twilio(settings.accountSid, settings.authToken, { httpClient: new Client({ timeout: timeoutMs }) });
  client.api.baseUrl = settings.apiBaseUrl;
  return client;
};

const neverArrived = (error: unknown): boolean =>
  error instanceof Busy ? !asksTooMuch(error) : unconnected((error as { readonly code?: unknown }).code);

/** Busy, never reached, or turned away at the door. */
const surelyNotDone = (error: unknown): boolean => {
  const { status, code } = error as { readonly status?: unknown; readonly code?: unknown };
  return (
    error instanceof Busy ||
    error instanceof BrokenCircuitError ||
    unconnected(code) ||
    status === 401 ||
    status === 403
  );
};

/** What may be over in a while: no answer, a busy or broken server, credentials that an operator can mend. */
const passing = (error: unknown): boolean => {
  if (error instanceof Busy || error instanceof TaskCancelledError) return true;
  const { status, code } = error as { readonly status?: unknown; readonly code?: unknown };
  if (typeof status === 'number') return status >= 500 || status === 401 || status === 403 || status === 408;
  return typeof code === 'string' && code.startsWith('E');
};

/** What happened, in a word: a network code, a status, or the kind of error. */
const nameOf = (error: unknown): string => {
  if (error instanceof Busy) return error.message;
  const { code, status, name } = error as {
    readonly code?: unknown;
    readonly status?: unknown;
    readonly name?: unknown;
  };
  if (typeof status === 'number') return `HTTP ${status}${code === undefined ? '' : `, Twilio ${code}`}`;
  return String(code ?? name);
};
