import { randomUUID } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { messagesOf } from './twiml.ts';
import { SMS_PATH } from './webhooks.ts';

export interface SimulatedSend {
  /** Where the server listens, e.g. `http://127.0.0.1:3978`. */
  readonly server: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Signs the text as Twilio would; empty sends it unsigned. */
  readonly authToken: string;
  /** The URL that is signed, when it is not the server's own. */
  readonly publicUrl?: string | undefined;
}

/** Sends a text to a running server as Twilio would and resolves with what is texted back. Throws `far-end-unavailable`. */
export const sendSimulated = async (send: SimulatedSend): Promise<readonly string[]> => {
  const form = { MessageSid: `SM${randomUUID().replaceAll('-', '')}`, From: send.from, To: send.to, Body: send.text };
  const headers: Record<string, string> = {};
  if (send.authToken !== '') {
    const url = (send.publicUrl ?? send.server).replace(/\/+$/, '') + SMS_PATH;
    headers['X-Twilio-Signature'] = getExpectedTwilioSignature(send.authToken, url, form);
  }
  const response = await fetch(send.server + SMS_PATH, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  }).catch((cause: unknown) => {
    throw new PathfinderError('far-end-unavailable', `no server answers at ${send.server}; is it started?`, cause);
  });
  const body = await response.text();
  if (!response.ok)
    throw new PathfinderError('far-end-unavailable', `the server refused (${response.status}): ${body}`);
  return messagesOf(body);
};
