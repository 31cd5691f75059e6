import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { startServiceBus } from '../../test/stand-ins/service-bus.ts';
import { openBus } from './bus.ts';

test('the line to the broker is made anew when it was opened but nothing ever answered', async () => {
  const broker = await startServiceBus({ now: () => Date.now() });
  const sockets = new Set<Socket>();
  let answering = false;
  const between = createServer((socket) => {
    const through = answering ? connect(Number(/:(\d+);/.exec(broker.connectionString)?.[1]), '127.0.0.1') : undefined;
    for (const end of [socket, ...(through ? [through] : [])]) sockets.add(end.on('error', () => undefined));
    if (through) socket.pipe(through).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(between, 'listening');
  const { port } = between.address() as AddressInfo;
  const connection = broker.connectionString.replace(/:\d+;/, `:${port};`);
  const bus = await openBus({ connection, queue: 'jobs', waitMs: 60, patienceMs: 500 });
  const announced = () => bus.announce({ jobId: 'job_1', ticket: 'one' });

  await expect(announced()).rejects.toMatchObject({ code: 'far-end-unavailable' });
  expect(sockets.size).toBe(1);
  answering = true;
  // On a busy machine half a second may be too short for the first greeting, too.
  while (broker.count('jobs').active === 0) await announced().catch(() => undefined);

  await bus.close();
  for (const socket of sockets) socket.destroy();
  between.close();
  await broker.close();
});
