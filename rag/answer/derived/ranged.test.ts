import { askedPapers } from '../../../test/asked-papers.ts';

const ask = askedPapers({
  'boat.md': [
    '# Hire of the narrowboat',
    'The coal stove may be used from October to April only.',
    'The latest you can arrive is 17:30, after that you stay with us for the night.',
    'Check-in is from 14:00.',
  ].join('\n\n'),
  'park.md': [
    '# Water park',
    '| When | Park | Slides |\n|---|---|---|\n| September and October | 10:00 to 18:00 | closed |',
  ].join('\n\n'),
  'terms.md': [
    '# Cancelling the cottage',
    'Until 60 days before arrival: a fee of EUR 50.',
    '59 to 15 days before arrival: half of the price.',
    'Less than 15 days before arrival: all of the price.',
  ].join('\n\n'),
});

test('a month is held against the season of a rule', async () => {
  expect(await ask('can we light the coal stove in august')).toBe(
    'The coal stove may be used from October to April only [1].',
  );
});

test('a rule for one month tells nothing of another unless it keeps to it', async () => {
  expect(await ask('is the water park open on 24 december')).toBe('');
});

test('an hour at which one comes is held against the latest', async () => {
  expect(await ask('what happens if we get there at six pm')).toBe(
    'The latest you can arrive is 17:30, after that you stay with us for the night [1].',
  );
});

test('so many days before picks the rule whose days they are', async () => {
  expect(await ask('what do we pay if we cancel the cottage 45 days before')).toContain('half of the price [1].');
  expect(await ask('what do we pay if we cancel the cottage one week before')).toContain('all of the price [1].');
  expect(await ask('what do we pay if we cancel the cottage 45 days before')).not.toContain('all of the price');
});
