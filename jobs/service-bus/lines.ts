import { type Records, retrying, type Stored } from '../../trips/records.ts';
import { type JobLine, type JobRecord, jobLines, jobRecords, lineId } from './job-record.ts';

/** Longer than any job is remembered. */
const KEPT_S = 60 * 86_400;

/** The lines of jobs that are done one after the other. */
export interface Lines {
  /** Puts a job at the end of its line, once. */
  join(record: JobRecord): Promise<void>;
  /** Whether it is a job's turn. A job of no line is always next. */
  isNext(record: JobRecord): Promise<boolean>;
  /** Takes a job out of its line; the one whose turn it then is. */
  leave(record: JobRecord): Promise<Stored<JobRecord> | undefined>;
}

/** Lines kept as documents of the entity store, changed under their etags. */
export const linesIn = (records: Records): Lines => {
  const change = (line: string, next: (jobs: readonly string[]) => readonly string[]): Promise<readonly string[]> =>
    retrying(async () => {
      const id = lineId(line);
      const before = await records.read(jobLines, id, id);
      const jobs = next(before?.jobs ?? []);
      if (before && jobs.join() === before.jobs.join()) return jobs;
      const put: JobLine = { pk: id, id, type: 'job_line', _schema_version: 1, ttl: KEPT_S, jobs };
      const commit = await records.commit(id, [{ put, ifMatch: before?._etag, ifAbsent: before === undefined }]);
      return commit.ok ? jobs : ('conflict' as const);
    });
  const head = async (jobs: readonly string[]): Promise<Stored<JobRecord> | undefined> => {
    const [first] = jobs;
    return first === undefined ? undefined : records.read(jobRecords, first, first);
  };
  const lines: Lines = {
    join: async ({ id, line }) => {
      if (line !== undefined) await change(line, (jobs) => (jobs.includes(id) ? jobs : [...jobs, id]));
    },
    isNext: async (record) => {
      const { id, line } = record;
      if (line === undefined) return true;
      // A process that died between two writes left a job out, or one in that is over.
      let jobs = await change(line, (all) => (all.includes(id) ? all : [...all, id]));
      for (;;) {
        if (jobs[0] === id) return true;
        const first = await head(jobs);
        if (first?.state === 'waiting' || first?.state === 'leased') return false;
        const over = jobs[0];
        jobs = await change(line, (all) => all.filter((one) => one !== over));
      }
    },
    leave: async ({ id, line }) =>
      line === undefined ? undefined : head(await change(line, (all) => all.filter((one) => one !== id))),
  };
  return lines;
};
