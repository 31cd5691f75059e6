import { wordsIn } from '../../cards/words/words.ts';
import { inPassing } from './small-talk.ts';

describe('what is said in passing', () => {
  test.each(['haha', 'jajaja', 'lol!', '👍👍🏽', 'wow', 'Phew...', 'no', '❤️ 👩‍👩‍👧', 'haha nice', 'wow, great!'])(
    'gets a nod (%s)',
    (text) => {
      expect(inPassing(text, wordsIn('en'))).toBe(wordsIn('en').talk.allRight);
    },
  );

  test.each(['good night everyone', 'bye bye', 'Buenas noches', 'hasta mañana'])('gets a farewell (%s)', (text) => {
    expect(inPassing(text, wordsIn('es'))).toBe(wordsIn('es').talk.bye);
  });

  test.each([
    'good night?',
    'which hotel has a good night bus',
    'haha what time is dinner',
    'no nuts',
    'nice beach',
    '2',
    '',
  ])('is not all of what says more (%s)', (text) => {
    expect(inPassing(text, wordsIn('en'))).toBeUndefined();
  });
});
