import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'cave.txt':
    'Helmets are lent at the entrance. The tour of the cave takes an hour. Helmets for children are in the green hut. The path is wet.',
  'lodge.txt': 'Keys are handed out at the bakery from 16:00. Firewood lies in the shed behind the house.',
});

test('two sentences that may each be the answer are both told', async () => {
  expect(await ask('where do we get helmets?')).toBe(
    'Helmets are lent at the entrance [1]. Helmets for children are in the green hut [1].',
  );
});

test('one sentence is told alone where it is clear', async () => {
  expect(await ask('where is the firewood?')).toBe('Firewood lies in the shed behind the house [1].');
});
