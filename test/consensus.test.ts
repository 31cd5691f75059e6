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
    const body = { name: 'Lisbon 2027', destination: 'Lisbon' };
    trip = `/trips/${(await journey.api('POST', '/trips', { token: ana.token, body })).body.id}`;
    const invite = await journey.api('POST', `${trip}/families/${bea.familyId}/invite`, { token: ana.token });
    await texted(`join ${invite.body.code}`);
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

  test("are told of a price that is over their own budget, and of nobody else's", async () => {
    await open('What on Sunday?', [{ text: 'Boat', price: { amount: 25_000, currency: 'EUR' } }, { text: 'Beach' }]);
    expect(await texted('1')).toMatch(/Heads-up: EUR 250 for the 1 of you is EUR 50 more than you have left/);
    expect(await asked('we vote for boat')).not.toContain('Heads-up');
  });
});
