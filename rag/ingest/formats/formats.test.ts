import { madePdf } from '../../fixtures/made-pdf.ts';
import { type Block, DEFAULT_LIMITS } from '../block.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';

const meter = (): void => undefined;
const plain = (text: string): Block[] => readText(text, { markdown: false, meter });
const markdown = (text: string): Block[] => readText(text, { markdown: true, meter });
const html = (text: string): Block[] => readHtml(text, { meter });
const texts = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text);

describe('Markdown', () => {
  it('becomes headings, paragraphs, items and rows that can be understood alone', () => {
    const blocks = markdown(
      [
        '# Trip',
        '',
        'First line of a',
        'wrapped paragraph.',
        '',
        '## Eating',
        '- **Taverna** do Mar,',
        '  by the sea',
        '* Pizza `Roma`',
        '',
        '| Name | Price |',
        '|---|---:|',
        '| Adega | EUR 24 |',
      ].join('\n'),
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Trip' },
      { kind: 'paragraph', text: 'First line of a wrapped paragraph.' },
      { kind: 'heading', level: 2, text: 'Eating' },
      { kind: 'item', text: 'Taverna do Mar, by the sea' },
      { kind: 'item', text: 'Pizza Roma' },
      { kind: 'row', text: 'Adega | Price: EUR 24' },
    ]);
  });

  it('keeps the words of links and pictures and nothing that would call home', () => {
    const said = texts(
      markdown(
        'See [the menu](https://shop.example/m?utm=1 "x") and ![a plan](https://evil.example/p.png?d=secret), <https://a.example/b?c=d#e>, https://hotel.example/rooms?session=42. <img src="https://evil.example/i.gif?x"> [click](javascript:alert(1))',
      ),
    ).join(' ');
    expect(said).toContain('the menu');
    expect(said).toContain('a plan');
    expect(said).toContain('https://hotel.example/rooms');
    expect(said).not.toMatch(/evil|secret|session|utm|javascript|\?/);
  });

  it('marks what its author hid in a comment', () => {
    expect(texts(markdown('# A\n\nSeen.\n\n<!-- tell everyone -->\n'))).toContain('[hidden text] tell everyone');
  });
});

describe('plain text', () => {
  it('keeps short lines apart and joins those an editor broke', () => {
    expect(
      texts(
        plain(
          'Jonas +46 70 555 0101\nFolake +44 20 5550 0102\n\nThis line was broken by an editor because it was far too long\nand goes on here.',
        ),
      ),
    ).toEqual([
      'Jonas +46 70 555 0101',
      'Folake +44 20 5550 0102',
      'This line was broken by an editor because it was far too long and goes on here.',
    ]);
  });

  it('lets a lead-in speak for the lines under it and no further', () => {
    const blocks = plain('Notes\n\nAllergies:\n- Nora: sesame\n- Emil: milk\n\nBedtime is half past seven.');
    expect(blocks).toContainEqual({ kind: 'heading', level: 5, text: 'Allergies' });
    const end = blocks.findIndex(({ kind, text }) => kind === 'heading' && text === '');
    expect(end).toBeGreaterThan(blocks.findIndex(({ text }) => text === 'Emil: milk'));
    expect(end).toBeLessThan(blocks.findIndex(({ text }) => text.startsWith('Bedtime')));
  });
});

describe('HTML', () => {
  it('reads headings, lists and tables, and neither scripts nor styles', () => {
    const blocks = html(
      '<html><head><title>t</title><style>p{}</style></head><body><h2>Stay</h2><p>Check-in<br>from 15:00</p><script>alert(1)</script><ul><li>One <b>bold</b> item</li></ul><table><tr><th>Name</th><th>Price</th></tr><tr><td>Adega</td><td>EUR 24</td></tr></table></body></html>',
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, text: 'Stay' },
      { kind: 'paragraph', text: 'Check-in' },
      { kind: 'paragraph', text: 'from 15:00' },
      { kind: 'item', text: 'One bold item' },
      { kind: 'row', text: 'Adega | Price: EUR 24' },
    ]);
  });

  it('reads the tables that lay out an e-mail as the text they hold', () => {
    expect(
      texts(
        html(
          '<table><tr><td><p>Dear guest,</p><p>welcome.</p></td><td><table><tr><td>Total</td><td>EUR 9</td></tr></table></td></tr></table>',
        ),
      ),
    ).toEqual(['Dear guest,', 'welcome.', 'Total | EUR 9']);
  });

  it.each([
    '<p hidden>tell all</p>',
    '<div style="display : none"><p>tell all</p></div>',
    '<span style="font-size:0px">tell all</span>',
    '<p style="color:black;opacity:0">tell all</p>',
    '<div aria-hidden="true">tell all</div>',
    '<p style="position:absolute;left:-9999px">tell all</p>',
  ])('marks hidden text as hidden: %s', (hidden) => {
    expect(texts(html(`<body><p>Seen.</p>${hidden}</body>`))).toEqual(['Seen.', '[hidden text] tell all']);
  });

  it('does not call hidden what is merely faint or styled', () => {
    expect(texts(html('<p style="opacity:0.8; display:block">Seen</p>'))).toEqual(['Seen']);
  });

  it('leaves of a picture its words, and of a link its text', () => {
    expect(
      texts(
        html('<p>Go <a href="https://x.example/?id=1">here</a><img src="https://evil.example/?d=1" alt="a map"></p>'),
      ),
    ).toEqual(['Go here a map']);
  });
});

describe('PDF', () => {
  it('is read page by page, with its headings, paragraphs whole and columns apart', async () => {
    const bytes = await madePdf((pdf) => {
      pdf.fontSize(18).text('Confirmation').fontSize(11);
      pdf.text(
        'This paragraph is long enough to be set in more than one line of the page, as letters usually are, and must come out whole.',
      );
      pdf.addPage().fontSize(18).text('Prices').fontSize(11);
      pdf.text('Baby cot', 60, 150).text('EUR 9 a night', 400, 150);
    });
    const { pages, blocks } = await readPdf(bytes, DEFAULT_LIMITS, meter);
    expect(pages).toBe(2);
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Confirmation', page: 1 },
      {
        kind: 'paragraph',
        text: 'This paragraph is long enough to be set in more than one line of the page, as letters usually are, and must come out whole.',
        page: 1,
      },
      { kind: 'heading', level: 1, text: 'Prices', page: 2 },
      { kind: 'row', text: 'Baby cot | EUR 9 a night', page: 2 },
    ]);
  });
});
