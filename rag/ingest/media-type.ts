import type { MediaType, Unread } from './block.ts';
import { listingOf } from './zip-listing.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const utf16le = new TextDecoder('utf-16le', { fatal: true });
const utf16be = new TextDecoder('utf-16be', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

type Textual = Extract<MediaType, `text/${string}`>;

/** A document's kind as its bytes show it, with its text where it is text. */
export type Recognised =
  | { readonly mediaType: Exclude<MediaType, Textual> }
  | { readonly mediaType: Textual; readonly text: string };

/** A PDF may carry a little before its header (ISO 32000-2, annex I.7.5.2 allows 1,024 bytes). */
const PDF_HEADER_WITHIN = 1_024;
/** Of what a package claims to unpack to: more is no document. */
const MOST_UNPACKED_BYTES = 100_000_000;
/** In an old text, at most this share of the bytes is beyond ASCII. */
const MOST_BEYOND_ASCII = 0.3;

const KINDS =
  'I read PDF, Word (.docx), web pages, Markdown, plain text, calendars (.ics), e-mails (.eml) and pictures with a caption.';
const CLAIMS = [
  [/\.pdf$/i, 'a PDF'],
  [/\.docx$/i, 'a Word document'],
] as const;

/** What the bytes are. The name chooses nothing but how sure Markdown has to be; one that claims a kind which the bytes are not is refused as a lie. */
export const recognise = (bytes: Uint8Array, name: string): Recognised | Unread => {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEADER_WITHIN));
  if (head.includes('%PDF-')) return { mediaType: 'application/pdf' };
  if (head.startsWith('PK\u0003\u0004')) return recognisePackage(bytes);
  for (const [claim, kind] of CLAIMS) {
    if (claim.test(name.trim())) return unsupported(`It is named ${kind} but is not one.`);
  }
  const picture = pictureType(head);
  if (picture) return { mediaType: picture };
  if (looksLikeMail(head)) return { mediaType: 'message/rfc822' };
  const text = decode(bytes);
  if (text === undefined) return unsupported("I can't read that kind of file.");
  const start = text.slice(0, 4_000).trimStart();
  if (/^(?:\{\\rtf|<svg[\s>]|<\?php|#!\/)/i.test(start)) return unsupported("I can't read that kind of file.");
  if (/^BEGIN:VCALENDAR\s/i.test(start)) return { mediaType: 'text/calendar', text };
  if (looksLikeHtml(start)) return { mediaType: 'text/html', text };
  return {
    mediaType: looksLikeMarkdown(text, /\.(?:md|markdown)$/i.test(name)) ? 'text/markdown' : 'text/plain',
    text,
  };
};

const unsupported = (why: string): Unread => ({ reason: 'unsupported-type', detail: `${why} ${KINDS}` });

const recognisePackage = (bytes: Uint8Array): Recognised | Unread => {
  const listing = listingOf(bytes);
  if (!listing) return unsupported("I can't read that kind of file.");
  if (listing.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > MOST_UNPACKED_BYTES) {
    return { reason: 'too-large', detail: 'It unpacks to far more than a document should, so I left it alone.' };
  }
  return listing.some(({ name }) => name === 'word/document.xml')
    ? { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
    : unsupported("I can't read that kind of file.");
};

const pictureType = (head: string): Extract<MediaType, `image/${string}`> | undefined => {
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  return head.startsWith('RIFF') && head.startsWith('WEBP', 8) ? 'image/webp' : undefined;
};

/** Whether the bytes hold their words packed, among pictures and fonts: a PDF, a Word file, a picture. */
export const isPacked = (bytes: Uint8Array): boolean => {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEADER_WITHIN));
  return head.includes('%PDF-') || head.startsWith('PK\u0003\u0004') || pictureType(head) !== undefined;
};

/** Whether the bytes are a picture, whose words can only be its caption. */
export const isPicture = (bytes: Uint8Array): boolean =>
  pictureType(String.fromCharCode(...bytes.subarray(0, 16))) !== undefined;

const MAIL_FIELDS =
  /^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type|reply-to):/gim;

/** Header fields from the first line on, two of a mail's own at least (RFC 5322). */
const looksLikeMail = (head: string): boolean => {
  if (!/^(?:From [^\n]{1,200}\r?\n)?[A-Za-z][A-Za-z-]{1,40}:[ \t]?[^\n]*\r?\n/.test(head)) return false;
  const fields = head.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const known = new Set((fields.match(MAIL_FIELDS) ?? []).map((field) => field.toLowerCase()));
  return (
    known.size >= 3 &&
    known.has('from:') &&
    fields.split(/\r?\n/).every((line) => /^(?:From |[\w-]+:|[ \t])/.test(line) || line.length > 900)
  );
};

const decode = (bytes: Uint8Array): string | undefined => {
  const text = decoded(bytes);
  if (text === undefined) return undefined;
  // No text holds NUL, and hardly any holds other control characters: those are binary files that happen to decode.
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return undefined;
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls += 1;
  }
  return controls > 8 && controls > text.length / 100 ? undefined : text;
};

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16le.decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16be.decode(bytes);
    return utf8.decode(bytes);
  } catch {
    // What old programs on Windows wrote: mostly ASCII, and never a control character.
    let beyond = 0;
    for (const byte of bytes) {
      if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return undefined;
      if (byte > 126) beyond += 1;
    }
    return beyond <= bytes.length * MOST_BEYOND_ASCII ? windows1252.decode(bytes) : undefined;
  }
};

const looksLikeHtml = (start: string): boolean =>
  /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype html|html|head|body|title|meta|div|p|h[1-6]|table|ul|ol|section|article|main|header|nav|style|script|span|center)[\s>]/i.test(
    start,
  );

const MARKDOWN_SIGNS = [
  /^#{1,6} \S/m,
  /^\s{0,3}[-*+] \S/m,
  /\*\*\S[^\n]{0,200}\*\*/,
  /!?\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)/,
  /^\|.{1,500}\|\s*$/m,
  /^>\s\S/m,
];

/**
 * Two different signs, or a heading: a dash before an item alone is how people write plain lists, too. Of a text that is
 * `named` Markdown one sign is enough.
 */
const looksLikeMarkdown = (text: string, named: boolean): boolean => {
  const sample = text.slice(0, 50_000);
  const signs = MARKDOWN_SIGNS.filter((sign) => sign.test(sample)).length;
  return signs >= (named ? 1 : 2) || /^#{1,6} \S/m.test(sample);
};
