import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL_PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** Where redis-server is on this machine: REDIS_SERVER_PATH or the usual places; undefined when nowhere. */
const findRedis = (): string | undefined => {
  const named = process.env.REDIS_SERVER_PATH;
  if (named && !existsSync(named)) throw new Error(`REDIS_SERVER_PATH names ${named}, and there is no such file.`);
  return named || USUAL_PLACES.find((path) => existsSync(path));
};

/** The path of redis-server; Debian's package is installed first when this machine has none and lets us. */
export const ensureRedis = (): string => {
  const there = findRedis();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('The tests of several processes need redis-server; installing it once.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], {
      stdio: 'inherit',
      env,
    });
    const now = findRedis();
    if (now) return now;
  }
  throw new Error(
    'redis-server is not here. Install it (Debian: apt-get install redis-server; macOS: brew install redis), or set REDIS_SERVER_PATH.',
  );
};

if (import.meta.main) {
  try {
    console.log(ensureRedis());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
