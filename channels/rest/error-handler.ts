import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { type ErrorCode, PathfinderError } from '../../trips/pathfinder-error.ts';
import { type ApiRefusal, notFound, refusal, sendRefusal } from './refusal.ts';

/** Seconds after which a caller may try again when something this server depends on is away. */
const RETRY_SECONDS = '5';

const FAULTS: Readonly<Partial<Record<ErrorCode, ApiRefusal>>> = {
  conflict: refusal(409, 'conflict', 'Too many changes to the same thing at once. Please try again.'),
  'store-unavailable': refusal(503, 'store-unavailable', 'I cannot reach my records just now. Nothing was changed.', {
    'Retry-After': RETRY_SECONDS,
  }),
  'embedding-failed': refusal(503, 'embedding-failed', 'I cannot read documents just now. Please try again.', {
    'Retry-After': RETRY_SECONDS,
  }),
  'far-end-unavailable': refusal(503, 'far-end-unavailable', 'Something I depend on does not answer just now.', {
    'Retry-After': RETRY_SECONDS,
  }),
  'far-end-refused': refusal(502, 'far-end-refused', 'Something I depend on refused to help.'),
};

const INTERNAL = refusal(500, 'internal', 'Something went wrong on my side. It is logged under this id.');

/** What the HTTP libraries refuse, by the `type` they put on their errors (body-parser's documented list). */
const REFUSED: Readonly<Record<string, ApiRefusal>> = {
  'entity.too.large': refusal(413, 'too-large', 'The body is larger than this route takes.'),
  'encoding.unsupported': refusal(415, 'unsupported-media-type', 'Send the body without that content encoding.'),
  'charset.unsupported': refusal(415, 'unsupported-media-type', 'Send the body as UTF-8.'),
};

const statusOf = (error: unknown): number => {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
};

const typeOf = (error: unknown): string =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : '';

/** Any thrown thing as HTTP says it. */
const problemOf = (error: unknown): ApiRefusal => {
  if (error instanceof PathfinderError) return FAULTS[error.code] ?? INTERNAL;
  const status = statusOf(error);
  const known = REFUSED[typeOf(error)];
  if (known) return known;
  return status >= 400 && status < 500 ? refusal(status, 'bad-request', 'The request cannot be read.') : INTERNAL;
};

/**
 * The last handler of the server: every error becomes `{ error: { id, code, message, timestamp } }` and one log line with
 * the same id. Nothing of a fault is shown but its code.
 */
export const errorHandler =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error);
    // A client's mistake is logged without the error: body-parser puts what was sent on it.
    sendRefusal(log, request, response, problem, problem.status >= 500 ? error : undefined);
  };

/** Answers 404 in JSON. */
export const nothingHere =
  (log: Logger): RequestHandler =>
  (request, response) => {
    sendRefusal(log, request, response, notFound);
  };
