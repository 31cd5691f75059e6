import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import express from 'express';
import { pino } from 'pino';
import { createBot } from '../bot/bot.ts';
import type { Converse } from '../bot/conversed.ts';
import type { Feedback } from '../bot/feedback.ts';
import type { Incoming } from '../bot/incoming.ts';
import {
  type TeamsChannel,
  type TeamsChannelParts,
  type TeamsSettings,
  teamsChannel,
} from '../channels/teams/teams-channel.ts';
import { type ConnectorStandIn, connectorStandIn } from './stand-ins/connector.ts';

/** The Teams door alone, over real HTTP, with a scripted conversation behind it and a loopback connector before it. */
export interface TeamsStage {
  readonly connector: ConnectorStandIn;
  readonly channel: TeamsChannel;
  /** What reached the conversation, in order. */
  readonly heard: readonly Incoming[];
  /** What people thought of answers, in order. */
  readonly feedback: readonly Feedback[];
  /** Parsed log lines. */
  readonly logged: readonly Record<string, unknown>[];
  /** A personal message from Ana in Teams, with `changes` over it. */
  message(changes?: object): Record<string, unknown>;
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Posts with expectReplies and returns the replies. */
  ask(changes?: object): Promise<readonly Partial<Activity>[]>;
  close(): Promise<void>;
}

export const BOT = { id: '28:bot-example', name: 'Pathfinder' };
/** What makes a message in a group one to the bot. */
export const MENTION = { type: 'mention', text: '<at>Pathfinder</at>', mentioned: BOT };
const ANA = { id: '29:ana-example', name: 'Ana', aadObjectId: 'aad-ana-example' };

const SETTINGS: TeamsSettings = {
  MICROSOFT_APP_ID: '',
  MICROSOFT_APP_PASSWORD: '',
  MICROSOFT_APP_TYPE: 'MultiTenant',
  MICROSOFT_APP_TENANT_ID: '',
  TEAMS_TENANTS: [],
  TEAMS_FILE_HOSTS: [],
  MAX_UPLOAD_BYTES: 1000,
};

export const teamsStage = async (
  converse: Converse,
  settings: Partial<TeamsSettings> = {},
  parts: Partial<TeamsChannelParts> = {},
): Promise<TeamsStage> => {
  const connector = await connectorStandIn();
  const heard: Incoming[] = [];
  const feedback: Feedback[] = [];
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const bot = createBot((incoming) => {
    heard.push(incoming);
    return converse(incoming);
  });
  const channel = teamsChannel({
    bot,
    log,
    views: async () => ({ text: 'Nothing to see.', denied: true }),
    listenersOf: async () => [],
    polls: {
      trips: async () => undefined,
      find: async () => undefined,
      open: async () => ({ ok: false, why: 'No.' }),
    },
    onFeedback: async (given) => void feedback.push(given),
    settings: { ...SETTINGS, ...settings },
    pauseMs: 1,
    typingAfterMs: 60_000,
    ...parts,
  });
  await channel.warm();
  const server = express().use(channel.router).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  let count = 0;

  const message: TeamsStage['message'] = (changes = {}) => {
    count += 1;
    return {
      type: 'message',
      id: `activity-${count}`,
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: ANA,
      recipient: BOT,
      conversation: { id: 'a:ana', conversationType: 'personal', tenantId: 'tenant-example' },
      text: 'hello',
      ...changes,
    };
  };
  const post: TeamsStage['post'] = (body, headers = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    connector,
    channel,
    heard,
    feedback,
    logged,
    message,
    post,
    ask: async (changes = {}) => {
      const response = await post(message({ deliveryMode: 'expectReplies', ...changes }));
      expect(response.status).toBe(200);
      const { activities } = (await response.json()) as { activities: readonly Partial<Activity>[] };
      return activities;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await connector.close();
    },
  };
};
