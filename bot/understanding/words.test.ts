import { readMoney } from './money.ts';
import { readDescription } from './party.ts';
import { readPollWords } from './poll-words.ts';

describe('money in words', () => {
  test.each([
    ['it was 5000 yen', 5_000, 'JPY'],
    ['THB 1,500 for the boat', 150_000, 'THB'],
    ['we paid 200 PLN', 20_000, 'PLN'],
    ['our budget is 2000 euros', 200_000, 'EUR'],
    ['EUR 6,000 for all of us', 600_000, 'EUR'],
    ['about €1.200,50', 120_050, 'EUR'],
    ['$3k at most', 300_000, 'USD'],
    ['£9.50 each', 950, 'GBP'],
  ])('should read %s', (text, amount, currency) => {
    expect(readMoney(text)).toEqual({ amount, currency });
  });
  test('should not take a bare number for money', () => {
    for (const text of ['we are 4 people', 'TRY 2 options', 'ALL 5 OF US', 'the KLM 1234 flight']) {
      expect(readMoney(text)).toBeUndefined();
    }
  });
});

describe('a family in words', () => {
  test('should read ages with names, and an allergy', () => {
    expect(readDescription('two grownups, Mia 9 and Leo 4. leo cant have nuts')).toMatchObject({
      adults: 2,
      children: [
        { name: 'Mia', age: 9 },
        { name: 'Leo', age: 4 },
      ],
      diet: ['no nuts'],
    });
  });
  test('should read ages without names', () => {
    expect(readDescription('2 adults, kids 4 and 9')).toMatchObject({ adults: 2, children: [{ age: 4 }, { age: 9 }] });
  });
  test('should count children whose ages are not said', () => {
    expect(readDescription('we have three kids')?.children).toEqual([{}, {}, {}]);
  });
  test('should read walking and money', () => {
    expect(readDescription("grandma can't do stairs, our budget is 2,400 EUR")).toMatchObject({
      mobility: ['no stairs'],
      budget: { amount: 240_000, currency: 'EUR' },
    });
  });
  test.each(['see you on June 9', 'the hotel has 12 rooms', 'dinner at 7', 'ROT13 it for me', "' OR 1=1; --"])(
    'should read no family out of "%s"',
    (text) => {
      expect(readDescription(text)).toBeUndefined();
    },
  );
});

describe('a poll in words', () => {
  test.each([
    [
      'poll: where do we eat on Friday? Taverna, Salty Pelican or Pizza Roma',
      'Where do we eat on Friday?',
      ['Taverna', 'Salty Pelican', 'Pizza Roma'],
    ],
    [
      'ask everyone what to do on saturday: museum, beach or boat tour',
      'What to do on saturday?',
      ['museum', 'beach', 'boat tour'],
    ],
    ['vote on the hotel: Miradouro / Central / Beach House', 'The hotel?', ['Miradouro', 'Central', 'Beach House']],
    ['new poll Dinner on Friday?\n1) Taverna\n2) Pelican', 'Dinner on Friday?', ['Taverna', 'Pelican']],
    ['what do you think, beach or city?', 'What do you think?', ['beach', 'city']],
    ['is it warm, or do we need jackets?', 'Is it warm, or do we need jackets?', []],
    ['poll dinner at 20:00? yes please, no thanks', 'Dinner at 20:00?', ['yes please', 'no thanks']],
  ])('should read %s', (text, question, options) => {
    expect(readPollWords(text)).toEqual({ question, options });
  });
  test('should leave the options open when none are said', () => {
    expect(readPollWords('can you ask them where to go, Brighton or Whitby')).toEqual({
      question: 'Where to go?',
      options: ['Brighton', 'Whitby'],
    });
    expect(readPollWords('yes or no: do we rent a van?')).toEqual({
      question: 'Do we rent a van?',
      options: ['Yes', 'No'],
    });
    expect(readPollWords('poll: do we rent a van, yes or no?')?.options).toEqual(['Yes', 'No']);
    expect(readPollWords('poll: where do we eat?')).toEqual({ question: 'Where do we eat?', options: [] });
  });

  test('should take the options out of a question that names them, and its day for no option', () => {
    expect(readPollWords('poll: beach or zoo on saturday?')?.options).toEqual(['beach', 'zoo']);
    expect(readPollWords('poll about flamenco night thu or fri')).toEqual({
      question: 'Flamenco night thu or fri?',
      options: ['thu', 'fri'],
    });
    expect(readPollWords('another one - boat trip or zoo')?.options).toEqual(['boat trip', 'zoo']);
    expect(readPollWords('open a new one: museum fri or sat?')).toEqual({
      question: 'Museum fri or sat?',
      options: ['fri', 'sat'],
    });
    expect(readPollWords("let's vote where to eat friday: taverna or pelican")?.question).toBe('Where to eat friday?');
  });
});
