import type { Logger } from 'pino';
import type { Courier, Delivered } from '../../bot/delivery.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Recipient } from '../../trips/notifications/listener.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Records } from '../../trips/records.ts';
import { Busy, PAUSE_MS } from '../patience.ts';
import { isWhatsApp } from './phone-address.ts';
import { segmentsOf } from './segments.ts';
import type { SendQueue } from './send-queue.ts';
import { restAfter, sentBefore, sentText, TOO_FAST } from './sent-text.ts';
import { smsText } from './sms-text.ts';
import { lineOf } from './text-line.ts';
import type { TwilioApi } from './twilio-client.ts';

export interface SmsCourierParts {
  /** Whether a number (E.164, or with `whatsapp:` in front) has opted in and not out; for an `unasked` message, only not out. */
  readonly mayWriteTo: (number: string, unasked?: boolean) => Promise<boolean>;
  /** Called when the carrier says a number has opted out; nothing is sent to it again. */
  readonly onOptOut: (number: string) => Promise<void>;
}

export interface TwilioCourierParts extends SmsCourierParts {
  readonly api: TwilioApi;
  readonly records: Pick<Records, 'lookupKey'>;
  readonly queue: SendQueue;
  /** Parts a second that our number, or all numbers of the messaging service together, may send. */
  readonly partsPerSecond: number;
  /** The number that sends, E.164; empty with a messaging service. */
  readonly phoneNumber: string;
  /** The messaging service whose numbers send; empty without one. */
  readonly messagingService: string;
  readonly log: Logger;
  /** Where Twilio reports what became of a message; nowhere when absent. */
  readonly statusCallback?: string | undefined;
}

export const OPTED_OUT: Delivered = { status: 'refused', why: 'opted-out' };
/** Twilio's answer when a number has opted out (https://www.twilio.com/docs/api/errors/21610). */
export const OPT_OUT_CODE = 21610;
/** WhatsApp takes free words for 24 hours after the person's last message, then approved templates only (https://www.twilio.com/docs/api/errors/63016). */
export const NEEDS_TEMPLATE_CODE = 63016;
export const NEEDS_TEMPLATE =
  'WhatsApp takes only approved templates now: the person has not written there for 24 hours';

/** As many messages of one number are looked through to find one of them. */
const LOOK_BACK = 100;
/** Twilio's dates have whole seconds, and its clock is not ours. */
const CLOCK_SKEW_MS = 5_000;

/**
 * Texts through Twilio's Messages API, at the pace of their sender. It has no idempotency key: a send whose end is not
 * known is never repeated here, it is thrown as `far-end-silent`, and `reconcile` tells whether the message is there.
 */
export const twilioCourier = (parts: TwilioCourierParts): Required<Omit<Courier, 'update'>> => {
  const { api, log, queue, records, statusCallback } = parts;

  /** Twilio's own refusals of one message. Throws `far-end-unavailable` when only the pace was wrong. */
  const refused = async (to: Recipient, key: string, code: unknown): Promise<Delivered> => {
    if (TOO_FAST.has(String(code))) {
      await queue.rest(nameOf(senderTo(to, parts)), restAfter(sentBefore(to)));
      throw new PathfinderError('far-end-unavailable', `Twilio takes no more at this pace: ${code}`);
    }
    if (code === OPT_OUT_CODE) {
      await parts.onOptOut(to.conversation);
      return OPTED_OUT;
    }
    if (code !== NEEDS_TEMPLATE_CODE) return { status: 'refused', why: `twilio-${code}` };
    log.warn({ message: key }, NEEDS_TEMPLATE);
    return { status: 'refused', why: 'needs-template' };
  };

  const send = async (to: Recipient, reply: Reply, key: string): Promise<Delivered> => {
    const sender = senderTo(to, parts);
    const text = smsText(reply, lineOf(to.conversation));
    const message = { to: to.conversation, ...sender, body: text, ...(statusCallback && { statusCallback }) };
    let outcome: Delivered;
    let sent: ReturnType<typeof sentText> | undefined;
    try {
      const { sid } = await api.call((client) => client.messages.create(message));
      outcome = { status: 'sent', messageId: sid };
      if (statusCallback) sent = sentText(records, { messageSid: sid, sender: nameOf(sender), text, to });
    } catch (error) {
      const { status, code, cause } = error as { readonly status?: unknown; code?: unknown; cause?: unknown };
      if (cause instanceof Busy) await queue.rest(nameOf(sender), cause.afterMs ?? PAUSE_MS);
      if (typeof status !== 'number') throw error;
      outcome = await refused(to, key, code ?? status);
    }
    await queue.done(to.conversation, key, sent);
    return outcome;
  };

  return {
    door: 'sms',

    whenFree: async (to, reply, key) => {
      const { conversation } = to;
      const line = lineOf(conversation);
      if (!(await parts.mayWriteTo(conversation, to.unasked))) return undefined;
      return queue.whenFree({
        sender: nameOf(senderTo(to, parts)),
        conversation,
        key,
        parts: line.billedByPart ? segmentsOf(smsText(reply, line)).count : 1,
        partsPerSecond: line.partsPerSecond ?? parts.partsPerSecond,
      });
    },

    deliver: async (to, reply, key) => {
      if (!(await parts.mayWriteTo(to.conversation, to.unasked))) {
        await queue.done(to.conversation, key);
        return OPTED_OUT;
      }
      try {
        return await send(to, reply, key);
      } catch (error) {
        await queue.failed(to.conversation, key);
        throw error;
      }
    },

    reconcile: async (to, reply, key, since) => {
      const body = smsText(reply, lineOf(to.conversation)).trim();
      const earliest = Date.parse(since) - CLOCK_SKEW_MS;
      // Not filtered by DateSent: a message still queued has none and would be missed. The newest come first.
      const list = await api.call((client) => client.messages.list({ to: to.conversation, limit: LOOK_BACK }), {
        repeatable: true,
      });
      const recent = list.filter(({ dateCreated }) => dateCreated.getTime() >= earliest);
      // A trial account puts a sentence of Twilio's in front of every body.
      const found = recent.some(
        (message) =>
          message.direction === 'outbound-api' && message.status !== 'canceled' && message.body.trim().endsWith(body),
      );
      if (!found && recent.length < LOOK_BACK) return 'not-sent';
      await queue.done(to.conversation, key);
      return found ? 'sent' : 'unknown';
    },
  };
};

type Sender = { readonly from: string } | { readonly messagingServiceSid: string };

/** What the queue calls a sender. */
const nameOf = (sender: Sender): string => ('from' in sender ? sender.from : sender.messagingServiceSid);

/** WhatsApp answers come from the WhatsApp sender that was written to; texts from the messaging service if there is one, else from our number. */
const senderTo = (
  { conversation, reference }: Recipient,
  { phoneNumber, messagingService }: Pick<TwilioCourierParts, 'phoneNumber' | 'messagingService'>,
): Sender => {
  const written = (reference as { readonly from?: unknown } | undefined)?.from;
  if (isWhatsApp(conversation) && typeof written === 'string' && isWhatsApp(written)) return { from: written };
  if (messagingService !== '') return { messagingServiceSid: messagingService };
  return { from: isWhatsApp(conversation) ? `whatsapp:${phoneNumber}` : phoneNumber };
};

/** Sends nothing: there is no account to send with. */
export const noCourier = (): Courier => ({
  door: 'sms',
  deliver: async (_to: Recipient, _reply: Reply) => ({ status: 'refused', why: 'sms-not-configured' }),
});
