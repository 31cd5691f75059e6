import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Tokens, WebClaims } from '../../tokens.ts';
import type { WebLine } from '../conversation-documents.ts';
import type { Transcript } from '../transcript.ts';
import { refusalOf } from './admit.ts';
import { REFUSALS, type Refusal, refusalBody } from './answer.ts';
import type { Origins } from './origins.ts';

/** Another process may have written: with somebody listening, the store is asked this often… */
const RECHECK_MS = 1_000;
/** …but of no more conversations at a time than this, in turn: looking must not cost more than talking. */
const RECHECKED = 1_000;
/** A peer that did not answer a ping by the next one is gone. */
const PING_MS = 30_000;
/** Not all are pinged at once, which would hold up what is said, but in so many parts, one after another. */
const PING_PARTS = 60;
/** Clients send nothing but empty frames. */
const MAX_FRAME_BYTES = 1_024;
/** A client that lets this much pile up is cut off; it comes back with its watermark. */
const MAX_BACKLOG_BYTES = 4 * 1024 * 1024;

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;

/** The sockets of web chat: each gets everything after its watermark, once and in order. */
export interface Streams {
  /** Takes the upgrades of stream URLs on this server and leaves all others alone. */
  attach(server: Server): void;
  /** Sends what was just appended to a conversation, and anything before it that is still to come, to whoever listens. */
  appended(conversationId: string, lines: readonly WebLine[]): void;
  /** Shows something that is not kept to whoever listens now. */
  whisper(conversationId: string, activity: Partial<Activity>): void;
  close(): void;
}

interface Listener {
  readonly socket: WebSocket;
  /** What the socket writes to. */
  readonly wire: Duplex;
  /** The newest number it was sent. */
  position: number;
  alive: boolean;
  /** The part of a round in which it was pinged last, counted from the first round. */
  pinged: number;
}

interface Room {
  readonly listeners: Set<Listener>;
  /** A catch-up runs; `again` when something came in meanwhile. */
  busy: boolean;
  again: boolean;
}

export interface StreamsOptions {
  readonly tokens: Tokens;
  readonly transcript: Transcript;
  readonly origins: Origins;
  readonly log: Logger;
}

