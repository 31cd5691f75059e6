import { createHash } from 'node:crypto';
import { openSmsDoor } from '../../test/sms-door.ts';
import { startTwilio } from '../../test/stand-ins/twilio.ts';
import { inboundForm, postWebhook } from '../../test/stand-ins/twilio-webhooks.ts';
import { twilioContract } from '../../test/twilio-contract.ts';
import { channelContract, enoughOf, type OpenDoor } from '../channel.contract.ts';

const NUMBERS = { ana: '+15550111', bea: '+15550112' };

/** The door as the people of one line find it: `prefix` stands before every number. */
const openDoor =
  (prefix: '' | 'whatsapp:'): OpenDoor =>
  async (converse) => {
    const check = await twilioContract();
    const twilio = await startTwilio();
    const door = await openSmsDoor({
      converse,
      settings: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_PHONE_NUMBER: '+15550000',
        TWILIO_API_BASE_URL: twilio.baseUrl,
      },
    });
    return {
      channel: door.channel,
      person: async (name) => {
        const number = prefix + NUMBERS[name];
        // Twilio delivers a message again when it had no answer: what the phone shows is the answer to each message, once.
        const answers = new Map<string, readonly string[]>();
        const seen = (): readonly string[] => [
          ...[...answers.values()].flat(),
          ...twilio.sent.filter(({ to }) => to === number).map(({ body }) => body),
        ];
        return {
          say: async (text, eventId) => {
            const extra = eventId && { MessageSid: `SM${createHash('md5').update(eventId).digest('hex')}` };
            const form = inboundForm(number, text, { ...extra });
            const answer = await postWebhook({ server: door.server, authToken: twilio.authToken, form });
            expect(answer.status).toBe(200);
            const before = answers.get(form.MessageSid ?? '');
            if (before) expect(answer.messages).toEqual(before);
            else answers.set(form.MessageSid ?? '', answer.messages);
          },
          sendFile: async (bytes) => {
            const MediaUrl0 = twilio.putMedia(bytes, 'application/pdf');
            const form = inboundForm(number, '', { NumMedia: '1', MediaUrl0, MediaContentType0: 'application/pdf' });
            const answer = await postWebhook({ server: door.server, authToken: twilio.authToken, form });
            answers.set(form.MessageSid ?? '', answer.messages);
          },
          sayUnproved: async (text) =>
            (await postWebhook({ server: door.server, authToken: 'another-token', form: inboundForm(number, text) }))
              .status,
          sees: async (enough) => {
            if (!enoughOf(seen(), enough)) await twilio.waitFor(() => enoughOf(seen(), enough));
            return seen();
          },
          raw: async () => seen(),
          recipient: () => ({ door: 'sms', conversation: number, group: false }),
        };
      },
      farEnd: {
        refuse: () => twilio.failNext({ kind: 'error', status: 400, code: 30003 }),
        unavailable: () =>
          twilio.failNext(...Array.from({ length: 3 }, () => ({ kind: 'busy', retryAfter: '0' }) as const)),
        silent: () => twilio.failNext({ kind: 'broken' }),
      },
      close: async () => {
        expect((await Promise.all(twilio.wire.map(check))).flat()).toEqual([]);
        await door.close();
        await twilio.close();
      },
    };
  };

channelContract('SMS', openDoor(''));
channelContract('WhatsApp', openDoor('whatsapp:'));
