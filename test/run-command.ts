import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a command of this project to its end, with these settings and nothing of ours; `said` is all it printed. */
export const runCommand = (
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly said: string }> =>
  new Promise((resolve) => {
    const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'silent', ...environment };
    execFile(process.execPath, [path, ...args], { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), said: stdout + stderr });
    });
  });
