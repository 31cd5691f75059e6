import { numberSaid, numberWords, SMALL_NUMBER } from './number-words.ts';

describe('number words', () => {
  it.each([
    ['7', 7],
    ['seven', 7],
    ['Twelve', 12],
    ['twenty', 20],
    ['zero', 0],
  ])('%j says %d', (said, number) => {
    expect(numberSaid(said)).toBe(number);
  });

  it('say no number where there is none', () => {
    expect(numberSaid('several')).toBeNaN();
  });

  it('stand in a pattern from one number to another, both among them', () => {
    expect(numberWords(2, 4)).toBe('two|three|four');
  });

  it.each(['one', 'sixteen', 'twenty', '300'])('a small number may be %j', (said) => {
    expect(new RegExp(`^(?:${SMALL_NUMBER})$`).test(said)).toBe(true);
  });

  it.each(['zero', '1000', 'a'])('a small number is not %j', (said) => {
    expect(new RegExp(`^(?:${SMALL_NUMBER})$`).test(said)).toBe(false);
  });
});
