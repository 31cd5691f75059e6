import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { filesOfAtMost } from '../test/stand-ins/server-process.ts';

const SCRIPT = new URL('../test/full-disk-jobs.ts', import.meta.url).pathname;
const LIMIT = 600;

test.each(['sqlite', 'service-bus'])(
  'a full disk queues nothing and settles nothing on %s, and once there is room every job is done',
  async (queue) => {
    const folder = mkdtempSync(join(tmpdir(), 'pathfinder-full-'));
    const [bash = '', ...words] = filesOfAtMost(LIMIT);
    const limited = spawn(bash, [...words, process.execPath, SCRIPT, folder, queue], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: limited.stdout })) said.push(line);
    expect(said).toEqual([
      'add a: queued, 1 waiting',
      'the disk is full: store-unavailable',
      'add b: store-unavailable, 1 waiting',
      'add b: queued, 2 waiting',
      'did a, try 1',
      'the disk is full: store-unavailable',
      'not settled',
      'did a, try 2',
      'done',
      'did b, try 1',
      'done',
      'effects: a, b',
      'left: 0',
    ]);
    rmSync(folder, { recursive: true });
  },
);
