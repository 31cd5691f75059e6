import { segmentsOf } from './segments.ts';
import type { TextLine } from './text-line.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const SPECIAL = /[&<>]/g;
/** What XML 1.0 cannot carry, escaped or not (https://www.w3.org/TR/xml/#charsets). */
const NOT_XML = new RegExp(
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]' +
    '|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  'g',
);

/** The TwiML that answers an inbound message with these texts, one message each; none sends nothing. */
export const twiml = (messages: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${messages.map((text) => `<Message>${escaped(text)}</Message>`).join('')}</Response>`;

const escaped = (text: string): string =>
  text.replace(NOT_XML, '').replace(SPECIAL, (character) => ENTITIES[character] ?? '');

/** The texts of a TwiML answer made by {@link twiml}, as a phone would show them. */
export const messagesOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );

/** Puts texts that follow one another into one message where that fits and costs no more parts; the order is then certain. */
export const joined = (texts: readonly string[], line: TextLine): readonly string[] => {
  const messages: string[] = [];
  for (const text of texts) {
    const last = messages.at(-1);
    const both = last === undefined ? undefined : together(last, text, line);
    if (both === undefined) messages.push(text);
    else messages[messages.length - 1] = both;
  }
  return messages;
};

const together = (first: string, second: string, { maxText, billedByPart }: TextLine): string | undefined => {
  const both = `${first}\n\n${second}`;
  if (both.length > maxText) return undefined;
  const dearer = billedByPart && segmentsOf(both).count > segmentsOf(first).count + segmentsOf(second).count;
  return dearer ? undefined : both;
};
