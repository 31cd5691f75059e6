import { matchOption, wantsOneOf } from './option-words.ts';

const poll = {
  options: [
    { optionId: 'a', text: 'Taverna do Capitao', details: 'Italian, nut-free kitchen' },
    { optionId: 'b', text: 'Salty Pelican', details: 'Fish' },
    { optionId: 'c', text: 'Coliseum' },
    { optionId: 'd', text: 'Aquarium' },
  ],
};

describe('an option meant by words', () => {
  test.each([
    ['coliseo', 'c'],
    ['voto por el pelícano', 'b'],
    ['el acuario', 'd'],
    ['gimme the italian one', 'a'],
    ['italian', undefined],
    ['the castle', undefined],
    ['something nice', undefined],
  ])('of "%s" is %s', (words, expected) => {
    expect(matchOption(poll, words)).toBe(expected);
  });

  test('is asked for where it is wanted by what it is like', () => {
    expect(wantsOneOf('gimme the greek one')).toBe(true);
    expect(wantsOneOf("i don't mind either")).toBe(true);
    expect(wantsOneOf('we want the museum')).toBe(false);
    expect(wantsOneOf('do we want the cheap one?')).toBe(false);
  });
});
