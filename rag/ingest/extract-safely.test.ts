import { deflateSync } from 'node:zlib';
import JSZip from 'jszip';
import { docxParagraph, madeDocx } from '../fixtures/made-docx.ts';
import { madePdf } from '../fixtures/made-pdf.ts';
import { rawPdf } from '../fixtures/raw-pdf.ts';
import { DEFAULT_LIMITS, type Extracted, type ExtractionLimits, type Unread } from './block.ts';
import { openExtractor } from './extract-safely.ts';

const read = (bytes: Uint8Array, name: string, limits: Partial<ExtractionLimits> = {}): Promise<Extracted | Unread> =>
  openExtractor({ ...DEFAULT_LIMITS, ...limits }).extract({ bytes, name }, 'user_ana');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const reasonOf = (outcome: Extracted | Unread): string => ('reason' in outcome ? outcome.reason : 'read');

/** A letter with these texts attached; one that begins as a mail does is attached as a mail. */
const mailWith = (attached: readonly string[]): Uint8Array =>
  utf8(
    [
      'From: a@example.com\nTo: b@example.com\nSubject: Papers\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n',
      '--b\nContent-Type: text/plain\n\nWords of the letter.',
      ...attached.map(
        (text, n) =>
          `--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${n}.${text.startsWith('From:') ? 'eml' : 'txt'}"\n\n${Buffer.from(text).toString('base64')}`,
      ),
      '--b--',
    ].join('\n'),
  );

