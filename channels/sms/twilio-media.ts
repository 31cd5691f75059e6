import type { IncomingFile } from '../../bot/incoming.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { boundedBody } from '../bounded-body.ts';

export interface MediaSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Twilio's REST API; the one origin that may also be plain http, on loopback. */
  readonly apiBaseUrl: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** A media URL redirects once to where the bytes lie; more would be somebody's game. */
const MAX_REDIRECTS = 2;

/**
 * Reads a file that came with a message. Only Twilio's own hosts are ever asked, the credentials go to the API alone,
 * and reading stops just past `maxBytes`, so that the library can refuse the file by its size. Throws `far-end-unavailable`.
 */
export const twilioMedia = (settings: MediaSettings): ((url: string) => IncomingFile['read']) => {
  const apiOrigin = new URL(settings.apiBaseUrl).origin;
  const authorization = `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`;

  const get = async (given: string, signal: AbortSignal): Promise<Response> => {
    let url = ownUrl(given, apiOrigin, /(^|\.)twilio\.com$/);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const headers: Record<string, string> = isApi(url, apiOrigin) ? { authorization } : {};
      const response = await fetch(url, { headers, redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) return response;
      await response.body?.cancel();
      // Protected media lie on mms.twiliocdn.com behind a short-lived link (https://help.twilio.com/articles/223183748).
      url = ownUrl(new URL(location, url).href, apiOrigin, /(^|\.)(twilio|twiliocdn)\.com$/);
    }
    throw new PathfinderError('far-end-unavailable', 'a media link redirects too often');
  };

  return (url) => async () => {
    const signal = AbortSignal.timeout(settings.timeoutMs);
    try {
      const response = await get(url, signal);
      if (!response.ok) {
        await response.body?.cancel();
        throw new PathfinderError('far-end-unavailable', `the media could not be fetched: HTTP ${response.status}`);
      }
      return await boundedBody(response, settings.maxBytes);
    } catch (cause) {
      if (cause instanceof PathfinderError) throw cause;
      throw new PathfinderError('far-end-unavailable', 'the media could not be fetched', cause);
    }
  };
};

const isApi = (url: URL, apiOrigin: string): boolean =>
  url.origin === apiOrigin || (url.protocol === 'https:' && url.hostname === 'api.twilio.com');

const ownUrl = (given: string, apiOrigin: string, hosts: RegExp): URL => {
  const url = URL.parse(given);
  const trusted =
    url !== null &&
    url.username === '' &&
    (url.origin === apiOrigin || (url.protocol === 'https:' && url.port === '' && hosts.test(url.hostname)));
  if (!trusted) throw new PathfinderError('far-end-unavailable', 'a media link leads away from Twilio');
  return url;
};
