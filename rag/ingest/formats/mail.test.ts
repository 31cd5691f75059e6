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

describe('a calendar', () => {
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
