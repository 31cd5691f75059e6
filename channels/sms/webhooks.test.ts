import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Reply } from '../../cards/reply.ts';
import { openSmsDoor, type SmsDoor, type SmsDoorParts } from '../../test/sms-door.ts';
import { inboundForm, postWebhook } from '../../test/stand-ins/twilio-webhooks.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { signatureCheck } from './verify-signature.ts';

const TOKEN = 'example-auth-token';
const SIGNED = { TWILIO_AUTH_TOKEN: TOKEN };
const PHONE = '+15550111';

let door: SmsDoor;
const open = async (parts: SmsDoorParts = {}): Promise<SmsDoor> => {
  door = await openSmsDoor(parts);
  return door;
};
afterEach(() => door.close());

const says =
  (...replies: readonly Reply[]) =>
  async () => ({ replies, duplicate: false });

describe('an inbound text', () => {
  it('reaches the bot as it was sent and is answered in the same response', async () => {
    const { server, heard } = await open({ settings: SIGNED });
    const form = inboundForm(PHONE, 'Hi & <b>hello</b>', { MessageSid: `SM${'1'.repeat(32)}` });
    const answer = await postWebhook({ server, authToken: TOKEN, form });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(answer.messages).toEqual(['You said: Hi & <b>hello</b>']);
    expect(heard).toEqual([
      {
        door: 'sms',
        eventId: `SM${'1'.repeat(32)}`,
        conversation: PHONE,
        group: false,
        sender: { address: { door: 'sms', value: PHONE } },
        confirmsStop: false,
        text: 'Hi & <b>hello</b>',
        files: [],
        event: 'message',
        reference: { from: '+15550000' },
      },
    ]);
  });

  it('by WhatsApp comes from the same person in a conversation of its own, with the name they go by there', async () => {
    const { server, heard } = await open({ settings: SIGNED });
    for (const from of ['whatsapp:+1 212 555 0100', '+12125550100']) {
      const form = inboundForm(from, 'hi', { ProfileName: 'Bea' });
      expect((await postWebhook({ server, authToken: TOKEN, form })).status).toBe(200);
    }
    expect(heard.map(({ sender, conversation }) => [sender.address.value, conversation])).toEqual([
      ['+12125550100', 'whatsapp:+12125550100'],
      ['+12125550100', '+12125550100'],
    ]);
    expect(heard[0]?.sender.name).toBe('Bea');
    // No carrier stands there that would confirm an opt-out.
    expect(heard.map(({ confirmsStop }) => confirmsStop)).toEqual([true, false]);
  });

  it('of the simulator has no carrier behind it that would confirm an opt-out', async () => {
    const { server, heard } = await open();
    await postWebhook({ server, form: inboundForm(PHONE, 'hi') });
    expect(heard[0]?.confirmsStop).toBe(true);
  });

  it('may come from senders that are not numbers', async () => {
    const { server, heard } = await open();
    for (const from of ['12345', 'MYBANK']) {
      expect((await postWebhook({ server, form: inboundForm(from, 'hi') })).status).toBe(200);
    }
    expect(heard.map(({ sender }) => sender.address.value)).toEqual(['12345', 'MYBANK']);
  });

  it('is answered with one message where replies fit together, folded and escaped', async () => {
    const { server } = await open({ converse: says({ text: 'You’re in…' }, { text: 'What next?' }) });
    const { messages } = await postWebhook({ server, form: inboundForm(PHONE, 'join K7QF') });
    expect(messages).toEqual(["You're in...\n\nWhat next?"]);
  });

  it('by WhatsApp is answered as it was written, titles in bold, for nothing is billed by the part', async () => {
    const card = { kind: 'facts', title: 'Your *trip*', facts: [{ label: 'When', value: '11–15 June' }] } as const;
    const { server } = await open({ converse: says({ text: 'You’re in…', card }) });
    const { messages } = await postWebhook({ server, form: inboundForm(`whatsapp:${PHONE}`, 'my trip') });
    expect(messages).toEqual(['You’re in…\n*Your trip*\nWhen: 11–15 June']);
    const texted = await postWebhook({ server, form: inboundForm(PHONE, 'my trip') });
    expect(texted.messages).toEqual(["You're in...\nYour *trip*\nWhen: 11-15 June"]);
  });

  it('never gets a message over 1,600 characters, not even when folding lengthens it', async () => {
    const { server } = await open({ converse: says({ text: 'And so on… '.repeat(200) }) });
    const { messages } = await postWebhook({ server, form: inboundForm(PHONE, 'more') });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.length).toBeLessThanOrEqual(1600);
    expect(messages[0]?.length).toBeGreaterThan(1400);
    expect(messages[0]).toMatch(/ask me for the part you need\.$/);
  });

  it('is answered with an empty response when nothing is to be said', async () => {
    const { server } = await open({ converse: says() });
    const { status, body } = await postWebhook({ server, form: inboundForm(PHONE, 'STOP') });
    expect([status, body]).toEqual([200, '<?xml version="1.0" encoding="UTF-8"?><Response></Response>']);
  });

  it('that Twilio has answered itself still reaches the bot, by its meaning, but is not answered twice', async () => {
    const { server, heard } = await open();
    const form = inboundForm(PHONE, 'BASTA', { OptOutType: 'STOP' });
    const { status, messages } = await postWebhook({ server, form });
    expect([status, messages]).toEqual([200, []]);
    expect(heard[0]?.text).toBe('STOP');
  });

  it('that comes five times in parallel is answered five times with what the conversation kept', async () => {
    const done = new Map<string, Promise<Reply>>();
    let votes = 0;
    const { server } = await open({
      converse: async ({ eventId }) => {
        const duplicate = done.has(eventId);
        if (!duplicate) {
          votes += 1;
          done.set(eventId, Promise.resolve({ text: 'The Chens vote 2) Salty Pelican.' }));
        }
        const reply = await done.get(eventId);
        return { replies: reply ? [reply] : [], duplicate };
      },
    });
    const form = inboundForm(PHONE, '2');
    const answers = await Promise.all(Array.from({ length: 5 }, () => postWebhook({ server, form })));
    expect(answers.map(({ messages }) => messages)).toEqual(Array(5).fill(['The Chens vote 2) Salty Pelican.']));
    expect(votes).toBe(1);
  });
});

