import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inFlight } from './in-flight.ts';

const LONG_MS = 60_000;

describe('a server that stops', () => {
  const agent = new Agent({ keepAlive: true });
  let server: Server;
  let port: number;
  let work: PromiseWithResolvers<void>;
  let begun: PromiseWithResolvers<void>;
  const listening = async (): Promise<void> => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ({ port } = server.address() as AddressInfo);
  };
  const ask = (path: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, agent }, resolve).on('error', reject);
    });

  beforeEach(async () => {
    work = Promise.withResolvers();
    begun = Promise.withResolvers();
    server = createServer(async ({ url }, response) => {
      if (url === '/stream') return void response.writeHead(200).write('one');
      begun.resolve();
      await work.promise;
      response.end('answered');
    });
    await listening();
  });
  afterEach(() => {
    agent.destroy();
    server.closeAllConnections();
  });

  test('answers what it was asked before, takes nothing new, and keeps no connection', async () => {
    const requests = inFlight(server);
    const asked = ask('/slow');
    await begun.promise;
    let over = false;
    const drained = requests.drain(LONG_MS).then(() => {
      over = true;
    });
    await expect(ask('/late')).rejects.toThrow('ECONNREFUSED');
    expect(over).toBe(false);
    work.resolve();
    const answer = await asked;
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
    answer.resume();
    await drained;
  });

  test('waits for no stream that is being read, and for nobody longer than its patience', async () => {
    const requests = inFlight(server);
    const stream = await ask('/stream');
    await requests.drain(LONG_MS);
    stream.destroy();
    await once(server, 'close');

    await listening();
    const asked = ask('/slow').catch(({ code }: NodeJS.ErrnoException) => code);
    await begun.promise;
    await requests.drain(1);
    server.closeAllConnections();
    expect(await asked).toBe('ECONNRESET');
  });
});
