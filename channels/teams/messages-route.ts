import type { InvokeResponse } from 'botbuilder';
import express, { type ErrorRequestHandler, type RequestHandler, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { postOnly, type Refusal, refuse } from '../refuse.ts';
import { answersInResponse, type InboundActivity, readActivity, tenantOf } from './activity.ts';
import { MALFORMED_ACTION } from './answer-action.ts';
import { type Invokes, invokeFor } from './invoke.ts';
import { type ReadTurnSettings, readTurn } from './read-turn.ts';
import { runTurn, type TurnParts } from './run-turn.ts';
import { senderOf } from './sender.ts';
import type { callerCheck } from './verify-caller.ts';

export interface MessagesParts extends TurnParts {
  /** Absent in development, where nobody is verified. */
  readonly verify?: ReturnType<typeof callerCheck> | undefined;
  /** Tenants that may use the bot; empty allows all. */
  readonly tenants: readonly string[];
  readonly reading: ReadTurnSettings;
  /** Answered without a turn. */
  readonly invokes: Invokes;
  readonly log: Logger;
}

const MESSAGES_PATH = '/api/messages';

/** The Bot Framework's own limit of an activity. https://learn.microsoft.com/azure/bot-service/bot-service-resources-faq-general */
const MAX_ACTIVITY = 256 * 1024;

const NOT_JSON: Refusal = { status: 415, code: 'unsupported-media-type', message: 'Send application/json.' };
const TOO_LARGE: Refusal = { status: 413, code: 'too-large', message: `An activity may have ${MAX_ACTIVITY} bytes.` };
const MALFORMED: Refusal = { status: 400, code: 'malformed', message: 'This is not a Bot Framework activity.' };
const NO_TOKEN: Refusal = { status: 401, code: 'unauthorized', message: 'A Bot Framework token is needed.' };
const OTHER_TENANT: Refusal = { status: 403, code: 'tenant-not-allowed', message: 'This tenant may not use the bot.' };
const NOT_LOOPBACK: Refusal = {
  status: 403,
  code: 'service-url-not-allowed',
  message:
    'Without MICROSOFT_APP_ID no caller is verified, so the bot answers to loopback service URLs only, or in the response (deliveryMode expectReplies).',
};

/**
 * `POST /api/messages`. 405, 415, 413, 400 for a body that is no activity; 401 for a caller that is not proved; 403 for another
 * tenant; 503 when keys or store cannot be reached and nothing was done. Otherwise 200, or what an invoke is answered with.
 */
export const messagesRoute = (parts: MessagesParts): Router => {
  const router = express.Router({ caseSensitive: true });
  router.post(MESSAGES_PATH, early(parts), express.json({ limit: MAX_ACTIVITY }), receive(parts), failure(parts.log));
  router.all(MESSAGES_PATH, postOnly(parts.log));
  return router;
};

/** What can be refused before the body is read. */
const early =
  ({ verify, log }: MessagesParts): RequestHandler =>
  (request, response, next) => {
    if (verify && !request.headers.authorization) refuse(response, log, NO_TOKEN);
    else if (!request.is('application/json')) refuse(response, log, NOT_JSON);
    else next();
  };

const receive =
  (parts: MessagesParts): RequestHandler =>
  async (request, response) => {
    const { log } = parts;
    const activity = readActivity(request.body);
    if (!activity) return refuse(response, log, MALFORMED);
    const refusal = await whyNot(parts, request.headers.authorization, activity);
    if (refusal) return refuse(response, log, refusal);

    try {
      await handle(parts, activity, response);
    } catch (cause) {
      const lost = cause instanceof PathfinderError && cause.code === 'store-unavailable';
      refuse(
        response,
        log,
        lost
          ? { status: 503, code: cause.code, message: 'Nothing could be saved. Send it again later.', cause }
          : { status: 500, code: 'internal', message: 'Something went wrong.', cause },
      );
    }
  };

/** What comes of an activity whose sender is proved. */
const handle = async (parts: MessagesParts, activity: InboundActivity, response: Response): Promise<void> => {
  const { log, reading } = parts;
  const invoke = invokeFor(parts.invokes, activity);
  const sender = invoke && senderOf(activity, reading.verified);
  if (invoke && sender) return answer(response, await invoke(activity, sender));

  const turn = readTurn(activity, reading);
  if (turn.kind === 'ignored') return answer(response, undefined);
  if (turn.kind === 'malformed') {
    if (activity.type !== 'invoke') return refuse(response, log, MALFORMED);
    log.warn({ door: 'teams', code: 'malformed-action' }, 'activity refused');
    return answer(response, MALFORMED_ACTION);
  }
  const mayAnswer = answersInResponse(activity) || reading.files.mayCall(activity.serviceUrl);
  if (turn.kind === 'turn' && !mayAnswer) return refuse(response, log, NOT_LOOPBACK);
  answer(response, await runTurn(parts, activity, turn.kind === 'turn' ? turn.incoming : undefined));
};

const whyNot = async (
  { verify, tenants }: MessagesParts,
  authorization: string | undefined,
  activity: InboundActivity,
): Promise<Refusal | undefined> => {
  const verdict = await verify?.(authorization, activity);
  if (verdict && !verdict.ok) {
    return verdict.reason === 'unauthorized'
      ? { ...NO_TOKEN, message: `The caller is not proved: ${verdict.why}.` }
      : {
          status: 503,
          code: 'far-end-unavailable',
          message: `Cannot verify callers: ${verdict.why}.`,
          cause: verdict.cause,
        };
  }
  const tenant = tenantOf(activity);
  return tenants.length > 0 && (tenant === undefined || !tenants.includes(tenant)) ? OTHER_TENANT : undefined;
};

const answer = (response: Response, result: InvokeResponse | undefined): void => {
  response.status(result?.status ?? 200);
  if (result?.body === undefined) response.end();
  else response.json(result.body);
};

/** What the body parser says, in this house's words. */
const failure =
  (log: Logger): ErrorRequestHandler =>
  (error: { readonly type?: unknown; readonly status?: unknown }, _request, response, _next) => {
    if (error.type === 'entity.too.large') refuse(response, log, TOO_LARGE);
    else if (error.status === 415) refuse(response, log, NOT_JSON);
    else if (typeof error.status === 'number' && error.status < 500) refuse(response, log, MALFORMED);
    else refuse(response, log, { status: 500, code: 'internal', message: 'Something went wrong.', cause: error });
  };
