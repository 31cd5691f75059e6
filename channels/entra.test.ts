import { SignJWT, UnsecuredJWT } from 'jose';
import { type OpenIdStandIn, openIdStandIn, type TokenWishes } from '../test/stand-ins/openid.ts';
import { type OpenedStore, openSqliteStore } from '../test/stores.ts';
import { systemClock } from '../trips/clock.ts';
import { people } from '../trips/people/person.ts';
import { entraTokens } from './entra.ts';
import { type Tokens, tokens } from './tokens.ts';

const AUDIENCE = '11111111-2222-4333-8444-555555555555';
const ANA = { oid: 'ana-object-id', tid: 'example-tenant', name: 'Ana Silva' };

describe('signing in with Entra', () => {
  let openid: OpenIdStandIn;
  let opened: OpenedStore;
  let verifier: Tokens;
  beforeEach(async () => {
    openid = await openIdStandIn(AUDIENCE);
    opened = await openSqliteStore(systemClock);
    const own = tokens({ secret: 'example-secret-for-tests-only-0123456789', clock: systemClock });
    verifier = entraTokens(
      own,
      { metadataUrl: openid.metadataUrl, audience: AUDIENCE, coolDownMs: 0 },
      opened.store,
      systemClock,
    );
  });
  afterEach(async () => {
    await openid.close();
    await opened.close();
  });

  const mint = async (wishes: TokenWishes = {}): Promise<string> =>
    (await openid.authorization({ claims: ANA, ...wishes })).replace('Bearer ', '');
  const verify = async (wishes: TokenWishes = {}) => verifier.verifyApi(await mint(wishes));

  test('should make an account at first sight, and find the same one from then on', async () => {
    const first = await verify();
    const again = await verify({ endsIn: 1_800 });
    if (!first.ok) throw new Error(first.reason);
    expect(again).toEqual(first);
    const { userId } = first.claims;
    expect(await opened.store.read(people, userId, userId)).toMatchObject({ name: 'Ana Silva' });
  });

  test('should keep people of two tenants apart though they have the same object id', async () => {
    const [one, other] = [await verify(), await verify({ claims: { ...ANA, tid: 'another-tenant' } })];
    expect(one.ok && other.ok && one.claims.userId !== other.claims.userId).toBe(true);
  });

  test('should give nobody a role because a token says so', async () => {
    const verified = await verify({ claims: { ...ANA, roles: ['admin', 'super-admin'], superAdmin: true } });
    if (!verified.ok) throw new Error(verified.reason);
    const person = await opened.store.read(people, verified.claims.userId, verified.claims.userId);
    expect(person?.superAdmin).toBeUndefined();
    expect(verified.claims).toEqual({ userId: person?.id });
  });

  test.each<[string, TokenWishes, string]>([
    ['for another application', { audience: 'somebody-else' }, 'invalid'],
    ['of another issuer', { issuer: 'https://evil.example' }, 'invalid'],
    ['with a forged signature', { forged: true }, 'invalid'],
    ['that has expired beyond the skew', { endsIn: -120 }, 'expired'],
    ['that does not say who it is', { claims: { name: 'Nobody' } }, 'invalid'],
    ['that is not valid yet', { claims: { ...ANA }, startsIn: 600 }, 'invalid'],
  ])('should refuse a token %s', async (_, wishes, reason) => {
    expect(await verify(wishes)).toEqual({ ok: false, reason });
  });

  test('should take no other algorithm than the one that is expected', async () => {
    const claims = { ...ANA, iss: openid.issuer, aud: AUDIENCE, exp: Math.floor(Date.now() / 1000) + 600 };
    const { keys } = (await (await fetch(openid.metadataUrl.replace('/metadata', '/keys'))).json()) as {
      keys: readonly { readonly kid: string; readonly n: string }[];
    };
    const none = new UnsecuredJWT(claims).encode();
    // The public key is known to everyone: as the secret of another algorithm it must open nothing.
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: keys[0]?.kid ?? '' })
      .sign(new TextEncoder().encode(keys[0]?.n));
    for (const token of [none, confused, 'not.a.token', 'x'.repeat(20_000), '']) {
      expect(await verifier.verifyApi(token)).toEqual({ ok: false, reason: 'invalid' });
    }
  });

  test('should take a token of a key that was made since', async () => {
    expect((await verify()).ok).toBe(true);
    await openid.rotateKey();
    expect((await verify({ endsIn: 1_800 })).ok).toBe(true);
  });

  test('should say that it cannot tell while the keys are out of reach, and recover', async () => {
    openid.failWith(500);
    expect(await verify()).toEqual({ ok: false, reason: 'unavailable' });
    openid.failWith(undefined);
    expect((await verify()).ok).toBe(true);
  });
});
