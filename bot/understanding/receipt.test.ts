import { readReceipt } from './receipt.ts';
import { readSpending, tellsOfSpending } from './spending.ts';

test.each([
  ['Receipt\nLidl Lisboa\nMilk 1.20\nBread 2.35\nCheese 6.40\nTOTAL EUR 9.95', 'Lidl Lisboa', 9.95],
  ['PINGO DOCE\nLeite 1,20\nPao 2,35\nSubtotal 3,55\nTotal 3,55\nVisa 3,55', 'PINGO DOCE', 3.55],
  ['Mercadona\nAgua 0,60\nPan 1,10\nTotal a pagar 1,70 €\nEfectivo 5,00\nCambio 3,30', 'Mercadona', 1.7],
])('a receipt comes to its total, and to none of its lines', (text, what, value) => {
  expect(readReceipt(text)).toMatchObject({ what, total: { value } });
  expect(tellsOfSpending(text)).toBe(true);
  expect(readSpending(text)?.items).toEqual([expect.objectContaining({ what, value })]);
});

test.each(['total 12', 'we are:\n2 adults\nkids 4 and 9', 'groceries 58.40\ndrinks 21\nice 3.50'])(
  '"%s" is none',
  (text) => {
    expect(readReceipt(text)).toBeUndefined();
  },
);
