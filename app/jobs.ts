import { command } from './command.ts';
import type { Composed } from './compose.ts';

/** Dead jobs that are listed or revived at once. */
const MOST = 200;
const USAGE = `Usage: npm run jobs                     how many jobs wait, run and are dead
       npm run jobs -- dead             the dead ones, the newest first, with their reason
       npm run jobs -- redrive <id>     gives one all its tries again (or "all")
       npm run jobs -- cancel <kind> <key>`;

type Queue = Composed['queue'];

const depth = async (queue: Queue): Promise<string> => {
  const { waiting, leased, dead, oldestMs } = await queue.depth();
  return `${waiting} waiting, ${leased} running, ${dead} dead; the oldest due has waited ${Math.round(oldestMs / 1_000)} s.`;
};

const dead = async (queue: Queue): Promise<string> => {
  const jobs = await queue.deadLetters(MOST);
  return jobs.length === 0
    ? 'No job is dead.'
    : jobs
        .map(
          ({ id, kind, key, reason, attempts, diedAt }) =>
            `${diedAt}  ${id}\n  ${kind} ${key}, after ${attempts} tries: ${reason}`,
        )
        .join('\n');
};

const redrive = async (queue: Queue, which: string): Promise<string | undefined> => {
  const ids = which === 'all' ? (await queue.deadLetters(MOST)).map(({ id }) => id) : [which];
  let revived = 0;
  for (const id of ids) if (await queue.redrive(id)) revived += 1;
  return revived === 0 && which !== 'all'
    ? undefined
    : `${revived} of ${ids.length} ${ids.length === 1 ? 'job is' : 'jobs are'} due again.`;
};

/** What an operator asked of the job queue, in words; `undefined` when there is nothing such. */
export const jobsCommand = async (queue: Queue, [what, ...rest]: readonly string[]): Promise<string | undefined> => {
  if (what === undefined) return depth(queue);
  if (what === 'dead') return dead(queue);
  const [one, other] = rest;
  if (what === 'redrive' && one !== undefined) return redrive(queue, one);
  if (what === 'cancel' && one !== undefined && other !== undefined)
    return (await queue.cancel(one, other)) ? 'Cancelled.' : undefined;
  return USAGE;
};

/** `npm run jobs`: looks into the job queue and its dead letters, beside running servers. */
if (import.meta.main) {
  await command(async ({ queue }) => {
    const said = await jobsCommand(queue, process.argv.slice(2));
    console.log(said ?? 'There is no such job.');
    if (said === undefined) process.exitCode = 1;
  });
}
