import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { PathfinderError } from '../../../trips/pathfinder-error.ts';
import type { Tokens, Verified, WebClaims } from '../../tokens.ts';
import { REFUSALS, type Refusal, refuse } from './answer.ts';
import type { Origins } from './origins.ts';

const CLAIMS = 'webClaims';

/** The token of an `Authorization: Bearer` header; undefined without such a header. */
export const bearerOf = (request: Request): string | undefined => {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  return /^bearer /i.test(header) ? header.slice(7).trim() : '';
};

/** What a failed verification is answered with. */
export const refusalOf = (verified: Verified<unknown> & { readonly ok: false }): Refusal =>
  verified.reason === 'expired' ? REFUSALS.expired : REFUSALS.badToken;

/** Lets a request through whose token is for the conversation in its path (or for any, where the path names none). */
export const admit =
  (tokens: Tokens, log: Logger): RequestHandler =>
  async (request: Request, response: Response, next: NextFunction) => {
    const token = bearerOf(request);
    if (!token) return refuse(request, response, REFUSALS.noToken, log);
    const verified = await tokens.verifyWeb('web', token);
    if (!verified.ok) return refuse(request, response, refusalOf(verified), log);
    const { conversationId } = request.params;
    // Another's conversation is not admitted to exist.
    if (conversationId !== undefined && conversationId !== verified.claims.conversationId) {
      return refuse(request, response, REFUSALS.noConversation, log);
    }
    response.locals[CLAIMS] = verified.claims;
    next();
  };

/** The claims that {@link admit} found. */
export const claimsOf = (response: Response): WebClaims => {
  const claims: WebClaims | undefined = response.locals[CLAIMS];
  if (!claims) throw new PathfinderError('internal', 'a web chat route runs without its admission');
  return claims;
};

/** Refuses pages of other sites, and tells browsers of the listed ones what they may do (CORS). */
export const sameSite =
  (origins: Origins, log: Logger): RequestHandler =>
  (request, response, next) => {
    const { origin, host } = request.headers;
    response.vary('Origin');
    response.set('Cache-Control', 'no-store');
    if (!origins.allows(origin, host)) return refuse(request, response, REFUSALS.badOrigin, log);
    if (origin !== undefined) {
      response.set('Access-Control-Allow-Origin', origin);
      response.set('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (request.method !== 'OPTIONS') return next();
    response.set('Access-Control-Allow-Methods', 'GET, POST');
    response.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-MS-Bot-Agent, X-Requested-With');
    response.set('Access-Control-Max-Age', '600');
    response.status(204).end();
  };
