import { hash, webcrypto } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../trips/clock.ts';
import type { TripId, UserId } from '../trips/ids.ts';

/** Seconds an API token lives. */
export const API_TOKEN_SECONDS = 12 * 60 * 60;
/** Seconds a Direct Line token lives; the client library refreshes it every 15 minutes. */
export const WEB_TOKEN_SECONDS = 30 * 60;
/** Seconds a guest may come back to a conversation: as long as what was said there is kept. */
export const RETURN_TOKEN_SECONDS = 90 * 24 * 60 * 60;
/** Seconds within which a stream URL must be opened; it stands in URLs, so it must be worthless in a log. */
export const STREAM_TOKEN_SECONDS = 60;

const ISSUER = 'pathfinder';
const ALGORITHM = 'HS256';
/** Verified tokens kept, so that a busy conversation pays for one verification. */
const CACHED = 1024;

/** What a token for one web conversation says. */
export interface WebClaims {
  readonly conversationId: string;
  /** The Direct Line user id; every activity posted with the token is from this user. */
  readonly user: string;
  /** The account of a signed-in person; absent for a guest. */
  readonly userId?: UserId | undefined;
}

export interface ApiClaims {
  readonly userId: UserId;
}

/**
 * `expired`: it was good and its time is over. `unavailable`: whoever issued it cannot be asked now. `invalid`: anything
 * else that is wrong with it.
 */
export type Verified<Claims> =
  | { readonly ok: true; readonly claims: Claims }
  | { readonly ok: false; readonly reason: 'expired' | 'invalid' | 'unavailable' };

export interface Signed {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** What a web token opens: the conversation (`web`), its stream only (`stream`), a new token after an absence (`return`). */
export type WebPurpose = 'web' | 'stream' | 'return';

/** Seconds a link to what an answer cites works: as long as what was said is kept. */
const SOURCE_SECONDS = 90 * 24 * 60 * 60;

/** What a link to a cited document says. */
export interface SourceClaims {
  readonly userId: UserId;
  readonly tripId: TripId;
  readonly documentId: string;
  /** It was said before a group: only what the whole trip may read is opened. */
  readonly group: boolean;
  /** Of the document's text, what was quoted: offsets of first character and the one after the last. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** Seconds an unsubscribe link works: as long as anybody keeps the mail it stands in. */
const UNSUBSCRIBE_SECONDS = 5 * 365 * 24 * 60 * 60;

/** Signs and verifies the product's own tokens. Verifying never throws. */
export interface Tokens {
  /** For the link that ends all mail to an address; `addressKey` names it without telling it. */
  signUnsubscribe(addressKey: string): Promise<string>;
  verifyUnsubscribe(token: string): Promise<Verified<{ readonly addressKey: string }>>;
  signSource(claims: SourceClaims): Promise<string>;
  verifySource(token: string): Promise<Verified<SourceClaims>>;
  signApi(userId: UserId): Promise<Signed>;
  verifyApi(token: string): Promise<Verified<ApiClaims>>;
  signWeb(purpose: WebPurpose, claims: WebClaims): Promise<Signed>;
  verifyWeb(purpose: WebPurpose, token: string): Promise<Verified<WebClaims>>;
}

const SECONDS: Readonly<Record<WebPurpose, number>> = {
  web: WEB_TOKEN_SECONDS,
  stream: STREAM_TOKEN_SECONDS,
  return: RETURN_TOKEN_SECONDS,
};

const AUDIENCE: Readonly<Record<WebPurpose | 'api' | 'unsubscribe' | 'source', string>> = {
  unsubscribe: 'pathfinder-unsubscribe',
  source: 'pathfinder-source',
  api: 'pathfinder-api',
  web: 'pathfinder-web',
  stream: 'pathfinder-web-stream',
  return: 'pathfinder-web-return',
};

/** Tokens signed with HS256 under `secret` (at least 32 characters). */
export const tokens = ({ secret, clock }: { readonly secret: string; readonly clock: Clock }): Tokens => {
  const key = webcrypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );
  const cache = verifiedCache(clock);

