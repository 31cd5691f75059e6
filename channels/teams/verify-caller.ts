import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../trips/clock.ts';
import type { InboundActivity } from './activity.ts';

/** Who signs the tokens that channels send with activities. */
export interface CallerSettings {
  readonly appId: string;
  /** OpenID metadata of the signer; its keys are fetched when first needed and kept for a day. */
  readonly metadataUrl: string;
  readonly issuer: string;
  readonly clock: Clock;
}

/** `unauthorized`: the token proves nothing. `unreachable`: the signer's keys could not be had, so nothing can be said. */
export type Verdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'unauthorized' | 'unreachable';
      readonly why: string;
      readonly cause?: unknown;
    };

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const PUBLIC_CLOUD = {
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
} as const;

/** Seconds that clocks may differ. */
const SKEW_S = 5 * 60;
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
const FETCH_TIMEOUT_MS = 5_000;
const KEYS_LIVE_MS = 24 * 60 * 60 * 1000;

const metadataDocument = z.object({ jwks_uri: z.url() });
const endorsedKey = z.object({ kid: z.string(), endorsements: z.array(z.string()).optional() });

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** Faults of fetching keys among the errors that otherwise mean a bad token. */
const KEY_FAULTS: ReadonlySet<string> = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/**
 * Proves that a request comes from a channel that may send this bot this activity: signature, issuer, audience, time,
 * the service URL it names, and the key's endorsement of the channel. Never rejects. (The SDK's own check answers 500 to
 * a forged signature, waits without end for keys, and writes to the console.)
 */
export const callerCheck = (settings: CallerSettings) => {
  const { appId, issuer, clock } = settings;
  let keys: Promise<Keys> | undefined;

  return async (authorization: string | undefined, { serviceUrl, channelId }: InboundActivity): Promise<Verdict> => {
    const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return unauthorized('a Bearer token is needed');
    let signers: Keys;
    try {
      keys ??= signingKeys(settings.metadataUrl);
      signers = await keys;
    } catch (cause) {
      keys = undefined;
      return unreachable(cause);
    }
    try {
      const { payload, protectedHeader } = await jwtVerify(token, signers, {
        issuer,
        audience: appId,
        algorithms: ALGORITHMS,
        clockTolerance: SKEW_S,
        requiredClaims: ['exp'],
        currentDate: new Date(clock.now()),
      });
      if (!names(payload, serviceUrl)) return unauthorized('the token is for another service URL');
      return endorses(signers, protectedHeader.kid, channelId)
        ? { ok: true }
        : unauthorized('the signing key does not endorse this channel');
    } catch (cause) {
      if (cause instanceof errors.JOSEError && !KEY_FAULTS.has(cause.code)) return unauthorized(cause.code);
      return unreachable(cause);
    }
  };
};

const unauthorized = (why: string): Verdict => ({ ok: false, reason: 'unauthorized', why });

const unreachable = (cause: unknown): Verdict => ({
  ok: false,
  reason: 'unreachable',
  why: 'the keys that sign tokens could not be fetched',
  cause,
});

const signingKeys = async (metadataUrl: string): Promise<Keys> => {
  const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`OpenID metadata: HTTP ${response.status}`);
  const { jwks_uri } = metadataDocument.parse(await response.json());
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: FETCH_TIMEOUT_MS, cacheMaxAge: KEYS_LIVE_MS });
};

const names = (payload: JWTPayload, serviceUrl: string): boolean =>
  (payload.serviceurl ?? payload.serviceUrl) === serviceUrl;

/** A key that names channels signs for those only; one that names none signs for all, as in the SDK. */
const endorses = (keys: Keys, kid: string | undefined, channelId: string): boolean => {
  const key = keys.jwks()?.keys.find((one) => one.kid === kid);
  const endorsements = endorsedKey.safeParse(key).data?.endorsements ?? [];
  return endorsements.length === 0 || endorsements.includes(channelId);
};
