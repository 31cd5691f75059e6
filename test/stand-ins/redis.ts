import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { ensureRedis } from '../redis-server.ts';

/** A real redis-server of this test alone, on loopback, that keeps nothing. */
export interface RedisServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on a free port; one that somebody took meanwhile is left to them. */
export const startRedis = async (): Promise<RedisServer> => {
  for (;;) {
    const port = await freePort();
    const child = spawn(
      ensureRedis(),
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    if (!(await listens(child))) continue;
    return {
      url: `redis://127.0.0.1:${port}`,
      close: async () => {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      },
    };
  }
};

const listens = async (child: ChildProcess): Promise<boolean> => {
  if (!child.stdout) return false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!/ready to accept connections/i.test(line)) continue;
    child.stdout.resume();
    return true;
  }
  return false;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};
