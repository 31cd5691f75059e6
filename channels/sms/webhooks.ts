import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import type { IncomingFile } from '../../bot/incoming.ts';
import { type Clock, instant } from '../../trips/clock.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Records } from '../../trips/records.ts';
import type { AskedFirst } from '../channel.ts';
import { readBody, readPlain } from '../read-body.ts';
import { postOnly, type Refusal, refuse } from '../refuse.ts';
import { type Form, field, readInbound } from './inbound.ts';
import type { SendQueue } from './send-queue.ts';
import { forgetSentText, sendAgain, TOO_FAST } from './sent-text.ts';
import type { SmsTurn } from './sms-adapter.ts';
import { recordSmsStatus, smsState } from './sms-status.ts';
import { lineOf } from './text-line.ts';
import { NEEDS_TEMPLATE, NEEDS_TEMPLATE_CODE, OPT_OUT_CODE } from './twilio-courier.ts';
import { joined, twiml } from './twiml.ts';
import type { SignatureCheck } from './verify-signature.ts';

export interface WebhookParts {
  readonly turn: SmsTurn;
  readonly signed: SignatureCheck;
  /** Texts come from Twilio, not from the simulator. */
  readonly hasCarrier: boolean;
  readonly mediaReader: (url: string) => IncomingFile['read'];
  readonly records: Records;
  readonly queue: Pick<SendQueue, 'rest'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when Twilio reports that a number has opted out. */
  readonly onOptOut: (number: string) => Promise<void>;
}

export const SMS_PATH = '/api/sms';
export const STATUS_PATH = '/api/sms/status';

/** Twilio's own forms stay far below this; ten media URLs and 1,600 characters are under 16 kB. */
const MAX_FORM = 64 * 1024;
const MAX_FIELDS = 1_000;
const apology = (errorId: string): string =>
  `Sorry, something went wrong on my side and I could not do that. Please send it again in a minute. (Error ${errorId})`;

/**
 * Twilio's two webhooks. Both: 405 for anything but POST, 415 for anything but a form, 413 for one over 64 kB, 403 for a missing or false signature,
 * 400 for missing fields. Inbound: 200 with TwiML, 503 when nothing could be saved, so that Twilio's fallback takes over.
 */
export const smsWebhooks = (parts: WebhookParts): { readonly router: Router; readonly first: AskedFirst } => {
  const { log } = parts;
  const router = express.Router({ caseSensitive: true });
  const form: readonly RequestHandler[] = [
    (request, response, next) => {
      if (isForm(request)) next();
      else refuse(response, log, NOT_A_FORM);
    },
    readBody(MAX_FORM, express.urlencoded({ extended: false, limit: MAX_FORM, parameterLimit: MAX_FIELDS }), formIn),
    (request, response, next) => {
      if (parts.signed(request, request.body ?? {})) next();
      else refuse(response, log, BAD_SIGNATURE);
    },
  ];

  /** Answers an inbound text; what goes wrong is answered, too. */
  const hear = async (form: Form, response: ServerResponse): Promise<void> => {
    const inbound = readInbound(form, parts.mediaReader, parts.hasCarrier);
    if (!inbound) return refuse(response, log, MALFORMED);
    const send = (texts: readonly string[]): void => {
      const body = twiml(inbound.answered ? [] : joined(texts, lineOf(inbound.incoming.conversation)));
      // Not response.send: it would hash every answer for an ETag that Twilio never asks about.
      response.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8', 'Content-Length': Buffer.byteLength(body) });
      response.end(body);
    };
    try {
      send(await parts.turn(inbound));
    } catch (cause) {
      if (cause instanceof PathfinderError && cause.code === 'store-unavailable') {
        response.setHeader('Retry-After', '5');
        return refuse(response, log, { ...UNAVAILABLE, cause });
      }
      // A person waits: silence, or an error page that Twilio swallows, would leave them guessing.
      const errorId = randomUUID().slice(0, 8);
      log.error({ errorId, messageSid: inbound.messageSid, err: cause }, 'sms turn failed');
      send([apology(errorId)]);
    }
  };
  const checkAndHear = async (request: IncomingMessage, text: string, response: ServerResponse): Promise<void> => {
    const form = fieldsOf(text);
    if (!form) refuse(response, log, TOO_LARGE);
    else if (!parts.signed(request, form)) refuse(response, log, BAD_SIGNATURE);
    else await hear(form, response);
  };
  const first: AskedFirst = (request, response) => {
    if (request.method !== 'POST' || request.url !== SMS_PATH || !isForm(request)) return undefined;
    const reads = readPlain(request, MAX_FORM, (text) => {
      checkAndHear(request, text, response).catch((cause: unknown) => {
        if (response.headersSent) response.destroy();
        else refuse(response, log, { ...FAULT, cause });
      });
    });
    return reads ? SMS_PATH : undefined;
  };
  router.post(SMS_PATH, ...form, (request, response) => hear(request.body as Form, response));

  router.post(STATUS_PATH, ...form, async (request, response) => {
    const report = readStatus(request.body as Form);
    if (!report) return refuse(response, log, MALFORMED);
    try {
      if (report.errorCode === String(OPT_OUT_CODE) && report.to) await parts.onOptOut(report.to);
      if (report.errorCode === String(NEEDS_TEMPLATE_CODE)) log.warn({ messageSid: report.messageSid }, NEEDS_TEMPLATE);
      await followUp(parts, report);
      const state = smsState.safeParse(report.state);
      // A state invented after this was written says nothing we could order; it is acknowledged and left.
      if (state.success) {
        const { messageSid, errorCode } = report;
        await recordSmsStatus(parts.records, { messageSid, state: state.data, errorCode }, instant(parts.clock));
      }
      response.status(204).end();
    } catch (cause) {
      refuse(response, log, { ...UNAVAILABLE, cause });
    }
  });

  router.all([SMS_PATH, STATUS_PATH], postOnly(log));
  router.use([SMS_PATH, STATUS_PATH], bodyErrors(log));
  return { router, first };
};

