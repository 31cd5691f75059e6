import { randomUUID } from 'node:crypto';
import type { Database } from '../../store/sqlite/database.ts';
import type { Clock } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { JobQueue, LeasedJob } from '../queue.ts';

/** How long a finished job is remembered, so that enqueueing it again is still recognised as a duplicate. */
const REMEMBER_DONE_MS = 30 * 24 * 60 * 60 * 1000;

/** `available_at` is when a waiting job is due, and when a leased one may be handed out again: one index a priority serves both. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS jobs (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL,
    state TEXT NOT NULL, attempts INTEGER NOT NULL, available_at INTEGER NOT NULL, lease TEXT, reason TEXT,
    settled_at INTEGER, later INTEGER NOT NULL DEFAULT 0, line TEXT, checkpoint TEXT, UNIQUE (kind, key)
  );
  CREATE INDEX IF NOT EXISTS jobs_settled ON jobs (state, settled_at) WHERE settled_at IS NOT NULL;
`;

/** What earlier versions of the table did not have, each with its declaration. */
const ADDED = { later: 'INTEGER NOT NULL DEFAULT 0', line: 'TEXT', checkpoint: 'TEXT' } as const;
const INDEXES = `
  DROP INDEX IF EXISTS jobs_available;
  CREATE INDEX IF NOT EXISTS jobs_due ON jobs (later, available_at, seq) WHERE state IN ('waiting', 'leased');
  CREATE INDEX IF NOT EXISTS jobs_line ON jobs (line, seq) WHERE line IS NOT NULL AND state IN ('waiting', 'leased');
`;

const due = (later: 0 | 1): string => `
  SELECT seq FROM jobs AS one WHERE later = ${later} AND state IN ('waiting', 'leased') AND available_at <= ?1
    AND (line IS NULL OR NOT EXISTS (
      SELECT 1 FROM jobs AS before WHERE before.line = one.line AND before.seq < one.seq
        AND before.line IS NOT NULL AND before.state IN ('waiting', 'leased')))
  ORDER BY available_at, seq LIMIT 1`;
const NEXT = `coalesce((${due(0)}), (${due(1)}))`;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: string;
  readonly attempts: number;
  readonly checkpoint: string | null;
}

/** The job queue in the SQLite file of the embedded default; any number of processes may work on one file. */
export const sqliteQueue = (database: Database, clock: Clock): JobQueue => {
  const { handle } = database;
  handle.exec(SCHEMA);
  const known = new Set(
    handle
      .prepare('PRAGMA table_info(jobs)')
      .all()
      .map(({ name }) => name),
  );
  for (const [name, declared] of Object.entries(ADDED))
    if (!known.has(name)) handle.exec(`ALTER TABLE jobs ADD COLUMN ${name} ${declared}`);
  handle.exec(INDEXES);
  const statement = {
    add: handle.prepare(
      `INSERT INTO jobs (id, kind, key, payload, state, attempts, available_at, later, line)
       VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?, ?)
       ON CONFLICT (kind, key) DO NOTHING`,
    ),
    forget: handle.prepare("DELETE FROM jobs WHERE state = 'done' AND settled_at <= ?"),
    anyAvailable: handle.prepare(`SELECT ${NEXT} AS seq`),
    lease: handle.prepare(
      `UPDATE jobs SET state = 'leased', lease = ?2, attempts = attempts + 1, available_at = ?3 WHERE seq = ${NEXT}
       RETURNING id, kind, key, payload, attempts, checkpoint`,
    ),
    checkpoint: handle.prepare(
      "UPDATE jobs SET checkpoint = ? WHERE id = ? AND lease = ? AND state = 'leased' AND available_at > ?",
    ),
    cancel: handle.prepare(
      `UPDATE jobs SET state = 'done', reason = 'cancelled', settled_at = ?, lease = NULL, checkpoint = NULL
       WHERE kind = ? AND key = ? AND state IN ('waiting', 'leased')`,
    ),
    // A lease that ran out but was not yet handed to another is lost too: the holder must not trust a late settlement.
    settle: handle.prepare(
      `UPDATE jobs SET state = ?1, available_at = ?2, reason = ?3, settled_at = ?4, lease = NULL,
         checkpoint = CASE ?1 WHEN 'done' THEN NULL ELSE checkpoint END
       WHERE id = ?5 AND lease = ?6 AND state = 'leased' AND available_at > ?7`,
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
    enqueue: ({ kind, key, payload, notBefore, later, line }) =>
      database.write(() => {
        const now = clock.now();
        statement.forget.run(now - REMEMBER_DONE_MS);
        const due = notBefore === undefined ? now : Date.parse(notBefore);
        const said = JSON.stringify(payload ?? null);
        const added = statement.add.run(`job_${randomUUID()}`, kind, key, said, due, later ? 1 : 0, line ?? null);
        return added.changes === 1 ? 'queued' : 'duplicate';
      }),
    lease: async (leaseMs) => {
      // An idle worker asks often; a read takes no write lock from those who have something to save.
      if (read(() => statement.anyAvailable.get(clock.now()))?.seq == null) return undefined;
      return database.write(() => {
        const now = clock.now();
        const lease = randomUUID();
        const row = statement.lease.get(now, lease, now + leaseMs) as unknown as Row | undefined;
        if (!row) return undefined;
        const { id, kind, key, payload, attempts, checkpoint } = row;
        const saved = checkpoint === null ? {} : { checkpoint: JSON.parse(checkpoint) as unknown };
        return { id, kind, key, payload: JSON.parse(payload) as unknown, attempt: attempts, lease, ...saved };
      });
    },
    renew: (job, leaseMs) =>
      database.write(() => {
        const now = clock.now();
        return statement.renew.run(now + leaseMs, job.id, job.lease, now).changes === 1;
      }),
    checkpoint: (job, done) =>
      database.write(
        () => statement.checkpoint.run(JSON.stringify(done ?? null), job.id, job.lease, clock.now()).changes === 1,
      ),
    cancel: (kind, key) => database.write(() => statement.cancel.run(clock.now(), kind, key).changes === 1),
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