describe('a document', () => {
  it('is read for what its bytes are, whatever its name says', async () => {
    const pdf = await madePdf((page) => page.text('Check-in is from 15:20.'));
    expect(await read(pdf, 'notes.txt')).toMatchObject({ mediaType: 'application/pdf', pages: 1 });
    expect(await read(utf8('<html><body><p>Hello there</p></body></html>'), 'page')).toMatchObject({
      mediaType: 'text/html',
    });
    expect(await read(utf8('# Guide\n\nSome words.'), 'x.dat')).toMatchObject({ mediaType: 'text/markdown' });
    expect(await read(utf8('**Doyles**: Aisling, Cormac'), 'people.md')).toMatchObject({ mediaType: 'text/markdown' });
    expect(await read(utf8('**Doyles**: Aisling, Cormac'), 'people.txt')).toMatchObject({ mediaType: 'text/plain' });
    expect(await read(utf8('just a few words'), 'x.md')).toMatchObject({ mediaType: 'text/plain' });
  });

  it('that only calls itself a PDF is refused, and so is any binary', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52);
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xfe);
    for (const [bytes, name] of [
      [png, 'ticket.pdf'],
      [utf8('MZ this is no pdf'), 'ticket.pdf'],
      [zip, 'letter.docx'],
      [utf8('{\\rtf1\\ansi hello}'), 'letter.txt'],
      [Uint8Array.of(0xc3, 0x28, 0x41), 'broken.txt'],
      [utf8('looks\u0000like text'), 'odd.txt'],
      [utf8(`a program ${'\u0001\u0002\u0003'.repeat(20)}`), 'odd.txt'],
      [utf8('<svg xmlns="http://www.w3.org/2000/svg"><text>Hello</text></svg>'), 'map.txt'],
      [utf8('<?php echo "Hello there"; ?>'), 'page.html'],
      [utf8('#!/bin/sh\necho Hello there'), 'run.txt'],
    ] as const) {
      expect([name, reasonOf(await read(bytes, name))]).toEqual([name, 'unsupported-type']);
    }
  });

  it.each([
    ['nothing at all', Uint8Array.of(), 'ticket.pdf', 'no-text', '0 bytes'],
    [
      'a picture of a new phone',
      utf8('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000'),
      'a.heic',
      'unsupported-type',
      'JPEG',
    ],
    ['Rich Text', utf8('{\\rtf1\\ansi hello}'), 'letter.rtf', 'unsupported-type', '.docx'],
    [
      'an old Word file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'a.doc',
      'unsupported-type',
      '.docx',
    ],
  ])('that is %s is refused with what to send instead', async (_, bytes, name, reason, instead) => {
    expect(await read(bytes, name)).toEqual({ reason, detail: expect.stringContaining(instead) });
  });

  it('that is a spreadsheet is refused by that name', async () => {
    const sheet = await new JSZip().file('xl/workbook.xml', '<workbook/>').generateAsync({ type: 'uint8array' });
    expect(await read(sheet, 'costs.xlsx')).toEqual({
      reason: 'unsupported-type',
      detail: 'It is a spreadsheet. Save it as PDF and send me that.',
    });
  });

  it('that is an archive is refused by that name, whatever its own name claims', async () => {
    const archive = await new JSZip().file('a.txt', 'hello').generateAsync({ type: 'uint8array' });
    const told = 'It is a ZIP archive: send me the files in it one by one.';
    expect(await read(archive, 'tickets.zip')).toEqual({
      reason: 'unsupported-type',
      detail: expect.stringMatching(new RegExp(`^${told}`)),
    });
    expect(await read(archive, 'tickets.pdf')).toEqual({
      reason: 'unsupported-type',
      detail: expect.stringMatching(new RegExp(`^It is named a PDF but is not one. ${told}`)),
    });
  });

  it('is read in the letters it was written in', async () => {
    const utf16 = Uint8Array.from(Buffer.from('The key is in box seven.', 'utf16le'));
    expect(await read(utf16, 'note.txt')).toMatchObject({ blocks: [{ text: 'The key is in box seven.' }] });
    const page = Buffer.from('<html><head><meta charset="iso-8859-2"></head><p>\xaf\xf3\xb3w</p></html>', 'latin1');
    expect(await read(Uint8Array.from(page), 'page.html')).toMatchObject({ blocks: [{ text: 'Żółw' }] });
  });

  it('is a picture only by its caption', async () => {
    const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46);
    const extractor = openExtractor(DEFAULT_LIMITS);
    expect(await extractor.extract({ bytes, name: 'photo.txt' }, 'user_ana')).toMatchObject({
      reason: 'no-text',
      detail: expect.stringContaining('picture'),
    });
    expect(
      await extractor.extract(
        { bytes, name: 'photo.txt', caption: 'The  key safe is behind the blue gate.' },
        'user_ana',
      ),
    ).toEqual({
      mediaType: 'image/jpeg',
      pages: 1,
      blocks: [{ kind: 'paragraph', text: 'The key safe is behind the blue gate.' }],
      chunks: [{ ordinal: 0, units: ['The key safe is behind the blue gate.'], spans: [[0, 37]] }],
    });
  });

  it('of more lines than anybody wrote is refused, however few bytes they take', async () => {
    for (const [line, name] of [
      ['a: b\n', 'list.txt'],
      ['# a\n', 'heads.md'],
      ['It is so. ', 'one-line.txt'],
    ] as const)
      expect(await read(Buffer.from(line.repeat(21_000)), name)).toEqual({
        reason: 'too-large',
        detail: 'It holds more lines than I can read at once (20,000). Send me the part that matters.',
      });
  });

  it('waits for one at most of somebody who sends many', async () => {
    const extractor = openExtractor(DEFAULT_LIMITS);
    const read: string[] = [];
    const senders = ['user_mallory', 'user_mallory', 'user_mallory', 'user_bea'];
    await Promise.all(
      senders.map(async (whose, n) => {
        await extractor.extract({ bytes: Buffer.from(`Paper ${n} of mine.`), name: 'a.txt' }, whose);
        read.push(`${whose} ${n}`);
      }),
    );
    expect(read).toEqual(['user_mallory 0', 'user_mallory 1', 'user_bea 3', 'user_mallory 2']);
  });

  it('written by an old program on Windows is read', async () => {
    const latin = Uint8Array.from(Buffer.from('Caf\xe9 S\xe3o Jo\xe3o opens at nine, says the owner.', 'latin1'));
    expect(await read(latin, 'note.txt')).toMatchObject({
      blocks: [{ text: 'Café São João opens at nine, says the owner.' }],
    });
  });

  it('packed like a Word file is read when it is one, and refused when it claims to unpack to a mountain', async () => {
    expect(await read(await madeDocx(docxParagraph('The cot is free.')), 'letter')).toMatchObject({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      blocks: [{ kind: 'paragraph', text: 'The cot is free.' }],
    });
    const bomb = await madeDocx(docxParagraph('again and again '.repeat(7_000_000)));
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(reasonOf(await read(bomb, 'bomb.docx'))).toBe('too-large');
    // Its list says 1 byte each: the reading itself must stop.
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    for (let at = 0; at < liar.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    expect(['too-large', 'unreadable']).toContain(reasonOf(await read(liar, 'liar.docx', { maxMegabytes: 200 })));
    const encrypted = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    expect(await read(encrypted, 'secret.docx')).toMatchObject({
      reason: 'unreadable',
      detail: expect.stringMatching(/password/),
    });
  });

  it('of pictures only is said to have no text, and an empty one, too', async () => {
    const scan = await madePdf((page) => page.rect(50, 50, 300, 300).fill('#888'));
    expect(await read(scan, 'scan.pdf')).toMatchObject({ reason: 'no-text', detail: expect.stringMatching(/scan/) });
    expect(reasonOf(await read(utf8(' \n\n '), 'empty.txt'))).toBe('no-text');
    expect(reasonOf(await read(new Uint8Array(), 'nothing'))).toBe('no-text');
  });

  it('in which some pages are pictures is read, and those pages are named', async () => {
    const mixed = await madePdf((page) => {
      page.text('Check-in is from 15:20.');
      for (const _ of [2, 3]) page.addPage().rect(50, 50, 300, 300).fill('#888');
      page.addPage().fillColor('black').text('The deposit is EUR 50.');
      page.addPage().rect(50, 50, 300, 300).fill('#888');
    });
    expect(await read(mixed, 'mixed.pdf')).toMatchObject({
      pages: 5,
      unread: 'pages 2-3 and 5 without text: pictures, perhaps',
    });
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

  it.each([
    ['a web page', (words: string) => utf8(`<html><body>${words.replaceAll('\n\n', '<p>')}</body></html>`)],
    ['a mail', (words: string) => utf8(`From: a@example.com\nTo: b@example.com\nSubject: Long\n\n${words}`)],
    [
      'a mail whose subject is',
      (words: string) =>
        utf8(`From: a@example.com\nTo: b@example.com\nSubject: ${words.trim().replaceAll('\n\n', '\n ')}\n\nHi`),
    ],
    ['a PDF', (words: string) => madePdf((page) => page.text(words))],
    ['a mail of many attachments', (words: string) => mailWith(Array.from({ length: 4 }, () => words.slice(0, 2_000)))],
  ])('that is %s of more text than the limits is refused, too', async (_, made) => {
    const bytes = await made('Some words of it.\n\n'.repeat(1_000));
    expect(await read(bytes, 'long', { maxCharacters: 5_000 })).toMatchObject({
      reason: 'too-large',
      detail: expect.stringContaining('5,000'),
    });
  });

  it('that is a mail is read with twenty attachments, and not with what hangs on a mail that hangs on it', async () => {
    const many = await read(mailWith(Array.from({ length: 25 }, (_, n) => `Note number ${n}.`)), 'many');
    expect(JSON.stringify(many)).toContain('Note number 19.');
    expect(JSON.stringify(many)).not.toContain('Note number 20.');
    const inner = Buffer.from(mailWith(['The innermost words.'])).toString();
    const nested = JSON.stringify(await read(mailWith([inner]), 'nested'));
    expect(nested).toContain('Words of the letter.');
    expect(nested).not.toContain('innermost');
  });

  it('of millions of tags is stopped, and the process goes on', async () => {
    const many = utf8(`<html><body>${'<b></b>'.repeat(3_000_000)}</body></html>`);
    expect(reasonOf(await read(many, 'many.html', { maxMegabytes: 60 }))).toBe('too-large');
    expect(reasonOf(await read(utf8('still here'), 'next.txt'))).toBe('read');
  });

  it('nested ten thousand deep does not take the reader down', async () => {
    const deep = utf8(`<html><body>${'<div>'.repeat(20_000)}bottom${'</div>'.repeat(20_000)}</body></html>`);
    const outcome = await read(deep, 'deep.html');
    expect(['read', 'unreadable']).toContain(reasonOf(outcome));
    expect(reasonOf(await read(utf8('still here'), 'next.txt'))).toBe('read');
  });
});
