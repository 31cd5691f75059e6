import { moneyQuestion } from '../money-questions.ts';
import { readPaidBack } from '../paid-back.ts';
import { readSpending, tellsOfSpending } from '../spending.ts';
import { asMoney } from './hear-money.ts';

describe('Spanish talk about money', () => {
  test.each([
    ['ya pagamos a los Lopes 50', 'us', 'Lopes', 50],
    ['les pagamos 50 a los Lopes', 'us', 'Lopes', 50],
    ['le devolvimos a la familia Chen 40 euros', 'us', 'Chens', 40],
    ['los Lopes nos pagaron 62,50', 'Lopes', 'us', 62.5],
    ['recibimos 20 de los Okoye', 'Okoyes', 'us', 20],
    ['los Lopes le pagaron 50 a los Chen', 'Lopes', 'Chens', 50],
  ])('should tell by "%s" who paid whom back', (text, from, to, value) => {
    expect(readPaidBack(asMoney(text))).toMatchObject({ from, to, value });
  });

  test.each([
    ['pagamos 60 euros de taxi', [['taxi', 60]]],
    ['pagué la cena, 120 euros', [['cena', 120]]],
    [
      'pagamos el súper 58,40 y bebidas 21',
      [
        ['el súper', 58.4],
        ['bebidas', 21],
      ],
    ],
    ['los Lopes pagaron 84 euros por la cena', [['cena', 84]]],
    ['taxi 32,50 pagamos nosotros', [['taxi', 32.5]]],
    ['pagamos 1.240,00 € de la villa', [['villa', 1240]]],
    ['la cena 120 más propina 12', [['cena', 132]]],
    ['ayer pagamos 30 de estacionamiento', [['estacionamiento', 30]]],
    ['pagamos 15 del museo', [['museo', 15]]],
  ])('should tell by "%s" what was paid', (text, things) => {
    expect(tellsOfSpending(asMoney(text))).toBe(true);
    expect(readSpending(asMoney(text))?.items.map(({ what, value }) => [what, value])).toEqual(things);
  });

  test.each([
    ['¿cuánto debemos?', 'own'],
    ['¿estamos a mano?', 'own'],
    ['quién paga la próxima', 'next'],
    ['cuánto queda del presupuesto', 'left'],
    ['cuánto llevamos gastado por persona', 'people'],
    ['cuánto ha pagado cada familia', 'families'],
    ['lista de gastos', 'list'],
  ])('should know what "%s" asks', (text, about) => {
    expect(moneyQuestion(asMoney(text))).toBe(about);
  });

  test('should take no budget for spending', () => {
    expect(tellsOfSpending(asMoney('nuestro presupuesto es de 1800 euros'))).toBe(false);
  });
});
