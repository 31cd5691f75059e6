import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keys } from '../store/keyring.ts';
import type { Config } from './config.ts';

/** The secret kept under this name in the data folder, made on first use: 256 bits, base64url. */
const keptSecret = (dataDir: string, name: string): string => {
  const path = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx`: of several processes that start together, one makes the secret and the others read it.
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
};

/** Signs tokens: the configured secret, else the data folder's own. Production configures it. */
export const tokenSecret = ({ DATA_DIR, TOKEN_SECRET }: Pick<Config, 'DATA_DIR' | 'TOKEN_SECRET'>): string =>
  TOKEN_SECRET ?? keptSecret(DATA_DIR, 'token-secret');

/** What personal fields are sealed and looked up with: the configured keys, else the data folder's own. Production configures them. */
export const fieldKeys = (config: Pick<Config, 'DATA_DIR' | 'FIELD_KEYS' | 'LOOKUP_KEY'>): Keys => ({
  seals: config.FIELD_KEYS ?? new Map([['local', Buffer.from(keptSecret(config.DATA_DIR, 'field-key'), 'base64url')]]),
  lookup: config.LOOKUP_KEY ?? Buffer.from(keptSecret(config.DATA_DIR, 'lookup-key'), 'base64url'),
});
