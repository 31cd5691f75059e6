import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { type ConnectorStandIn, connectorStandIn } from './stand-ins/connector.ts';
import { type OpenIdStandIn, openIdStandIn } from './stand-ins/openid.ts';
import { type ServerProcess, startProcess } from './stand-ins/server-process.ts';
import { startTwilio, type TwilioStandIn } from './stand-ins/twilio.ts';
import { inboundForm, postWebhook } from './stand-ins/twilio-webhooks.ts';
import { FetchXmlHttpRequest } from './stand-ins/xml-http-request.ts';
import { type WebPerson, webPerson } from './web-person.ts';

const PUBLIC_URL = 'https://pathfinder.example';
const APP_ID = '00000000-0000-4000-8000-000000000000';
const TOKEN_SECRET = 'example-secret-for-journeys-only-0123456789';

/** Someone who signed in over REST: their token, and who they are. */
export interface Account {
  readonly token: string;
  readonly userId: string;
  readonly familyId: string;
}

type Json = Record<string, unknown>;

/** The whole product as a process, with a loopback stand-in for each far end, and people at its doors. */
export interface Journey {
  server: ServerProcess;
  /** The settings it runs with, and the folder of its data. */
  readonly settings: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly twilio: TwilioStandIn;
  readonly connector: ConnectorStandIn;
  /** Kills the process and starts it on the same data. */
  crashAndRestart(): Promise<void>;
  /** Stops it and starts it on the same data, with further settings. */
  restart(more?: Readonly<Record<string, string>>): Promise<void>;
  /** REST as somebody, or as nobody. */
  api(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; body: Json; headers: Headers }>;
  signUp(who: { name: string; phone?: string; teamsId?: string; familyName?: string }): Promise<Account>;
  /** A trip that somebody organizes; resolves with its id. */
  trip(organizer: Account, trip: { name: string; destination: string } & Json): Promise<string>;
  /** Invites a family into a trip; resolves with the code. */
  invite(organizer: Account, tripId: string, family: Pick<Account, 'familyId'>): Promise<string>;
  /** Sends a signed text; resolves with what the phone shows in answer. */
  text(from: string, body: string, extra?: Record<string, string>): Promise<readonly string[]>;
  teams(person: { id: string; name: string }, conversation?: Json): TeamsPerson;
  web(token?: string): Promise<WebPerson>;
  close(): Promise<void>;
}

export interface TeamsPerson {
  /** Says something (in a group with a mention), with `more` beside it, and resolves with the replies that came in the response. */
  ask(text: string, more?: object): Promise<readonly Partial<Activity>[]>;
  /** Says something; the replies go to the connector. */
  say(text: string, id?: string): Promise<number>;
  /** Sends an activity of another kind, with these fields. */
  send(fields: Json): Promise<{ status: number; body: Json }>;
  /** Uses a card's Action.Execute; resolves with the invoke response. */
  execute(data: Json, verb?: string): Promise<{ status: number; body: Json }>;
}

