import { type OpenIdStandIn, openIdStandIn, type TokenWishes } from '../../test/stand-ins/openid.ts';
import { type TeamsStage, teamsStage } from '../../test/teams-stage.ts';

const APP_ID = 'app-id-example';
let openId: OpenIdStandIn;
let stage: TeamsStage;

const settings = (issuer: OpenIdStandIn) => ({
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_PASSWORD: 'password-example',
  BOT_OPENID_METADATA_URL: issuer.metadataUrl,
  BOT_TOKEN_ISSUER: issuer.issuer,
  BOT_LOGIN_URL: issuer.loginUrl,
});
const greeting = async () => ({ replies: [{ text: 'Hello' }], duplicate: false });

beforeAll(async () => {
  openId = await openIdStandIn(APP_ID);
  stage = await teamsStage(greeting, { ...settings(openId), TEAMS_TENANTS: ['tenant-example'] });
});
afterAll(async () => {
  await stage.close();
  await openId.close();
});

const send = async (wishes: TokenWishes = {}, changes: object = {}) => {
  const authorization = await openId.authorization({ serviceUrl: stage.connector.serviceUrl, ...wishes });
  return stage.post(stage.message(changes), { authorization });
};

/** Refused with this status and code, heard by nobody, nothing called, one log line. */
const expectRefused = async (
  response: Response,
  status: number,
  before: { lines: number; heard: number; calls: number },
) => {
  const body = (await response.json()) as { error: { id: string } };
  expect(response.status).toBe(status);
  expect(stage.heard).toHaveLength(before.heard);
  expect(stage.connector.requests).toHaveLength(before.calls);
  expect(stage.logged).toHaveLength(before.lines + 1);
  expect(stage.logged.at(-1)).toMatchObject({ errorId: body.error.id, status });
};
const now = () => ({ lines: stage.logged.length, heard: stage.heard.length, calls: stage.connector.requests.length });

test('a token of the connector opens the door, and the bot answers with its own', async () => {
  const response = await send(
    {},
    { conversation: { id: 'a:good', conversationType: 'personal', tenantId: 'tenant-example' } },
  );
  expect(response.status).toBe(200);
  const sent = await stage.connector.waitFor(({ conversation }) => conversation === 'a:good');
  expect(sent.authorization).toBe('Bearer example-bot-token-1');
  expect(openId.tokenRequests).toHaveLength(1);
  const { path, form } = openId.tokenRequests[0] ?? {};
  expect(path).toBe('/tenant.example/oauth2/v2.0/token');
  expect(Object.fromEntries(form ?? [])).toEqual({
    grant_type: 'client_credentials',
    client_id: APP_ID,
    client_secret: 'password-example',
    scope: 'https://api.botframework.com/.default',
  });
});

test('a clock that is a little off is forgiven', async () => {
  expect((await send({ endsIn: -240 })).status).toBe(200);
});

test('the service URL is found in a token under either spelling of its claim', async () => {
  const { serviceUrl } = stage.connector;
  expect((await send({ serviceUrl: undefined, claims: { serviceUrl } })).status).toBe(200);
});

test('a token ends by the clock of the server', async () => {
  const later = Date.now() + 2 * 3_600_000;
  const behind = await teamsStage(greeting, settings(openId), { clock: { now: () => later } });
  try {
    const authorization = await openId.authorization({ serviceUrl: behind.connector.serviceUrl });
    expect((await behind.post(behind.message(), { authorization })).status).toBe(401);
  } finally {
    await behind.close();
  }
});

test.each<[string, TokenWishes]>([
  ['another audience', { audience: 'another-app-example' }],
  ['another issuer', { issuer: 'https://elsewhere.example' }],
  ['a time that ended beyond five minutes ago', { endsIn: -400 }],
  ['no end of its time', { endsIn: 'never' }],
  ['a time that begins beyond five minutes from now', { startsIn: 400 }],
  ['a service URL that is not the activity’s', { serviceUrl: 'https://smba.example/' }],
  ['no service URL', { serviceUrl: undefined }],
  ['a forged signature', { forged: true }],
  ['a signature of another kind than the Bot Framework makes', { algorithm: 'PS256' }],
])('a token with %s is 401 and nothing is called', async (_what, wishes) => {
  const before = now();
  await expectRefused(await send(wishes), 401, before);
});

