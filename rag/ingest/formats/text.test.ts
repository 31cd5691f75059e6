import type { Block } from '../block.ts';
import { chunksOf } from '../chunk.ts';
import { readText } from './text.ts';

const read = (lines: readonly string[], markdown: boolean): readonly Block[] =>
  readText(lines.join('\n'), { markdown, meter: () => undefined });
const texts = (lines: readonly string[], markdown: boolean): readonly string[] =>
  read(lines, markdown).map(({ text }) => text);

describe.each([
  ['plain text', false],
  ['Markdown', true],
] as const)('notes in %s', (_, markdown) => {
  it('keep the lines of a list apart, whatever stands before them', () => {
    expect(
      texts(['- towels', '☐ water shoes', '- [ ] sun cream', '> insect spray for the jetty', '> no adapter'], markdown),
    ).toEqual(['towels', 'water shoes', 'sun cream', 'insect spray for the jetty', 'no adapter']);
  });

  it('lose the marks of quoting and not the sign of a limit', () => {
    expect(texts(['> Dear Ms Ek,', '> 8252 Szanto', '', '> 30 kg: EUR 12'], markdown)).toEqual([
      'Dear Ms Ek, 8252 Szanto',
      '> 30 kg: EUR 12',
    ]);
  });

  it('join a line that was left within a sentence with the next one', () => {
    expect(
      texts(['At night it is the number of her son,', '+36 30 555 0177.', 'She speaks German.'], markdown),
    ).toEqual(['At night it is the number of her son, +36 30 555 0177.', 'She speaks German.']);
  });

  it('read what dots lead to as the value of what stands before them', () => {
    expect(
      texts(
        ['Fish soup ............ 9.50', 'Plaice, fried . . . . . 17 . . . . . 21', 'Well... we shall see.'],
        markdown,
      ),
    ).toEqual(['Fish soup | 9.50', 'Plaice, fried | 17 | 21', 'Well... we shall see.']);
  });

  it('have a title with a number in it that is both said and above all the rest', () => {
    const blocks = read(['Lake steamer Alte Liebe (line 7)', '', 'No reservation is possible.'], markdown);
    const [first] = chunksOf(blocks);
    expect(first?.heading).toBe('Lake steamer Alte Liebe (line 7)');
    expect(first?.units).toEqual(['Lake steamer Alte Liebe (line 7)', 'No reservation is possible.']);
    expect(first?.spans[0]).toEqual([0, 32]);
  });

  it('keep a name apart from its value that ends like a sentence left within', () => {
    expect(texts(['Check-in', 'Friday, 11 June', '15:00 - 21:00'], markdown)).toEqual([
      'Check-in',
      'Friday, 11 June',
      '15:00 - 21:00',
    ]);
  });

  it('have a title of small letters over the lines below it, and not over what follows a list', () => {
    const chunks = chunksOf(
      read(
        [
          'Bring for everyone:',
          '- towels',
          '',
          'who drives',
          'Tom drives the Skoda with Ilse and with Bo, the others take the train.',
        ],
        markdown,
      ),
    );
    expect(chunks.map(({ heading, units }) => [heading, units])).toEqual([
      ['Bring for everyone', ['towels']],
      ['Bring for everyone > who drives', ['Tom drives the Skoda with Ilse and with Bo, the others take the train.']],
    ]);
  });

  it('are read by row where spaces set a table, each cell with the name of its column', () => {
    expect(
      texts(
        [
          'Train      From             Dep.    To           Arr.',
          'RJX 63     Wien Hbf         07:42   Budapest     10:19',
          'IC 1864    Budapest-Deli    11:10   Szanto       13:02',
          'Total: EUR 146.40',
        ],
        markdown,
      ),
    ).toEqual([
      'Train: RJX 63 | From: Wien Hbf; Dep.: 07:42; To: Budapest; Arr.: 10:19',
      'Train: IC 1864 | From: Budapest-Deli; Dep.: 11:10; To: Szanto; Arr.: 13:02',
      'Total: EUR 146.40',
    ]);
  });

  it('are read by row where tabs set a table, empty cells left out', () => {
    expect(texts(['Dish\tPrice\tContains', 'Polenta\t\tmilk', 'Rice\tEUR 5\t'], markdown)).toEqual([
      'Polenta | Contains: milk',
      'Rice | Price: EUR 5',
    ]);
  });

  it('say a name with its value, however many spaces are between', () => {
    expect(texts(['Arrival:       12 June, from 16:00', 'Departure:     19 June'], markdown)).toEqual([
      'Arrival: 12 June, from 16:00',
      'Departure: 19 June',
    ]);
  });

  it('are no table for having two spaces after their stops', () => {
    expect(texts(['The key is in the safe.  Its code is 1.', '', 'Ring twice.  Wait a bit.'], markdown)).toEqual([
      'The key is in the safe. Its code is 1.',
      'Ring twice. Wait a bit.',
    ]);
  });
});

test('a chat is read by message, each whole, with who wrote it and when', () => {
  const phone = [
    '[12/06/2027, 18:03:12] Ana: Ferry is booked',
    '[12/06/2027, 18:05:40] João Pinto: Great! When do we leave?',
    '[12/06/2027, 18:06:02] Ana: 08:15 from pier 4.',
    '',
    'Be there 30 min before. I have the tickets.',
  ];
  const told = [phone[0], phone[1], `${phone[2]} ${phone[4]}`];
  expect(texts(phone, false)).toEqual(told);
  expect(chunksOf(read(phone, false)).flatMap(({ units }) => units)).toEqual(told);
  const other = ['6/14/27, 9:02 PM - Petra: Who drives?', '6/14/27, 9:04 PM - Tom Berg: I can. It has nine seats.'];
  expect(chunksOf(read(other, false)).flatMap(({ units }) => units)).toEqual(other);
});

test('a diary with dates is no chat', () => {
  const diary = ['12/06/2027, 18:03 Ferry: booked', 'It leaves early. Be there.'];
  expect(chunksOf(read(diary, false)).flatMap(({ units }) => units)).toContain('Be there.');
});

test('what stands before a Markdown text about it is told by its names, and its notes under raised numbers', () => {
  const read = (text: string): readonly string[] =>
    readText(text, { markdown: true, meter: () => undefined }).map(({ kind, text: said }) => `${kind}: ${said}`);
  expect(
    read(
      '---\ntitle: "Villa Rosa"\ncheck_in: 15:00\ntags: [pool, sea]\nguests:\n  - Bea\n  - Leo\n---\n# Manual\n\nTake water[^1].\n\n[^1]: There is none on the way.',
    ),
  ).toEqual([
    'paragraph: Title: Villa Rosa',
    'paragraph: Check in: 15:00',
    'paragraph: Tags: pool, sea',
    'paragraph: Guests: Bea, Leo',
    'heading: Manual',
    'paragraph: Take water¹.',
    'paragraph: ¹ There is none on the way.',
  ]);
  expect(read('+++\ntitle = "Villa Rosa"\n+++\n# Manual')[0]).toBe('paragraph: Title: Villa Rosa');
  // A rule across the page is no such thing.
  expect(read('---\nWe meet at nine.\n\n---\n# Manual')).toContain('paragraph: We meet at nine.');
});
