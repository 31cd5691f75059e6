import { randomUUID } from 'node:crypto';
import type { Clock } from '../../trips/clock.ts';
import { type Records, retrying, type Stored } from '../../trips/records.ts';
import type { JobQueue, LeasedJob } from '../queue.ts';
import type { Bus, Received } from './bus.ts';
import { type JobRecord, jobId, jobRecords } from './job-record.ts';
import { linesIn } from './lines.ts';

/** How soon a job that was not next in its line is looked at again. */
const LOOK_AGAIN_MS = 5_000;

/** How long a finished job is remembered, so that enqueueing it again is still recognised as a duplicate. */
const REMEMBER_DONE_S = 30 * 86_400;

/**
 * The job queue on Azure Service Bus. What a job is, whose it is and how often it was tried stands in a record of the
 * entity store and changes under its etag; messages say when to look at it. A message too many is recognised by its
 * ticket and dropped, one that was lost between record and broker is sent again by whoever notices. What can wait is
 * announced in a queue of its own, which is looked at when the other is empty.
 */
export const serviceBusQueue = (soon: Bus, later: Bus, records: Records, clock: Clock): JobQueue => {
  const lines = linesIn(records);
  const busOf = (record: Pick<JobRecord, 'later'>): Bus => (record.later ? later : soon);
  /** The notices of jobs leased in this process, by lease. */
  const held = new Map<string, Received>();
  /** Looks at the broker follow one another: a receiver takes one question at a time. */
  let looking: Promise<unknown> = Promise.resolve();

  const read = (id: string): Promise<Stored<JobRecord> | undefined> => records.read(jobRecords, id, id);
  const save = async (next: JobRecord, before?: Stored<JobRecord>): Promise<Stored<JobRecord> | undefined> => {
    const commit = await records.commit(next.id, [
      { put: next, ifMatch: before?._etag, ifAbsent: before === undefined },
    ]);
    return commit.ok ? { ...next, _etag: commit.etags[0] ?? '' } : undefined;
  };

  /** Announces a waiting job and notes that it did. Repeating it is harmless. */
  const announce = async (record: Stored<JobRecord>): Promise<void> => {
    const { id, ticket, availableAt } = record;
    await busOf(record).announce({ jobId: id, ticket }, availableAt > clock.now() ? availableAt : undefined);
    // Whoever changed it meanwhile has seen the message, so it is not lost.
    await save({ ...record, sent: true }, record);
  };

  /** Takes the job of a notice, if it is due and nobody's. */
  const take = async (bus: Bus, received: Received, leaseMs: number): Promise<LeasedJob | 'no' | 'conflict'> => {
    const now = clock.now();
    const record = await read(received.jobId);
    if (record?.state === 'dead') {
      await bus.bury(received, record.reason ?? 'dead');
      return 'no';
    }
    if (!record || record.state === 'done' || record.ticket !== received.ticket) {
      if (record?.state === 'waiting' && !record.sent) await announce(record);
      await bus.complete(received);
      return 'no';
    }
    if (record.availableAt > now) {
      // Somebody has it, or clocks disagree: look again when it may be had.
      await bus.announce({ jobId: record.id, ticket: record.ticket }, record.availableAt);
      await bus.complete(received);
      return 'no';
    }
    if (!(await lines.isNext(record))) {
      // Whoever is before it announces it at the end; this is for when that process dies.
      await bus.announce({ jobId: record.id, ticket: record.ticket }, now + LOOK_AGAIN_MS);
      await bus.complete(received);
      return 'no';
    }
    const lease = randomUUID();
    const attempts = record.attempts + 1;
    const leased = await save(
      { ...record, state: 'leased', attempts, lease, availableAt: now + leaseMs, sent: true },
      record,
    );
    if (!leased) return 'conflict';
    held.set(lease, received);
    const { id, kind, key, payload, checkpoint } = record;
    const saved = checkpoint === undefined ? {} : { checkpoint };
    return { id, kind, key, payload, attempt: attempts, lease, ...saved };
  };

  const lookOnce = async (leaseMs: number): Promise<LeasedJob | undefined> => {
    for (const bus of [soon, later]) {
      // A broker whose clock is ahead of ours brings back at once what was put off: the next look is soon enough.
      const seen = new Set<string>();
      for (let received = await bus.receive(); received; received = await bus.receive()) {
        const notice = received;
        const job = await retrying(() => take(bus, notice, leaseMs));
        if (job !== 'no') return job;
        if (seen.has(notice.ticket)) break;
        seen.add(notice.ticket);
      }
    }
    return undefined;
  };

  /** Lets whoever is next in the line of a job that is over begin. */
  const passOn = async (record: JobRecord): Promise<void> => {
    const next = await lines.leave(record);
    if (next?.state === 'waiting') await announce(next);
  };

  /** Changes a job that is still this lease's; false when the lease was lost. */
  const settle = (
    job: LeasedJob,
    change: (record: JobRecord) => Partial<JobRecord>,
    then: (record: Stored<JobRecord>, received: Received | undefined) => Promise<void>,
  ): Promise<boolean> =>
    retrying(async () => {
      const record = await read(job.id);
      if (record?.state !== 'leased' || record.lease !== job.lease || record.availableAt <= clock.now()) {
        held.delete(job.lease);
        return false;
      }
      const settled = await save({ ...record, ...change(record) }, record);
      if (!settled) return 'conflict';
      await then(settled, held.get(job.lease));
      if (settled.lease !== job.lease) held.delete(job.lease);
      if (settled.state === 'done' || settled.state === 'dead') await passOn(settled);
      return true;
    });

  const peeked = async (where: 'queue' | 'dead'): Promise<readonly JobRecord[]> => {
    const notices = await Promise.all([soon, later].map((bus) => bus.peek(where)));
    const ids = [...new Set(notices.flat().map((notice) => notice.jobId))];
    return (await Promise.all(ids.map(read))).flatMap((record) => (record ? [record] : []));
  };

  return {
    enqueue: ({ kind, key, payload, notBefore, later: canWait, line }) =>
      retrying(async () => {
        const id = jobId(kind, key);
        const known = await read(id);
        if (known?.sent) return 'duplicate';
        const availableAt = notBefore === undefined ? clock.now() : Date.parse(notBefore);
        const record: JobRecord = {
          ...{ pk: id, id, type: 'job', _schema_version: 1, kind, key, payload, state: 'waiting', attempts: 0 },
          ...{ availableAt, ticket: randomUUID(), sent: false },
          ...(canWait ? { later: true } : {}),
          ...(line === undefined ? {} : { line }),
        };
        const saved = known ?? (await save(record));
        if (!saved) return 'conflict';
        await lines.join(saved);
        await announce(saved);
        return 'queued';
      }),
    lease: (leaseMs) => {
      const mine = looking.then(() => lookOnce(leaseMs));
      looking = mine.catch(() => undefined);
      return mine;
    },
    renew: (job, leaseMs) =>
      settle(
        job,
        () => ({ availableAt: clock.now() + leaseMs }),
        async (record, received) => {
          if (received) await busOf(record).renew(received);
        },
      ),
    checkpoint: (job, done) =>
      settle(
        job,
        () => ({ checkpoint: done }),
        async () => undefined,
      ),
    cancel: (kind, key) =>
      retrying(async () => {
        const record = await read(jobId(kind, key));
        if (record?.state !== 'waiting' && record?.state !== 'leased') return false;
        const { lease: _, checkpoint: __, ...rest } = record;
        const over = { reason: 'cancelled', settledAt: clock.now(), ttl: REMEMBER_DONE_S };
        const ended = await save({ ...rest, ...over, state: 'done' }, record);
        if (!ended) return 'conflict';
        await passOn(ended);
        return true;
      }),
    complete: (job) =>
      settle(
        job,
        () => ({
          state: 'done',
          lease: undefined,
          checkpoint: undefined,
          settledAt: clock.now(),
          ttl: REMEMBER_DONE_S,
        }),
        async (record, received) => {
          if (received) await busOf(record).complete(received);
        },
      ),
    retry: (job, delayMs, reason) =>
      settle(
        job,
        () => ({
          ...{ state: 'waiting' as const, lease: undefined, reason, ticket: randomUUID(), sent: false },
          availableAt: clock.now() + delayMs,
        }),
        async (record, received) => {
          await announce(record);
          if (received) await busOf(record).complete(received);
        },
      ),
    deadLetter: (job, reason) =>
      settle(
        job,
        () => ({ state: 'dead', lease: undefined, reason, settledAt: clock.now() }),
        async (record, received) => {
          if (received) await busOf(record).bury(received, reason);
        },
      ),
    deadLetters: async (limit) => {
      return (await peeked('dead'))
        .filter(({ state }) => state === 'dead')
        .sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0))
        .slice(0, limit)
        .map(({ id, kind, key, reason = '', attempts, settledAt = 0 }) => ({
          ...{ id, kind, key, reason, attempts },
          diedAt: new Date(settledAt).toISOString(),
        }));
    },
    redrive: (id) =>
      retrying(async () => {
        const record = await read(id);
        if (record?.state !== 'dead') return false;
        const { reason: _, settledAt: __, ...rest } = record;
        const fresh = { ticket: randomUUID(), sent: false, attempts: 0, availableAt: clock.now() };
        const revived = await save({ ...rest, ...fresh, state: 'waiting' }, record);
        if (!revived) return 'conflict';
        await lines.join(revived);
        await announce(revived);
        await busOf(revived).exhume(id);
        return true;
      }),
    depth: async () => {
      const now = clock.now();
      const [queued, buried] = await Promise.all([peeked('queue'), peeked('dead')]);
      const waiting = queued.filter(({ state }) => state === 'waiting');
      const oldest = Math.min(now, ...waiting.map(({ availableAt }) => availableAt));
      return {
        waiting: waiting.length,
        leased: queued.filter(({ state }) => state === 'leased').length,
        dead: buried.filter(({ state }) => state === 'dead').length,
        oldestMs: now - oldest,
      };
    },
  };
};
