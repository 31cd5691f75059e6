import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'boat.md': [
    '# Hire of the narrowboat',
    'Who may steer.',
    'Children from 12 may steer with an adult beside them.',
    'The boat is yours on Saturday from 4 p.m.',
    'Breakdowns are mended by the yard.',
  ].join('\n\n'),
  'van.md': [
    '# The camper van',
    '| What | Value |\n|---|---|\n| Height | 3.3 m |\n| Length | 7.2 m |',
    'A lost key costs EUR 90.',
  ].join('\n\n'),
});

test('a heading is not told as an answer', async () => {
  expect(await ask('is emil allowed to steer, he is 13')).toMatch(/^(?!.*Who may steer).*Children from 12 may steer/);
});

test('a shortened word keeps its stop', async () => {
  expect(await ask('from when is the boat ours on saturday')).toBe('The boat is yours on Saturday from 4 p.m. [1].');
});

test('what is told beside a question is not missed in its answer', async () => {
  expect(await ask('how tall is the camper van, theres a low bridge')).toContain('3.3 m [1].');
});

test('what is owed is a price', async () => {
  expect(await ask('what do we owe for a lost key')).toBe('A lost key costs EUR 90 [1].');
});
