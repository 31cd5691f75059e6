import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import express from 'express';
import { type Log, openLog } from '../app/log.ts';
import { createBot } from '../bot/bot.ts';
import type { Converse } from '../bot/conversed.ts';
import type { Incoming } from '../bot/incoming.ts';
import { type Tokens, tokens } from '../channels/tokens.ts';
import { type Origins, origins } from '../channels/web/direct-line/origins.ts';
import { type WebChannel, type WebSettings, webChannel } from '../channels/web/web-channel.ts';
import { fileBlobs } from '../store/files/file-blobs.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { type Clock, systemClock } from '../trips/clock.ts';
import type { Records } from '../trips/records.ts';
import { testCodec } from './codec.ts';

/** The web door alone: a real server and store, with a scripted conversation behind it. */
export interface WebDoor {
  readonly url: string;
  /** Where everything is kept; another door opened on it sees the same. */
  readonly folder: string;
  readonly channel: WebChannel;
  readonly tokens: Tokens;
  readonly records: Records;
  /** What reached the conversation, in order. */
  readonly heard: readonly Incoming[];
  /** What was logged, a line each. */
  readonly logged: readonly string[];
  readonly log: Log;
  /** Stops in order, and removes what was kept unless it is kept for another door. */
  close(keep?: 'keep'): Promise<void>;
  /** Stops as a killed process does: turns that run never end. What was saved stays. */
  crash(): Promise<void>;
}

/** What further routes stand on. */
export interface DoorParts {
  readonly folder: string;
  readonly log: Log;
  readonly records: Records;
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly clock: Clock;
}

export interface WebDoorParts {
  readonly settings?: Partial<WebSettings>;
  readonly converse?: Converse;
  readonly clock?: Clock;
  readonly folder?: string;
  /** Its own when absent; one that is given is left open. */
  readonly records?: Records;
  /** A free one when absent. */
  readonly port?: number;
  /** Further routes, e.g. the page. */
  readonly routes?: (door: DoorParts) => express.Router;
}

const SETTINGS: WebSettings = {
  AUTH: 'dev',
  WEB_ORIGINS: [],
  MAX_UPLOAD_BYTES: 100_000,
  MESSAGES_PER_MINUTE: 10_000,
  production: false,
};

/** Greets who joins and repeats what it is told. */
export const echo: Converse = async ({ text, event }) => ({
  replies: event === 'left' ? [] : [{ text: event === 'joined' ? 'Welcome' : `You said: ${text}` }],
  duplicate: false,
});

/** Opens the door on a free port of loopback. */
export const openWebDoor = async (parts: WebDoorParts = {}): Promise<WebDoor> => {
  const { converse = echo, clock = systemClock, settings } = parts;
  const folder = parts.folder ?? mkdtempSync(join(tmpdir(), 'web-door-'));
  const own = sqliteStore(openDatabase(join(folder, 'trips.db')), clock, testCodec);
  const records = parts.records ?? own;
  const heard: Incoming[] = [];
  const logged: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  const log = openLog('info', destination);
  const mint = tokens({ secret: 'example-secret-for-tests-only-0123456789', clock });
  const channel = webChannel({
    bot: createBot(async (incoming) => {
      heard.push(incoming);
      return converse(incoming);
    }),
    records,
    uploads: fileBlobs(join(folder, 'uploads')),
    tokens: mint,
    clock,
    log,
    settings: { ...SETTINGS, ...settings },
  });
  const app = express();
  app.use(channel.router);
  if (parts.routes) {
    app.use(
      parts.routes({ folder, log, records, tokens: mint, origins: origins({ ...SETTINGS, webOrigins: [] }), clock }),
    );
  }
  const server = createServer((request, response) => {
    if (channel.first?.(request, response) === undefined) app(request, response);
  }).listen(parts.port ?? 0, '127.0.0.1');
  channel.attach(server);
  await once(server, 'listening');
  const stopServer = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    folder,
    channel,
    tokens: mint,
    records,
    heard,
    logged,
    log,
    close: async (keep) => {
      await channel.close();
      await stopServer();
      await own.close();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
    crash: async () => {
      channel.close().catch(() => undefined);
      await stopServer();
      await own.close();
    },
  };
};
