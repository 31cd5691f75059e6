/** What a handler knows of the try it is running. */
interface JobTry {
  /** Aborts when the lease was lost or the worker must stop: the work must then have no further effect. */
  readonly signal: AbortSignal;
  /** 1 on the first try. */
  readonly attempt: number;
  /** What an earlier try saved; absent when it saved nothing. */
  readonly saved?: unknown;
  /** Keeps what is done, so that a later try goes on from there. Throws `job-lease-lost` when the job is another's by now. */
  save(done: unknown): Promise<void>;
  /** Leaves a line in the log saying how far the work is. */
  progress(step: string): void;
}

/**
 * Does one kind of job. A job may be run more than once (a crash, a lost lease), so its effects must be the same the
 * second time. Throwing means "try again later"; after the last try the job is a dead letter with the reason thrown.
 */
export interface JobHandler {
  readonly kind: string;
  /** Longer than this one try may not take: it is aborted and counts as failed. The worker's limit when absent. */
  readonly timeoutMs?: number;
  run(payload: unknown, job: JobTry): Promise<void>;
  /** Told once the last try has failed, before the job is dead-lettered, so that people can be told. */
  gaveUp?(payload: unknown, reason: string): Promise<void>;
}
