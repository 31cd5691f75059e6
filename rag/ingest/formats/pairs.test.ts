import { madePdf } from '../../fixtures/made-pdf.ts';
import { type Block, DEFAULT_LIMITS } from '../block.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { readText } from './text.ts';

const meter = (): void => undefined;
const texts = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text);
const plain = (...lines: readonly string[]): readonly string[] =>
  texts(readText(lines.join('\n'), { markdown: false, meter }));
const html = (source: string): readonly string[] => texts(readHtml(source, { meter }));

describe('a name over its value in plain text', () => {
  it('is one line where the value is plainly one, or others like it stand around', () => {
    expect(
      plain('Haus Tanne', '', 'Wi-Fi network', 'Tannen-Gast', '', 'Check-in', 'from 15:00', '', 'Key box code', '4471'),
    ).toEqual(['Haus Tanne', 'Wi-Fi network: Tannen-Gast', 'Check-in: from 15:00', 'Key box code: 4471']);
    expect(plain('We look forward to you.', '', 'Phone', '+43 664 555 0199')).toEqual([
      'We look forward to you.',
      'Phone: +43 664 555 0199',
    ]);
  });

  it('is one line in a run of them without gaps, with a title over them or without', () => {
    const run = ['Reference', 'HX-99', 'Guests', '4 adults', 'Board', 'Breakfast and supper', 'Deposit', 'EUR 250'];
    const told = ['Reference: HX-99', 'Guests: 4 adults', 'Board: Breakfast and supper', 'Deposit: EUR 250'];
    expect(plain(...run)).toEqual(told);
    expect(plain('Your booking', ...run)).toEqual(['Your booking', ...told]);
  });

  it.each([
    ['two names', ['Bring along.', '', 'Anna Berg', 'Jonas Ek']],
    ['the end of a letter', ['Come early.', '', 'Kind regards', 'Reto, +41 81 555 0142']],
    ['a list without signs', ['Bring along.', '', 'Towels', 'Sun cream', 'Water', 'Bread', 'Shoes', 'Hats']],
    ['lines of a price list', ['Bring along.', '', 'Soup', 'Bread: 2 EUR', 'Cheese', 'Wine: 5 EUR']],
    ['the title of the text', ['Lake steamer', 'Summer 2027', '', 'It sails daily.']],
  ])('is not seen in %s', (_, lines) => {
    expect(plain(...lines)).toEqual(lines.filter((line) => line !== ''));
  });
});

describe('a name and its value on a page', () => {
  it('are told together, whichever elements hold them', () => {
    expect(
      html(`<h1>Camp</h1>
        <div><div><div class="k">Wi-Fi password</div><div class="v">levante-88</div></div>
        <div><div class="k">Nearest shop</div><div class="v">Mercado Sol</div></div></div>
        <div><b>Quiet hours</b><span>23:00 to 08:00</span><b>Smoking</b><span>Terrace</span></div>
        <ul><li><span>Board hire</span><span>EUR 15 a day</span></li></ul>
        <p><b>Lessons</b><br>daily at 09:30</p>`),
    ).toEqual([
      'Camp',
      'Wi-Fi password: levante-88',
      'Nearest shop: Mercado Sol',
      'Quiet hours: 23:00 to 08:00',
      'Smoking: Terrace',
      'Board hire: EUR 15 a day',
      'Lessons: daily at 09:30',
    ]);
  });

  it('are not made of one word that was cut up, of two paragraphs, or of what is hidden', () => {
    expect(html('<ul><li><span>Wetsu</span><span>its from 8</span></li></ul>')).toEqual(['Wetsuits from 8']);
    expect(html('<div><p>Bring a hat</p><p>We eat early</p></div>')).toEqual(['Bring a hat', 'We eat early']);
    expect(html('<div><span>Code</span><span hidden>12</span></div>').join(' ')).toContain('[hidden text] 12');
  });

  it('takes no longer for elements that hold very many', () => {
    const many = '<li><span>Towel</span><span>Blue</span></li>'.repeat(3000);
    expect(html(`<ul>${many}</ul>`)).toHaveLength(3000);
    expect(html(`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}`)).toEqual(['deep']);
  });
});

test('small names over larger values, one pair below the other, are read as rows of a PDF', async () => {
  const read = async (gap: number): Promise<readonly Block[]> =>
    (
      await readPdf(
        await madePdf((pdf) => {
          pdf.fontSize(12).text('The house stands by the lake and has a garden of its own.', 56, 60);
          for (const [index, [name = '', value = '']] of [
            ['Pool heating', 'EUR 90 a week'],
            ['Cleaning fee', 'EUR 75'],
          ].entries()) {
            pdf.fontSize(9).text(name, 56, 120 + index * gap);
            pdf.fontSize(12).text(value, 56, 132 + index * gap);
          }
        }),
        DEFAULT_LIMITS,
        meter,
      )
    ).blocks;
  const blocks = await read(44);
  expect(blocks.slice(1).map(({ kind, text }) => [kind, text])).toEqual([
    ['row', 'Pool heating | EUR 90 a week'],
    ['row', 'Cleaning fee | EUR 75'],
  ]);
  expect(texts(await read(25))).not.toContain('Cleaning fee | EUR 75');
});

test('the last words of two paragraphs over their next headings are no names of those', async () => {
  const { blocks } = await readPdf(
    await madePdf((pdf) => {
      for (const [index, [end = '', heading = '']] of [
        ['traces cannot be excluded.', 'Article 7: Leftovers'],
        ['for reasons of hygiene', 'Article 8: Damage'],
      ].entries()) {
        pdf
          .fontSize(9)
          .text('The kitchen works with nuts and with gluten, of which we say here that', 56, 108 + index * 44);
        pdf.fontSize(9).text(end, 56, 120 + index * 44);
        pdf.fontSize(12).text(heading, 56, 132 + index * 44);
      }
    }),
    DEFAULT_LIMITS,
    meter,
  );
  expect(blocks.map(({ text }) => text).filter((text) => text.includes(' | '))).toEqual([]);
});