/** Nothing for more fields than a form may have. */
const fieldsOf = (text: string): Form | undefined =>
  // Each takes a sign and an ampersand at least.
  text.length > 2 * MAX_FIELDS && text.split('&').length > MAX_FIELDS ? undefined : parse(text);

const formIn = (text: string): Form => {
  const form = fieldsOf(text);
  if (!form) throw new TooManyFields();
  return form;
};

/** As the form parser says it. */
class TooManyFields extends Error {
  readonly status = 413;
}

/** A text that came back for its pace goes out again, later; of one that has arrived nothing more is kept. */
const followUp = async ({ records, clock, queue, log }: WebhookParts, report: Report): Promise<void> => {
  const { messageSid, state, errorCode = '', to = '' } = report;
  if (ARRIVED.has(state)) return forgetSentText(records, to, messageSid);
  if (!TOO_FAST.has(errorCode)) return;
  const again = await sendAgain(records, clock, to, messageSid);
  if (again === undefined) return;
  log.warn({ messageSid, errorCode, again: again !== 'given-up' }, 'a text came back: it was sent too fast');
  if (again !== 'given-up') await queue.rest(again.sender, again.restMs);
};

const ARRIVED: ReadonlySet<string> = new Set(['delivered', 'read']);

const NOT_A_FORM: Refusal = {
  status: 415,
  code: 'unsupported-media-type',
  message: 'send application/x-www-form-urlencoded',
};
const BAD_SIGNATURE: Refusal = { status: 403, code: 'bad-signature', message: 'the X-Twilio-Signature is not valid' };
const MALFORMED: Refusal = { status: 400, code: 'malformed', message: 'a field is missing, repeated or malformed' };
const TOO_LARGE: Refusal = { status: 413, code: 'too-large', message: `a form may have ${MAX_FORM} bytes` };
const FAULT: Refusal = { status: 500, code: 'internal', message: 'something went wrong here; it is logged' };
const UNAVAILABLE: Refusal = { status: 503, code: 'store-unavailable', message: 'nothing was saved; try again' };

const isForm = (request: IncomingMessage): boolean =>
  (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded');

interface Report {
  readonly messageSid: string;
  readonly state: string;
  readonly errorCode: string | undefined;
  /** The conversation it went to. */
  readonly to: string | undefined;
}

const readStatus = (form: Form): Report | undefined => {
  const messageSid = field(form, 'MessageSid') ?? field(form, 'SmsSid');
  const state = field(form, 'MessageStatus') ?? field(form, 'SmsStatus');
  if (!messageSid || !/^[\w-]{1,64}$/.test(messageSid) || !state) return undefined;
  return { messageSid, state, errorCode: field(form, 'ErrorCode'), to: field(form, 'To') };
};

/** What the form parser refuses: too many bytes or fields, an encoding it does not know, a body cut short. */
const bodyErrors =
  (log: Logger): ErrorRequestHandler =>
  (error: { status?: unknown }, _request, response, next) => {
    if (error.status === 413) refuse(response, log, TOO_LARGE);
    else if (error.status === 415) refuse(response, log, NOT_A_FORM);
    else if (error.status === 400) refuse(response, log, MALFORMED);
    else next(error);
  };