/** Starts everything on an empty data folder. `environment` is added to the settings; `under` is a command that starts the server. */
export const startJourney = async (
  environment: Readonly<Record<string, string>> = {},
  under: readonly string[] = [],
): Promise<Journey> => {
  Object.assign(globalThis, { XMLHttpRequest: FetchXmlHttpRequest });
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-journey-'));
  const twilio = await startTwilio();
  const connector = await connectorStandIn();
  const openid = await openIdStandIn(APP_ID);
  const settings = {
    DATA_DIR: folder,
    PUBLIC_URL,
    TOKEN_SECRET,
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_PHONE_NUMBER: '+15550000',
    TWILIO_API_BASE_URL: twilio.baseUrl,
    TWILIO_PARTS_PER_SECOND: '1000',
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_PASSWORD: 'example-password',
    BOT_OPENID_METADATA_URL: openid.metadataUrl,
    BOT_TOKEN_ISSUER: openid.issuer,
    BOT_LOGIN_URL: openid.loginUrl,
    MESSAGES_PER_MINUTE: '10000',
    ...environment,
  };
  const start = (more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> =>
    startProcess('app/server.ts', { ...settings, ...more }, [], under);
  const closers: (() => void)[] = [];
  const closeFarEnds = async (): Promise<void> => {
    await Promise.all([twilio.close(), connector.close(), openid.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
  const server = await start().catch(async (error: unknown) => {
    // What stayed open would keep the tests from ending.
    await closeFarEnds();
    throw error;
  });

  const journey: Journey = {
    server,
    settings,
    folder,
    twilio,
    connector,
    crashAndRestart: async () => {
      await journey.server.kill();
      journey.server = await start();
    },
    restart: async (more) => {
      await journey.server.stop();
      journey.server = await start(more);
    },
    api: async (method, path, { token, body, headers } = {}) => {
      const form = body instanceof FormData;
      const response = await fetch(`${journey.server.url}/api/v1${path}`, {
        method,
        headers: {
          ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? {} : (JSON.parse(text) as Json),
        headers: response.headers,
      };
    },
    signUp: async (who) => {
      const { status, body } = await journey.api('POST', '/auth/dev-token', { body: who });
      if (status >= 300) throw new Error(JSON.stringify(body));
      const { token, user, family } = body as { token: string; user: { id: string }; family: { id: string } };
      return { token, userId: user.id, familyId: family.id };
    },
    trip: async ({ token }, trip) => {
      const { status, body } = await journey.api('POST', '/trips', { token, body: trip });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return String(body.id);
    },
    invite: async ({ token }, tripId, { familyId }) => {
      const { status, body } = await journey.api('POST', `/trips/${tripId}/families/${familyId}/invite`, { token });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return String(body.code);
    },
    text: async (from, body, extra) => {
      const answer = await postWebhook({
        server: journey.server.url,
        publicUrl: PUBLIC_URL,
        authToken: twilio.authToken,
        form: inboundForm(from, body, extra),
      });
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
      return answer.messages;
    },
    teams: (person, conversation) => teamsPerson(journey, openid, person, conversation),
    web: async (token) => {
      const person = await webPerson(journey.server.url, token);
      closers.push(() => person.close());
      return person;
    },
    close: async () => {
      for (const close of closers) close();
      await journey.server.stop();
      await closeFarEnds();
    },
  };
  return journey;
};

const teamsPerson = (
  journey: Journey,
  openid: OpenIdStandIn,
  person: { id: string; name: string },
  conversation: Json = {},
): TeamsPerson => {
  const { serviceUrl } = journey.connector;
  const activity = (fields: Json): Json => ({
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
    recipient: { id: `28:${APP_ID}`, name: 'Pathfinder' },
    conversation: { id: `a:${person.id}`, conversationType: 'personal', tenantId: 'tenant-example', ...conversation },
    channelData: { tenant: { id: 'tenant-example' } },
    ...fields,
  });
  const { conversationType = 'personal' } = conversation;
  /** Teams hands a group's message to the bot when it mentions it. */
  const words = (text: string): Json =>
    conversationType === 'personal'
      ? { text }
      : {
          text: `<at>Pathfinder</at> ${text}`,
          entities: [
            { type: 'mention', text: '<at>Pathfinder</at>', mentioned: { id: `28:${APP_ID}`, name: 'Pathfinder' } },
          ],
        };
  const post = async (fields: Json): Promise<{ status: number; body: Json }> => {
    const response = await fetch(`${journey.server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await openid.authorization({ serviceUrl }) },
      body: JSON.stringify(activity(fields)),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Json) : {} };
  };
  return {
    ask: async (text, more = {}) => {
      const { status, body } = await post({ type: 'message', ...words(text), deliveryMode: 'expectReplies', ...more });
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return (body as { activities?: Partial<Activity>[] }).activities ?? [];
    },
    say: async (text, id) =>
      (await post({ type: 'message', ...words(text), ...(id === undefined ? {} : { id }) })).status,
    send: post,
    execute: (data, verb = 'vote') =>
      post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
  };
};
