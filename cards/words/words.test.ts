import { language } from '../../trips/language.ts';
import { wordsIn } from './words.ts';

/** What is rightly the same in both languages. */
const SAME = new Set([
  'ballots.counted',
  'card.total',
  'money.parts',
  'money.times',
  'money.spentBy',
  'household.no',
  'talk.languages.en',
  'talk.languages.es',
]);

interface Entry {
  readonly key: string;
  readonly value: unknown;
}

const entriesOf = (value: unknown, key = ''): readonly Entry[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => entriesOf(inner, key === '' ? name : `${key}.${name}`))
    : [{ key, value }];

const english = entriesOf({ ...wordsIn('en') });
/** The words of a text, or the body of a function that makes one, without its types. */
const bodyOf = (value: unknown): string => String(value).replace(/\s+/g, ' ');

describe.each(language.options.filter((one) => one !== 'en'))('the words in %s', (other) => {
  const words = new Map(entriesOf({ ...wordsIn(other) }).map(({ key, value }) => [key, value]));

  test('are as many as the English ones, each under the same name', () => {
    expect([...words.keys()].sort()).toEqual(english.map(({ key }) => key).sort());
  });

  test.each(english)('$key is translated', ({ key, value }) => {
    const translated = words.get(key);
    expect(typeof translated).toBe(typeof value);
    if (!SAME.has(key)) expect(bodyOf(translated)).not.toBe(bodyOf(value));
    // A word that a sentence is made with is missing in one that takes fewer.
    if (typeof translated === 'function') expect(translated.length).toBe((value as typeof translated).length);
    if (typeof translated === 'string') expect(translated.trim()).not.toBe('');
  });
});
