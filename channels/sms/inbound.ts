import type { Incoming, IncomingFile } from '../../bot/incoming.ts';
import { numberOf, phoneAddress } from './phone-address.ts';
import { lineOf } from './text-line.ts';

/** A parsed form; a repeated field is an array (https://nodejs.org/api/querystring.html). */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One text message as Twilio posts it (https://www.twilio.com/docs/messaging/guides/webhook-request). */
export interface Inbound {
  readonly messageSid: string;
  /** Our own number or sender. */
  readonly to: string;
  /** Twilio has answered the sender itself (Advanced Opt-Out): we must not answer too. */
  readonly answered: boolean;
  readonly incoming: Incoming;
}

/** Twilio attaches at most this many files (https://www.twilio.com/docs/messaging/api/media-resource). */
const MAX_MEDIA = 10;
/** Characters of a WhatsApp profile's name that are read. */
const MAX_NAME = 60;
/** A message's id: SM or MM and 32 hex digits; the simulator's may be any short word. */
const MESSAGE_SID = /^[\w-]{1,64}$/;
const OPT_OUT_WORDS: ReadonlySet<string> = new Set(['STOP', 'START', 'HELP']);

/**
 * Reads a form. Undefined when it is no message: a field that must be there is missing, repeated or malformed. Without a
 * carrier (the simulator) nobody but us confirms STOP.
 */
export const readInbound = (
  form: Form,
  mediaReader: (url: string) => IncomingFile['read'],
  hasCarrier: boolean,
): Inbound | undefined => {
  const messageSid = field(form, 'MessageSid') ?? field(form, 'SmsMessageSid');
  const from = phoneAddress(field(form, 'From') ?? '');
  const to = phoneAddress(field(form, 'To') ?? '');
  const body = form.Body ?? '';
  if (!messageSid || !MESSAGE_SID.test(messageSid) || !from || !to || typeof body !== 'string') return undefined;
  const optOut = field(form, 'OptOutType')?.toUpperCase();
  const answered = optOut !== undefined && OPT_OUT_WORDS.has(optOut);
  return {
    messageSid,
    to,
    answered,
    incoming: {
      door: 'sms',
      eventId: messageSid,
      conversation: from,
      group: false,
      // Texts and WhatsApp of one number are two conversations with one person.
      sender: { address: { door: 'sms', value: numberOf(from) }, name: field(form, 'ProfileName')?.slice(0, MAX_NAME) },
      // The account may have opt-out words of its own ("BASTA"): what they mean is what the bot must hear.
      text: answered ? optOut : body,
      files: media(form, mediaReader),
      event: 'message',
      confirmsStop: !hasCarrier || !lineOf(from).carrierConfirmsStop,
      reference: { from: to },
    },
  };
};

/** A field given once and not empty. */
export const field = (form: Form, name: string): string | undefined => {
  const value = form[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const NO_FILES: readonly IncomingFile[] = [];

const media = (form: Form, mediaReader: (url: string) => IncomingFile['read']): readonly IncomingFile[] => {
  const count = Math.min(Number.parseInt(field(form, 'NumMedia') ?? '0', 10) || 0, MAX_MEDIA);
  if (count <= 0) return NO_FILES;
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const url = field(form, `MediaUrl${index}`);
    if (!url) return [];
    const mediaType = (field(form, `MediaContentType${index}`) ?? 'application/octet-stream').toLowerCase();
    return [{ name: fileName(url, mediaType), mediaType, read: mediaReader(url) }];
  });
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/html': 'html',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'audio/amr': 'amr',
  'audio/ogg': 'ogg',
};

/** Twilio passes on no file names: one is made of the media's id, the same for the same file. */
const fileName = (url: string, mediaType: string): string => {
  const tag = /([\w-]{1,6})\/?(?:[?#].*)?$/.exec(url)?.[1] ?? 'file';
  return `texted-${tag.toLowerCase()}.${EXTENSIONS[mediaType.split(';', 1)[0] ?? ''] ?? 'bin'}`;
};
