import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PROCESS = new URL('./process.ts', import.meta.url).href;

/** A process that is told to stop as soon as it runs: how it ended, and what its log says of that. */
const stopped = async (stop: string, signals: readonly NodeJS.Signals[] = ['SIGTERM']) => {
  const script = `
    const { openProcess } = await import(${JSON.stringify(PROCESS)});
    setInterval(() => undefined, 60_000);
    openProcess(200).onStop(${stop});
    console.log('running');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let log = '';
  child.stderr.on('data', (part) => {
    log += String(part);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('running')) for (const signal of signals) child.kill(signal);
    else log += line;
  }
  return { exit: (await exited)[0], log };
};

describe('a process that is told to stop', () => {
  it('ends well when what it was at has ended', async () => {
    expect(await stopped('async () => undefined')).toMatchObject({ exit: 0 });
  });

  it('ends with 1 and says so when that could not be ended', async () => {
    const { exit, log } = await stopped("async () => { throw new Error('example'); }");
    expect([exit, log.includes('did not stop cleanly')]).toEqual([1, true]);
  });

  it('ends all the same when that hangs, however often it is told', async () => {
    const { exit, log } = await stopped('() => new Promise(() => undefined)', ['SIGTERM', 'SIGINT']);
    expect([exit, log.match(/"stopping"/g)?.length]).toEqual([1, 1]);
  });
});
