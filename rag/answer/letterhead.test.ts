import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'lake-cruise.txt': 'Lake cruise\n\nFrom: Halsey pier 4\nLasts: two hours on the water\n',
});

test('a line that says from where is no letterhead', async () => {
  expect(await ask('what pier does the lake cruise go from')).toContain('From: Halsey pier 4');
});
