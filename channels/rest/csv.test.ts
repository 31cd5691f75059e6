import { csvOf } from './csv.ts';

describe('a cell of a table', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n =1', '\0=1', '＝1+1', '＋1', '－1', '＠A1'])(
    'that a spreadsheet would run as a formula is text (%j)',
    (text) => {
      expect(csvOf([['Family', text]])).toBe(`\uFEFF"Family","'${text}"\r\n`);
    },
  );

  test.each(["Say 'hi'", '1=1', 'a@b.example', '2 + 2', ''])('is left as it is when none would (%j)', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"${text}"\r\n`);
  });

  test('ends at its own quotes only, whatever stands in it', () => {
    expect(csvOf([['a","=1', 'b\r\n=1']])).toBe('\uFEFF"a"",""=1","b\r\n=1"\r\n');
  });
});
