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

  test('should count the children among all of us', async () => {
    expect(await says('4 of us, two kids 6 and 11')).toContain('Got it: 2 adults, a child of 6 and a child of 11.');
  });

  test.each(['how do the others join?', "what's the code for my friends", 'can my sister join us?'])(
    'should lead to an invitation by "%s"',
    async (text) => {
      expect(await says(text)).toContain('Which family shall I make a code for?');
    },
  );

  test('should ask once for the currency of a bare amount, and take it for usual from then on', async () => {
    expect(await says('we paid 240 for the boat')).toContain('240 of what?');
    expect(await says('euros')).toContain('paid EUR 240 for the boat');
    expect(await says('I paid the deposit, 300')).toContain('paid EUR 300');
    expect(await says('we paid 2 people')).not.toContain('Noted');
  });

  test('should ask for the currency of a limit, and know it the next time', async () => {
    expect(await says('budget around 5k for us')).toContain('5000 of what?');
    expect(await says('pounds')).toContain('a budget of GBP 5,000');
  });

  test('should take days of the week that never suit for the days of the trip they fall on', async () => {
    expect(await says("we can't do saturdays")).toContain('not free on Sat 3 Jul');
  });

  test('should ask whom to invite, and invite nobody called Others', async () => {
    expect(await says('how do I get the others in?')).toContain('Which family shall I make a code for?');
  });

  test('should end voting when it is told to, and not at once', async () => {
    expect(await says('can we do a quick poll for the beach or the zoo')).toContain('1) the beach');
    expect(await says('voting ends on 1 July 2027 at noon')).toContain('ends at 12:00 Thu 1 Jul');
    expect(await says('results')).toContain('Vote for the Kowalskis');
    expect(await says('what did we decide about the zoo?')).toContain('Voting is open.');
    expect(await says('close it')).toContain('Closed:');
    expect(await says('give people until sunday to vote')).toContain('no open poll');
  });

  test('should write down a flight that is told by its number', async () => {
    const told = await says('We land at 2pm on 1 july w/ ryanair FR2011 conf code XK3P9Q');
    expect(told).toContain('Flight FR2011, Thu 1 Jul 14:00, confirmation XK3P9Q');
  });
});

test('a family that gives its own name first is not taken for a person', async () => {
  const journey = await startJourney();
  try {
    await journey.text(JAN, 'new trip to Lisbon 1-7 July 2027');
    const [told = ''] = await journey.text(JAN, "we're the Ortegas");
    expect(told).toContain('Hello to the Ortegas!');
  } finally {
    await journey.close();
  }
});
