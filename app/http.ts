import type { RequestListener } from 'node:http';
import express, { Router } from 'express';
import { unsubscribeRouter } from '../channels/email/unsubscribe.ts';
import { errorHandler, nothingHere } from '../channels/rest/error-handler.ts';
import { restApi } from '../channels/rest/rest-api.ts';
import { memoriesRouter } from '../channels/share/memories-router.ts';
import { goneForReaders } from '../channels/share/page.ts';
import { privacyRouter } from '../channels/share/privacy-router.ts';
import { shareRouter } from '../channels/share/share-router.ts';
import { sourceRouter } from '../channels/share/source-router.ts';
import type { Composed } from './compose.ts';
import { healthRouter } from './health.ts';

/** All doors on one HTTP server. Doors with most traffic come first: Express asks its routers in order. */
export const httpServer = (parts: Composed): RequestListener => {
  const { config, log, clock, records, library, personal, tokens, store, metrics, channels, page } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(metrics.timing);
  const doors = Router().use(channels.web.router, channels.teams.router, channels.sms.router);
  // None of them stands where the REST API does: what is for it need not be compared with their routes.
  app.use((request, response, next) => (request.url.startsWith('/api/v') ? next() : doors(request, response, next)));
  app.use(
    restApi({
      records,
      library,
      personal,
      editPlan: parts.house.editPlan,
      album: parts.house.album,
      publicUrl: parts.house.publicUrl,
      clock,
      tokens,
      log,
      aiLimits: parts.aiLimits,
      azureSpend: parts.azureSpend,
      devSignIn: config.AUTH === 'dev',
      maxUploadBytes: config.MAX_UPLOAD_BYTES,
      requestsPerMinute: config.MESSAGES_PER_MINUTE,
    }),
  );
  if (parts.push) app.use(parts.push.router);
  app.use(healthRouter({ parts: { store: () => store.ping() }, metrics, log }));
  app.use(privacyRouter({ records, clock, sources: personal }));
  app.use(sourceRouter({ records, library, tokens }));
  app.use(memoriesRouter({ records, clock, album: parts.house.album }));
  app.use(shareRouter({ records, clock, publicUrl: parts.house.publicUrl }));
  app.use(unsubscribeRouter({ records, tokens, clock }));
  app.use(page.router);
  app.use(goneForReaders, nothingHere(log));
  app.use(errorHandler(log));
  return (request, response) => {
    const route = channels.sms.first?.(request, response) ?? channels.web.first?.(request, response);
    if (route === undefined) app(request, response);
    else metrics.timed(response, route);
  };
};
