import { type Account, type Journey, startJourney, type TeamsPerson } from './journey.ts';

/** One trip of two families: Ana (Silva) in Teams, Bea (Chen), whose child must not have nuts, by SMS. */
const BEA = '+15550103';

describe('families who disagree', () => {
  let journey: Journey;
  let teams: TeamsPerson;
  let ana: Account;
  let trip: string;

  const texted = async (words: string): Promise<string> => (await journey.text(BEA, words)).join('\n');
  const asked = async (words: string): Promise<string> => JSON.stringify(await teams.ask(words));

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', teamsId: 'ana-aad', familyName: 'Silva' });
    const bea = await journey.signUp({ name: 'Bea', phone: BEA, familyName: 'Chen' });
    teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    const tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon' });
    trip = `/trips/${tripId}`;
    await texted(`join ${await journey.invite(ana, tripId, bea)}`);
    const preferences = { diet: ['no nuts'], budget: { amount: 20_000, currency: 'EUR' } };
    await journey.api('PUT', `/families/${bea.familyId}/preferences`, { token: bea.token, body: preferences });
  });
  afterAll(() => journey.close());

  const open = async (question: string, options: readonly unknown[]): Promise<void> => {
    await journey.api('POST', `${trip}/polls`, { token: ana.token, body: { question, options } });
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes(question));
  };

  test('learn what stands between them, each its own part, and why a poll came out so', async () => {
    await open('Where shall we eat?', [{ text: 'Pelican', details: 'Dishes may contain nuts' }, { text: 'Taverna' }]);
    expect(await asked('we vote for pelican')).toContain('The Silvas vote 1) Pelican');
    const hers = await texted('compromise');
    expect(hers).toContain('The Silvas want Pelican, but it is not right for what one family eats.');
    expect(hers).toContain('nut-free');
    expect(await asked('is there a compromise for everyone')).not.toContain('nut-free');

    const voted = await texted('1');
    expect(voted).toContain('Heads-up: its own words do not promise nut-free food.');
    expect(await texted('2')).not.toContain('Heads-up');
    expect(await asked('close the poll')).toContain('Taverna it is');
    const why = await texted('why?');
    expect(why).toContain('Pelican was out, not right for what one family eats. Each family counts once.');
    expect(why).toMatch(/Turns used so far: .*Chen 1/);
    expect(await asked('why?')).not.toContain('nut-free');
  });

  test('score and pick as the poll takes it, and one answer where it takes one', async () => {
    await asked('score poll: What on Monday? Castle, Zoo or Park');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('What on Monday?'));
    expect(await texted('1=4 2=2 3=5')).toContain('The Chens score 1) Castle 4, 2) Zoo 2 and 3) Park 5.');
    expect(await texted('1=5 7=2')).toContain('7 is none of them');
    expect(await texted('2')).toContain('How good is Zoo');
    expect(await texted('5')).toContain('The Chens now score 1) Castle 4, 2) Zoo 5 and 3) Park 5.');
    expect(await texted('results')).toContain('3) Park: 5 of 5 (yours: 5)');
    expect(await asked('1 = 5, 2 = 1')).toContain('So far: Castle 4.5, Zoo 3, Park 3');
    expect(await asked('close the poll')).toContain('Castle it is');

    await asked('pick several: Which days suit? Tuesday, Wednesday or Thursday');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('Which days suit?'));
    expect(await texted('1 and 3')).toContain('The Chens pick 1) Tuesday and 3) Thursday.');
    expect(await texted('1=5 2=3')).toContain('without scores');
    expect(await asked('we vote for thursday')).toContain('So far: Thursday 2');
    expect(await asked('close the poll')).toContain('Thursday it is');

    await open('Tea or coffee?', ['Tea', 'Coffee']);
    expect(await texted('1 2')).toContain('takes one answer');
    expect(await texted('1')).toContain('The Chens vote 1) Tea.');
    await asked('close the poll');
  });

  test('have a vote recorded for them, and an outcome made final and taken up again', async () => {
    await open('Boat or bus?', ['Boat', 'Bus']);
    expect(await texted('record: the Silvas vote 2')).toContain('only the organizer');
    expect(await asked('record: the Chens vote 2')).toContain('Recorded for the Chens: vote 2) Bus.');
    expect(await texted('results')).toContain('Recorded by the organizer: the Chens.');
    expect(await texted('finalize the poll')).toContain('only the organizer');
    expect(await asked('finalize the poll')).toContain('Bus it is');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('It is final:'));
    expect(await asked('reopen the poll')).toContain('Open again');
    expect(await texted('1')).toContain('The Chens now vote 1) Boat.');
    expect(await asked('close the poll')).toContain('Boat it is');
  });

  test("are told of a price that is over their own budget, and of nobody else's", async () => {
    await open('What on Sunday?', [{ text: 'Boat', price: { amount: 25_000, currency: 'EUR' } }, { text: 'Beach' }]);
    expect(await texted('1')).toMatch(/Heads-up: EUR 250 for the 1 of you is EUR 50 more than you have left/);
    expect(await asked('we vote for boat')).not.toContain('Heads-up');
  });
});
