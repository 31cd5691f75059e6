import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { OutboxFact } from '../../trips/notifications/fact.ts';
import type { Records } from '../../trips/records.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { Tokens } from '../tokens.ts';
import type { Origins } from '../web/direct-line/origins.ts';
import { type LivePerson, whoListens } from './admit.ts';
import type { Fanout } from './fanout.ts';
import { liveEventsOf } from './live-events.ts';

/** A connection that broke off within this is resumed where it was, with what it missed. */
const RESUME_MS = 2 * 60_000;
/** Largest thing a client may say; it only ever names a trip. */
const MAX_CLIENT_BYTES = 4_096;
/** How often it is asked anew whether a connection's token and its places in trips still hold. */
const RECHECK_MS = 30_000;
/** What one connection may ask in ten seconds. */
const ASKS_PER_TEN_SECONDS = 50;

/** What is known of a connection. */
interface Connected extends Partial<LivePerson> {
  /** The family's name in each trip that is open, by trip id. */
  seats?: Readonly<Record<string, string>>;
}
type LiveSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Connected>;

export interface LiveOptions {
  readonly records: Records;
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly log: Logger;
  /** Carries events between processes; absent when there is one process only. */
  readonly fanout?: Fanout | undefined;
  /** Milliseconds between two looks at whether connections may stay. */
  readonly recheckMs?: number;
}

/** Live events for clients that have a trip open. */
export interface LiveChannel {
  /** Takes `/socket.io` on this server. A process that only publishes (a worker) does not attach. */
  attach(server: HttpServer): void;
  /** Shows a fact to whoever may see it and listens now, on any process. */
  publish(fact: OutboxFact): Promise<void>;
  close(): Promise<void>;
}

const familyRoom = (familyId: string): string => `family:${familyId}`;
const tripRoom = (tripId: string): string => `trip:${tripId}`;

/**
 * The Socket.IO door. A client connects with `auth: { token }` (an API or web-chat token) and hears what happens in every
 * trip of its families; `join { tripId }` opens a trip, which others see (`presence`), and lets it say `typing`.
 * Who hears of a trip is decided when an event is published, from the families that sit in it then.
 */
