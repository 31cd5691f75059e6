import { existsSync } from 'node:fs';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { type Config, readConfig } from './config.ts';
import { type Log, openLog } from './log.ts';

/** The longest a stop may take before the process ends anyway. */
const STOP_MS = 15_000;

export interface Process {
  readonly config: Config;
  readonly log: Log;
  /** Runs once on SIGTERM or SIGINT, after which the process ends. */
  onStop(stop: () => Promise<void>): void;
}

/**
 * Reads the settings (and `.env`, where there is one) and opens the log. Bad settings end the process with what to mend. A
 * stop that takes longer than `stopMs` ends it with 1.
 */
export const openProcess = (stopMs = STOP_MS): Process => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = settings();
  const log = openLog(config.LOG_LEVEL);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody listened'));
  return {
    config,
    log,
    onStop: (stop) => {
      let stopping = false;
      const end = (signal: string): void => {
        if (stopping) return;
        stopping = true;
        log.info({ signal }, 'stopping');
        setTimeout(() => process.exit(1), stopMs).unref();
        stop().then(
          () => process.exit(0),
          (error: unknown) => {
            log.error({ err: error }, 'did not stop cleanly');
            process.exit(1);
          },
        );
      };
      process.on('SIGTERM', end);
      process.on('SIGINT', end);
    },
  };
};

const settings = (): Config => {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof PathfinderError)) throw error;
    console.error(`${error.message}\nEvery setting is described in .env.example.`);
    process.exit(1);
  }
};
