import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Journey, startJourney } from './journey.ts';

const PHONE = '+15550123';
/** Secrets that a server may be given, and nothing that anybody could mistake for another. */
const CANARIES = {
  TOKEN_SECRET: 'canary-token-secret-example-0123456789',
  MICROSOFT_APP_PASSWORD: 'canary-app-password-example',
  OPENAI_API_KEY: 'canary-model-key-example',
  FIELD_KEYS: `example:${Buffer.from('canary-field-key-example-01234567').subarray(0, 32).toString('base64')}`,
  LOOKUP_KEY: Buffer.from('canary-lookup-key-example-0123456').subarray(0, 32).toString('base64'),
} as const;

describe('a log that tells everything', () => {
  let journey: Journey;
  let refusing: Server;
  beforeAll(async () => {
    // Far ends that fail leave the longest lines: this one refuses whatever it is asked.
    refusing = createServer((_, response) => response.writeHead(401).end('{"error":{"message":"no"}}'));
    refusing.listen(0, '127.0.0.1');
    await once(refusing, 'listening');
    const { port } = refusing.address() as AddressInfo;
    journey = await startJourney({
      ...CANARIES,
      LOG_LEVEL: 'trace',
      MODELS: 'openai',
      OPENAI_MODEL: 'example',
      MODEL_PRICES: 'example=0.15/0.60',
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      SMTP_URL: `smtp://canary-mail-user:canary-mail-password@127.0.0.1:1`,
      OPERATOR_WEBHOOK_URL: `http://127.0.0.1:${port}/canary-webhook-path`,
    });
  });
  afterAll(async () => {
    await journey.close();
    refusing.close();
  });

  test('should hold none of the secrets the server was given, no token, no number and no words of people', async () => {
    const ana = await journey.signUp({ name: 'Ana Silva', teamsId: 'ana-aad', phone: PHONE });
    await journey.text(PHONE, 'demo');
    await journey.text(PHONE, 'when can we check in? canary-said-by-text');
    await journey.text(PHONE, 'mail me the news at canary-mail@example.com');
    await journey.teams({ id: 'ana-aad', name: 'Ana' }).ask('what about canary-said-in-teams?');
    const web = await journey.web(ana.token);
    await web.ask('what about canary-said-on-the-web?');
    const trip = await journey.api('POST', '/trips', {
      token: ana.token,
      body: { name: 'canary-trip-name', destination: 'Lisbon' },
    });
    const asked = { query: 'what about canary-said-over-rest?', tripId: trip.body.id };
    await journey.api('POST', '/ai/assistant/query', { token: ana.token, body: asked });
    await journey.api('GET', '/trips?limit=canary-in-a-query', { token: ana.token });
    await journey.api('GET', '/trips', { token: 'canary-false-token' });
    await fetch(`${journey.server.url}/canary-path?key=canary-key`);
    await fetch(`${journey.server.url}/api/sms`, {
      method: 'POST',
      headers: { 'x-twilio-signature': 'canary-signature' },
      body: new URLSearchParams({ From: PHONE, Body: 'canary-unsigned' }),
    });
    await journey.server.stop();

    const log = journey.server.log.join('\n');
    expect(journey.server.log.length).toBeGreaterThan(3);
    expect(log).not.toContain('canary');
    for (const secret of [ana.token, PHONE, PHONE.slice(1), journey.twilio.authToken, ...Object.values(CANARIES)])
      expect(log).not.toContain(secret.replace(/^example:/, ''));
  });
});
