import { readOwed, readPaidBack } from './paid-back.ts';

describe('money from family to family', () => {
  test.each([
    ['we paid lopes back 100', 'us', 'lopes', 100, true],
    ['we paid back the Bakers 12 dollars', 'us', 'Bakers', 12, true],
    ['we gave the Okoyes their 25 euros back', 'us', 'Okoyes', 25, true],
    ['i gave the Larsens the 18 euros i owed them', 'us', 'Larsens', 18, true],
    ['we settled our debt of 50 euros with the Chens', 'us', 'Chens', 50, true],
    ['we sent chens 25 eur', 'us', 'chens', 25, false],
    ['we sent 100 eur to chens yesterday', 'us', 'chens', 100, false],
    ['lopes gave us 50', 'lopes', 'us', 50, false],
    ['the lopes paid us back 62,50', 'lopes', 'us', 62.5, true],
    ['we got 50 back from the lopes', 'lopes', 'us', 50, true],
    ['received 20 from okoye', 'okoye', 'us', 20, true],
    ['the Lopes paid the Okoyes 50', 'Lopes', 'Okoyes', 50, false],
    ['I have paid them back 20 euros', 'us', '', 20, true],
  ])('should read "%s"', (text, from, to, value, surely) => {
    expect(readPaidBack(text)).toMatchObject({ from, to, value, surely });
  });

  test.each(['we paid 84 euros for dinner', 'the Lopes paid 50 for the taxi', 'got 20 tickets', 'we paid the Lopes'])(
    'should read none of "%s"',
    (text) => {
      expect(readPaidBack(text)).toBeUndefined();
    },
  );
});

test.each([
  ['we owe obi 12 for beers', { debtor: 'us', creditor: 'obi', what: 'beers' }],
  ['the lopes owe us 20', { debtor: 'lopes', creditor: 'us' }],
  ['we owe chen how much', undefined],
  ['do the lopes owe us 20?', undefined],
])('"%s" says who owes whom what', (text, owed) => {
  expect(readOwed(text)).toEqual(owed);
});
