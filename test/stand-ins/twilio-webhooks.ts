import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { messagesOf } from '../../channels/sms/twiml.ts';
import { newSid } from './twilio.ts';

/** What an inbound message carries beside its sender, receiver and words. */
export type InboundForm = Readonly<Record<string, string>>;

export interface InboundAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
  /** What the phone shows, from the TwiML. */
  readonly messages: readonly string[];
}

export interface InboundPost {
  /** Where the server listens, without a path. */
  readonly server: string;
  /** `/api/sms` unless told otherwise. */
  readonly path?: string;
  /** The URL Twilio knows, when it is not the server's own (a proxy stands between). */
  readonly publicUrl?: string;
  /** Signs the form; leave it out to send no signature. */
  readonly authToken?: string | undefined;
  readonly form: InboundForm;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An inbound message as Twilio posts it, with a fresh MessageSid unless one is given. */
export const inboundForm = (from: string, body: string, extra: InboundForm = {}): InboundForm => {
  const sid = extra.MessageSid ?? newSid('SM');
  return {
    ...{ ToCountry: 'US', FromCountry: 'US', NumSegments: '1', NumMedia: '0', ApiVersion: '2010-04-01' },
    ...{ AccountSid: `AC${'e'.repeat(32)}`, To: '+15550000', From: from, Body: body },
    ...{ MessageSid: sid, SmsMessageSid: sid, SmsSid: sid, SmsStatus: 'received' },
    ...extra,
  };
};

/** Posts a webhook form, signed the way Twilio signs (https://www.twilio.com/docs/usage/security). */
export const postWebhook = async (post: InboundPost): Promise<InboundAnswer> => {
  const path = post.path ?? '/api/sms';
  const headers = new Headers(post.headers);
  if (post.authToken !== undefined && !headers.has('x-twilio-signature')) {
    const url = (post.publicUrl ?? post.server) + path;
    headers.set('x-twilio-signature', getExpectedTwilioSignature(post.authToken, url, { ...post.form }));
  }
  const response = await fetch(post.server + path, { method: 'POST', headers, body: new URLSearchParams(post.form) });
  const body = await response.text();
  return { status: response.status, body, headers: response.headers, messages: messagesOf(body) };
};
