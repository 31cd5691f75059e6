import type { Request, Response } from 'express';
import type { z } from 'zod';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { callerOf } from './caller.ts';
import { entityTag, ifMatchOf } from './conditions.ts';
import type { RestHouse } from './house.ts';
import { answeredOnce, keyOf, type Sent } from './once.ts';
import { type ApiRefusal, notFound, refusal } from './refusal.ts';
import type { Answered, Given, Route, Streamed } from './route.ts';
import { readUpload, type Upload } from './upload.ts';

/**
 * What a request is answered: validated, handed to the route's handler, and cut to what the route's schema lists. A POST
 * with an `Idempotency-Key` is answered once (once.ts).
 */
export const answerTo = async (
  house: RestHouse,
  root: string,
  one: Route,
  request: Request,
): Promise<Sent | Streamed | Exclude<Answered<never>, { ok: true }>> => {
  const params = one.params?.safeParse(request.params);
  // An id no document can have names nothing.
  if (params && !params.success) return notFound;
  const query = one.query?.safeParse(request.query);
  if (query && !query.success) return invalid(query.error);
  const body = one.body?.safeParse(request.body);
  if (body && !body.success) return invalid(body.error);
  const key = one.method === 'post' && one.access !== 'anyone' ? keyOf(request.get('idempotency-key')) : undefined;
  if (typeof key === 'object') return key;
  const userId = callerOf(request);
  let reading: Promise<Upload | ApiRefusal> | undefined;
  const upload = (): Promise<Upload | ApiRefusal> => {
    reading ??= readUpload(request, house.maxUploadBytes);
    return reading;
  };

  const handled = () =>
    one.handle({
      userId,
      params: params?.data ?? {},
      query: query?.data ?? {},
      body: body?.data,
      ifMatch: ifMatchOf(request.headers['if-match']),
      idempotencyKey: one.repeatable ? key : undefined,
      request,
      upload,
    });
  if (key === undefined) {
    const answered = await handled();
    return answered.ok && !('pieces' in answered) ? sentAs(root, one, answered) : answered;
  }
  const answer = async () => {
    const answered = await handled();
    if (!answered.ok) return answered;
    if ('pieces' in answered) throw new PathfinderError('internal', `${one.operationId} is too large to be kept`);
    return sentAs(root, one, answered);
  };
  const file = one.multipart ? await upload() : undefined;
  if (file?.ok === false) return file;
  const asked = { target: `POST ${request.originalUrl}`, body: file ?? request.body };
  return answeredOnce(house, userId, key, asked, answer);
};

/** What the route's schema lists and nothing else, whatever the handler handed over. */
const sentAs = (root: string, one: Route, { status, body, etag, location }: Given<unknown>): Sent => {
  const shown = one.gives.body.parse(body);
  const text = shown === undefined ? undefined : JSON.stringify(shown);
  return {
    ok: true,
    status,
    text,
    headers: {
      ...(location !== undefined && { Location: root + location }),
      ...(etag !== undefined && text !== undefined && { ETag: entityTag(etag, text) }),
    },
  };
};

/** Answers; 304 to a reader who has it already. */
export const give = (request: Request, response: Response, { status, headers, text }: Sent): void => {
  response.status(status).setHeader('Cache-Control', 'private, no-cache');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (text === undefined) {
    response.end();
    return;
  }
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(text);
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
