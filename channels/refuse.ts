import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** For the program that called, never with anything it sent. */
  readonly message: string;
  readonly cause?: unknown;
}

/** Answers a program with the house's error body and leaves one log line with the same id. */
export const refuse = (response: Response, log: Logger, { status, code, message, cause }: Refusal): void => {
  const id = randomUUID();
  const line = { errorId: id, code, status, path: response.req.path, ...(cause === undefined ? {} : { err: cause }) };
  if (status >= 500) log.error(line, 'request failed');
  else log.warn(line, 'request refused');
  response.status(status).json({ error: { id, code, message, timestamp: new Date().toISOString() } });
};

/** Answers every other method than POST on a door's path. */
export const postOnly =
  (log: Logger): RequestHandler =>
  (_request, response) => {
    response.set('Allow', 'POST');
    refuse(response, log, { status: 405, code: 'method-not-allowed', message: 'This takes POST.' });
  };
