import { askedAgain, namesOnly } from './asked-again.ts';

describe('a follow-up that names one thing only', () => {
  it.each([
    ['and on Friday?', 'who does the shopping on tuesday', 'who does the shopping on Friday'],
    ['and on wednesdays', 'when is the market open', 'when is the market open on wednesdays'],
    ['what about the canal walk', 'how long is the ridge walk', 'how long is the canal walk'],
    ['and the half day?', 'how much is the whole day boat trip', 'how much is the half day boat trip'],
    ['same for the pool?', 'are babies allowed in the sauna', 'are babies allowed in the pool'],
    ['and at the flat', "what's the wifi code at the inn", 'what is the wifi code at the flat'],
    ['for children?', 'how much is the tower for adults', 'how much is the tower for children'],
    ['and for a 2 year old', 'what does supper cost', 'what does supper cost for a 2 year old'],
    ['even in rain?', 'when is the parade', 'when is the parade in rain'],
    ['when does the zoo', 'when does the castle open on monday', 'when does the zoo open on monday'],
    ['and the red one', 'how deep is the blue pool', 'how deep is the red pool'],
    ['and the house?', 'when is check-out at the hotel', 'when is check-out at the house'],
  ])('%j after %j asks %j', (followUp, before, whole) => {
    expect(askedAgain(followUp, before)).toContain(whole);
  });

  it('asks nothing new of the same thing, of nothing, or after nothing', () => {
    expect(askedAgain('and the pool?', 'how deep is the pool')).toEqual([]);
    expect(askedAgain('and?', 'how deep is the pool')).toEqual([]);
    expect(askedAgain('and the pool?', '')).toEqual([]);
  });

  it('is told from a question that is whole by itself', () => {
    expect(['only the afternoon?', 'Tuesday?', 'for the kids', 'the same for the bus'].map(namesOnly)).toEqual(
      Array(4).fill(true),
    );
    expect(['the address please', 'wifi password', 'is there a pool?'].map(namesOnly)).toEqual(Array(3).fill(false));
  });

  it('is read in three ways at most, however it is made', () => {
    for (const long of ['and the '.repeat(100), 'for a kid of '.repeat(60), 'a b '.repeat(200)])
      expect(askedAgain(long, long.repeat(20)).length).toBeLessThanOrEqual(3);
  });
});
