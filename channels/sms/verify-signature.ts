import type { IncomingMessage } from 'node:http';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { Form } from './inbound.ts';

export interface SignatureSettings {
  /** Twilio's auth token; empty accepts unsigned requests, in development only. */
  readonly authToken: string;
  /** How Twilio reaches this server, without a trailing slash. When absent: `http://127.0.0.1:<port>`. */
  readonly publicUrl?: string | undefined;
  readonly production: boolean;
}

/** Whether a request with this form is one to answer. */
export type SignatureCheck = (request: IncomingMessage, form: Form) => boolean;

/**
 * Tells whether a request comes from Twilio: its X-Twilio-Signature is checked over the public URL, never over a host
 * the request names (https://www.twilio.com/docs/usage/security#validating-requests). Throws `configuration` at once
 * when production has no token. Without a token (development), pages of other sites are still kept out.
 */
export const signatureCheck = (settings: SignatureSettings): SignatureCheck => {
  const { authToken, publicUrl, production } = settings;
  if (authToken === '') {
    if (production) throw new PathfinderError('configuration', 'TWILIO_AUTH_TOKEN: must be set in production');
    return fromHere;
  }
  return (request, form) => {
    const signature = request.headers['x-twilio-signature'];
    if (typeof signature !== 'string' || signature === '') return false;
    const base = publicUrl ?? `http://127.0.0.1:${request.socket.localPort}`;
    return validateRequest(authToken, signature, base + request.url, form);
  };
};

const fromHere: SignatureCheck = ({ headers }) => {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
};
