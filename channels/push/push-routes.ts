import express, { type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Clock, instant } from '../../trips/clock.ts';
import type { Records } from '../../trips/records.ts';
import type { Tokens } from '../tokens.ts';
import { transcriptTtl } from '../web/conversation-documents.ts';
import { admit, claimsOf, sameSite } from '../web/direct-line/admit.ts';
import { answerErrors, answering, REFUSALS } from '../web/direct-line/answer.ts';
import type { Origins } from '../web/direct-line/origins.ts';
import type { PushService } from './push-service.ts';
import { pushAddress, subscribe, unsubscribe } from './push-subscription.ts';

/** Where the page says that it wants to be notified, or no longer. */
export const PUSH_PATH = '/push/subscription';
const MAX_BYTES = 4_096;

export interface PushRoutesParts {
  readonly push: PushService;
  readonly records: Records;
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * `PUT` with what the browser's push service gave it, `DELETE` with its endpoint; both with the token of the web
 * conversation it is about, and 204 however often.
 */
export const pushRoutes = ({ push, records, tokens, origins, clock, log }: PushRoutesParts): Router => {
  const router = express.Router();
  const before: readonly RequestHandler[] = [
    sameSite(origins, log),
    admit(tokens, log),
    express.json({ limit: MAX_BYTES }),
  ];
  router.put(
    PUSH_PATH,
    ...before,
    answering(log, async (request, response) => {
      const asked = pushAddress.safeParse(request.body);
      if (!asked.success || !push.allows(asked.data.endpoint)) return REFUSALS.badRequest;
      const { conversationId } = claimsOf(response);
      await subscribe(records, conversationId, asked.data, instant(clock), transcriptTtl(clock.now()));
      return { status: 204 };
    }),
  );
  router.delete(
    PUSH_PATH,
    ...before,
    answering(log, async (request, response) => {
      const asked = z.object({ endpoint: z.string().max(1_000) }).safeParse(request.body);
      if (!asked.success) return REFUSALS.badRequest;
      await unsubscribe(records, claimsOf(response).conversationId, asked.data.endpoint);
      return { status: 204 };
    }),
  );
  router.use(PUSH_PATH, answerErrors(log));
  return router;
};
