import { plainSpoken } from '../bot/understanding/intents/plain-spoken.ts';
import { matchOption } from '../bot/understanding/option-words.ts';
import { termsInEnglish } from '../bot/understanding/spanish/terms.ts';
import { topics } from '../cards/words/spanish/topics.ts';
import { stem } from '../rag/words/stem.ts';
import { isKnownPlace, zoneOfPlace } from '../trips/trips/time-zone.ts';
import { openTalk } from './talk.ts';

/** What every object has a property by: a table of words that is asked for one of these answers with a function. */
const WORDS = Object.getOwnPropertyNames(Object.prototype);

test.each(WORDS)('"%s" is a word like any other in every table of words', (word) => {
  expect(stem(word)).toEqual(expect.any(String));
  expect(plainSpoken(`a ${word}?`)).toBe(`a ${word}?`);
  expect(termsInEnglish(`¿hay ${word}?`)).toEqual([]);
  expect([isKnownPlace(word), zoneOfPlace(word)]).toEqual([false, undefined]);
  expect(matchOption({ options: [option('a', word), option('b', 'Pizza')] }, `the ${word} please`)).toBe('a');
  expect(topics.name(word, word)).toBe(word);
});

const option = (optionId: string, text: string) => ({ optionId, text });

describe('a question about a thing that every object has', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk();
  });
  afterAll(() => talk.close());

  test.each([
    ['hello', 'what does the constructor of the pool say about the pool?'],
    ['habla español', '¿hay constructor en la piscina?'],
  ])('is asked of the papers (after %s)', async (before, asked) => {
    const bea = await talk.organizer();
    const bytes = Buffer.from('# Pool\n\nThe pool is open from 9 to 18. The constructor of the pool was Ana.');
    await bea.say('', [{ name: 'pool.md', mediaType: 'text/markdown', read: async () => bytes }]);
    await bea.say(before);
    const said = (await bea.say(asked)).map(({ text }) => text).join('\n');
    expect(said).toMatch(/constructor|9/);
  });
});
