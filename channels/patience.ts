import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IPolicy,
  retry,
} from 'cockatiel';

/** Tries of one request, the first included. */
const ATTEMPTS = 3;
/** A far end may ask for longer; whoever waits that long is the outbox, not a held request. */
export const LONGEST_PAUSE_MS = 2_000;
const FAILURES_TO_BREAK = 5;
const BREAK_MS = 15_000;

/** Milliseconds one request to a far end may take, and the first pause before a retry at most. */
export const TIMEOUT_MS = 10_000;
export const PAUSE_MS = 250;

/** A far end is too busy now (429, 503) and did nothing; `afterMs` is how long it asks us to wait. */
export class Busy extends Error {
  readonly afterMs: number | undefined;
  constructor(retryAfter: string | null | undefined, what = 'too many requests') {
    super(`${what}, retry after ${retryAfter ?? 'a while'}`);
    this.name = 'Busy';
    const seconds = Number(retryAfter ?? Number.NaN);
    this.afterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  }
}

/** It asks for a wait longer than a request is held. */
export const asksTooMuch = (error: unknown): boolean =>
  error instanceof Busy && (error.afterMs ?? 0) > LONGEST_PAUSE_MS;

/** System errors after which nothing can have arrived. */
const UNCONNECTED: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** Whether an error with this code says that there was no connection at all. */
export const unconnected = (code: unknown): boolean => UNCONNECTED.has(code);

/** Tries again while `when` holds: full jitter below a doubling ceiling, unless the far end says how long to wait. */
export const tryingAgain = (when: (error: unknown) => boolean, pauseMs: number): IPolicy =>
  retry(handleWhen(when), {
    maxAttempts: ATTEMPTS - 1,
    backoff: new DelegateBackoff<{ readonly attempt: number; readonly result: unknown }>(({ attempt, result }) => {
      const error = (result as { readonly error?: unknown }).error;
      if (error instanceof Busy && error.afterMs !== undefined) return error.afterMs;
      return Math.random() * Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** attempt);
    }),
  });

/** Leaves a far end alone for a while after several faults of the given sort in a row. */
export const breakingOn = (when: (error: unknown) => boolean): CircuitBreakerPolicy =>
  circuitBreaker(handleWhen(when), { halfOpenAfter: BREAK_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK) });
