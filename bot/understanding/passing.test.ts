import { passingIn, wouldRatherNot } from './passing.ts';

describe('what is said in passing', () => {
  test.each([
    'haha',
    'jajaja',
    'lol!',
    '👍👍🏽',
    'wow',
    'Phew...',
    'no',
    '❤️ 👩‍👩‍👧',
    'haha nice',
    'wow, great!',
    'sure',
    'yep',
    'hmm',
  ])('should be a nod (%s)', (text) => {
    expect(passingIn(text)).toBe('nod');
  });

  test.each(['good night everyone', 'bye bye', 'Buenas noches', 'hasta mañana'])(
    'should be a farewell (%s)',
    (text) => {
      expect(passingIn(text)).toBe('farewell');
    },
  );

  test.each(['omw', 'brb', 'be there in 10', 'hold on', 'just landed, sorry', 'ya casi'])(
    'should be of somebody away (%s)',
    (text) => {
      expect(passingIn(text)).toBe('away');
    },
  );

  test.each([
    'idk',
    'not sure yet',
    "we don't know yet",
    'hmm not yet',
    'let me check',
    'no idea',
    'no sé',
    'todavía no',
  ])('should be of somebody who does not know yet (%s)', (text) => {
    expect(passingIn(text)).toBe('undecided');
  });

  test.each(['huh?', 'wtf', 'what do you mean', 'say that again', 'cómo?'])(
    'should be of somebody who did not follow (%s)',
    (text) => {
      expect(passingIn(text)).toBe('lost');
    },
  );

  test.each([
    'good night?',
    'which hotel has a good night bus',
    'haha what time is dinner',
    'no nuts',
    'nice beach',
    'Dale',
    "we don't know how to get there",
    'not sure the kids like sushi',
    'later than 8',
    '2',
    '',
  ])('should not be all of what says more (%s)', (text) => {
    expect(passingIn(text)).toBeUndefined();
  });

  test('should know who would rather not say', () => {
    expect(['no', 'nope', 'No thanks!', 'mejor no'].map(wouldRatherNot)).toEqual([true, true, true, true]);
    expect(['no nuts', 'Noah', 'november'].map(wouldRatherNot)).toEqual([false, false, false]);
  });
});
