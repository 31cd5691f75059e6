import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The configured secret, else the one kept in the data folder, made on first use. Production configures its own. */
export const tokenSecret = (dataDir: string, configured: string | undefined): string => {
  if (configured !== undefined) return configured;
  const path = join(dataDir, 'token-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx`: of several processes that start together, one makes the secret and the others read it.
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
};
