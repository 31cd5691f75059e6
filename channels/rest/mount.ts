import { type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { answerTo, give } from './answer.ts';
import type { Admission } from './caller.ts';
import type { RestHouse } from './house.ts';
import { readJson } from './json-body.ts';
import { refusal, refusalOf, sendRefusal } from './refusal.ts';
import { JSON_BYTES, type Route } from './route.ts';
import { sendPieces } from './send-pieces.ts';

/**
 * Serves routes below `root`. They stand in small routers by first word and depth, so that a request is compared with
 * the few it could be and not with all there are; what none of them serves goes on.
 */
export const mountRoutes = (
  house: RestHouse,
  admit: Admission,
  root: string,
  routes: readonly Route[],
): RequestHandler => {
  const { log } = house;
  const rooms = new Map<string, Router>();
  for (const [key, group] of Map.groupBy(routes, ({ path }) => roomOf(root + path))) {
    const room = Router();
    for (const one of group) {
      room[one.method](
        expressPath(root, one),
        ...(one.access === 'anyone' ? admit.anyone : admit.signedIn),
        ...(one.body ? readJson(log, one.bodyBytes ?? JSON_BYTES) : []),
        serve(house, root, one),
      );
    }
    for (const [path, methods] of methodsByPath(root, group)) room.all(path, otherMethod(log, methods));
    rooms.set(key, room);
  }
  return (request, response, next) => {
    const room = rooms.get(roomOf(request.path));
    if (room) room(request, response, next);
    else next();
  };
};

/** First word after the version, and how many words there are: equal for a template and every path it fits. */
const roomOf = (path: string): string => {
  const words = path.split('/').filter(Boolean);
  return `${words.slice(0, 3).join('/').toLowerCase()} ${words.length}`;
};

const expressPath = (root: string, { path }: Route): string => root + path.replaceAll(/\{(\w+)\}/g, ':$1');

const methodsByPath = (root: string, routes: readonly Route[]): ReadonlyMap<string, string> => {
  const methods = new Map<string, string>();
  for (const [path, group] of Map.groupBy(routes, (one) => expressPath(root, one))) {
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
  (house: RestHouse, root: string, one: Route): RequestHandler =>
  async (request, response) => {
    const answer = await answerTo(house, root, one, request);
    if (response.headersSent) return;
    if (!answer.ok) sendRefusal(house.log, request, response, 'reason' in answer ? refusalOf(answer) : answer);
    else if ('pieces' in answer) await sendPieces(response.status(answer.status), answer);
    else give(request, response, answer);
  };
