import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { UserId } from '../../trips/ids.ts';
import type { Tokens } from '../tokens.ts';
import { type ApiRefusal, refusal, sendRefusal } from './refusal.ts';

const BEARER = /^Bearer ([\w.~+/=-]{1,4096})$/i;

/** Development sign-ins a minute and address, as a multiple of what one caller may ask: one machine plays many people. */
const SIGN_IN_SHARE = 10;

/** Challenges by RFC 6750, section 3 (https://www.rfc-editor.org/rfc/rfc6750#section-3). */
const challenged = (code: string, message: string, error?: string): ApiRefusal =>
  refusal(401, code, message, {
    'WWW-Authenticate': `Bearer realm="pathfinder"${error ? `, error="invalid_token", error_description="${error}"` : ''}`,
  });

const MISSING = challenged('unauthenticated', 'Send a token: Authorization: Bearer <token>.');
const INVALID = challenged('invalid-token', 'That token is not one of mine.', 'not a valid token');
const EXPIRED = challenged('expired-token', 'That token has expired. Sign in again.', 'expired');

const UNAVAILABLE = refusal(
  503,
  'sign-in-unavailable',
  'Your sign-in cannot be checked right now. Please try again in a moment.',
  {
    'Retry-After': '5',
  },
);

const REFUSALS = { expired: EXPIRED, invalid: INVALID, unavailable: UNAVAILABLE };

/** A token of somebody who is not here any more. */
export const nobody = INVALID;

const TOO_MANY = refusal(429, 'too-many-requests', 'That is a lot at once. Please wait a moment.');

const callers = new WeakMap<Request, UserId | ApiRefusal>();

/** Who calls, as their token proved; ask only behind {@link signedIn}. */
export const callerOf = (request: Request): UserId => {
  const caller = callers.get(request);
  return typeof caller === 'string' ? caller : '';
};

/** Counts requests a minute: by person for those who proved one, by address for everybody else. */
const counted = (log: Logger, perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    // Not draft-8, which hashes the caller's key into every answer.
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // Its checks are for the app's proxy settings and write to the console.
    validate: false,
    keyGenerator: (request) => {
      const caller = callers.get(request);
      return typeof caller === 'string' ? caller : ipKeyGenerator(request.ip ?? 'unknown');
    },
    handler: (request, response) => sendRefusal(log, request, response, TOO_MANY),
  });

/** Chains that let a caller in: one for routes that need a token, one for those that do not. */
export interface Admission {
  readonly signedIn: readonly RequestHandler[];
  readonly anyone: readonly RequestHandler[];
}

export const admission = (log: Logger, tokens: Tokens, perMinute: number): Admission => {
  const identify: RequestHandler = async (request, _response, next) => {
    callers.set(request, await whoCalls(tokens, request.headers.authorization));
    next();
  };
  const refuseStrangers: RequestHandler = (request, response, next) => {
    const caller = callers.get(request) ?? MISSING;
    if (typeof caller === 'string') next();
    else sendRefusal(log, request, response, caller);
  };
  return {
    /** Counted before it is refused, so that tokens cannot be guessed at any speed. */
    signedIn: [identify, counted(log, perMinute), refuseStrangers],
    anyone: [counted(log, perMinute * SIGN_IN_SHARE)],
  };
};

const whoCalls = async (tokens: Tokens, header: string | undefined): Promise<UserId | ApiRefusal> => {
  if (header === undefined) return MISSING;
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) return INVALID;
  const verified = await tokens.verifyApi(token);
  if (verified.ok) return verified.claims.userId;
  return REFUSALS[verified.reason];
};
