import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type ServerProcess, startProcess } from '../test/stand-ins/server-process.ts';

const { scripts } = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));

/** Node's flags of `npm start`. */
const FLAGS = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** Starts a server, ours or one to compare with, by the flags of `npm start`: all that is measured side by side has the same. */
export const startAsShipped = (
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> => startProcess(script, environment, FLAGS);
