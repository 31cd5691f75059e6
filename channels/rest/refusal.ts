import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Reason, Rejection } from '../../trips/rejection.ts';

/** Why a request did not happen, as HTTP says it. `code` is for programs and stays the same; `message` is for people. */
export interface ApiRefusal {
  readonly ok: false;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const refusal = (
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): ApiRefusal => ({ ok: false, status, code, message, ...(headers && { headers }) });

/** The body of every refusal and fault. */
export const errorBody = z.object({
  error: z.object({
    id: z.string().meta({ description: 'The same id stands in the log line about it.' }),
    code: z.string(),
    message: z.string(),
    timestamp: z.iso.datetime(),
  }),
});

/** What is not there, and what the caller may not know to be there. */
export const notFound = refusal(404, 'not-found', 'There is nothing here by that name, or it is not yours to see.');

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const ANSWERS: Readonly<Record<Reason, { status: number; say: (detail: string | undefined) => string }>> = {
  'not-found': { status: 404, say: () => notFound.message },
  'not-a-member': { status: 404, say: () => notFound.message },
  'not-allowed': { status: 403, say: (detail) => sentence(detail ?? 'that is not yours to do') },
  'poll-closed': { status: 409, say: (detail) => `Voting on "${detail ?? 'this poll'}" is closed.` },
  'unknown-option': { status: 400, say: (detail) => `The poll has no such option; it has options ${detail ?? ''}.` },
  'too-few-options': { status: 400, say: (detail) => sentence(detail ?? 'a poll needs at least two options') },
  'too-many-options': { status: 400, say: (detail) => sentence(detail ?? 'that is too many options') },
  'too-many-families': { status: 409, say: (detail) => `The trip is full: ${detail ?? 'no more families fit'}.` },
  'too-many-members': { status: 409, say: (detail) => `The family is full: ${detail ?? 'no more people fit'}.` },
  'already-joined': { status: 409, say: (detail) => `${detail ?? 'They'} joined already.` },
  'invitation-expired': {
    status: 410,
    say: (detail) => `That code has run out. Ask ${detail ?? 'whoever invited you'} for a new one.`,
  },
  'invitation-cancelled': {
    status: 410,
    say: (detail) => `That invitation was withdrawn. Ask ${detail ?? 'whoever invited you'}.`,
  },
  'invitation-used': {
    status: 409,
    say: (detail) => `That code was used already. Ask ${detail ?? 'whoever invited you'} for one of your own.`,
  },
  'invitation-for-another': { status: 403, say: () => 'That code is for another family.' },
  'dates-missing': { status: 409, say: () => 'Set the first and last day of the trip first.' },
  'dates-invalid': { status: 400, say: (detail) => sentence(detail ?? 'those dates cannot stand') },
  'too-many': { status: 409, say: (detail) => sentence(detail ?? 'there is no room for more') },
  duplicate: { status: 409, say: (detail) => sentence(detail ?? 'that is there already') },
  'wrong-status': { status: 409, say: (detail) => sentence(detail ?? 'that cannot be done now') },
  'needs-consent': { status: 403, say: (detail) => sentence(detail ?? 'a parent must agree first') },
  restricted: {
    status: 403,
    say: () => 'This account is restricted: nothing is done with its data until that is lifted.',
  },
  'wrong-code': { status: 400, say: (detail) => sentence(detail ?? 'that code is wrong or has run out') },
  stale: { status: 412, say: () => 'Somebody changed it since you read it. Read it again, then decide.' },
  invalid: { status: 400, say: (detail) => sentence(detail ?? 'that cannot stand') },
};

/** A command's rejection as HTTP says it. */
export const refusalOf = ({ reason, detail }: Rejection): ApiRefusal =>
  refusal(ANSWERS[reason].status, reason, ANSWERS[reason].say(detail));

/** Answers with the refusal and writes the one log line about it; `fault` is logged with its cause, never shown. */
export const sendRefusal = (
  log: Logger,
  request: Request,
  response: Response,
  { status, code, message, headers }: ApiRefusal,
  fault?: unknown,
): void => {
  const id = randomUUID();
  // The template of the route, not the URL: what people put into a URL stays out of the log.
  const line = { errorId: id, status, code, method: request.method, route: templateOf(request) };
  if (fault === undefined) log.info(line, 'request refused');
  else log.error({ ...line, err: fault }, 'request failed');
  if (headers) response.set(headers);
  response.status(status).json({ error: { id, code, message, timestamp: new Date().toISOString() } });
};

const templateOf = (request: Request): string => {
  const path: unknown = request.route?.path;
  return typeof path === 'string' ? path : 'unmatched';
};
