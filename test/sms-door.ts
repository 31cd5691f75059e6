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
import type { Converse, Conversed } from '../bot/conversed.ts';
import type { Incoming } from '../bot/incoming.ts';
import { type SmsChannel, type SmsSettings, smsChannel } from '../channels/sms/sms-channel.ts';
import type { EntityStore } from '../store/entity-store.ts';
import { openDatabase } from '../store/sqlite/database.ts';
import { sqliteStore } from '../store/sqlite/sqlite-store.ts';
import { type Clock, systemClock } from '../trips/clock.ts';
import { testCodec } from './codec.ts';

/** The SMS door alone: a real server and store, with a scripted conversation behind it. */
export interface SmsDoor {
  readonly server: string;
  readonly channel: SmsChannel;
  readonly records: EntityStore;
  /** What reached the conversation, in order. */
  readonly heard: readonly Incoming[];
  readonly log: Log;
  /** What was logged, a line each. */
  readonly logged: readonly string[];
  readonly optedOut: readonly string[];
  close(): Promise<void>;
}

export interface SmsDoorParts {
  readonly settings?: Partial<SmsSettings>;
  readonly converse?: Converse;
  readonly mayWriteTo?: (number: string) => Promise<boolean>;
  readonly clock?: Clock;
}

const SETTINGS: SmsSettings = {
  TWILIO_ACCOUNT_SID: '',
  TWILIO_AUTH_TOKEN: '',
  TWILIO_PHONE_NUMBER: '',
  TWILIO_MESSAGING_SERVICE_SID: '',
  TWILIO_PARTS_PER_SECOND: 1_000,
  TWILIO_API_BASE_URL: 'https://api.twilio.com',
  MAX_UPLOAD_BYTES: 100_000,
  production: false,
};

const echo: Converse = async ({ text }): Promise<Conversed> => ({
  replies: [{ text: `You said: ${text}` }],
  duplicate: false,
});

/** Opens the door on a free port of loopback. */
export const openSmsDoor = async ({
  settings,
  converse = echo,
  mayWriteTo,
  clock = systemClock,
}: SmsDoorParts = {}): Promise<SmsDoor> => {
  const folder = mkdtempSync(join(tmpdir(), 'sms-door-'));
  const records = sqliteStore(openDatabase(join(folder, 'trips.db')), clock, testCodec);
  const heard: Incoming[] = [];
  const logged: string[] = [];
  const optedOut: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  const log = openLog('info', destination);
  const channel = smsChannel({
    bot: createBot(async (incoming) => {
      heard.push(incoming);
      return converse(incoming);
    }),
    records,
    settings: { ...SETTINGS, ...settings },
    clock,
    log,
    mayWriteTo: mayWriteTo ?? (async (number) => !optedOut.includes(number)),
    onOptOut: async (number) => {
      optedOut.push(number);
    },
  });
  const app = express();
  app.use(channel.router);
  const server = createServer((request, response) => {
    if (channel.first?.(request, response) === undefined) app(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    channel,
    records,
    heard,
    log,
    logged,
    optedOut,
    close: async () => {
      channel.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await records.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
