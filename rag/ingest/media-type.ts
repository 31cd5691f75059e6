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
const PACKAGES = [
  ['xl/workbook.xml', 'It is a spreadsheet.'],
  ['ppt/presentation.xml', 'It is a slide show.'],
  ['META-INF/container.xml', 'It is an e-book.'],
  ['META-INF/manifest.xml', 'It is an OpenDocument file.'],
] as const;
/** What people send that is not read, by how it begins, and what to send in its place. */
const INSTEAD = [
  [
    /^[\s\S]{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)/,
    'It is a picture as new phones keep them. Send it as a JPEG, with a line that says what it shows.',
  ],
  [/^\u00d0\u00cf.\u00e0\u00a1\u00b1/, 'It is in an old Office format. Save it as PDF or .docx and send me that.'],
  [/^\{\\rtf/, 'It is in Rich Text. Save it as PDF or .docx and send me that.'],
] as const;
const CLAIMS = [
  [/\.pdf$/i, 'a PDF'],
  [/\.docx$/i, 'a Word document'],
] as const;

/** What the bytes are. The name chooses nothing but how sure Markdown has to be; one that claims a kind which the bytes are not is refused as a lie. */
export const recognise = (bytes: Uint8Array, name: string): Recognised | Unread => {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEADER_WITHIN));
  if (head.includes('%PDF-')) return { mediaType: 'application/pdf' };
  if (head.startsWith('PK\u0003\u0004')) return recognisePackage(bytes, claimed(name));
  const claim = claimed(name);
  if (claim) return unsupported(`It is named ${claim} but is not one.`);
  const picture = pictureType(head);
  if (picture) return { mediaType: picture };
  for (const [begins, instead] of INSTEAD)
    if (begins.test(head)) return { reason: 'unsupported-type', detail: instead };
  if (looksLikeMail(head)) return { mediaType: 'message/rfc822' };
  const text = decode(bytes);
  if (text === undefined) return unsupported("I can't read that kind of file.");
  const start = text.slice(0, 4_000).trimStart();
  if (/^(?:<svg[\s>]|<\?php|#!\/)/i.test(start)) return unsupported("I can't read that kind of file.");
  if (/^BEGIN:VCALENDAR\s/i.test(start)) return { mediaType: 'text/calendar', text };
  if (looksLikeHtml(start)) return { mediaType: 'text/html', text };
  return {
    mediaType: looksLikeMarkdown(text, /\.(?:md|markdown)$/i.test(name)) ? 'text/markdown' : 'text/plain',
    text,
  };
};

const unsupported = (why: string): Unread => ({ reason: 'unsupported-type', detail: `${why} ${KINDS}` });

/** What the name says the file is, of the kinds that are read from packed bytes. */
const claimed = (name: string): string | undefined => CLAIMS.find(([claim]) => claim.test(name.trim()))?.[1];

const recognisePackage = (bytes: Uint8Array, claim: string | undefined): Recognised | Unread => {
  const listing = listingOf(bytes);
  if (!listing) return unsupported("I can't read that kind of file.");
  if (listing.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > MOST_UNPACKED_BYTES) {
    return { reason: 'too-large', detail: 'It unpacks to far more than a document should, so I left it alone.' };
  }
  const holds = (file: string): boolean => listing.some(({ name }) => name === file);
  if (holds('word/document.xml'))
    return { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  const instead = PACKAGES.find(([file]) => holds(file))?.[1];
  if (instead) return { reason: 'unsupported-type', detail: `${instead} Save it as PDF and send me that.` };
  const lie = claim === undefined ? '' : `It is named ${claim} but is not one. `;
  return unsupported(`${lie}It is a ZIP archive: send me the files in it one by one.`);
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
    if (isUnmarkedUtf16(bytes)) return utf16le.decode(bytes);
    return utf8.decode(bytes);
  } catch {
    const said = declared(bytes);
    if (said) return said.decode(bytes);
    // What old programs on Windows wrote: mostly ASCII, and never a control character.
    let beyond = 0;
    for (const byte of bytes) {
      if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return undefined;
      if (byte > 126) beyond += 1;
    }
    return beyond <= bytes.length * MOST_BEYOND_ASCII ? windows1252.decode(bytes) : undefined;
  }
};

/** Of the second bytes of unmarked UTF-16, at least this share is 0 in any text that is Latin for the most part. */
const LEAST_ZEROS = 0.7;

/** Whether the bytes are UTF-16 as Windows writes it, without the mark before it: every second one is 0, and no first one. */
const isUnmarkedUtf16 = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 2_000);
  if (sample.length < 8 || bytes.length % 2 === 1) return false;
  let zeros = 0;
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) return false;
    if (sample[index + 1] === 0) zeros += 1;
  }
  return zeros >= (sample.length / 2) * LEAST_ZEROS;
};

/** The encoding a web page declares in its head; `undefined` when it declares none that is known. */
const declared = (bytes: Uint8Array): TextDecoder | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEADER_WITHIN));
  const label = /<meta[^>]{1,200}charset=["']?([\w-]{2,30})/i.exec(head)?.[1];
  try {
    return label && !/^utf-?8$/i.test(label) ? new TextDecoder(label) : undefined;
  } catch {
    return undefined;
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
