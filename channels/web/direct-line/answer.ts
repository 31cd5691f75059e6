import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** What Direct Line answers. A refusal changed nothing and says in `code` and `message` what to do. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429;
  readonly code: string;
  readonly message: string;
}

/** Refusals in the words of the Direct Line protocol; 403 makes clients get a new token and reconnect, 404 makes them stop. */
export const REFUSALS = {
  noToken: { status: 401, code: 'MissingToken', message: 'Send a token: Authorization: Bearer <token>.' },
  badToken: { status: 401, code: 'InvalidToken', message: 'That token is not one of ours. Get a new one.' },
  expired: { status: 403, code: 'TokenExpired', message: 'That token has expired: reconnect with a new one.' },
  badOrigin: { status: 403, code: 'BadOrigin', message: 'Pages from this origin may not use this web chat.' },
  noConversation: { status: 404, code: 'ConversationNotFound', message: 'There is no such conversation.' },
  noRoute: { status: 404, code: 'NotFound', message: 'Direct Line has nothing here.' },
  badRequest: { status: 400, code: 'BadArgument', message: 'That request is malformed.' },
  tooLarge: { status: 413, code: 'MessageSizeTooBig', message: 'That is larger than I can take.' },
  linkedFile: {
    status: 400,
    code: 'BadArgument',
    message: 'I do not follow links to files: send the file itself, to /upload.',
  },
  badType: { status: 415, code: 'UnsupportedMediaType', message: 'Send this as application/json.' },
  badUpload: {
    status: 415,
    code: 'UnsupportedMediaType',
    message: 'Send files as multipart/form-data, or one with its name in Content-Disposition.',
  },
  flood: { status: 429, code: 'TooManyRequests', message: 'That is too many messages at once. Wait a little.' },
} as const satisfies Record<string, Refusal>;

const errorBody = (id: string, code: string, message: string): object => ({
  error: { id, code, message, timestamp: new Date().toISOString() },
});

/** The body of a refusal, with an error id; leaves one log line that carries the same id. */
export const refusalBody = ({ status, code, message }: Refusal, asked: object, log: Logger): object => {
  const errorId = randomUUID();
  log.warn({ errorId, code, status, ...asked }, 'web chat request refused');
  return errorBody(errorId, code, message);
};

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

/** Sends a refusal with an error id that its one log line carries, too. */
export const refuse = (
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  log: Logger,
  headers?: OutgoingHttpHeaders,
): void => {
  const { status } = refusal;
  sendJson(response, status, refusalBody(refusal, { method: request.method, path: pathOf(request) }, log), headers);
};

export const isRefusal = (value: Answer | Refusal): value is Refusal => 'code' in value;

/** Not response.json: it takes three times as long over headers that are always the same. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers?: OutgoingHttpHeaders,
): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
};

/** A route that answers with what its function returns. */
export const answering =
  (log: Logger, handle: (request: Request, response: Response) => Promise<Answer | Refusal>): RequestHandler =>
  async (request, response) => {
    const answer = await handle(request, response);
    if (response.headersSent) return;
    if (isRefusal(answer)) refuse(request, response, answer, log);
    else if (answer.body === undefined) response.status(answer.status).end();
    else sendJson(response, answer.status, answer.body);
  };

/** Answers what was thrown: body-parser's errors as refusals, everything else with a 500, an error id and no detail. */
export const answerError = (
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  log: Logger,
  headers?: OutgoingHttpHeaders,
): void => {
  const refusal = refusalIn((error as { status?: unknown }).status);
  if (refusal) {
    refuse(request, response, refusal, log, headers);
    return;
  }
  const errorId = randomUUID();
  log.error({ errorId, err: error, path: pathOf(request) }, 'web chat request failed');
  const unavailable = (error as { code?: unknown }).code === 'store-unavailable';
  const code = unavailable ? 'ServiceUnavailable' : 'InternalServerError';
  const message = 'I could not do that just now. Please try again in a minute.';
  sendJson(response, unavailable ? 503 : 500, errorBody(errorId, code, message), headers);
};

/** What body-parser's errors are answered with. */
const refusalIn = (status: unknown): Refusal | undefined => {
  if (status === 413) return REFUSALS.tooLarge;
  if (status === 415) return REFUSALS.badType;
  return typeof status === 'number' && status >= 400 && status < 500 ? REFUSALS.badRequest : undefined;
};

/** {@link answerError}, as the last of Express's handlers. */
export const answerErrors =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) next(error);
    else answerError(error, request, response, log);
  };
