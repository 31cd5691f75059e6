import { SignJWT, UnsecuredJWT } from 'jose';
import { API_TOKEN_SECONDS, RETURN_TOKEN_SECONDS, STREAM_TOKEN_SECONDS, tokens, WEB_TOKEN_SECONDS } from './tokens.ts';

const SECRET = 'example-secret-for-tests-only-0123456789';
const person = { conversationId: 'conversation_1', user: 'dl_1', userId: 'user_1' };
const guest = { conversationId: 'conversation_1', user: 'dl_1' };

const at = (start = 1_900_000_000_000) => {
  let now = start;
  return {
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
};

describe('tokens', () => {
  test('an API token names its person for twelve hours and not a second longer', async () => {
    const clock = at();
    const mint = tokens({ secret: SECRET, clock });
    const { token, expiresInSeconds } = await mint.signApi('user_1');
    expect(expiresInSeconds).toBe(API_TOKEN_SECONDS);
    expect(await mint.verifyApi(token)).toEqual({ ok: true, claims: { userId: 'user_1' } });
    clock.advance(API_TOKEN_SECONDS * 1000 - 1);
    expect(await mint.verifyApi(token)).toEqual({ ok: true, claims: { userId: 'user_1' } });
    clock.advance(1);
    expect(await mint.verifyApi(token)).toEqual({ ok: false, reason: 'expired' });
    expect(await tokens({ secret: SECRET, clock }).verifyApi(token)).toEqual({ ok: false, reason: 'expired' });
  });

  test.each([
    ['web', WEB_TOKEN_SECONDS],
    ['stream', STREAM_TOKEN_SECONDS],
    ['return', RETURN_TOKEN_SECONDS],
  ] as const)('a %s token carries its conversation and user for %i seconds', async (purpose, seconds) => {
    const clock = at();
    const mint = tokens({ secret: SECRET, clock });
    const signed = await mint.signWeb(purpose, person);
    expect(signed.expiresInSeconds).toBe(seconds);
    expect(await mint.verifyWeb(purpose, signed.token)).toEqual({ ok: true, claims: person });
    clock.advance(seconds * 1000);
    expect(await mint.verifyWeb(purpose, signed.token)).toEqual({ ok: false, reason: 'expired' });
  });

  test('a guest token carries no account', async () => {
    const mint = tokens({ secret: SECRET, clock: at() });
    const { token } = await mint.signWeb('web', guest);
    expect(await mint.verifyWeb('web', token)).toEqual({ ok: true, claims: { ...guest, userId: undefined } });
  });

  test('a token opens only what it was made for, also when it was verified before', async () => {
    const mint = tokens({ secret: SECRET, clock: at() });
    const api = await mint.signApi('user_1');
    const web = await mint.signWeb('web', person);
    const stream = await mint.signWeb('stream', person);
    await mint.verifyApi(api.token);
    await mint.verifyWeb('web', web.token);
    const invalid = { ok: false, reason: 'invalid' };
    expect(await mint.verifyWeb('web', api.token)).toEqual(invalid);
    expect(await mint.verifyApi(web.token)).toEqual(invalid);
    expect(await mint.verifyWeb('return', web.token)).toEqual(invalid);
    expect(await mint.verifyWeb('web', stream.token)).toEqual(invalid);
  });

  test('forged, unsigned, foreign, truncated and garbage tokens are invalid', async () => {
    const clock = at();
    const mint = tokens({ secret: SECRET, clock });
    const good = (await mint.signApi('user_1')).token;
    const other = tokens({ secret: `${SECRET}-other`, clock });
    const unsigned = new UnsecuredJWT({ sub: 'user_1' })
      .setIssuer('pathfinder')
      .setAudience('pathfinder-api')
      .setExpirationTime(3_000_000_000)
      .encode();
    const endless = await new SignJWT({ sub: 'user_1' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('pathfinder')
      .setAudience('pathfinder-api')
      .sign(new TextEncoder().encode(SECRET));
    for (const token of [
      (await other.signApi('user_1')).token,
      unsigned,
      endless,
      good.slice(0, -4),
      `${good}x`,
      'garbage',
      '',
    ]) {
      expect(await mint.verifyApi(token)).toEqual({ ok: false, reason: 'invalid' });
    }
  });

  test('more tokens than the cache holds are all still verified', async () => {
    const mint = tokens({ secret: SECRET, clock: at() });
    const first = await mint.signApi('user_first');
    for (let n = 0; n < 1100; n += 1) await mint.verifyApi((await mint.signApi(`user_${n}`)).token);
    expect(await mint.verifyApi(first.token)).toEqual({ ok: true, claims: { userId: 'user_first' } });
  });
});