describe('a webhook is refused', () => {
  const refusals = (): number => door.logged.filter((line) => line.includes('"errorId"')).length;

  it('without a signature, or with one of another token, text or address: 403, one log line, nothing heard', async () => {
    const { server, heard } = await open({ settings: SIGNED });
    const form = inboundForm(PHONE, '2');
    const answers = [
      await postWebhook({ server, form }),
      await postWebhook({ server, form, authToken: 'another-example-token' }),
      await postWebhook({ server, form, authToken: TOKEN, publicUrl: 'https://elsewhere.example' }),
      await postWebhook({ server, form, headers: { 'x-twilio-signature': 'bm90IGEgc2lnbmF0dXJl' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const { error } = JSON.parse(answers[0]?.body ?? '');
    expect(error).toEqual({
      id: expect.any(String),
      code: 'bad-signature',
      message: expect.any(String),
      timestamp: expect.any(String),
    });
    expect(door.logged.some((line) => line.includes(error.id))).toBe(true);
    expect(refusals()).toBe(4);
    expect(heard).toEqual([]);
  });

  it('when its text was changed on the way', async () => {
    const { server } = await open({ settings: SIGNED });
    const form = inboundForm(PHONE, '2');
    const signature = getExpectedTwilioSignature(TOKEN, `${server}/api/sms`, { ...form });
    const forged = { server, form: { ...form, Body: '3' }, headers: { 'x-twilio-signature': signature } };
    expect((await postWebhook(forged)).status).toBe(403);
  });

  it('when X-Forwarded-Host or Host name the address it was signed for, but not when that is the public URL', async () => {
    const publicUrl = 'https://trips.example';
    const { server } = await open({ settings: { ...SIGNED, PUBLIC_URL: `${publicUrl}/` } });
    const form = inboundForm(PHONE, '2');
    const spoofed = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const evil = { server, form, authToken: TOKEN, publicUrl: 'https://evil.example', headers: spoofed };
    expect((await postWebhook(evil)).status).toBe(403);
    expect((await postWebhook({ server, form, authToken: TOKEN })).status).toBe(403);
    const rewritten = { server, form, authToken: TOKEN, publicUrl, headers: { 'x-forwarded-host': 'proxy.internal' } };
    expect((await postWebhook(rewritten)).status).toBe(200);
    expect((await postWebhook({ ...rewritten, publicUrl: `${publicUrl}:443` })).status).toBe(200);
  });

  it('when the query string is not the one that was signed', async () => {
    const { server } = await open({ settings: SIGNED });
    const post = { server, path: '/api/sms?from=console', form: inboundForm(PHONE, '2') };
    const unsigned = getExpectedTwilioSignature(TOKEN, `${server}/api/sms`, { ...post.form });
    expect((await postWebhook({ ...post, headers: { 'x-twilio-signature': unsigned } })).status).toBe(403);
    expect((await postWebhook({ ...post, authToken: TOKEN })).status).toBe(200);
  });

  it('when another site posts it from a browser while no token is configured', async () => {
    const { server } = await open();
    const form = inboundForm(PHONE, '2');
    expect((await postWebhook({ server, form, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await postWebhook({ server, form, headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });

  it('when it is no form: 415', async () => {
    const { server } = await open({ settings: SIGNED });
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await fetch(`${server}/api/sms`, json)).status).toBe(415);
    expect((await fetch(`${server}/api/sms`, { method: 'POST' })).status).toBe(415);
    const charset = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' };
    expect((await fetch(`${server}/api/sms`, { method: 'POST', headers: charset, body: 'a=b' })).status).toBe(415);
    expect(refusals()).toBe(3);
  });

  it('when it is over 64 kB, or has more than a thousand fields: 413', async () => {
    const { server } = await open();
    expect((await postWebhook({ server, form: inboundForm(PHONE, 'x'.repeat(66_000)) })).status).toBe(413);
    const fields = Object.fromEntries(Array.from({ length: 1100 }, (_, index) => [`F${index}`, '1']));
    expect((await postWebhook({ server, form: inboundForm(PHONE, 'x', fields) })).status).toBe(413);
    const other = { 'content-type': 'application/x-www-form-urlencoded; charset=iso-8859-1' };
    const body = new URLSearchParams(inboundForm(PHONE, 'x', fields)).toString();
    expect((await fetch(`${server}/api/sms`, { method: 'POST', headers: other, body })).status).toBe(413);
  });

  it('when a field is missing, repeated or malformed: 400', async () => {
    const { server, heard } = await open();
    const { MessageSid: _, SmsMessageSid: __, ...unnamed } = inboundForm(PHONE, 'hi');
    expect((await postWebhook({ server, form: unnamed })).status).toBe(400);
    expect((await postWebhook({ server, form: inboundForm('', 'hi') })).status).toBe(400);
    expect((await postWebhook({ server, form: inboundForm(PHONE, 'hi', { MessageSid: '../../x' }) })).status).toBe(400);
    const twice = new URLSearchParams([...Object.entries(inboundForm(PHONE, 'hi')), ['Body', 'ho']]);
    expect((await fetch(`${server}/api/sms`, { method: 'POST', body: twice })).status).toBe(400);
    expect(heard).toEqual([]);
  });
});

describe('when the turn fails', () => {
  it('the person gets an apology with the id of the one log line, and no detail of the fault', async () => {
    const { server, logged } = await open({
      converse: async () => {
        throw new TypeError('secret detail');
      },
    });
    const { status, messages } = await postWebhook({ server, form: inboundForm(PHONE, 'my words') });
    expect(status).toBe(200);
    const id = /\(Error (\w+)\)$/.exec(messages[0] ?? '')?.[1];
    expect(id).toBeDefined();
    expect(messages.join()).not.toContain('secret detail');
    expect(logged.filter((line) => line.includes(`"${id}"`))).toHaveLength(1);
    expect(logged.join()).not.toMatch(/my words|5550111/);
  });

  it('nothing is acknowledged that was not saved: 503', async () => {
    const { server } = await open({
      converse: async () => {
        throw new PathfinderError('store-unavailable', 'the database could not save');
      },
    });
    const { status, headers, messages } = await postWebhook({ server, form: inboundForm(PHONE, '2') });
    expect([status, messages]).toEqual([503, []]);
    expect(headers.get('retry-after')).toBe('5');
  });
});

describe('the signature check', () => {
  it('refuses to exist in production without a token', () => {
    expect(() => signatureCheck({ authToken: '', production: true })).toThrow('TWILIO_AUTH_TOKEN');
  });
});
