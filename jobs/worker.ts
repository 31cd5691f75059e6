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
  /** How long `drain` lets running jobs finish before it aborts them; default 10 s. */
  readonly drainMs?: number;
  /** 0 inclusive to 1 exclusive; spreads retries out. */
  readonly random?: () => number;
}

export interface Worker {
  /** Looks at the queue at once; call it when a job was enqueued. */
  wake(): void;
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
  const handlers = new Map(options.handlers.map((handler) => [handler.kind, handler]));
  const running = new Map<Promise<void>, AbortController>();
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
    const lost = (): void =>
      abort.abort(new PathfinderError('job-lease-lost', `the lease of ${job.kind} ${job.key} was lost`));
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
    try {
      await handler.run(job.payload, {
        signal: abort.signal,
        attempt: job.attempt,
        progress: (step) => log.debug({ ...facts, step }, 'job progress'),
      });
      if (isLost(abort.signal)) log.warn(facts, 'job finished after its lease was lost; left to whoever has it now');
      else if (await queue.complete(job)) log.info(facts, 'job done');
      else log.warn(facts, 'job finished after its lease was lost; left to whoever has it now');
    } catch (error) {
      if (isLost(abort.signal)) {
        log.warn({ ...facts, error }, 'job stopped: its lease was lost');
        return;
      }
      const reason = error instanceof Error ? error.message : String(error);
      if (abort.signal.aborted) await queue.retry(job, 0, 'the worker was stopped');
      else if (job.attempt >= maxTries) await bury(job, reason, handler);
      else {
        const delayMs = retryDelay(job.attempt);
        log.warn({ ...facts, errorId: randomUUID(), delayMs, error }, 'job failed; it will be tried again');
        await queue.retry(job, delayMs, reason);
      }
    } finally {
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
    running.set(done, abort);
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
    if (pumping || draining) return;
    clearTimeout(timer);
    pumping = pump().finally(() => {
      pumping = undefined;
      if (draining) return;
      // `again` may have been set after the last look; otherwise the queue is polled (retries, other processes' jobs).
      timer = setTimeout(wake, again ? 0 : pollMs);
    });
  };

  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    await pumping;
    const settled = async (): Promise<void> => {
      await Promise.all(running.keys());
    };
    if (!(await within(settled(), drainMs))) {
      for (const abort of running.values()) abort.abort(new DOMException('the worker is stopping', 'AbortError'));
      await within(settled(), ABORT_GRACE_MS);
    }
    for (const resolve of whenIdle.splice(0)) resolve();
  };

  wake();
  return {
    wake,
    drain: () => {
      draining ??= Promise.resolve().then(stop);
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

const isLost = (signal: AbortSignal): boolean =>
  signal.aborted && signal.reason instanceof PathfinderError && signal.reason.code === 'job-lease-lost';

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
