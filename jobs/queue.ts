/** A job to be done once, by any worker. */
export interface NewJob {
  readonly kind: string;
  /** The job's natural key: a second job of the same kind and key is a duplicate and is not queued. */
  readonly key: string;
  readonly payload: unknown;
  /** UTC instant before which it is not handed out. */
  readonly notBefore?: string | undefined;
  /** It can wait: handed out only while nothing else is due. */
  readonly later?: boolean | undefined;
  /** Jobs of the same line are handed out one at a time, in the order they came; a dead one holds up nobody. */
  readonly line?: string | undefined;
}

/** A job handed to one worker until its lease ends. */
export interface LeasedJob {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  /** 1 on the first try. */
  readonly attempt: number;
  /** What an earlier try saved of its work; absent when it saved nothing. */
  readonly checkpoint?: unknown;
  /** Proves the lease; every settlement demands it. */
  readonly lease: string;
}

interface DeadJob {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly reason: string;
  readonly attempts: number;
  readonly diedAt: string;
}

/** Work that survives the process: leases, retries with backoff, dead letters. */
export interface JobQueue {
  /** Durable when it resolves. */
  enqueue(job: NewJob): Promise<'queued' | 'duplicate'>;
  /** The next job that is due, leased for `leaseMs`; one whose lease ran out is handed out again. */
  lease(leaseMs: number): Promise<LeasedJob | undefined>;
  /** Each settlement returns false when the lease was lost: the work must then have no further effect. */
  renew(job: LeasedJob, leaseMs: number): Promise<boolean>;
  /** Keeps what is done of the work, so that a later try goes on from there. */
  checkpoint(job: LeasedJob, done: unknown): Promise<boolean>;
  complete(job: LeasedJob): Promise<boolean>;
  /** Hands the job out again after `delayMs`. */
  retry(job: LeasedJob, delayMs: number, reason: string): Promise<boolean>;
  deadLetter(job: LeasedJob, reason: string): Promise<boolean>;
  /** Ends a job that waits or runs: it is never handed out again, and whoever has it loses the lease. False when there is none. */
  cancel(kind: string, key: string): Promise<boolean>;
  /** The newest first. */
  deadLetters(limit: number): Promise<readonly DeadJob[]>;
  /** Gives a dead job all its tries again, due at once; false when no dead job has this id. */
  redrive(id: string): Promise<boolean>;
  /** Waiting (due or not), leased and dead jobs, and the age in ms of the oldest that is due. */
  depth(): Promise<{
    readonly waiting: number;
    readonly leased: number;
    readonly dead: number;
    readonly oldestMs: number;
  }>;
}
