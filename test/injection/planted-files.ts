import { docxParagraph, madeDocx } from '../../rag/fixtures/made-docx.ts';

/** A file with an attacker's words where its reader sees them (`seen`) and where not (`hidden`), and its name. */
export const plantedIn = async (
  kind: 'Word document' | 'e-mail' | 'calendar',
  seen: string,
  hidden: string,
): Promise<readonly [string, Uint8Array]> => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (kind === 'Word document') {
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${docxParagraph(escaped(hidden))}</w:hdr>`;
    const body = docxParagraph(escaped(seen)) + docxParagraph(escaped(hidden), undefined, '<w:vanish/>');
    return ['payload letter.docx', await madeDocx(body, { 'word/header1.xml': header })];
  }
  if (kind === 'calendar') {
    const line = hidden.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/[\r\n]+/g, '\\n');
    return [
      'payload plan.ics',
      bytes(
        `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270612T100000Z\r\nSUMMARY:Museum map\r\nLOCATION:${line}\r\nDESCRIPTION:${line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      ),
    ];
  }
  return [
    'payload mail.eml',
    bytes(
      [
        'From: Museum <desk@museum.example>',
        'To: ana@example.com',
        'Subject: The museum map',
        'MIME-Version: 1.0',
        'Content-Type: text/html; charset=utf-8',
        '',
        `<style>.x{display:none}</style><p>${seen}</p><p class="x">${hidden}</p><!-- ${hidden} --><table><tr><td style="font-size:0">${hidden}</td></tr></table>`,
      ].join('\r\n'),
    ),
  ];
};

/** Words as XML holds them; what XML cannot hold is left out. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
