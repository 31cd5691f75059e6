import { hash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../trips/clock.ts';
import { register } from '../trips/people/register.ts';
import type { Records } from '../trips/records.ts';
import { type ApiClaims, type Tokens, type Verified, verifiedCache } from './tokens.ts';

export interface EntraSettings {
  /** The tenant's OpenID metadata, e.g. `https://<tenant>.ciamlogin.com/<tenant>/v2.0/.well-known/openid-configuration`. */
  readonly metadataUrl: string;
  /** Our application's id: what the token must be for. */
  readonly audience: string;
  /** Milliseconds between two looks for a key that is not known yet; 30 s when absent. */
  readonly coolDownMs?: number;
}

const metadata = z.object({
  issuer: z.string().min(1),
  jwks_uri: z.url().refine((value) => /^https:|^http:\/\/(localhost|127\.|\[::1\])/.test(value), 'use https'),
});

const FETCH_MS = 5_000;
const KEYS_KEPT_MS = 600_000;
/** The one algorithm Entra signs with: a token cannot choose another. */
const ALGORITHM = 'RS256';
/** Clocks of different machines may be this far apart, in seconds. */
const SKEW_S = 60;
/** Longer than any token Entra issues. */
const MOST_CHARACTERS = 8_192;

/** What is read of a token: who it is and what they are called. Roles in it are nobody's here; ours come from the store. */
const person = z.object({
  oid: z.string().min(1).max(100),
  tid: z.string().min(1).max(100),
  name: z.string().optional(),
});

/**
 * The tokens of this server, with API tokens issued by Microsoft Entra External ID instead of by ourselves. Whoever
 * comes with a good one for the first time gets an account. `unavailable` while the keys cannot be fetched.
 */
export const entraTokens = (
  own: Tokens,
  { metadataUrl, audience, coolDownMs = 30_000 }: EntraSettings,
  records: Records,
  clock: Clock,
): Tokens => {
  const cache = verifiedCache(clock);
  let authority: Promise<{ readonly issuer: string; readonly keys: ReturnType<typeof createRemoteJWKSet> }> | undefined;

  const readAuthority = async () => {
    const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' });
    if (!response.ok) throw new Error(`${metadataUrl} answered ${response.status}`);
    const { issuer, jwks_uri } = metadata.parse(await response.json());
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      timeoutDuration: FETCH_MS,
      cooldownDuration: coolDownMs,
      cacheMaxAge: KEYS_KEPT_MS,
    });
    return { issuer, keys };
  };

  const verify = async (token: string): Promise<Verified<JWTPayload>> => {
    if (token.length > MOST_CHARACTERS) return { ok: false, reason: 'invalid' };
    try {
      authority ??= readAuthority();
      const { issuer, keys } = await authority;
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [ALGORITHM],
        issuer,
        audience,
        clockTolerance: SKEW_S,
        requiredClaims: ['exp', 'oid', 'tid'],
        currentDate: new Date(clock.now()),
      });
      return { ok: true, claims: payload };
    } catch (error) {
      const reason = reasonOf(error);
      // What could not be read is read again by the next request.
      if (reason === 'unavailable') authority = undefined;
      return { ok: false, reason };
    }
  };

  const verifyApi = async (token: string): Promise<Verified<ApiClaims>> => {
    const key = hash('sha256', token, 'base64');
    const known = cache.get(key);
    if (known) return { ok: true, claims: known as ApiClaims };
    const verified = await verify(token);
    if (!verified.ok) return verified;
    const who = person.safeParse(verified.claims);
    if (!who.success) return { ok: false, reason: 'invalid' };
    const { oid, tid, name = 'Guest' } = who.data;
    const registered = await register(records, clock, { name, address: { door: 'entra', value: `${tid} ${oid}` } });
    const claims = { userId: registered.person.id };
    cache.keep(key, claims, ((verified.claims.exp ?? 0) + SKEW_S) * 1000);
    return { ok: true, claims };
  };

  return { ...own, verifyApi };
};

const reasonOf = (error: unknown): 'expired' | 'invalid' | 'unavailable' => {
  if (error instanceof errors.JWTExpired) return 'expired';
  const keysOutOfReach =
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');
  return error instanceof errors.JOSEError && !keysOutOfReach ? 'invalid' : 'unavailable';
};
