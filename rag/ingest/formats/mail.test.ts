import { madePdf } from '../../fixtures/made-pdf.ts';
import { DEFAULT_LIMITS, type Extracted } from '../block.ts';
import { extract } from '../extract.ts';
import { readCalendar } from './calendar.ts';

const HEAD = ['From: desk@boats.example', 'To: ana@example.com', 'Subject: Your boat', 'MIME-Version: 1.0'];
const read = async (lines: readonly string[]): Promise<Extracted> => {
  const found = await extract({ bytes: new TextEncoder().encode(lines.join('\r\n')), name: 'mail' }, DEFAULT_LIMITS);
  if ('reason' in found) throw new Error(found.detail);
  return found;
};

describe('an e-mail', () => {
  it('is read with a PDF that its program set into the letter, and says what of it could not be read', async () => {
    const pdf = await madePdf((page) => page.text('Boarding is at pier 4.'));
    const part = (type: string, name: string, bytes: Uint8Array): readonly string[] => [
      '--b',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: inline; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(bytes).toString('base64'),
    ];
    const { blocks, unread } = await read([
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Gr=FC=DFe aus Lissabon, see attached.',
      ...part('application/pdf', 'ticket.pdf', pdf),
      ...part('image/png', 'logo.png', Uint8Array.of(0x89, 0x50)),
      ...part('application/zip', '../map.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0)),
      '--b--',
    ]);
    expect(blocks.map(({ text }) => text)).toEqual([
      'Your boat',
      'From: desk@boats.example',
      'Grüße aus Lissabon, see attached.',
      'Attachment: ticket.pdf',
      'Boarding is at pier 4.',
    ]);
    expect(unread).toBe('what is attached as map.zip');
  });

  it('is named by its subject, without what programs put before it', async () => {
    const lines = [...HEAD.slice(0, 2), 'Subject: Fwd: AW: Rental: your car', HEAD.at(-1) ?? '', '', 'Pier 4.'];
    expect((await read(lines)).blocks[0]).toMatchObject({ kind: 'heading', text: 'Rental: your car' });
  });

  it('says what it forwards without the marks of quoting', async () => {
    const { blocks } = await read([...HEAD, '', 'All, here it is.', '', '> Pier 4', '> > 9:30 sharp']);
    expect(blocks.map(({ text }) => text).slice(-2)).toEqual(['Pier 4', '9:30 sharp']);
  });
});

describe('a letter that was sent on', () => {
  const heads = (lines: readonly string[]): readonly string[] => [
    ...['FYI', '', '---------- Forwarded message ---------', ...lines, '', 'Check-in is from 15:20.', ''],
    ...['-----Original Message-----', 'From: Ana', 'Sent: Monday, 1 March 2027 09:12', 'To: Hotel', 'Subject: RE: Cot'],
    ...['', 'We bring our own cot.'],
  ];
  const FIELDS = [
    'From: Sol <stay@sol.example>',
    'Date: 5 Mar 2027',
    'Subject: Fwd: Your room',
    'To: Ana <a@b.example>',
  ];
  const TOLD = [
    'heading2: Your room',
    'paragraph: From: Sol stay@sol.example',
    'paragraph: Sent: 5 Mar 2027',
    'paragraph: Check-in is from 15:20.',
    'heading2: Cot',
    'paragraph: From: Ana',
    'paragraph: Sent: Monday, 1 March 2027 09:12',
    'paragraph: We bring our own cot.',
  ];
  const said = ({ blocks }: Extracted): readonly string[] =>
    blocks.map(({ kind, level = '', text }) => `${kind}${level}: ${text}`).slice(-TOLD.length);

  it('has its own subject as a title, and who wrote it when', async () => {
    expect(said(await read([...HEAD, '', ...heads(FIELDS)]))).toEqual(TOLD);
  });

  it('has them in a mail that is a page, too', async () => {
    const page = heads(FIELDS).map((line) => (line === '' ? '' : `<div>${line.replace(/[<>]/g, '')}</div>`));
    expect(said(await read([...HEAD, 'Content-Type: text/html; charset=utf-8', '', ...page]))).toEqual(TOLD);
  });

  it('has them where it hangs on the mail as a mail', async () => {
    const { blocks } = await read([
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below.',
      '--b',
      'Content-Type: message/rfc822',
      '',
      ...[
        'From: Sol <stay@sol.example>',
        'To: ana@example.com',
        'Subject: Fwd: Your room',
        '',
        'Check-in is from 15:20.',
      ],
      '--b--',
    ]);
    expect(blocks.slice(-3)).toEqual([
      { kind: 'heading', level: 2, text: 'Your room' },
      { kind: 'paragraph', text: 'From: Sol stay@sol.example' },
      { kind: 'paragraph', text: 'Check-in is from 15:20.' },
    ]);
  });

  it('is no list of stops that begins alike', async () => {
    const stops = ['From: the station', 'To: the harbour', 'By: taxi'];
    const { blocks } = await read([...HEAD, '', ...stops]);
    expect(blocks.map(({ text }) => text).slice(-3)).toEqual(stops);
  });
});

describe('a calendar', () => {
  it('names no day on which an event comes at another hour: that is told by itself; and days that are listed', () => {
    const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
    const text = [
      'BEGIN:VCALENDAR',
      ...event(
        'UID:1',
        'SUMMARY:Lesson',
        'DTSTART:20270208T090000',
        'RRULE:FREQ=DAILY;COUNT=4',
        'EXDATE:20270209T090000',
      ),
      ...event('UID:1', 'SUMMARY:Lesson', 'RECURRENCE-ID:20270210T090000', 'DTSTART:20270210T130000'),
      ...event('UID:2', 'SUMMARY:Boat', 'DTSTART:20270208T090000Z', 'RDATE:20270210T090000Z'),
      'END:VCALENDAR',
    ].join('\r\n');
    expect(readCalendar(text, () => undefined).map(({ text: said }) => said)).toEqual([
      'Lesson',
      'Starts: Monday 8 February 2027, 09:00.',
      'Again on Thursday 11 February 2027.',
      'Lesson',
      'Starts: Wednesday 10 February 2027, 13:00.',
      'In place of Wednesday 10 February 2027, 09:00.',
      'Boat',
      'Starts: Monday 8 February 2027, 09:00 (UTC).',
      'Again on Wednesday 10 February 2027.',
    ]);
  });

  it('says on which days an event comes again, and what is to be done by when', () => {
    const event = (rule: string): string =>
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART:20270611T080000Z',
        'SUMMARY:Boat',
        `RRULE:${rule}`,
        'END:VEVENT',
        'BEGIN:VTODO',
        'UID:2',
        'SUMMARY:Pay the deposit',
        'DUE;VALUE=DATE:20270501',
        'END:VTODO',
        'END:VCALENDAR',
      ].join('\r\n');
    const said = (rule: string): readonly string[] =>
      readCalendar(event(rule), () => undefined).map(({ text }) => text);
    expect(said('FREQ=DAILY;COUNT=3')).toEqual([
      'Boat',
      'Starts: Friday 11 June 2027, 08:00 (UTC).',
      'Again on Saturday 12 June 2027, Sunday 13 June 2027.',
      'To do: Pay the deposit',
      'Due: Saturday 1 May 2027.',
    ]);
    expect(said('FREQ=DAILY')[2]).toMatch(/ 21 June 2027, and so on\.$/);
  });
});
