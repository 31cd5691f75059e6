import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** For the program that called, never with anything it sent. */
  readonly message: string;
  readonly cause?: unknown;
}

/** Answers a program with the house's error body and leaves one log line with the same id. */
export const refuse = (response: ServerResponse, log: Logger, { status, code, message, cause }: Refusal): void => {
  const id = randomUUID();
  const line = {
    errorId: id,
    code,
    status,
    path: response.req.url?.split('?', 1)[0],
    ...(cause === undefined ? {} : { err: cause }),
  };
  if (status >= 500) log.error(line, 'request failed');
  // Emulators and uptime checks look in with GET: no reason to warn anybody.
  else if (status === 405) log.info(line, 'request refused');
  else log.warn(line, 'request refused');
  const body = JSON.stringify({ error: { id, code, message, timestamp: new Date().toISOString() } });
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
};

/** Answers every other method than POST on a door's path. */
export const postOnly =
  (log: Logger): RequestHandler =>
  (_request, response) => {
    response.set('Allow', 'POST');
    refuse(response, log, { status: 405, code: 'method-not-allowed', message: 'This takes POST.' });
  };
