import { randomUUID } from 'node:crypto';
import type { Clock } from '../trips/clock.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import type { JobHandler } from './job-handler.ts';
import type { JobQueue, LeasedJob } from './queue.ts';

/** The part of a logger the worker needs. */
interface WorkerLog {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface WorkerOptions {
  readonly queue: JobQueue;
  readonly handlers: readonly JobHandler[];
  readonly clock: Clock;
  readonly log: WorkerLog;
  /** Jobs worked on at once; default 2. */
  readonly concurrency?: number;
  /** How long a job is held without renewal (it is renewed thrice in that time); default 30 s. */
  readonly leaseMs?: number;
  /** How long the queue is left alone when nothing was due and nobody called `wake`; default 1 s. */
  readonly pollMs?: number;
  /** Tries before a job becomes a dead letter; default 5. */
  readonly maxTries?: number;
  /** Wait before the second try; doubles with each further one up to `maxBackoffMs`. Defaults 1 s and 5 min. */
  readonly backoffMs?: number;
  readonly maxBackoffMs?: number;
  /** How long one try may take where its handler does not say; default 10 min. */
  readonly timeoutMs?: number;
  /** Told how each try ended. */
  readonly onEnd?: (kind: string, how: JobEnd) => void;
  /** How long `drain` lets running jobs finish before it aborts them; default 10 s. */
  readonly drainMs?: number;
  /** 0 inclusive to 1 exclusive; spreads retries out. */
  readonly random?: () => number;
}

/** `lost`: the lease went to another, or the job was cancelled meanwhile. */
export type JobEnd = 'done' | 'retried' | 'dead' | 'lost' | 'stopped';

export interface Worker {
  /** Looks at the queue at once; call it when a job was enqueued. */
  wake(): void;
  /** Stops a job that was cancelled at once, if it runs here; elsewhere it ends when its lease is renewed. */
  stop(kind: string, key: string): void;
  /** Takes no more jobs, lets the running ones finish, aborts and hands back those that do not. Idempotent. */
  drain(): Promise<void>;
  /** Resolves when no job is running and none is due now. */
  idle(): Promise<void>;
}

/** How long an aborted handler may take to notice before `drain` stops waiting for it. */
const ABORT_GRACE_MS = 1_000;

/** Works on the queue until drained. A job it was working on when the process died is handed out again by the queue. */
export const startWorker = (options: WorkerOptions): Worker => {
  const { queue, clock, log, concurrency = 2, leaseMs = 30_000, pollMs = 1_000, maxTries = 5 } = options;
  const { backoffMs = 1_000, maxBackoffMs = 300_000, drainMs = 10_000, random = Math.random } = options;
  const { timeoutMs = 600_000, onEnd = () => undefined } = options;
  const handlers = new Map(options.handlers.map((handler) => [handler.kind, handler]));
  const running = new Map<Promise<void>, { readonly job: LeasedJob; readonly abort: AbortController }>();
  let pumping: Promise<void> | undefined;
  let again = false;
  /** The last look found all it asked for: then every free hand asks at once, and the queue saves that in one write. */
  let busy = false;
  let draining: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let whenIdle: (() => void)[] = [];

  const retryDelay = (attempt: number): number =>
    Math.round(Math.min(maxBackoffMs, backoffMs * 2 ** (attempt - 1)) * (0.5 + random() / 2));

  /** Keeps the lease alive while the job runs; aborts it when the lease is lost. Returns how to stop. */
  const keepLease = (job: LeasedJob, abort: AbortController): (() => void) => {
    let leasedUntil = clock.now() + leaseMs;
    let beat: NodeJS.Timeout;
    let stopped = false;
    const lost = (): void => abort.abort(leaseLost(job));
    const renew = async (): Promise<void> => {
      const asked = clock.now();
      try {
        if (!(await queue.renew(job, leaseMs))) return lost();
        leasedUntil = asked + leaseMs;
      } catch (error) {
        log.warn({ job: job.id, kind: job.kind, error }, 'could not renew the lease of a job');
        if (clock.now() >= leasedUntil) return lost();
      }
      schedule();
    };
    const schedule = (): void => {
      if (!stopped && !abort.signal.aborted) beat = setTimeout(() => void renew(), leaseMs / 3);
    };
    schedule();
    return () => {
      stopped = true;
      clearTimeout(beat);
    };
  };

  const bury = async (job: LeasedJob, reason: string, handler?: JobHandler): Promise<boolean> => {
    const facts = { errorId: randomUUID(), job: job.id, kind: job.kind, key: job.key, attempt: job.attempt, reason };
    try {
      await handler?.gaveUp?.(job.payload, reason);
    } catch (error) {
      log.error({ ...facts, error }, 'nobody could be told that a job failed for good');
    }
    log.error(facts, 'job dead-lettered');
    onEnd(job.kind, 'dead');
    return queue.deadLetter(job, reason);
  };

  const work = async (job: LeasedJob, abort: AbortController): Promise<void> => {
    const handler = handlers.get(job.kind);
    const facts = { job: job.id, kind: job.kind, key: job.key, attempt: job.attempt };
    if (!handler) {
      await bury(job, `no handler for jobs of kind ${job.kind}`);
      return;
    }
    // More tries than allowed means that the process died during each of them.
    if (job.attempt > maxTries) {
      await bury(job, `the worker died during each of ${job.attempt - 1} tries`, handler);
      return;
    }
    const stopRenewing = keepLease(job, abort);
    const limit = handler.timeoutMs ?? timeoutMs;
    const late = setTimeout(() => abort.abort(new TookTooLong(limit)), limit);
    const lost = (error?: unknown): void => {
      log.warn({ ...facts, error }, 'the job was cancelled or is another worker’s by now; what it did here is left');
      onEnd(job.kind, 'lost');
    };
    try {
      const done = handler.run(job.payload, {
        signal: abort.signal,
        attempt: job.attempt,
        ...(job.checkpoint === undefined ? {} : { saved: job.checkpoint }),
        save: async (saved) => {
          if (isLost(abort.signal) || !(await queue.checkpoint(job, saved))) throw leaseLost(job);
        },
        progress: (step) => log.debug({ ...facts, step }, 'job progress'),
      });
      await Promise.race([done, tookTooLong(abort.signal)]);
      if (isLost(abort.signal) || !(await queue.complete(job))) return lost();
      log.info(facts, 'job done');
      onEnd(job.kind, 'done');
    } catch (error) {
      if (isLost(abort.signal) || isLeaseLost(error)) return lost(error);
      const reason = error instanceof Error ? error.message : String(error);
      if (abort.signal.aborted && !(abort.signal.reason instanceof TookTooLong)) {
        await queue.retry(job, 0, 'the worker was stopped');
        onEnd(job.kind, 'stopped');
      } else if (job.attempt >= maxTries) {
        // Nobody may hear that it failed while another worker is at it: the lease may have run out unnoticed.
        if (!(await queue.renew(job, leaseMs))) return lost(error);
        await bury(job, reason, handler);
      } else {
        const delayMs = retryDelay(job.attempt);
        if (!(await queue.retry(job, delayMs, reason))) return lost(error);
        log.warn({ ...facts, errorId: randomUUID(), delayMs, error }, 'job failed; it will be tried again');
        onEnd(job.kind, 'retried');
      }
    } finally {
      clearTimeout(late);
      stopRenewing();
    }
  };

  const start = (job: LeasedJob): void => {
    const abort = new AbortController();
    const done: Promise<void> = work(job, abort)
      // A settlement that could not be saved: the lease runs out and the job is handed out again.
      .catch((error) => log.error({ errorId: randomUUID(), job: job.id, error }, 'a job could not be settled'))
      .finally(() => {
        running.delete(done);
        wake();
      });
    running.set(done, { job, abort });
  };

  const pump = async (): Promise<void> => {
    do {
      again = false;
      while (!draining && running.size < concurrency) {
        const looks = busy ? concurrency - running.size : 1;
        const looked = await Promise.allSettled(Array.from({ length: looks }, () => queue.lease(leaseMs)));
        const jobs = looked.flatMap((look) => (look.status === 'fulfilled' && look.value ? [look.value] : []));
        for (const job of jobs) start(job);
        busy = jobs.length === looks;
        if (busy) continue;
        const failed = looked.find((look) => look.status === 'rejected');
        if (failed) {
          log.error({ errorId: randomUUID(), error: failed.reason }, 'the job queue could not be read');
          return;
        }
        if (running.size === 0 && !again) {
          for (const resolve of whenIdle.splice(0)) resolve();
        }
        break;
      }
    } while (again && !draining);
  };

  const wake = (): void => {
    again = true;
    if (pumping) return;
    clearTimeout(timer);
    pumping = pump().finally(() => {
      pumping = undefined;
      if (draining) return;
      // `again` may have been set after the last look; otherwise the queue is polled (retries, other processes' jobs).
      timer = setTimeout(wake, again ? 0 : pollMs);
    });
  };

  const finish = async (): Promise<void> => {
    clearTimeout(timer);
    await pumping;
    const settled = async (): Promise<void> => {
      await Promise.all(running.keys());
    };
    if (!(await within(settled(), drainMs))) {
      for (const { abort } of running.values()) abort.abort(new DOMException('the worker is stopping', 'AbortError'));
      await within(settled(), ABORT_GRACE_MS);
    }
    for (const resolve of whenIdle.splice(0)) resolve();
  };

  wake();
  return {
    wake,
    stop: (kind, key) => {
      for (const { job, abort } of running.values())
        if (job.kind === kind && job.key === key) abort.abort(leaseLost(job));
    },
    drain: () => {
      draining ??= Promise.resolve().then(finish);
      return draining;
    },
    idle: () =>
      new Promise((resolve) => {
        if (draining) return resolve();
        whenIdle = [...whenIdle, resolve];
        wake();
      }),
  };
};

const leaseLost = ({ kind, key }: LeasedJob): PathfinderError =>
  new PathfinderError('job-lease-lost', `the lease of ${kind} ${key} was lost`);
const isLeaseLost = (error: unknown): boolean => error instanceof PathfinderError && error.code === 'job-lease-lost';
const isLost = (signal: AbortSignal): boolean => signal.aborted && isLeaseLost(signal.reason);

/** Why a try was given up that went on and on. */
class TookTooLong extends Error {
  constructor(ms: number) {
    super(`took longer than ${Math.round(ms / 1_000)} s`);
  }
}

/** Fails when the time is over: a handler that does not listen is not waited for. */
const tookTooLong = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      if (signal.reason instanceof TookTooLong) reject(signal.reason);
    });
  });

/** Whether the work ended in time. */
const within = async (work: Promise<void>, ms: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const limit = setTimeout(() => resolve(false), ms);
  try {
    return await Promise.race([work.then(() => true), promise]);
  } finally {
    clearTimeout(limit);
  }
};
