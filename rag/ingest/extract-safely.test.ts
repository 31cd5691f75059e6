import { deflateSync } from 'node:zlib';
import { madePdf } from '../fixtures/made-pdf.ts';
import { rawPdf } from '../fixtures/raw-pdf.ts';
import { DEFAULT_LIMITS, type Extracted, type ExtractionLimits, type Unread } from './block.ts';
import { openExtractor } from './extract-safely.ts';

const read = (bytes: Uint8Array, name: string, limits: Partial<ExtractionLimits> = {}): Promise<Extracted | Unread> =>
  openExtractor({ ...DEFAULT_LIMITS, ...limits }).extract(bytes, name);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const reasonOf = (outcome: Extracted | Unread): string => ('reason' in outcome ? outcome.reason : 'read');

describe('a document', () => {
  it('is read for what its bytes are, whatever its name says', async () => {
    const pdf = await madePdf((page) => page.text('Check-in is from 15:20.'));
    expect(await read(pdf, 'notes.txt')).toMatchObject({ mediaType: 'application/pdf', pages: 1 });
    expect(await read(utf8('<html><body><p>Hello there</p></body></html>'), 'page')).toMatchObject({
      mediaType: 'text/html',
    });
    expect(await read(utf8('# Guide\n\nSome words.'), 'x.dat')).toMatchObject({ mediaType: 'text/markdown' });
    expect(await read(utf8('just a few words'), 'x.md')).toMatchObject({ mediaType: 'text/plain' });
  });

  it('that only calls itself a PDF is refused, and so is any binary', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52);
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xfe);
    for (const [bytes, name] of [
      [png, 'ticket.pdf'],
      [utf8('MZ this is no pdf'), 'ticket.pdf'],
      [png, 'photo.txt'],
      [zip, 'letter.docx'],
      [utf8('{\\rtf1\\ansi hello}'), 'letter.txt'],
      [Uint8Array.of(0xc3, 0x28, 0x41), 'broken.txt'],
      [utf8('looks\u0000like text'), 'odd.txt'],
    ] as const) {
      expect([name, reasonOf(await read(bytes, name))]).toEqual([name, 'unsupported-type']);
    }
  });

  it('of pictures only is said to have no text, and an empty one, too', async () => {
    const scan = await madePdf((page) => page.rect(50, 50, 300, 300).fill('#888'));
    expect(await read(scan, 'scan.pdf')).toMatchObject({ reason: 'no-text', detail: expect.stringMatching(/no text/) });
    expect(reasonOf(await read(utf8(' \n\n '), 'empty.txt'))).toBe('no-text');
    expect(reasonOf(await read(new Uint8Array(), 'nothing'))).toBe('no-text');
  });

  it('that is locked or damaged is said to be unreadable', async () => {
    const locked = await madePdf((page) => page.text('secret'), { userPassword: 'example-only' });
    expect(await read(locked, 'locked.pdf')).toMatchObject({
      reason: 'unreadable',
      detail: expect.stringMatching(/password/),
    });
    expect(reasonOf(await read(utf8('%PDF-1.7\nnothing of the kind'), 'torn.pdf'))).toBe('unreadable');
  });

  it('of 5,000 pages is refused before they are read', async () => {
    expect(await read(rawPdf({ pages: 5_000 }), 'long.pdf')).toMatchObject({
      reason: 'too-many-pages',
      detail: expect.stringContaining('5,000'),
    });
  });

  it('that unpacks to hundreds of megabytes is stopped while the process stays small', async () => {
    const once = deflateSync(Buffer.alloc(400_000_000, ' '), { level: 1 });
    const twice = deflateSync(once, { level: 9 });
    const before = process.memoryUsage.rss();
    const outcome = await read(rawPdf({ pages: 1, content: twice, filter: '[/FlateDecode/FlateDecode]' }), 'bomb.pdf', {
      maxMegabytes: 120,
    });
    expect(reasonOf(outcome)).toBe('too-large');
    expect(process.memoryUsage.rss() - before).toBeLessThan(400_000_000);
  });

  it('that takes too long is stopped', async () => {
    const words = Buffer.from(`BT /F1 12 Tf 72 700 Td ${'(words) Tj '.repeat(2_000_000)} ET`);
    const outcome = await read(rawPdf({ pages: 1, content: deflateSync(words), filter: '/FlateDecode' }), 'slow.pdf', {
      timeoutMs: 600,
    });
    expect(reasonOf(outcome)).toBe('too-large');
  });

  it('with more bytes or more text than the limits is refused, saying so', async () => {
    expect(reasonOf(await read(utf8('x'.repeat(2_000)), 'a.txt', { maxBytes: 1_000 }))).toBe('too-large');
    const long = utf8('Some words of it.\n\n'.repeat(1_000));
    expect(await read(long, 'a.txt', { maxCharacters: 5_000 })).toMatchObject({
      reason: 'too-large',
      detail: expect.stringContaining('5,000'),
    });
  });

  it('nested ten thousand deep does not take the reader down', async () => {
    const deep = utf8(`<html><body>${'<div>'.repeat(20_000)}bottom${'</div>'.repeat(20_000)}</body></html>`);
    const outcome = await read(deep, 'deep.html');
    expect(['read', 'unreadable']).toContain(reasonOf(outcome));
    expect(reasonOf(await read(utf8('still here'), 'next.txt'))).toBe('read');
  });
});
