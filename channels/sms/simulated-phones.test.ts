import { setMaxListeners } from 'node:events';
import type { Reply } from '../../cards/reply.ts';
import { openSmsDoor, type SmsDoor } from '../../test/sms-door.ts';
import { systemClock } from '../../trips/clock.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import { sendSimulated } from './send-simulated.ts';
import { simulatedPhones } from './simulated-phones.ts';

const PHONE = '+15550111';
const listener = (conversation: string): Listener => ({
  ...{ pk: 'trip_1', id: 'listener_1', type: 'listener', _schema_version: 1, tripId: 'trip_1' },
  ...{ door: 'sms', conversation, group: false, userId: 'user_1' },
});
const reply = (text: string): Reply => ({ text });

let door: SmsDoor;
beforeEach(async () => {
  door = await openSmsDoor();
});
afterEach(() => door.close());

const phoneUrl = (path: string, phone = PHONE): string =>
  `${door.server}/simulator/phones/${encodeURIComponent(phone)}/${path}`;
const texts = async (after = 0, phone = PHONE): Promise<readonly { number: number; text: string }[]> =>
  (await fetch(phoneUrl(`messages?after=${after}`, phone))).json() as never;

/** The texts an event stream pushes, until as many have come. */
const listen = async (path: string, count: number, headers: Record<string, string> = {}) => {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const response = await fetch(phoneUrl(path), { headers, signal: stop.signal });
  const heard = (async () => {
    let stream = '';
    const events = (): readonly { id: number; text: string }[] =>
      [...stream.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)].map(([, id, data]) => ({
        id: Number(id),
        text: JSON.parse(data ?? '').text,
      }));
    for await (const part of response.body ?? []) {
      stream += Buffer.from(part).toString();
      if (events().length >= count) break;
    }
    return events();
  })();
  return { response, heard, stop: () => stop.abort() };
};

describe('a simulated phone', () => {
  it('shows what was sent to it alone, in order, and from where one has read', async () => {
    await door.channel.deliver(listener(PHONE), reply('One…'), 'k1');
    await door.channel.deliver(listener('+15550222'), reply('For another'), 'k2');
    await door.channel.deliver(listener(PHONE), reply('Two'), 'k3');
    expect((await texts()).map(({ number, text }) => [number, text])).toEqual([
      [1, 'One...'],
      [2, 'Two'],
    ]);
    expect((await texts(1)).map(({ text }) => text)).toEqual(['Two']);
    expect((await texts(0, '+15550222')).map(({ text }) => text)).toEqual(['For another']);
    expect(await texts(0, '+15550333')).toEqual([]);
  });

  it('gets a repeated key once, and loses nothing that is sent at the same time', async () => {
    const sends = Array.from({ length: 8 }, (_, index) =>
      door.channel.deliver(listener(PHONE), reply(`Text ${index % 4}`), `k${index % 4}`),
    );
    expect((await Promise.all(sends)).map(({ status }) => status)).toEqual(Array(8).fill('sent'));
    const shown = await texts();
    expect(shown.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(shown.map(({ text }) => text).sort()).toEqual(['Text 0', 'Text 1', 'Text 2', 'Text 3']);
  });

  it('is not written to when it may not be', async () => {
    await door.close();
    door = await openSmsDoor({ mayWriteTo: async () => false });
    const refused = { status: 'refused', why: 'opted-out' };
    expect(await door.channel.deliver(listener(PHONE), reply('Hi'), 'k')).toEqual(refused);
    expect(await texts()).toEqual([]);
  });

  it('hears new texts as they come, those before first, and goes on where it stopped', async () => {
    await door.channel.deliver(listener(PHONE), reply('Before'), 'k1');
    const first = await listen('events', 2);
    expect(first.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    await door.channel.deliver(listener(PHONE), reply('After'), 'k2');
    expect(await first.heard).toEqual([
      { id: 1, text: 'Before' },
      { id: 2, text: 'After' },
    ]);
    first.stop();
    const again = await listen('events', 1, { 'last-event-id': '1' });
    expect(await again.heard).toEqual([{ id: 2, text: 'After' }]);
    again.stop();
  });

  it('hears what another process puts on it', async () => {
    const stream = await listen('events', 1);
    const everyone = { mayWriteTo: async () => true, onOptOut: async () => {} };
    const worker = simulatedPhones(door.records, systemClock, everyone);
    await worker.deliver(listener(PHONE), reply('From the worker'), 'k');
    expect(await stream.heard).toEqual([{ id: 1, text: 'From the worker' }]);
    stream.stop();
  });

  it('does not keep the server from closing', async () => {
    const stream = await listen('events', 99);
    door.channel.close();
    expect(await stream.heard).toEqual([]);
  });

  it('refuses what is no phone and no number to read from', async () => {
    expect((await fetch(phoneUrl('messages?after=x'))).status).toBe(400);
    expect((await fetch(phoneUrl('events?after=-1'))).status).toBe(400);
    expect((await fetch(phoneUrl('messages', 'x'.repeat(65)))).status).toBe(400);
  });
});

describe('a text sent from the command line', () => {
  const send = { from: PHONE, to: '+15550000', text: 'Hi & bye' };

  it('goes through the real door, signed where a token is configured', async () => {
    expect(await sendSimulated({ ...send, server: door.server, authToken: '' })).toEqual(['You said: Hi & bye']);
    await door.close();
    const publicUrl = 'https://trips.example';
    const authToken = 'example-auth-token';
    door = await openSmsDoor({ settings: { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl } });
    const signed = { ...send, server: door.server, authToken, publicUrl };
    expect(await sendSimulated(signed)).toEqual(['You said: Hi & bye']);
    await expect(sendSimulated({ ...signed, authToken: '' })).rejects.toThrow('403');
  });

  it('says plainly that no server answers', async () => {
    const nowhere = sendSimulated({ ...send, server: 'http://127.0.0.1:9', authToken: '' });
    await expect(nowhere).rejects.toThrow('is it started?');
  });
});
