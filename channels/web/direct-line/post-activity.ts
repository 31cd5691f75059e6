import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import express, { type RequestHandler } from 'express';
import type { MemoryStore } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { AskedFirst } from '../../channel.ts';
import { readBody, readPlain } from '../../read-body.ts';
import type { Tokens, WebClaims } from '../../tokens.ts';
import type { Line } from '../transcript.ts';
import { admission, bearerOf, claimsOf, siteHeaders } from './admit.ts';
import { type Answer, answerError, answering, isRefusal, REFUSALS, type Refusal, refuse, sendJson } from './answer.ts';
import type { Origins } from './origins.ts';
import { clientKey, endedLine, messageLine, type PostedActivity, postedActivity } from './receive-activity.ts';

/** The route of what people say, within Direct Line. */
export const ACTIVITIES = '/conversations/:conversationId/activities';
/** A request for it, as a whole. */
const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/activities$/;
/** Bytes one activity may have; Direct Line's own limit. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-send-activity */
const MAX_BYTES = 256 * 1024;
const JSON_TYPE = 'application/json';

export interface ActivityPostsParts {
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly log: Logger;
  /** What a conversation has sent this minute, counted together with its other requests; and the most it may. */
  readonly counts: Pick<MemoryStore, 'increment' | 'windowMs'>;
  readonly most: number;
  receive(claims: WebClaims, line: Line, key: string | undefined): Promise<Answer | Refusal>;
}

/** Takes what people say: most of it before Express is asked, which would take as long as the turn; `route` takes the rest, once it is admitted. */
export const activityPosts = (
  parts: ActivityPostsParts,
): { readonly route: readonly RequestHandler[]; readonly first: AskedFirst } => {
  const { tokens, origins, log, counts, most, receive } = parts;

  const hear = async (claims: WebClaims, body: unknown): Promise<Answer | Refusal> => {
    const posted = postedActivity.safeParse(body);
    if (!posted.success) {
      return posted.error.issues.some(({ path }) => path[0] === 'attachments')
        ? REFUSALS.linkedFile
        : REFUSALS.badRequest;
    }
    const { data } = posted;
    if (data.type === 'endOfConversation') return receive(claims, endedLine(data, claims), clientKey(data));
    if (data.type !== 'message') return withoutEffect(claims, data);
    return receive(claims, messageLine(data, claims, []), clientKey(data));
  };

  /** Counts a request; whether it was one too many, and what its answer says of how many are left. */
  const counted = async (key: string): Promise<{ readonly flood: boolean; readonly headers: OutgoingHttpHeaders }> => {
    const { totalHits, resetTime } = await counts.increment(key);
    const seconds = Math.max(0, Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1000));
    const flood = totalHits > most;
    const headers = {
      'RateLimit-Policy': `${most};w=${counts.windowMs / 1000}`,
      'RateLimit-Limit': most,
      'RateLimit-Remaining': Math.max(0, most - totalHits),
      'RateLimit-Reset': seconds,
      ...(flood && { 'Retry-After': seconds }),
    };
    return { flood, headers };
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    conversationId: string,
    text: string,
  ): Promise<void> => {
    const claims = await admission(tokens, bearerOf(request), conversationId);
    let headers = siteHeaders(request.headers.origin);
    if ('code' in claims) return refuse(request, response, claims, log, headers);
    const { flood, headers: left } = await counted(conversationId);
    headers = { ...headers, ...left };
    const answer = flood ? REFUSALS.flood : await hear(claims, parsed(text));
    if (isRefusal(answer)) refuse(request, response, answer, log, headers);
    else sendJson(response, answer.status, answer.body, headers);
  };

  return {
    route: [
      jsonOnly(log),
      readBody(MAX_BYTES, express.json({ limit: MAX_BYTES }), parsed),
      answering(log, (request, response) => hear(claimsOf(response), request.body)),
    ],
    first: (request, response) => {
      const { method, url = '', headers } = request;
      if (method !== 'POST' || headers['content-type'] !== JSON_TYPE) return undefined;
      const conversationId = PATH.exec(url)?.[1];
      if (conversationId === undefined || !bearerOf(request)) return undefined;
      if (!origins.allows(headers.origin, headers.host)) return undefined;
      const reads = readPlain(request, MAX_BYTES, (text) => {
        answer(request, response, conversationId, text).catch((error: unknown) => {
          if (response.headersSent) response.destroy();
          else answerError(error, request, response, log, siteHeaders(headers.origin));
        });
      });
      return reads ? ACTIVITIES : undefined;
    },
  };
};

/** Something was said, under this id. */
export const said = (id: string): Answer => ({ status: 200, body: { id } });

/** Typing and other events tell the bot nothing it acts on; clients still want an id. */
const withoutEffect = ({ conversationId }: WebClaims, { channelData, type }: PostedActivity): Answer =>
  said(`${conversationId}|${channelData?.clientActivityID ?? type}`);

/** As Express's own reader says that a body is no JSON. */
class NotJson extends Error {
  readonly status = 400;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NotJson('the body is not JSON', { cause });
  }
};

const jsonOnly =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    if (request.headers['content-type'] === JSON_TYPE || request.is(JSON_TYPE)) next();
    else refuse(request, response, REFUSALS.badType, log);
  };
