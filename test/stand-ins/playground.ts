import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const home = dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'));

/** Microsoft's own client of Teams bots, which needs no account and no network. */
export interface Playground {
  /** Where its page is. */
  readonly url: string;
  close(): Promise<void>;
}

/** The person who writes in it, as its default settings have them. */
export const ALEX = { name: 'Alex Wilber', teamsId: '00000000-0000-0000-0000-0000000000020' } as const;

/** Starts the playground for the bot at `server`, on a free port of loopback. */
export const startPlayground = async (server: string): Promise<Playground> => {
  const args = [join(home, 'cli.js'), 'start', '-e', `${server}/api/messages`, '-c', 'msteams', '-p', '0', '--dt'];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /Listening on (\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return {
      url: `http://127.0.0.1:${port}`,
      close: async () => {
        const exited = once(child, 'exit');
        child.kill();
        await exited;
      },
    };
  }
  throw new Error('the playground ended before it listened');
};
