import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is on this machine: CHROMIUM_PATH, the usual places, or Playwright's own; undefined when nowhere. */
export const findChromium = (): string | undefined => {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
    return named;
  }
  return [...USUAL_PLACES, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
};

const run = (command: string, args: readonly string[]): void => {
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
};

/** Debian's package as root, Playwright's download elsewhere. Throws when neither works. */
const installChromium = (): void => {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
    return;
  }
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  run(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium']);
};

/** The path of Chromium, installed first when this machine has none. Throws, saying what to do, when it cannot be had. */
export const ensureChromium = (): string => {
  const there = findChromium();
  if (there) return there;
  console.error('The browser tests need Chromium; installing it once.');
  let why = 'it was installed, and still is nowhere to be found';
  try {
    installChromium();
    const now = findChromium();
    if (now) return now;
  } catch (error) {
    why = (error as Error).message;
  }
  throw new Error(
    `Chromium could not be installed (${why}). Install it by hand, or set CHROMIUM_PATH to a Chromium or Chrome.`,
  );
};

if (import.meta.main) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
