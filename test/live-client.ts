import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';

/** One event as a client saw it. */
export interface Seen {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A browser's live connection: the real client, over a WebSocket. */
export interface LiveClient {
  readonly socket: Socket;
  readonly seen: readonly Seen[];
  /** The first event that fits, now or later. */
  hears(name: string, fits?: (data: Seen['data']) => boolean): Promise<Seen['data']>;
  /** Asks and resolves with the server's answer. */
  ask(event: string, about: unknown): Promise<Record<string, unknown>>;
}

const open: Socket[] = [];

/** Ends every connection of the test. */
export const closeLiveClients = (): void => {
  for (const socket of open.splice(0)) socket.disconnect();
};

/** Connects as the token's person. Rejects with the server's reason when it refuses. */
export const connectLive = async (url: string, token: string | undefined): Promise<LiveClient> => {
  const socket = io(url, { auth: { token }, transports: ['websocket'], forceNew: true, reconnectionDelay: 20 });
  open.push(socket);
  const seen: Seen[] = [];
  const checks = new Set<() => void>();
  socket.onAny((name: string, data: Seen['data']) => {
    seen.push({ name, data });
    for (const check of [...checks]) check();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return {
    socket,
    seen,
    hears: (name, fits = () => true) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = seen.find((one) => one.name === name && fits(one.data));
          if (!found) return;
          checks.delete(check);
          resolve(found.data);
        };
        checks.add(check);
        check();
      }),
    ask: (event, about) => socket.emitWithAck(event, about),
  };
};

/** Breaks the connection as a lost network does, lets `meanwhile` happen, and resolves when the client is back by itself. */
export const whileCutOff = async ({ socket }: LiveClient, meanwhile: () => Promise<void>): Promise<void> => {
  const manager = socket.io;
  const gone = once(socket as unknown as NodeJS.EventEmitter, 'disconnect');
  // Held back until what happens meanwhile has happened.
  manager.reconnection(false);
  manager.engine.close();
  await gone;
  await meanwhile();
  manager.reconnection(true);
  const back = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  socket.connect();
  await back;
};
