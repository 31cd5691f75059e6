import { ownChildren, readAge } from './age-words.ts';

describe('an age that is said anew', () => {
  test.each([
    ['Mia is 10 now', 'Mia', 10],
    ['mia just turned 10', 'mia', 10],
    ['our daughter is 10 now', 'daughter', 10],
    ['my youngest has turned 5', 'youngest', 5],
    ['Mia ya tiene 10', 'Mia', 10],
    ['Leo cumplió cinco años ayer', 'Leo', 5],
    ['Mia tiene 12 años ahora', 'Mia', 12],
    ['por cierto, mi hija acaba de cumplir 8', 'mi hija', 8],
  ])('should be read from "%s"', (text, name, age) => {
    expect(readAge(text)).toEqual({ name, age });
  });

  test.each([
    'mi hija tiene 8 años y es vegetariana',
    'tenemos dos hijos de 4 y 9',
    'Mia tiene hambre ahora',
    'my daughter is allergic to nuts',
  ])('should not be read from "%s"', (text) => {
    expect(readAge(text)).toBeUndefined();
  });

  const [mia, leo, wei] = [
    { name: 'Mia', child: true, age: 9 },
    { name: 'Leo', child: true, age: 4 },
    { name: 'Wei', child: false, age: 40 },
  ];
  test.each([
    ['daughter', 10, [mia]],
    ['mi hijo', 5, [leo]],
    ['child', 12, [mia, leo]],
    ['youngest', 12, [leo]],
    ['mi hija mayor', 12, [mia]],
    ['Mia', 10, undefined],
  ])('should mean, said of "%s" and %i, who is a year younger or the only one it can be', (said, age, meant) => {
    expect(ownChildren(said, [mia, leo, wei], age)).toEqual(meant);
  });
});