export const liveChannel = ({
  records,
  tokens,
  origins,
  log,
  fanout,
  recheckMs = RECHECK_MS,
}: LiveOptions): LiveChannel => {
  const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Connected>({
    serveClient: false,
    maxHttpBufferSize: MAX_CLIENT_BYTES,
    connectionStateRecovery: { maxDisconnectionDuration: RESUME_MS, skipMiddlewares: false },
    allowRequest: (request, answer) =>
      origins.allows(request.headers.origin, request.headers.host) ? answer(null, true) : answer('origin', false),
    cors: { origin: true },
    ...(fanout && { adapter: fanout.adapter }),
  });

  const admit = async (socket: LiveSocket): Promise<boolean> => {
    const person = await whoListens(records, tokens, socket.handshake.auth.token);
    if (!person) return false;
    Object.assign(socket.data, person);
    await socket.join(person.families.map(familyRoom));
    return true;
  };

  io.use((socket, next) => {
    admit(socket).then(
      (known) => next(known ? undefined : new Error('unauthorized: connect with auth { token }')),
      (error: unknown) => {
        log.error({ err: error }, 'a live connection could not be checked');
        next(new Error('unavailable: try again in a moment'));
      },
    );
  });

  /** Tells a trip's open clients who has it open now. */
  const showPresence = async (tripId: string): Promise<readonly object[]> => {
    // When another process does not answer in time, those at this one are shown: nobody is kept waiting for it.
    const open = await io
      .in(tripRoom(tripId))
      .fetchSockets()
      .catch((error: unknown) => {
        log.warn({ tripId, error: String(error) }, 'live: another process did not say who is there');
        return io.local.in(tripRoom(tripId)).fetchSockets();
      });
    const online = new Map(open.map(({ data }) => [data.userId, seen(data, tripId)]));
    io.to(tripRoom(tripId)).emit('presence', { tripId, online: [...online.values()] });
    return [...online.values()];
  };

  const guard = (socket: LiveSocket, what: string, work: () => Promise<unknown>): void => {
    work().catch((error: unknown) => log.error({ err: error, userId: socket.data.userId }, `live: ${what} failed`));
  };

  /** When the last connection ended (ms); one that broke off is still told of what it misses. */
  let leftAt = Number.NEGATIVE_INFINITY;
  const nobodyHere = (): boolean => io.of('/').sockets.size === 0 && Date.now() - leftAt > RESUME_MS;

  io.on('connection', (socket) => {
    let asks = 0;
    let since = Date.now();
    socket.use((asked, next) => {
      if (Date.now() - since > 10_000) [asks, since] = [0, Date.now()];
      asks += 1;
      if (asks <= ASKS_PER_TEN_SECONDS) next();
      else reply(asked.at(-1), { ok: false, error: 'too-many-requests' });
    });

    socket.on('join', (asked: unknown, answer: unknown) =>
      guard(socket, 'join', async () => {
        const tripId = tripIn(asked);
        const mine = await memberOf(records, socket.data.userId ?? '', tripId ?? '');
        if (tripId === undefined || !mine.ok) return reply(answer, { ok: false, error: 'not-found' });
        socket.data.seats = { ...socket.data.seats, [tripId]: mine.member.participation.familyName };
        // A family that was made or joined since the connection began.
        await socket.join([tripRoom(tripId), familyRoom(mine.member.participation.familyId)]);
        return reply(answer, { ok: true, tripId, online: await showPresence(tripId) });
      }),
    );
    socket.on('leave', (asked: unknown, answer: unknown) =>
      guard(socket, 'leave', async () => {
        const tripId = tripIn(asked);
        if (tripId !== undefined && socket.rooms.has(tripRoom(tripId))) {
          await socket.leave(tripRoom(tripId));
          await showPresence(tripId);
        }
        reply(answer, { ok: true });
      }),
    );
    socket.on('typing', (asked: unknown) => {
      const tripId = tripIn(asked);
      if (tripId === undefined || !socket.rooms.has(tripRoom(tripId))) return;
      const on = !(typeof asked === 'object' && asked !== null && 'on' in asked && asked.on === false);
      socket.to(tripRoom(tripId)).emit('typing', { tripId, on, ...seen(socket.data, tripId) });
    });
    socket.on('disconnecting', () => {
      leftAt = Date.now();
      for (const tripId of openTrips(socket)) {
        // The room still holds the socket here; presence is told once it is gone.
        socket.once('disconnect', () => guard(socket, 'presence', () => showPresence(tripId)));
      }
    });
    if (socket.recovered) {
      for (const tripId of openTrips(socket)) guard(socket, 'presence', () => showPresence(tripId));
    }
  });

  /** Ends connections whose token has run out, and closes trips to people who have left them. */
  const recheck = async (): Promise<void> => {
    for (const socket of io.of('/').sockets.values()) {
      if (!(await admit(socket))) {
        socket.disconnect(true);
        continue;
      }
      for (const tripId of openTrips(socket)) {
        const mine = await memberOf(records, socket.data.userId ?? '', tripId);
        if (mine.ok) continue;
        await socket.leave(tripRoom(tripId));
        await showPresence(tripId);
      }
    }
  };
  const rechecking = setInterval(() => {
    recheck().catch((error: unknown) => log.error({ err: error }, 'live connections could not be checked anew'));
  }, recheckMs).unref();

  return {
    attach: (server) => {
      io.attach(server);
    },
    publish: async (fact) => {
      if (!fanout && nobodyHere()) return;
      const { events, families } = await liveEventsOf(records, fact);
      if (families.length === 0) return;
      for (const { name, data } of events) io.to(families.map(familyRoom)).emit(name, data);
    },
    close: async () => {
      clearInterval(rechecking);
      io.disconnectSockets(true);
      // Not `io.close()`: it would close the HTTP server, whose other doors are still at work.
      io.engine?.close();
      io.of('/').adapter.close();
      await fanout?.close();
    },
  };
};

/** The trip named by `{ tripId }`, `'trip:<id>'` or the id itself. */
const tripIn = (asked: unknown): string | undefined => {
  const named = typeof asked === 'object' && asked !== null && 'tripId' in asked ? asked.tripId : asked;
  return typeof named === 'string' && named.length <= 100 ? named.replace(/^trip:/, '') : undefined;
};

const reply = (answer: unknown, with_: object): void => {
  if (typeof answer === 'function') answer(with_);
};

const openTrips = (socket: LiveSocket): readonly string[] =>
  [...socket.rooms].filter((room) => room.startsWith('trip:')).map((room) => room.slice('trip:'.length));

/** What others in the trip see of somebody who has it open. */
const seen = (data: Connected, tripId: string): object => ({
  userId: data.userId,
  name: data.name,
  familyName: data.seats?.[tripId],
});
