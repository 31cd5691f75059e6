import { readFileSync } from 'node:fs';
import { readConfig, VARIABLES } from './config.ts';
import { envExample } from './env-example.ts';

const LONG = 'an-example-secret-of-more-than-32-characters';

describe('the settings', () => {
  test('should need nothing at all on a laptop', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3978, HOST: '127.0.0.1', AUTH: 'dev', production: false });
  });

  test('should treat an empty variable as an absent one', () => {
    expect(readConfig({ PORT: ' ', MICROSOFT_APP_ID: '' }).PORT).toBe(3978);
  });

  test.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '99999' }, 'PORT'],
    [{ STORE: 'oracle' }, 'STORE'],
    [{ TWILIO_ACCOUNT_SID: 'nonsense' }, 'TWILIO_ACCOUNT_SID'],
    [{ TWILIO_API_BASE_URL: 'http://twilio.example.com' }, 'TWILIO_API_BASE_URL'],
    [{ TOKEN_SECRET: 'short' }, 'TOKEN_SECRET'],
    [{ BOT_OPENID_METADATA_URL: 'http://127.0.0.1:1/x' }, 'BOT_TOKEN_ISSUER'],
    [{ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` }, 'TWILIO_AUTH_TOKEN'],
    [{ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'example' }, 'TWILIO_PHONE_NUMBER'],
    [{ TWILIO_MESSAGING_SERVICE_SID: 'MG123' }, 'TWILIO_MESSAGING_SERVICE_SID'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
    [{ BOT_OPENID_METADATA_URL: 'http://127.0.0.1:1/x' }, 'BOT_LOGIN_URL'],
    [{ STORE: 'cosmos' }, 'COSMOS_ENDPOINT'],
    [{ STORE: 'cosmos' }, 'COSMOS_KEY'],
    [{ SEARCH: 'azure' }, 'AZURE_SEARCH_ENDPOINT'],
    [{ QUEUE: 'service-bus' }, 'SERVICE_BUS_CONNECTION_STRING'],
    [{ BLOBS: 'azure' }, 'BLOB_CONNECTION_STRING'],
    [{ CACHE: 'redis' }, 'REDIS_URL'],
    [{ REDIS_URL: 'redis://cache.example.com' }, 'REDIS_URL'],
    [{ REDIS_URL: 'https://127.0.0.1' }, 'REDIS_URL'],
    [{ EMBEDDINGS: 'azure-openai' }, 'AZURE_OPENAI_ENDPOINT'],
    [{ EMBEDDINGS: 'azure-openai' }, 'AZURE_OPENAI_EMBEDDING_DEPLOYMENT'],
    [{ MODELS: 'claude' }, 'ANTHROPIC_API_KEY'],
    [{ MODELS: 'gemini,azure-openai' }, 'AZURE_OPENAI_DEPLOYMENT'],
    [{ MODELS: 'openai,parrot' }, 'MODELS'],
    [{ AZURE_COST_SCOPE: '/subscriptions/example' }, 'AZURE_COST_LIMIT'],
    [{ VAPID_PUBLIC_KEY: 'x'.repeat(87) }, 'VAPID_PRIVATE_KEY'],
    [{ VAPID_PRIVATE_KEY: 'x'.repeat(43) }, 'VAPID_SUBJECT'],
    [{ AUTH: 'entra' }, 'ENTRA_METADATA_URL'],
    [{ AUTH: 'entra' }, 'ENTRA_AUDIENCE'],
    [{ MICROSOFT_APP_TYPE: 'SingleTenant' }, 'MICROSOFT_APP_TENANT_ID'],
    [{ WEATHER_BASE_URL: 'http://127.0.0.1.example.com' }, 'WEATHER_BASE_URL'],
    [{ WEATHER_BASE_URL: 'ftp://127.0.0.1' }, 'WEATHER_BASE_URL'],
    [{ LOOKUP_KEY: Buffer.alloc(16).toString('base64') }, 'LOOKUP_KEY'],
    [{ FIELD_KEYS: `a:${Buffer.alloc(31).toString('base64')}` }, 'FIELD_KEYS'],
    [{ FIELD_KEYS: `a name:${Buffer.alloc(32).toString('base64')}` }, 'FIELD_KEYS'],
    [{ FIELD_KEYS: Buffer.alloc(32).toString('base64') }, 'FIELD_KEYS'],
  ])('should name the variable in %j', (environment, name) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ code: 'configuration', message: expect.stringContaining(`${name}:`) }),
    );
  });

  test('should take a messaging service for the number that sends', () => {
    const account = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'example' };
    const service = { TWILIO_MESSAGING_SERVICE_SID: `MG${'0'.repeat(32)}` };
    expect(readConfig({ ...account, ...service }).TWILIO_PHONE_NUMBER).toBe('');
  });

  test('should take plain http for a far end on loopback only', () => {
    expect(readConfig({ TWILIO_API_BASE_URL: 'http://127.0.0.1:4010' }).TWILIO_API_BASE_URL).toBe(
      'http://127.0.0.1:4010',
    );
  });

  test('should take development sign-in beyond loopback for nobody, and what stands in for it for everybody', () => {
    const entra = { AUTH: 'entra', ENTRA_METADATA_URL: 'https://login.example.com/x', ENTRA_AUDIENCE: 'example' };
    expect(readConfig({ HOST: '0.0.0.0', ...entra }).HOST).toBe('0.0.0.0');
    expect(readConfig({ HOST: 'localhost' }).HOST).toBe('localhost');
    expect(() => readConfig({ HOST: '127.0.0.1.example.com' })).toThrow(/HOST:/);
  });

  test('should refuse development sign-in, unsigned doors and a missing secret in production, all at once', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(
      /AUTH:[\s\S]*TOKEN_SECRET:[\s\S]*FIELD_KEYS:[\s\S]*LOOKUP_KEY:[\s\S]*PUBLIC_URL:[\s\S]*MICROSOFT_APP_ID:[\s\S]*TWILIO_AUTH_TOKEN:/,
    );
    expect(() => readConfig({ NODE_ENV: 'production', TOKEN_SECRET: LONG })).not.toThrow(/TOKEN_SECRET/);
  });

  test('should never repeat a value it refuses', () => {
    expect(() => readConfig({ TOKEN_SECRET: 'canary-example' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('canary') }),
    );
  });

  test('should stand in .env.example, each of them', () => {
    expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toBe(envExample());
    for (const name of Object.keys(VARIABLES)) expect(envExample()).toContain(`# ${name}=`);
  });
});
