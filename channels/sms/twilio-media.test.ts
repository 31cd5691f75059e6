import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSmsDoor } from '../../test/sms-door.ts';
import { startTwilio, type TwilioStandIn } from '../../test/stand-ins/twilio.ts';
import { inboundForm, postWebhook } from '../../test/stand-ins/twilio-webhooks.ts';
import { twilioMedia } from './twilio-media.ts';

let twilio: TwilioStandIn;
beforeEach(async () => {
  twilio = await startTwilio();
});
afterEach(() => twilio.close());

const reader = (limits: { maxBytes?: number } = {}) =>
  twilioMedia({
    accountSid: twilio.accountSid,
    authToken: twilio.authToken,
    apiBaseUrl: twilio.baseUrl,
    maxBytes: limits.maxBytes ?? 100_000,
    timeoutMs: 5_000,
  });
const refused = { code: 'far-end-unavailable' };

describe('a file that came by text', () => {
  it('is named and typed by what Twilio tells of it, and fetched with our credentials when it is read', async () => {
    const door = await openSmsDoor({
      settings: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_PHONE_NUMBER: '+15550000',
        TWILIO_API_BASE_URL: twilio.baseUrl,
      },
    });
    try {
      const pdf = twilio.putMedia(Buffer.from('%PDF example'), 'application/pdf');
      const odd = twilio.putMedia(Buffer.from('?'), 'application/x-odd');
      const media = { NumMedia: '3', MediaUrl0: pdf, MediaContentType0: 'application/pdf', MediaUrl1: odd };
      const form = inboundForm('+15550111', '', media);
      await postWebhook({ server: door.server, authToken: twilio.authToken, form });
      const files = door.heard[0]?.files ?? [];
      expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
        [`texted-${pdf.slice(-6)}.pdf`, 'application/pdf'],
        [`texted-${odd.slice(-6)}.bin`, 'application/octet-stream'],
      ]);
      expect(twilio.requests).toEqual([]);
      expect(Buffer.from((await files[0]?.read()) ?? []).toString()).toBe('%PDF example');
    } finally {
      await door.close();
    }
  });

  it('is fetched where Twilio redirects to, as long as that is Twilio', async () => {
    const bytes = twilio.putMedia(Buffer.from('here'), 'text/plain');
    const redirect = twilio.putMedia(Buffer.of(), 'text/plain', bytes);
    expect(Buffer.from(await reader()(redirect)()).toString()).toBe('here');
  });

  it('is fetched without our credentials from where the API says that it lies', async () => {
    const asked: (readonly [string, string | null])[] = [];
    const network = globalThis.fetch;
    // Twilio's own hosts cannot be stood in for on loopback: what would go there is noted here.
    globalThis.fetch = async (url, init) => {
      if (String(url).startsWith(twilio.baseUrl)) return network(url, init);
      asked.push([String(url), new Headers(init?.headers).get('authorization')]);
      return new Response('far away');
    };
    try {
      const redirect = twilio.putMedia(Buffer.of(), 'text/plain', 'https://mms.twiliocdn.com/example');
      expect(Buffer.from(await reader()(redirect)()).toString()).toBe('far away');
    } finally {
      globalThis.fetch = network;
    }
    expect(asked).toEqual([['https://mms.twiliocdn.com/example', null]]);
  });

  it('is never fetched from anywhere else, neither at once nor by redirect', async () => {
    const asked: string[] = [];
    const trap = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('inside');
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    const inside = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/secrets`;
    const addresses = [
      inside,
      twilio.putMedia(Buffer.of(), 'text/plain', inside),
      'http://169.254.169.254/latest/meta-data',
      'http://api.twilio.com/x',
      'https://twilio.com.evil.example/x',
      'https://eviltwilio.com/x',
      'https://api.twilio.com:8443/x',
      'https://user@api.twilio.com/x',
      'file:///etc/passwd',
      'not a url',
    ];
    const outcomes = await Promise.allSettled(addresses.map((address) => reader()(address)()));
    trap.closeAllConnections();
    await new Promise((resolve) => trap.close(resolve));
    expect(asked).toEqual([]);
    expect(outcomes).toEqual(addresses.map(() => ({ status: 'rejected', reason: expect.objectContaining(refused) })));
  });

  it('is read only a little past the limit, so that its size can be refused', async () => {
    const large = twilio.putMedia(Buffer.alloc(5_000_000), 'application/pdf');
    const bytes = await reader({ maxBytes: 1_000 })(large)();
    expect(bytes.byteLength).toBeGreaterThan(1_000);
    expect(bytes.byteLength).toBeLessThan(1_000_000);
  });

  it('that is gone, or redirects in circles, is a fault that names no secret', async () => {
    await expect(reader()(`${twilio.baseUrl}/gone`)()).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('404'),
    });
    const paths: string[] = [];
    for (let hop = 0; hop < 4; hop += 1)
      paths.push(twilio.putMedia(Buffer.of(), 'text/plain', paths.at(-1) ?? twilio.baseUrl));
    const circles = { ...refused, message: 'a media link redirects too often' };
    await expect(reader()(paths.at(-1) ?? '')()).rejects.toMatchObject(circles);
  });
});
