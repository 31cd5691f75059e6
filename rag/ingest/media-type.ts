import type { MediaType, Unread } from './block.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const utf16 = new TextDecoder('utf-16le', { fatal: true });

/** A document's kind as its bytes show it, with its text where it is text. */
export type Recognised =
  | { readonly mediaType: 'application/pdf' }
  | { readonly mediaType: Exclude<MediaType, 'application/pdf'>; readonly text: string };

/** A PDF may carry a little before its header (ISO 32000-2, annex I.7.5.2 allows 1,024 bytes). */
const PDF_HEADER_WITHIN = 1_024;

const KINDS = 'I read PDF, HTML, Markdown and plain text.';

/** What the bytes are. The name chooses nothing; one that claims a PDF which the bytes are not is refused as a lie. */
export const recognise = (bytes: Uint8Array, name: string): Recognised | Unread => {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEADER_WITHIN));
  if (head.includes('%PDF-')) return { mediaType: 'application/pdf' };
  if (/\.pdf$/i.test(name.trim())) {
    return { reason: 'unsupported-type', detail: `It is named a PDF but is not one. ${KINDS}` };
  }
  const text = decode(bytes);
  if (text === undefined) return { reason: 'unsupported-type', detail: `I can't read that kind of file. ${KINDS}` };
  const start = text.slice(0, 4_000).trimStart();
  if (/^(?:\{\\rtf|<svg[\s>]|<\?php|#!\/)/i.test(start)) {
    return { reason: 'unsupported-type', detail: `I can't read that kind of file. ${KINDS}` };
  }
  if (looksLikeHtml(start)) return { mediaType: 'text/html', text };
  return { mediaType: looksLikeMarkdown(text) ? 'text/markdown' : 'text/plain', text };
};

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    const text = bytes[0] === 0xff && bytes[1] === 0xfe ? utf16.decode(bytes) : utf8.decode(bytes);
    // No text holds NUL, and hardly any holds other control characters: those are binary files that happen to decode.
    let controls = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 0) return undefined;
      if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls += 1;
    }
    return controls > 8 && controls > text.length / 100 ? undefined : text;
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

/** Two different signs, or a heading: a dash before an item alone is how people write plain lists, too. */
const looksLikeMarkdown = (text: string): boolean => {
  const sample = text.slice(0, 50_000);
  const signs = MARKDOWN_SIGNS.filter((sign) => sign.test(sample)).length;
  return signs >= 2 || /^#{1,6} \S/m.test(sample);
};
