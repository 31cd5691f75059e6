import type { Block } from './block.ts';
import { chunksOf, documentText } from './chunk.ts';
import { readHtml } from './formats/html.ts';
import { readText } from './formats/text.ts';
import { marksIn, noteMark, notesAmong } from './marks.ts';

const meter = (): void => undefined;
const plain = (...lines: readonly string[]): readonly Block[] => readText(lines.join('\n'), { markdown: false, meter });
const units = (blocks: readonly Block[]): readonly string[] => chunksOf(blocks).flatMap((chunk) => chunk.units);

test('what a mark means stands behind each line that carries it, and both are found in the text', () => {
  const blocks = plain(
    'Trattoria Lume',
    '',
    'Caprese (VG, GF) 9.00',
    'Octopus (N) 13.50',
    'Bread 2.00',
    '',
    'VG = vegetarian, GF = gluten free, N = contains nuts',
  );
  expect(units(blocks)).toEqual([
    'Caprese (VG, GF) 9.00 … VG = vegetarian … GF = gluten free',
    'Octopus (N) 13.50 … N = contains nuts',
    'Bread 2.00',
    'VG = vegetarian, GF = gluten free, N = contains nuts',
  ]);
  const text = documentText(blocks);
  const [first] = chunksOf(blocks).flatMap(({ spans }) => spans);
  const [start = 0, end = 0, ...more] = first ?? [];
  expect([start, end, ...more]).toHaveLength(6);
  expect(text.slice(start, end)).toBe('Caprese (VG, GF) 9.00');
  expect(text.slice(more[0], more[1])).toBe('VG = vegetarian');
  expect(text.slice(more[2], more[3])).toBe('GF = gluten free');
});

test.each<[string, readonly string[], string]>([
  [
    'stars',
    ['Monday* 10-16', 'Sunday 10-20 **', '', '* in June only', '** last entry 19:15'],
    'Monday* 10-16 … * in June only',
  ],
  [
    'more stars',
    ['Monday* 10-16', 'Sunday 10-20 **', '', '* in June only', '** last entry 19:15'],
    'Sunday 10-20 ** … ** last entry 19:15',
  ],
  ['numbers', ['Children 1) pay 7', '', '1) those under 6 are free'], 'Children 1) pay 7 … 1) those under 6 are free'],
  ['raised digits', ['Boat tour ³ at 6', '', '³ no wheelchairs'], 'Boat tour ³ at 6 … ³ no wheelchairs'],
  ['the note below that is next', ['Hut* 9', '* in May', 'Tent* 5', '* in June'], 'Tent* 5 … * in June'],
  ['a key of dashes', ['Soup | v', 'Veal | L', '', 'v - vegetarian', 'L - lactose'], 'Soup | v … v - vegetarian'],
  ['brackets', ['Curry (H) 12', '', '(V) vegan (H) halal'], 'Curry (H) 12 … (H) halal'],
])('marks that are %s are explained', (_, lines, unit) => {
  expect(units(plain('The house has much to offer to everybody who comes.', '', ...lines))).toContain(unit);
});

test.each<[string, readonly string[]]>([
  ['items of a list', ['* bread', '* milk*', '* eggs']],
  ['steps', ['1) Turn left at the church.', '2) Ring (flat 2).']],
  ['square metres', ['The room has 20 m² of floor.', '² is a digit']],
  ['letters that nothing explains', ['Gate B (A)', 'Vitamin C']],
])('%s carry no mark', (_, lines) => {
  expect(units(plain('What follows is said of the house.', '', ...lines)).join('\n')).not.toContain('…');
});

test('a digit that is set above the line on a page stays apart from the number before it', () => {
  const page = `<p>Rooms of 20 m<sup>2</sup></p><table><tr><th>Room</th><th>Price</th></tr>
    <tr><td>Single</td><td>EUR 88<sup><a>1</a></sup></td></tr></table><p><sup>1</sup> Not in July.</p>`;
  expect(units(readHtml(page, { meter }))).toEqual([
    'Rooms of 20 m2',
    'Single | Price: EUR 88¹ … ¹ Not in July.',
    '¹ Not in July.',
  ]);
});

test('what was hidden explains nothing and is not explained', () => {
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: 'Soup (V)' },
    { kind: 'paragraph', text: '[hidden text] Veal (V)' },
    { kind: 'paragraph', text: '[hidden text] V = vegan' },
  ];
  expect(units(blocks)).toEqual(['Soup (V)', '[hidden text] Veal (V)', '[hidden text] V = vegan']);
});

test('marks and notes are told from words, emphasis and lists', () => {
  expect(marksIn('Sunday 10-20 **, adults† (1) and kids 2)')).toEqual(['**', '†', '2']);
  expect(marksIn('**Sunday** is *free* (room 1), 12 m³')).toEqual([]);
  expect([noteMark('* only in May'), noteMark('(2) a card'), noteMark('**Bold** words')]).toEqual([
    '*',
    '2',
    undefined,
  ]);
  expect([...notesAmong(['* bread', '* milk', 'Zoo* 9', '* closed'])]).toEqual([]);
});
