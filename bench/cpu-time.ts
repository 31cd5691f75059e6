import { readdirSync, readFileSync } from 'node:fs';

/** CPU time in microseconds: of a process's main thread, of threads it works on, and of V8's own (garbage, compiling). */
export interface CpuTime {
  readonly main: number;
  readonly threads: number;
  readonly v8: number;
}

/** What a process has used so far; nothing where the system does not tell: only Linux does, in nanoseconds (https://docs.kernel.org/scheduler/sched-stats.html). */
export const cpuTime = (pid: number): CpuTime | undefined => {
  const used = { main: 0, threads: 0, v8: 0 };
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const at = `/proc/${pid}/task/${thread}`;
      const [nanoseconds = ''] = readFileSync(`${at}/schedstat`, 'utf8').split(' ');
      const name = readFileSync(`${at}/comm`, 'utf8');
      used[thread === String(pid) ? 'main' : name.startsWith('V8Worker') ? 'v8' : 'threads'] +=
        Number(nanoseconds) / 1_000;
    }
    return used;
  } catch {
    return undefined;
  }
};

/** What was used between two looks, for each of `times`; rounded to a tenth. */
export const cpuTimeEach = (
  before: CpuTime | undefined,
  after: CpuTime | undefined,
  times: number,
): CpuTime | undefined => {
  if (!before || !after) return undefined;
  const each = (part: keyof CpuTime): number =>
    Math.round(((after[part] - before[part]) / Math.max(1, times)) * 10) / 10;
  return { main: each('main'), threads: each('threads'), v8: each('v8') };
};

/** All of it together. */
export const total = ({ main, threads, v8 }: CpuTime): number => main + threads + v8;

/**
 * How many requests a second fit into so many processors that server and clients share, if all were busy all the time: no main
 * thread works on two at once, and all of it together has to fit.
 */
export const atMost = (server: CpuTime, clients: CpuTime, processors: number): number => {
  const busiest = Math.max(server.main, clients.main, (total(server) + total(clients)) / processors);
  return Math.round(1_000_000 / busiest);
};
