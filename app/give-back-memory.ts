import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import type { Log } from './log.ts';

/** How often the process looks at how busy it was. */
const LOOK_MS = 5_000;
/** It works from this share of its time on… */
const WORKING = 0.1;
/** …and rests below this one: ten thousand idle sockets take a hundredth, three or four where others want the processor, too. */
const RESTING = 0.06;
/** Looks in a row at a process that rests before it is taken for one that has nothing to do. */
const LOOKS = 3;
/** Growth, in bytes, for which a pause is worth it: most of a second where much is held. */
const WORTH = 32 * 1024 * 1024;

/** A process as the keeper of its memory sees it. */
export interface Machine {
  /** The share of its time, 0 to 1, that it worked since it was asked last. */
  busy(): number;
  residentBytes(): number;
  /** Collects whatever can be, gives the space back to the operating system, and resolves then. */
  collect(): Promise<void>;
}

/**
 * What to call at every look. V8 keeps the space that work once needed for the work to come, hundreds of megabytes after
 * ten thousand people came at once; here it is given back, once for each time that work is followed by rest.
 */
export const memoryKeeper = (machine: Machine): (() => Promise<void>) => {
  let restingFor = 0;
  let rested = false;
  let held = 0;
  return async () => {
    const busy = machine.busy();
    if (busy > WORKING) rested = false;
    restingFor = busy < RESTING ? restingFor + 1 : 0;
    if (rested || restingFor < LOOKS) return;
    rested = true;
    if (machine.residentBytes() - held < WORTH) return;
    await machine.collect();
    held = machine.residentBytes();
  };
};

/** This process. */
export const thisMachine = (): Machine => {
  let before = performance.eventLoopUtilization();
  return {
    busy: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    residentBytes: () => process.memoryUsage.rss(),
    // What `gc()` does keeps the space in a pool. https://chromedevtools.github.io/devtools-protocol/v8/HeapProfiler/#method-collectGarbage
    collect: async () => {
      const session = new Session();
      session.connect();
      await session.post('HeapProfiler.collectGarbage');
      session.disconnect();
    },
  };
};

/** Gives memory back whenever this process has come to rest, as long as it runs; does not keep it running. */
export const giveBackMemory = (log: Log): void => {
  const look = memoryKeeper(thisMachine());
  setInterval(() => {
    look().catch((error: unknown) => log.warn({ err: error }, 'memory could not be given back'));
  }, LOOK_MS).unref();
};
