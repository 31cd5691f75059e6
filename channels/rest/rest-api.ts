import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { admission, callerOf } from './caller.ts';
import { entityTag, ifMatchOf } from './conditions.ts';
import { docsPage } from './docs-page.ts';
import { nothingHere } from './error-handler.ts';
import type { RestHouse } from './house.ts';
import { readJson } from './json-body.ts';
import { openApiDocument } from './openapi.ts';
import { type ApiRefusal, notFound, refusal, refusalOf, sendRefusal } from './refusal.ts';
import { type Answered, API_ROOT, type Given, JSON_BYTES, type Route } from './route.ts';
import { routesOf } from './routes.ts';

/**
 * The REST door: `/api/v1/…` and `/openapi.json`. Calls the domain's commands and the library, never the conversation.
 * Answers 404 to everything else under `/api`, so it stands behind the other doors there.
 */
export const restApi = (house: RestHouse): Router => {
  const { log } = house;
  const routes = routesOf(house);
  const router = Router();
  const admit = admission(log, house.tokens, house.requestsPerMinute);

  for (const one of routes) {
    router[one.method](
      expressPath(one.path),
      ...(one.access === 'anyone' ? admit.anyone : admit.signedIn),
      ...(one.body ? readJson(log, one.bodyBytes ?? JSON_BYTES) : []),
      serve(log, one),
    );
  }
  for (const [path, methods] of methodsByPath(routes)) router.all(path, otherMethod(log, methods));

  const document = JSON.stringify(openApiDocument(routes));
  router.get('/openapi.json', (_request, response) => {
    response.type('json').send(document);
  });
  router.use(docsPage());
  router.use('/api', nothingHere(log));
  return router;
};

const expressPath = (path: string): string => API_ROOT + path.replaceAll(/\{(\w+)\}/g, ':$1');

const methodsByPath = (routes: readonly Route[]): ReadonlyMap<string, string> => {
  const methods = new Map<string, string>();
  for (const [path, group] of Map.groupBy(routes, ({ path }) => expressPath(path))) {
    const names = group.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    methods.set(path, [...names, 'OPTIONS'].join(', '));
  }
  return methods;
};

const otherMethod = (log: Logger, methods: string): RequestHandler => {
  const refused = refusal(405, 'method-not-allowed', `This takes ${methods}.`, { Allow: methods });
  return (request, response) => {
    if (request.method === 'OPTIONS') response.set('Allow', methods).status(204).end();
    else sendRefusal(log, request, response, refused);
  };
};

const serve =
  (log: Logger, one: Route): RequestHandler =>
  async (request, response) => {
    const answer = await answerTo(one, request);
    if (!answer.ok) sendRefusal(log, request, response, 'reason' in answer ? refusalOf(answer) : answer);
    else if (!response.headersSent) give(one, request, response, answer);
  };

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
const BAD_KEY = refusal(400, 'invalid', 'Idempotency-Key: 1 to 255 visible ASCII characters.');

const answerTo = async (one: Route, request: Request): Promise<Answered<unknown>> => {
  const params = one.params?.safeParse(request.params);
  // An id no document can have names nothing.
  if (params && !params.success) return notFound;
  const query = one.query?.safeParse(request.query);
  if (query && !query.success) return invalid(query.error);
  const body = one.body?.safeParse(request.body);
  if (body && !body.success) return invalid(body.error);
  const idempotencyKey = one.repeatable ? request.get('idempotency-key') : undefined;
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) return BAD_KEY;
  return one.handle({
    userId: callerOf(request),
    params: params?.data ?? {},
    query: query?.data ?? {},
    body: body?.data,
    ifMatch: ifMatchOf(request.headers['if-match']),
    idempotencyKey,
    request,
  });
};

/** The most problems named at once, and the most characters said about them. */
const PROBLEMS = 3;
const MOST_SAID = 400;

const invalid = ({ issues }: z.ZodError): ApiRefusal => {
  const said = issues
    .slice(0, PROBLEMS)
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  return refusal(400, 'invalid', said.join('; ').slice(0, MOST_SAID));
};

/** Answers with what the route's schema lists and nothing else, whatever the handler handed over. */
const give = (
  one: Route,
  request: Request,
  response: Response,
  { status, body, etag, location }: Given<unknown>,
): void => {
  response.status(status).setHeader('Cache-Control', 'private, no-cache');
  if (location !== undefined) response.setHeader('Location', API_ROOT + location);
  const shown = one.gives.body.parse(body);
  if (shown === undefined) {
    response.end();
    return;
  }
  const text = JSON.stringify(shown);
  if (etag !== undefined) response.setHeader('ETag', entityTag(etag, text));
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(text);
};
