import { type Journey, startJourney } from './journey.ts';

const JAN = '+15550108';

describe('the first texts of somebody who begins a trip', () => {
  let journey: Journey;
  const says = async (text: string): Promise<string> => (await journey.text(JAN, text)).join('\n');
  beforeAll(async () => {
    journey = await startJourney();
    await says('hi');
    await says('I want to plan a trip with 2 other families');
    await says('A week in Lisbon next summer');
  });
  afterAll(() => journey.close());

  test('should settle days, name and people in the order they come', async () => {
    // A name was asked for; days are told all the same.
    expect(await says('first week of july')).toContain('1-7 July 2027');
    const told = await says('we are the Kowalskis, 2 adults and kids 4 and 9, Ola is vegetarian');
    expect(told).toContain('2 adults, a child of 4, a child of 9 and vegetarian food');
    expect(await says('Jan')).toContain("Nice to meet you, Jan. Here you're with the Kowalskis.");
    expect(await says("we're bringing grandma too")).toContain('Grandma is in the Kowalski family now');
    expect(await says('trip summary')).toContain('Kowalski (5)');
  });

  test('should take people who are told in one breath for one description', async () => {
    expect(await says('2 adults and Mia who is 7')).toContain('Got it: 2 adults and a child of 7.');
  });

  test.each(['how do the others join?', "what's the code for my friends", 'can my sister join us?'])(
    'should lead to an invitation by "%s"',
    async (text) => {
      expect(await says(text)).toContain('Which family shall I make a code for?');
    },
  );

  test('should ask once for the currency of a bare amount, and take it for usual from then on', async () => {
    expect(await says('we paid 240 for the boat')).toContain('240 of what?');
    expect(await says('euros')).toContain('paid EUR 240 for boat');
    expect(await says('I paid the deposit, 300')).toContain('paid EUR 300');
    expect(await says('we paid 2 people')).not.toContain('Noted');
  });
});
