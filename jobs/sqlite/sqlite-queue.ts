import { randomUUID } from 'node:crypto';
import type { Database } from '../../store/sqlite/database.ts';
import type { Clock } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { JobQueue, LeasedJob } from '../queue.ts';

/** How long a finished job is remembered, so that enqueueing it again is still recognised as a duplicate. */
const REMEMBER_DONE_MS = 30 * 24 * 60 * 60 * 1000;

/** `available_at` is when a waiting job is due, and when a leased one may be handed out again: one index serves both. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS jobs (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL,
    state TEXT NOT NULL, attempts INTEGER NOT NULL, available_at INTEGER NOT NULL, lease TEXT, reason TEXT,
    settled_at INTEGER, UNIQUE (kind, key)
  );
  CREATE INDEX IF NOT EXISTS jobs_available ON jobs (available_at, seq) WHERE state IN ('waiting', 'leased');
  CREATE INDEX IF NOT EXISTS jobs_settled ON jobs (state, settled_at) WHERE settled_at IS NOT NULL;
`;

const AVAILABLE = "state IN ('waiting', 'leased') AND available_at <= ?";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: string;
  readonly attempts: number;
}

/** The job queue in the SQLite file of the embedded default; any number of processes may work on one file. */
export const sqliteQueue = (database: Database, clock: Clock): JobQueue => {
  const { handle } = database;
  handle.exec(SCHEMA);
  const statement = {
    add: handle.prepare(
      `INSERT INTO jobs (id, kind, key, payload, state, attempts, available_at) VALUES (?, ?, ?, ?, 'waiting', 0, ?)
       ON CONFLICT (kind, key) DO NOTHING`,
    ),
    forget: handle.prepare("DELETE FROM jobs WHERE state = 'done' AND settled_at <= ?"),
    anyAvailable: handle.prepare(`SELECT 1 FROM jobs WHERE ${AVAILABLE} LIMIT 1`),
    lease: handle.prepare(
      `UPDATE jobs SET state = 'leased', lease = ?, attempts = attempts + 1, available_at = ?
       WHERE seq = (SELECT seq FROM jobs WHERE ${AVAILABLE} ORDER BY available_at, seq LIMIT 1)
       RETURNING id, kind, key, payload, attempts`,
    ),
    // A lease that ran out but was not yet handed to another is lost too: the holder must not trust a late settlement.
    settle: handle.prepare(
      `UPDATE jobs SET state = ?, available_at = ?, reason = ?, settled_at = ?, lease = NULL
       WHERE id = ? AND lease = ? AND state = 'leased' AND available_at > ?`,
    ),
    renew: handle.prepare(
      "UPDATE jobs SET available_at = ? WHERE id = ? AND lease = ? AND state = 'leased' AND available_at > ?",
    ),
    dead: handle.prepare(
      `SELECT id, kind, key, attempts, reason, settled_at FROM jobs WHERE state = 'dead'
       ORDER BY settled_at DESC, seq DESC LIMIT ?`,
    ),
    redrive: handle.prepare(
      `UPDATE jobs SET state = 'waiting', attempts = 0, available_at = ?, reason = NULL, settled_at = NULL
       WHERE id = ? AND state = 'dead'`,
    ),
    depth: handle.prepare(
      `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'leased') AS leased,
         count(*) FILTER (WHERE state = 'dead') AS dead,
         min(available_at) FILTER (WHERE state = 'waiting' AND available_at <= ?) AS oldest
       FROM jobs WHERE state <> 'done'`,
    ),
  };

  const settle = (
    job: LeasedJob,
    state: 'waiting' | 'done' | 'dead',
    delayMs: number,
    reason: string | null,
  ): Promise<boolean> =>
    database.write(() => {
      const now = clock.now();
      const settledAt = state === 'waiting' ? null : now;
      return statement.settle.run(state, now + delayMs, reason, settledAt, job.id, job.lease, now).changes === 1;
    });

  return {
    enqueue: ({ kind, key, payload, notBefore }) =>
      database.write(() => {
        const now = clock.now();
        statement.forget.run(now - REMEMBER_DONE_MS);
        const due = notBefore === undefined ? now : Date.parse(notBefore);
        const added = statement.add.run(`job_${randomUUID()}`, kind, key, JSON.stringify(payload ?? null), due);
        return added.changes === 1 ? 'queued' : 'duplicate';
      }),
    lease: async (leaseMs) => {
      // An idle worker asks often; a read takes no write lock from those who have something to save.
      if (!read(() => statement.anyAvailable.get(clock.now()))) return undefined;
      return database.write(() => {
        const now = clock.now();
        const lease = randomUUID();
        const row = statement.lease.get(lease, now + leaseMs, now) as unknown as Row | undefined;
        if (!row) return undefined;
        const { id, kind, key, payload, attempts } = row;
        return { id, kind, key, payload: JSON.parse(payload) as unknown, attempt: attempts, lease };
      });
    },
    renew: (job, leaseMs) =>
      database.write(() => {
        const now = clock.now();
        return statement.renew.run(now + leaseMs, job.id, job.lease, now).changes === 1;
      }),
    complete: (job) => settle(job, 'done', 0, null),
    retry: (job, delayMs, reason) => settle(job, 'waiting', delayMs, reason),
    deadLetter: (job, reason) => settle(job, 'dead', 0, reason),
    deadLetters: async (limit) => {
      const rows = read(() => statement.dead.all(limit)) as unknown as (Row & { reason: string; settled_at: number })[];
      return rows.map(({ id, kind, key, attempts, reason, settled_at }) => ({
        id,
        kind,
        key,
        reason,
        attempts,
        diedAt: new Date(settled_at).toISOString(),
      }));
    },
    redrive: (id) => database.write(() => statement.redrive.run(clock.now(), id).changes === 1),
    depth: async () => {
      const now = clock.now();
      const row = read(() => statement.depth.get(now)) as unknown as {
        waiting: number;
        leased: number;
        dead: number;
        oldest: number | null;
      };
      const { waiting, leased, dead, oldest } = row;
      return { waiting, leased, dead, oldestMs: oldest === null ? 0 : now - oldest };
    },
  };
};

const read = <T>(call: () => T): T => {
  try {
    return call();
  } catch (cause) {
    throw new PathfinderError('store-unavailable', 'the job queue could not be read', cause);
  }
};
