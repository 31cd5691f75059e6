import { hash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import express, { type Request, type RequestHandler, type Router } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { GUEST_TOKEN } from '../../../trips/guests/join-as-guest.ts';
import { newId, newToken } from '../../../trips/ids.ts';
import { language } from '../../../trips/language.ts';
import type { AskedFirst } from '../../channel.ts';
import type { Tokens, WebClaims } from '../../tokens.ts';
import { activityId } from '../addressed.ts';
import type { AnswerLines, UploadStore } from '../answer-lines.ts';
import type { ReceivedFile } from '../conversation-documents.ts';
import type { Line, Transcript } from '../transcript.ts';
import { admit, bearerOf, claimsOf, sameSite } from './admit.ts';
import { type Answer, answerErrors, answering, REFUSALS, type Refusal, refuse } from './answer.ts';
import type { Origins } from './origins.ts';
import { ACTIVITIES, activityPosts, said } from './post-activity.ts';
import { clientKey, joinedLine, messageLine } from './receive-activity.ts';
import { receiveUpload, type UploadedFile } from './receive-upload.ts';

/** Where Direct Line lives. */
export const DIRECT_LINE_PATH = '/v3/directline';
const MINUTE_MS = 60_000;

export interface DirectLineOptions {
  readonly tokens: Tokens;
  readonly transcript: Transcript;
  readonly answers: AnswerLines;
  readonly uploads: UploadStore;
  readonly origins: Origins;
  readonly log: Logger;
  /** People without an account may talk; false asks every token request for an API token. */
  readonly guests: boolean;
  /** Whether a guest link lets people in now: whoever has one needs no account. */
  guestLinkOpens(token: string): Promise<boolean>;
  readonly maxUploadBytes: number;
  readonly messagesPerMinute: number;
}

/** The Direct Line 3.0 routes, mounted at {@link DIRECT_LINE_PATH}, and what is answered before them. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference */
export const directLineRoutes = (
  options: DirectLineOptions,
): { readonly router: Router; readonly first: AskedFirst } => {
  const { tokens, transcript, answers, uploads, origins, log } = options;
  const router = express.Router();
  const admitted = admit(tokens, log);
  const limited = (
    keyOf: (request: Request, claims: WebClaims | undefined) => string,
    store = new MemoryStore(),
  ): RequestHandler =>
    rateLimit({
      store,
      windowMs: MINUTE_MS,
      limit: options.messagesPerMinute,
      standardHeaders: 'draft-6',
      legacyHeaders: false,
      keyGenerator: (request, response) => keyOf(request, response.locals.webClaims),
      handler: (request, response) => refuse(request, response, REFUSALS.flood, log),
    });
  const perCaller = limited((request) => ipKeyGenerator(request.ip ?? ''));
  const counts = new MemoryStore();
  const perConversation = limited((_, claims) => claims?.conversationId ?? '', counts);

  /** The conversation as Direct Line describes it, with a fresh token; `streamFrom` adds a URL to open within a minute. */
  const describe = async (claims: WebClaims, request: Request, streamFrom?: string): Promise<object> => {
    const web = await tokens.signWeb('web', claims);
    const described = { conversationId: claims.conversationId, token: web.token, expires_in: web.expiresInSeconds };
    // A guest has no account to sign in to, so the conversation itself must let them come back.
    const back = claims.userId ? {} : { returnToken: (await tokens.signWeb('return', claims)).token };
    if (streamFrom === undefined) return { ...described, ...back };
    const { token } = await tokens.signWeb('stream', claims);
    const base = `${origins.streamBase(request.headers.host)}${DIRECT_LINE_PATH}`;
    const query = new URLSearchParams({ watermark: streamFrom, t: token });
    return { ...described, ...back, streamUrl: `${base}/conversations/${claims.conversationId}/stream?${query}` };
  };

  const open = async (claims: WebClaims, request?: Request): Promise<boolean> => {
    const line = await transcript.open(
      claims.conversationId,
      claims.user,
      joinedLine(claims, request?.acceptsLanguages(...language.options) || undefined),
    );
    if (line) answers.take(line);
    return line !== undefined;
  };

  const whoAsks = async (request: Request): Promise<WebClaims | undefined> => {
    const token = bearerOf(request);
    const conversationId = newId('conversation');
    const guest = { conversationId, user: `dl_${newToken()}` };
    if (token === undefined) return options.guests ? guest : undefined;
    if (GUEST_TOKEN.test(token)) return (await options.guestLinkOpens(token)) ? guest : undefined;
    const person = await tokens.verifyApi(token);
    if (person.ok) return { conversationId, user: `dl_${person.claims.userId}`, userId: person.claims.userId };
    const back = await tokens.verifyWeb('return', token);
    return back.ok ? back.claims : undefined;
  };

  const receive = async (claims: WebClaims, line: Line, key: string | undefined): Promise<Answer | Refusal> => {
    let heard = await answers.hear(claims.conversationId, line, key);
    if (heard.status === 'no-conversation') {
      await open(claims);
      heard = await answers.hear(claims.conversationId, line, key);
    }
    if (heard.status === 'repeated') {
      // The files of a repeat were kept again before it was known as one.
      await Promise.all((line.received?.files ?? []).map(({ blob }) => uploads.remove(blob)));
      return said(activityId(claims.conversationId, heard.sequence));
    }
    const saved = heard.status === 'appended' ? heard.lines[0] : undefined;
    return saved ? said(saved.activity.id ?? '') : REFUSALS.noConversation;
  };

  const keep = async (claims: WebClaims, files: readonly UploadedFile[]): Promise<readonly ReceivedFile[]> =>
    Promise.all(
      files.map(async ({ name, mediaType, bytes }) => {
        const blob = `web-uploads/${claims.conversationId}/${newId('document')}`;
        await uploads.put(blob, bytes);
        return { name, mediaType, blob };
      }),
    );

  const posts = activityPosts({ tokens, origins, log, receive, counts, most: options.messagesPerMinute });

  router.use(sameSite(origins, log));

  // First, for it is asked most: Express tries routes in their order.
  router.post(ACTIVITIES, admitted, perConversation, ...posts.route);

  router.post(
    '/tokens/generate',
    perCaller,
    answering(log, async (request) => {
      const claims = await whoAsks(request);
      if (claims) return { status: 200, body: await describe(claims, request) };
      return bearerOf(request) === undefined ? REFUSALS.noToken : REFUSALS.badToken;
    }),
  );

  router.post(
    '/tokens/refresh',
    admitted,
    answering(log, async (request, response) => ({ status: 200, body: await describe(claimsOf(response), request) })),
  );

  router.post(
    '/conversations',
    admitted,
    perConversation,
    answering(log, async (request, response) => {
      const claims = claimsOf(response);
      const isNew = await open(claims, request);
      return { status: isNew ? 201 : 200, body: await describe(claims, request, '') };
    }),
  );

  router.get(
    '/conversations/:conversationId',
    admitted,
    answering(log, async (request, response) => {
      const claims = claimsOf(response);
      const watermark = watermarkOf(request);
      if (watermark === undefined) return REFUSALS.badRequest;
      await open(claims, request);
      // Who names no place to go on from gets what comes from now on.
      const from = request.query.watermark === undefined ? await transcript.newest(claims.conversationId) : watermark;
      return { status: 200, body: await describe(claims, request, String(from)) };
    }),
  );

  router.get(
    '/conversations/:conversationId/activities',
    admitted,
    answering(log, async (request, response) => {
      const watermark = watermarkOf(request);
      if (watermark === undefined) return REFUSALS.badRequest;
      const batch = await transcript.after(claimsOf(response).conversationId, watermark);
      if (!batch) return REFUSALS.noConversation;
      return { status: 200, body: { activities: batch.activities, watermark: String(batch.watermark) } };
    }),
  );

  router.post(
    '/conversations/:conversationId/upload',
    admitted,
    perConversation,
    answering(log, async (request, response) => {
      const upload = await receiveUpload(request, options.maxUploadBytes);
      if (!upload.ok) {
        await letGo(request, 2 * options.maxUploadBytes);
        response.set('Connection', 'close');
        return upload.refusal;
      }
      const claims = claimsOf(response);
      const files = await keep(claims, upload.files);
      return receive(claims, messageLine(upload.posted, claims, files), clientKey(upload.posted));
    }),
  );

  router.get(
    '/session/getsessionid',
    admitted,
    answering(log, async (_, response) => ({ status: 200, body: { sessionId: sessionIdOf(claimsOf(response)) } })),
  );

  router.use((request, response) => refuse(request, response, REFUSALS.noRoute, log));
  router.use(answerErrors(log));
  return { router, first: posts.first };
};

/** One for each user and conversation; it opens nothing. */
const sessionIdOf = ({ conversationId, user }: WebClaims): string =>
  hash('sha256', `session ${conversationId} ${user}`, 'base64url');

/** Absent, empty and `-` mean from the beginning; undefined is not a watermark. */
const watermarkOf = (request: Request): number | undefined => {
  const { watermark } = request.query;
  if (watermark === undefined || watermark === '' || watermark === '-') return 0;
  return typeof watermark === 'string' && /^\d{1,12}$/.test(watermark) ? Number(watermark) : undefined;
};

/** Milliseconds a client gets to read that its upload was refused before the rest of it is cut off. */
const LET_GO_MS = 1_000;

/**
 * Reads on and keeps nothing, so that whoever still sends gets to read the refusal. A body of a known, bearable length is
 * read to its end first: a connection that is closed while it comes may take the answer with it.
 */
const letGo = async (request: Request, bearable: number): Promise<void> => {
  request.resume();
  if (Number(request.headers['content-length'] ?? Number.NaN) <= bearable) {
    await finished(request).catch(() => undefined);
    return;
  }
  setTimeout(() => {
    if (!request.complete) request.destroy();
  }, LET_GO_MS).unref();
};