export const streams = ({ tokens, transcript, origins, log }: StreamsOptions): Streams => {
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload: MAX_FRAME_BYTES });
  const rooms = new Map<string, Room>();
  const detach: (() => void)[] = [];
  let turn: MapIterator<[string, Room]> | undefined;
  let recheck: NodeJS.Timeout | undefined;
  let ping: NodeJS.Timeout | undefined;
  let part = 0;
  let toPing: MapIterator<Room> | undefined;

  /** Brings every listener of a room up to date, reading each line once however many listen. */
  const catchUp = async (conversationId: string, room: Room): Promise<void> => {
    for (;;) {
      const behind = Math.min(...[...room.listeners].map(({ position }) => position));
      if (!Number.isFinite(behind)) return;
      const batch = await transcript.after(conversationId, behind);
      if (!batch) return;
      if (batch.watermark <= behind) {
        // A watermark from the future would deafen its listener.
        for (const listener of room.listeners) listener.position = Math.min(listener.position, batch.watermark);
        return;
      }
      for (const listener of room.listeners) {
        // One that joined while this was read may be ahead, or further behind and have its turn next.
        if (listener.position < behind || listener.position >= batch.watermark) continue;
        const fresh = batch.activities.filter((activity) => numberOf(activity) > listener.position);
        listener.position = batch.watermark;
        for (const activity of fresh) send(listener, frameOf(activity));
      }
    }
  };

  const wake = (conversationId: string): void => {
    const room = rooms.get(conversationId);
    if (!room) return;
    room.again = true;
    if (room.busy) return;
    room.busy = true;
    const run = async (): Promise<void> => {
      try {
        while (room.again) {
          room.again = false;
          await catchUp(conversationId, room);
        }
      } finally {
        room.busy = false;
      }
    };
    run().catch((error: unknown) =>
      log.error({ err: error, conversation: conversationId }, 'a web stream fell behind'),
    );
  };

  const appended = (conversationId: string, lines: readonly WebLine[]): void => {
    const room = rooms.get(conversationId);
    const [first] = lines;
    if (!room || !first) return;
    // Nearly always all are up to date: then what is new is at hand, and need not be read.
    const behind = first.sequence - 1;
    if (room.busy || [...room.listeners].some(({ position }) => position !== behind)) {
      wake(conversationId);
      return;
    }
    const newest = behind + lines.length;
    const frames = lines.flatMap(({ shown, activity }) => (shown ? [frameOf(activity)] : []));
    for (const listener of room.listeners) {
      listener.position = newest;
      // Out in one write: each costs as much as making what is written.
      listener.wire.cork();
      for (const frame of frames) send(listener, frame);
      listener.wire.uncork();
    }
  };

  /** Looks whether another process has written to the next conversations in turn. */
  const recheckSome = async (): Promise<void> => {
    turn ??= rooms.entries();
    for (let looked = 0; looked < RECHECKED; looked += 1) {
      const next = turn.next();
      if (next.done) {
        turn = undefined;
        return;
      }
      const [conversationId, room] = next.value;
      const newest = await transcript.newest(conversationId);
      if (newest !== undefined && [...room.listeners].some(({ position }) => position !== newest)) wake(conversationId);
    }
  };

  /** Pings the listeners of the next rooms; a round of parts comes to all of them. */
  const pingSome = (): void => {
    if (part % PING_PARTS === 0) toPing = rooms.values();
    part += 1;
    const isLast = part % PING_PARTS === 0;
    for (let left = Math.ceil(rooms.size / PING_PARTS); left > 0 || isLast; left -= 1) {
      const next = toPing?.next();
      if (!next || next.done) return;
      for (const listener of next.value.listeners) checkAlive(listener, part);
    }
  };

  const leave = (conversationId: string, listener: Listener): void => {
    const room = rooms.get(conversationId);
    room?.listeners.delete(listener);
    if (room?.listeners.size === 0) rooms.delete(conversationId);
    if (rooms.size === 0) stopTimers();
  };

  const startTimers = (): void => {
    recheck ??= setInterval(() => {
      recheckSome().catch((error: unknown) => log.error({ err: error }, 'web streams could not be looked after'));
    }, RECHECK_MS).unref();
    ping ??= setInterval(pingSome, PING_MS / PING_PARTS).unref();
  };

  const stopTimers = (): void => {
    clearInterval(recheck);
    clearInterval(ping);
    recheck = undefined;
    ping = undefined;
  };

  const join = (socket: WebSocket, wire: Duplex, conversationId: string, position: number): void => {
    const listener: Listener = { socket, wire, position, alive: true, pinged: part };
    const room = rooms.get(conversationId) ?? { listeners: new Set(), busy: false, again: false };
    rooms.set(conversationId, room);
    room.listeners.add(listener);
    socket.on('pong', () => {
      listener.alive = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => leave(conversationId, listener));
    startTimers();
    wake(conversationId);
  };

  const verify = async (request: IncomingMessage, url: URL, conversationId: string): Promise<WebClaims | Refusal> => {
    if (!origins.allows(request.headers.origin, request.headers.host)) return REFUSALS.badOrigin;
    const token = url.searchParams.get('t');
    if (!token) return REFUSALS.noToken;
    const verified = await tokens.verifyWeb('stream', token);
    if (!verified.ok) return refusalOf(verified);
    return verified.claims.conversationId === conversationId ? verified.claims : REFUSALS.noConversation;
  };

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    const conversationId = url ? STREAM_PATH.exec(url.pathname)?.[1] : undefined;
    if (!url?.pathname.startsWith('/v3/directline/')) return;
    socket.on('error', () => socket.destroy());
    if (conversationId === undefined) return turnAway(socket, REFUSALS.noRoute, log);
    const claims = await verify(request, url, conversationId);
    const watermark = Number(url.searchParams.get('watermark') || 0);
    const bad = 'code' in claims ? claims : Number.isSafeInteger(watermark) ? undefined : REFUSALS.badRequest;
    if (bad) return turnAway(socket, bad, log);
    sockets.handleUpgrade(request, socket, head, (opened) =>
      join(opened, socket, conversationId, Math.max(0, watermark)),
    );
  };

  return {
    attach: (server) => {
      const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
        upgrade(request, socket, head).catch((error: unknown) => {
          log.error({ err: error }, 'a web stream could not be opened');
          socket.destroy();
        });
      };
      server.on('upgrade', onUpgrade);
      detach.push(() => server.off('upgrade', onUpgrade));
    },
    appended,
    whisper: (conversationId, activity) => {
      for (const listener of rooms.get(conversationId)?.listeners ?? []) {
        send(listener, JSON.stringify({ activities: [passing(conversationId, activity, listener.position)] }));
      }
    },
    close: () => {
      for (const undo of detach) undo();
      stopTimers();
      for (const { listeners } of rooms.values()) for (const { socket } of listeners) socket.close(1001);
      rooms.clear();
      sockets.close();
    },
  };
};

const numberOf = (activity: Partial<Activity>): number => Number(activity.channelData?.['webchat:sequence-id']);

/** An activity outside the transcript: it stands after what the listener has seen and before what comes next. */
const passing = (conversationId: string, activity: Partial<Activity>, position: number): object => ({
  ...activity,
  id: `${conversationId}|${activity.type}`,
  timestamp: new Date().toISOString(),
  channelId: 'directline',
  conversation: { id: conversationId },
  from: { id: 'pathfinder', name: 'Pathfinder', role: 'bot' },
  channelData: { 'webchat:sequence-id': position + 0.5 },
});

/** One a frame: botframework-directlinejs mixes up the activities of frames that arrive close together. */
const frameOf = (activity: Partial<Activity>): string =>
  `{"activities":[${JSON.stringify(activity)}],"watermark":"${numberOf(activity)}"}`;

const send = ({ socket }: Listener, frame: string): void => {
  if (socket.bufferedAmount > MAX_BACKLOG_BYTES) socket.terminate();
  else if (socket.readyState === socket.OPEN) socket.send(frame);
};

const checkAlive = (listener: Listener, part: number): void => {
  // Rooms that closed since have brought its turn forward: its answer may still be under way.
  if (part - listener.pinged < PING_PARTS / 2) return;
  if (!listener.alive) {
    listener.socket.terminate();
    return;
  }
  listener.alive = false;
  listener.pinged = part;
  listener.socket.ping();
};

const REASON: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
};

/** Answers an upgrade with a plain HTTP refusal. */
const turnAway = (socket: Duplex, refusal: Refusal, log: Logger): void => {
  const body = JSON.stringify(refusalBody(refusal, { method: 'GET', path: 'stream' }, log));
  socket.end(
    `HTTP/1.1 ${refusal.status} ${REASON[refusal.status] ?? 'Refused'}\r\nConnection: close\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
};
