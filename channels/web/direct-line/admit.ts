import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { PathfinderError } from '../../../trips/pathfinder-error.ts';
import type { Tokens, Verified, WebClaims } from '../../tokens.ts';
import { REFUSALS, type Refusal, refuse } from './answer.ts';
import type { Origins } from './origins.ts';

const CLAIMS = 'webClaims';

/** The token of an `Authorization: Bearer` header; undefined without such a header. */
export const bearerOf = (request: IncomingMessage): string | undefined => {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  return /^bearer /i.test(header) ? header.slice(7).trim() : '';
};

/** What a failed verification is answered with. */
export const refusalOf = (verified: Verified<unknown> & { readonly ok: false }): Refusal =>
  verified.reason === 'expired' ? REFUSALS.expired : REFUSALS.badToken;

/** The claims of a token that is for this conversation (for any, where none is named), or why it is refused. */
export const admission = async (
  tokens: Tokens,
  token: string | undefined,
  conversationId: string | undefined,
): Promise<WebClaims | Refusal> => {
  if (!token) return REFUSALS.noToken;
  const verified = await tokens.verifyWeb('web', token);
  if (!verified.ok) return refusalOf(verified);
  const { claims } = verified;
  // Another's conversation is not admitted to exist.
  return conversationId === undefined || conversationId === claims.conversationId ? claims : REFUSALS.noConversation;
};

/** Lets a request through whose token is for the conversation in its path. */
export const admit =
  (tokens: Tokens, log: Logger): RequestHandler =>
  async (request: Request, response: Response, next: NextFunction) => {
    const { conversationId } = request.params;
    const admitted = await admission(tokens, bearerOf(request), conversationId?.toString());
    if ('code' in admitted) return refuse(request, response, admitted, log);
    response.locals[CLAIMS] = admitted;
    next();
  };

/** The claims that {@link admit} found. */
export const claimsOf = (response: Response): WebClaims => {
  const claims: WebClaims | undefined = response.locals[CLAIMS];
  if (!claims) throw new PathfinderError('internal', 'a web chat route runs without its admission');
  return claims;
};

/** What every answer says of who may read it. */
export const siteHeaders = (origin: string | undefined): OutgoingHttpHeaders => ({
  Vary: 'Origin',
  'Cache-Control': 'no-store',
  ...(origin !== undefined && {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After',
  }),
});

/** Refuses pages of other sites, and tells browsers of the listed ones what they may do (CORS). */
export const sameSite =
  (origins: Origins, log: Logger): RequestHandler =>
  (request, response, next) => {
    const { origin, host } = request.headers;
    const allowed = origins.allows(origin, host);
    for (const [name, value] of Object.entries(siteHeaders(allowed ? origin : undefined)))
      response.setHeader(name, value ?? '');
    if (!allowed) return refuse(request, response, REFUSALS.badOrigin, log);
    if (request.method !== 'OPTIONS') return next();
    response.set('Access-Control-Allow-Methods', 'GET, POST');
    response.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-MS-Bot-Agent, X-Requested-With');
    response.set('Access-Control-Max-Age', '600');
    response.status(204).end();
  };