  const sign = async (audience: string, seconds: number, claims: JWTPayload): Promise<Signed> => {
    const now = Math.floor(clock.now() / 1000);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(await key);
    return { token, expiresInSeconds: seconds };
  };

  const verify = async <Claims>(
    audience: string,
    token: string,
    read: (payload: JWTPayload) => Claims | undefined,
  ): Promise<Verified<Claims>> => {
    const cacheKey = hash('sha256', `${audience} ${token}`, 'base64');
    const known = cache.get(cacheKey);
    if (known) return { ok: true, claims: known as Claims };
    try {
      const { payload } = await jwtVerify(token, await key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience,
        requiredClaims: ['exp'],
        currentDate: new Date(clock.now()),
      });
      const claims = read(payload);
      if (claims === undefined) return { ok: false, reason: 'invalid' };
      cache.keep(cacheKey, claims, (payload.exp ?? 0) * 1000);
      return { ok: true, claims };
    } catch (error) {
      return { ok: false, reason: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  };

  return {
    signUnsubscribe: async (addressKey) =>
      (await sign(AUDIENCE.unsubscribe, UNSUBSCRIBE_SECONDS, { sub: addressKey })).token,
    verifyUnsubscribe: (token) =>
      verify(AUDIENCE.unsubscribe, token, ({ sub }) => (sub ? { addressKey: sub } : undefined)),
    signSource: async ({ userId, tripId, documentId, group, spans }) =>
      (
        await sign(AUDIENCE.source, SOURCE_SECONDS, {
          sub: userId,
          trip: tripId,
          doc: documentId,
          at: spans.flat(),
          ...(group && { group }),
        })
      ).token,
    verifySource: (token) => verify(AUDIENCE.source, token, sourceClaims),
    signApi: (userId) => sign(AUDIENCE.api, API_TOKEN_SECONDS, { sub: userId }),
    verifyApi: (token) => verify(AUDIENCE.api, token, ({ sub }) => (sub ? { userId: sub } : undefined)),
    // `conv` and `user` are the names Direct Line clients look for in a token.
    signWeb: (purpose, { conversationId, user, userId }) =>
      sign(AUDIENCE[purpose], SECONDS[purpose], {
        conv: conversationId,
        user,
        ...(userId === undefined ? {} : { sub: userId }),
      }),
    verifyWeb: (purpose, token) => verify(AUDIENCE[purpose], token, webClaims),
  };
};

const sourceClaims = ({ sub, trip, doc, at, group }: JWTPayload): SourceClaims | undefined => {
  if (!sub || typeof trip !== 'string' || typeof doc !== 'string' || !Array.isArray(at)) return undefined;
  const offsets = at.filter((offset): offset is number => Number.isSafeInteger(offset) && Number(offset) >= 0);
  const spans = offsets.flatMap((start, index) =>
    index % 2 === 0 && (offsets[index + 1] ?? 0) > start ? [[start, offsets[index + 1] ?? start] as const] : [],
  );
  return { userId: sub, tripId: trip, documentId: doc, group: group === true, spans };
};

const webClaims = ({ conv, user, sub }: JWTPayload): WebClaims | undefined =>
  typeof conv === 'string' && typeof user === 'string' ? { conversationId: conv, user, userId: sub } : undefined;

/** Claims by token hash until they expire; the oldest goes when it is full. Never holds a token itself. */
export const verifiedCache = (clock: Clock) => {
  const entries = new Map<string, { readonly claims: unknown; readonly expiresAt: number }>();
  return {
    get: (key: string): unknown => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.expiresAt > clock.now()) return entry.claims;
      entries.delete(key);
      return undefined;
    },
    keep: (key: string, claims: unknown, expiresAt: number): void => {
      if (entries.size >= CACHED) {
        const oldest = entries.keys().next();
        if (!oldest.done) entries.delete(oldest.value);
      }
      entries.set(key, { claims, expiresAt });
    },
  };
};
