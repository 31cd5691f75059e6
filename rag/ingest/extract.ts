import {
  type Block,
  characterMeter,
  type Extracted,
  type ExtractionLimits,
  type MediaType,
  TooMuch,
  type Unread,
} from './block.ts';
import { readText } from './formats/text.ts';
import { recognise } from './media-type.ts';

/** A document's words in order, or why there are none. Runs in a thread of its own: see `extract-safely.ts`. */
export const extract = async (
  bytes: Uint8Array,
  name: string,
  limits: ExtractionLimits,
): Promise<Extracted | Unread> => {
  if (bytes.length > limits.maxBytes) {
    return {
      reason: 'too-large',
      detail: `It is larger than ${Math.floor(limits.maxBytes / 1_000_000)} MB, the most I take.`,
    };
  }
  const known = recognise(bytes, name);
  if ('reason' in known) return known;
  const meter = characterMeter(limits);
  try {
    if (known.mediaType === 'application/pdf') {
      // Each reader brings its library: only the one that is needed is loaded.
      const { readPdf } = await import('./formats/pdf.ts');
      const { pages, blocks } = await readPdf(bytes, limits, meter);
      return withWords(known.mediaType, pages, blocks);
    }
    if (known.mediaType === 'text/html') {
      const { readHtml } = await import('./formats/html.ts');
      return withWords(known.mediaType, 1, readHtml(known.text, { meter }));
    }
    const blocks = readText(known.text, { markdown: known.mediaType === 'text/markdown', meter });
    return withWords(known.mediaType, 1, blocks);
  } catch (error) {
    if (error instanceof TooMuch) return error.refusal;
    if (error instanceof Error && error.name === 'PasswordException') {
      return { reason: 'unreadable', detail: 'It is locked with a password. Send me a copy without one.' };
    }
    return { reason: 'unreadable', detail: 'The file is damaged, so I could not read it.' };
  }
};

const withWords = (mediaType: MediaType, pages: number, blocks: readonly Block[]): Extracted | Unread => {
  if (blocks.length > 0) return { mediaType, pages, blocks };
  return mediaType === 'application/pdf'
    ? {
        reason: 'no-text',
        detail:
          'It holds pictures of pages but no text (a scan, perhaps), so I can’t search it. Send me a PDF with text in it.',
      }
    : { reason: 'no-text', detail: 'There is no text in it.' };
};
