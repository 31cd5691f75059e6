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

/** How long a start waits for Redis to say where the stream ends; without an answer it begins with what comes next. */
const PATIENCE_MS = 2_000;
const STREAM = 'pathfinder:live';
/** What the library asks for until it has read something: whatever comes after this very question. */
const WHAT_COMES = '$';

/**
 * Fan-out over Redis streams (https://socket.io/docs/v4/redis-streams-adapter/), which also lets a client resume on
 * another process.
 */
export const redisFanout = async (url: string, log: Logger): Promise<Fanout> => {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', (error) => log.warn({ error: String(error) }, 'Redis does not answer; live events wait for it'));
  const began = await endOf(redis);
  const duplicate = redis.duplicate.bind(redis);
  // Between two looks that found nothing the library would miss what comes: it asks for what comes after each. Its
  // looks begin where the stream ended when this process began.
  redis.duplicate = (override) => {
    const reader = duplicate(override);
    const xread = reader.xread.bind(reader) as (...args: unknown[]) => unknown;
    const read = (...args: unknown[]): unknown =>
      xread(...(args.at(-1) === WHAT_COMES ? [...args.slice(0, -1), began] : args));
    return Object.assign(reader, { xread: read as typeof reader.xread });
  };
  return {
    adapter: createAdapter(redis, { streamName: STREAM, maxLen: MAX_ENTRIES, blockTimeInMs: LOOK_MS }),
    close: async () => {
      redis.disconnect();
    },
  };
};

/** The id of the newest entry: what is read from there on is all that comes. */
const endOf = async (redis: Redis): Promise<string> => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve(WHAT_COMES), PATIENCE_MS);
  redis.xrevrange(STREAM, '+', '-', 'COUNT', 1).then(
    ([newest]) => resolve(newest?.[0] ?? '0-0'),
    () => resolve(WHAT_COMES),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
};
