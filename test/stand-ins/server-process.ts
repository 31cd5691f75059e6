import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A script of this project running as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it wrote to standard error, a line each: its log. */
  readonly log: readonly string[];
  /** Milliseconds from the start of the process until it said that it listens. */
  readonly startMs: number;
  /** The first line of the log that fits, now or later. */
  logged(fits: RegExp): Promise<string>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
  /** Kills it as a crash would (SIGKILL), and waits until it is gone. */
  kill(): Promise<void>;
}

/** A process that does not listen by then is ended; less than a test may take to begin. */
const START_MS = 45_000;

const LISTENING = /(?:ready |http:\/\/127\.0\.0\.1:)(\d+)/;

/** In bash: a process none of whose files may grow beyond so many KiB, and which is told so by an error: what a full disk is to it. */
export const filesOfAtMost = (kibibytes: number): readonly string[] => [
  'bash',
  '-c',
  `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$0" "$@"`,
];

/**
 * Starts a script and waits until a line of its output names its port. It sees `environment` and nothing of ours; `flags`
 * are Node's; `under` is a command that starts it in its place.
 */
export const startProcess = async (
  script: string,
  environment: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
  under: readonly string[] = [],
): Promise<ServerProcess> => {
  const began = performance.now();
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const [command = process.execPath, ...words] = [...under, process.execPath, ...flags, path];
  const child = spawn(command, words, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  const waiting = new Set<{ readonly fits: RegExp; readonly resolve: (line: string) => void }>();
  const errors = createInterface({ input: child.stderr });
  errors.on('line', (line) => {
    log.push(line);
    for (const one of waiting) {
      if (!one.fits.test(line)) continue;
      waiting.delete(one);
      one.resolve(line);
    }
  });
  const port = await portOf(child, script, log);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    log,
    startMs: performance.now() - began,
    logged: (fits) => {
      const known = log.find((line) => fits.test(line));
      return known === undefined ? new Promise((resolve) => waiting.add({ fits, resolve })) : Promise.resolve(known);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};

const portOf = async (child: ChildProcess, script: string, log: readonly string[]): Promise<number> => {
  if (!child.stdout) throw new Error('no output to read');
  const tooLate = setTimeout(() => child.kill('SIGKILL'), START_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = LISTENING.exec(line)?.[1];
      if (port === undefined) continue;
      child.stdout.resume();
      return Number(port);
    }
  } finally {
    clearTimeout(tooLate);
  }
  throw new Error(`${script} ended before it listened:\n${log.join('\n')}`);
};
