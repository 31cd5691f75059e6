import PostalMime from 'postal-mime';
import type { Block, Extracted, GivenFile, Unread } from '../block.ts';
import { cleanLine } from '../clean-text.ts';
import { displayName } from '../display-name.ts';
import { withForwarded } from './forwarded.ts';
import { readHtml } from './html.ts';
import { readText } from './text.ts';

/** Attachments that are read with their mail. */
const MOST_ATTACHMENTS = 20;

/**
 * Reads an e-mail: subject as its title, who wrote when, its words, and what `readAttached` finds in its attachments.
 * What is attached and cannot be read is named in `unread`.
 */
export const readMail = async (
  bytes: Uint8Array,
  meter: (text: string) => void,
  readAttached: ((file: GivenFile) => Promise<Extracted | Unread>) | undefined,
): Promise<{ readonly blocks: readonly Block[]; readonly unread?: string | undefined }> => {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  const blocks: Block[] = [];
  const put = (kind: Block['kind'], said: string, level?: number): void => {
    const text = cleanLine(said);
    if (text === '') return;
    meter(text);
    blocks.push(level === undefined ? { kind, text } : { kind, text, level });
  };
  put('heading', subjectOf(mail.subject ?? 'E-mail'), 1);
  const from = [mail.from?.name, mail.from?.address && `<${mail.from.address}>`].filter(Boolean).join(' ');
  if (from !== '') put('paragraph', `From: ${from.replace(/[<>]/g, '')}`);
  if (mail.date) put('paragraph', `Sent: ${sentOn(mail.date)}`);
  const body = mail.html ? readHtml(mail.html, { meter }) : readText(mail.text ?? '', { markdown: false, meter });
  blocks.push(...withForwarded(body, subjectOf).map(below));
  if (!readAttached) return { blocks };
  const left: string[] = [];
  for (const { filename, content, related, disposition, mimeType } of mail.attachments.slice(0, MOST_ATTACHMENTS)) {
    // Pictures of the letter's layout are no documents; a PDF shown in the letter (some programs send all so) is one.
    const isLayout = mimeType.startsWith('image/') && (related || disposition === 'inline');
    if (isLayout || typeof content === 'string') continue;
    const name = displayName(filename ?? 'attachment');
    const read = await readAttached({ bytes: new Uint8Array(content), name });
    if ('reason' in read) {
      left.push(name);
      continue;
    }
    // An invitation is a part of its letter, and mostly has no name.
    if (filename || read.mediaType !== 'text/calendar') put('heading', `Attachment: ${name}`, 2);
    // Its pages are not the mail's.
    blocks.push(...read.blocks.map(({ page: _, ...block }) => below(below(block))));
  }
  return { blocks, unread: left.length === 0 ? undefined : `what is attached as ${left.join(', ')}` };
};

/** What programs put before the subject of a letter that is answered or sent on, in the languages of those we saw. */
const SENT_ON = /^(?:(?:re|fwd?|aw|wg|tr|sv|vs|rv|enc)\s?:\s*)+(?=\S)/i;

const subjectOf = (subject: string): string => subject.replace(SENT_ON, '');

const SENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });

/** A block one heading deeper. */
const below = (block: Block): Block =>
  block.kind === 'heading' && block.level !== undefined ? { ...block, level: Math.min(6, block.level + 1) } : block;

const sentOn = (date: string): string => {
  const sent = new Date(date);
  if (Number.isNaN(sent.getTime())) return date;
  return `${SENT.format(sent).replace(',', '')} UTC`;
};
