import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ServerOptions } from 'socket.io';

/** Carries live events between processes. */
export interface Fanout {
  readonly adapter: NonNullable<ServerOptions['adapter']>;
  close(): Promise<void>;
}

/** How long one look at the stream waits for something new; a stop waits for it as well. */
const LOOK_MS = 1_000;
/** Entries kept in the stream: as many as a client may have missed when it comes back. */
const MAX_ENTRIES = 10_000;

/** Fan-out over Redis streams (https://socket.io/docs/v4/redis-streams-adapter/), which also lets a client resume on another process. */
export const redisFanout = (url: string, log: Logger): Fanout => {
  const redis = new Redis(url, { lazyConnect: false, maxRetriesPerRequest: null });
  redis.on('error', (error) =>
    log.warn({ error: String(error) }, 'Redis does not answer; live events stay in this process'),
  );
  return {
    adapter: createAdapter(redis, { streamName: 'pathfinder:live', maxLen: MAX_ENTRIES, blockTimeInMs: LOOK_MS }),
    close: async () => {
      redis.disconnect();
    },
  };
};