test('no token is 401, whatever the body is', async () => {
  for (const body of [stage.message(), '{"type":', 'x'.repeat(300_000)]) {
    const before = now();
    await expectRefused(await stage.post(body), 401, before);
  }
});

test.each(['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic abc', `Bearer ${'a'.repeat(9000)}.b.c`, 'Bearer .. ..'])(
  'the authorization %.40s is 401',
  async (authorization) => {
    const before = now();
    await expectRefused(await stage.post(stage.message(), { authorization }), 401, before);
  },
);

test('a token that says it needs no signature is 401', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: openId.issuer, aud: APP_ID, exp: 4102444800, serviceurl: stage.connector.serviceUrl };
  for (const token of [
    `${part({ alg: 'none' })}.${part(claims)}.`,
    `${part({ alg: 'none', kid: 'example-key' })}.${part(claims)}.x`,
    `${part({ alg: 'HS256', kid: 'example-key' })}.${part(claims)}.x`,
  ]) {
    const before = now();
    await expectRefused(await stage.post(stage.message(), { authorization: `Bearer ${token}` }), 401, before);
  }
});

test('a channel that the signing key does not endorse is 401', async () => {
  const before = now();
  await expectRefused(await send({}, { channelId: 'slack' }), 401, before);
});

test('a key that names no channel signs for every one', async () => {
  const plain = await openIdStandIn(APP_ID, []);
  const behind = await teamsStage(greeting, settings(plain));
  try {
    const authorization = await plain.authorization({ serviceUrl: behind.connector.serviceUrl });
    expect((await behind.post(behind.message({ channelId: 'webchat' }), { authorization })).status).toBe(200);
  } finally {
    await behind.close();
    await plain.close();
  }
});

test('another tenant is 403, and so is none', async () => {
  for (const conversation of [{ id: 'a:1', tenantId: 'other-example' }, { id: 'a:1' }]) {
    const before = now();
    await expectRefused(await send({}, { conversation }), 403, before);
  }
});

test('a tenant named in the channel data counts', async () => {
  const response = await send({}, { conversation: { id: 'a:1' }, channelData: { tenant: { id: 'tenant-example' } } });
  expect(response.status).toBe(200);
});

test.each(['all', 'keys'] as const)('keys that cannot be had are 503, and asked for again (%s)', async (what) => {
  const late = await openIdStandIn(APP_ID);
  const behind = await teamsStage(greeting, settings(late));
  try {
    const authorization = await late.authorization({ serviceUrl: behind.connector.serviceUrl });
    late.failWith(500, what);
    const refused = await behind.post(behind.message(), { authorization });
    expect(refused.status).toBe(503);
    expect(behind.heard).toEqual([]);
    expect(JSON.stringify(behind.logged.at(-1))).toContain(what === 'all' ? 'HTTP 500' : '200 OK');
    late.failWith(undefined);
    expect((await behind.post(behind.message(), { authorization })).status).toBe(200);
  } finally {
    await behind.close();
    await late.close();
  }
});

test('a signer that is not there is 503', async () => {
  const gone = await openIdStandIn(APP_ID);
  const authorization = await gone.authorization({ serviceUrl: stage.connector.serviceUrl });
  const behind = await teamsStage(greeting, settings(gone));
  await gone.close();
  try {
    expect((await behind.post(behind.message(), { authorization })).status).toBe(503);
    expect(behind.logged.at(-1)).toMatchObject({ status: 503, code: 'far-end-unavailable' });
  } finally {
    await behind.close();
  }
});

test('the password stands in no log line', () => {
  expect(JSON.stringify(stage.logged)).not.toContain('password-example');
});
