import { type Account, type Journey, startJourney } from './journey.ts';
import { type CosmosAccount, cosmosAccount, cosmosSettings } from './stand-ins/cosmos.ts';

const BEA = '+15550101';
const WEI = '+15550102';

describe('the product on Azure Cosmos DB', () => {
  let account: CosmosAccount;
  let journey: Journey;
  let ana: Account;
  let tripId: string;
  beforeAll(async () => {
    account = await cosmosAccount();
    const { endpoint, key } = cosmosSettings(account);
    journey = await startJourney({ STORE: 'cosmos', COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key });
    ana = await journey.signUp({ name: 'Ana', teamsId: 'ana-aad', familyName: 'Silva' });
    const made = await journey.api('POST', '/trips', {
      token: ana.token,
      body: { name: 'Lisbon 2027', destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' },
    });
    tripId = String(made.body.id);
  });
  afterAll(async () => {
    await journey.close();
    await account.close();
  });

  const code = async (familyName: string): Promise<string> =>
    String(
      (await journey.api('POST', `/trips/${tripId}/invitations`, { token: ana.token, body: { familyName } })).body.code,
    );

  test('should let families join, vote on two doors, be told, and find all of it again after a crash', async () => {
    expect(await journey.text(BEA, `join ${await code('Chen')}`)).toEqual([expect.stringContaining('Lisbon 2027')]);
    expect(await journey.text(WEI, `join ${await code('Wei')}`)).toEqual([expect.stringContaining('Lisbon 2027')]);
    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    await teams.ask('hello');
    await teams.say('poll: where do we eat? Taverna, Salty Pelican or Pizza Roma');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('2) Salty Pelican'));
    await journey.twilio.waitFor(({ to, body }) => to === WEI && body.includes('2) Salty Pelican'));
    const [fromBea, fromWei] = await Promise.all([journey.text(BEA, '2'), journey.text(WEI, '1')]);
    expect(fromBea?.[0]).toMatch(/The Chens vote 2\) Salty Pelican/);
    expect(fromWei?.[0]).toMatch(/vote 1\) Taverna/);

    await journey.crashAndRestart();
    const { body } = await journey.api('GET', `/trips/${tripId}/polls`, { token: ana.token });
    const [poll] = body.items as { votes: { optionId: string }[] }[];
    expect(poll?.votes.map(({ optionId }) => optionId).sort()).toEqual(['opt_01', 'opt_02']);
    expect((await journey.text(BEA, 'results'))[0]).toMatch(/Salty Pelican/);
    expect(account.violations).toEqual([]);
  });

  test('should say that it is not ready while the account does not answer, and be ready again without a restart', async () => {
    const ready = async (): Promise<number> => (await fetch(`${journey.server.url}/health/ready`)).status;
    expect(await ready()).toBe(200);
    account.outage(true);
    expect(await ready()).toBe(503);
    expect((await fetch(`${journey.server.url}/health`)).status).toBe(200);
    account.outage(false);
    expect(await ready()).toBe(200);
  });
});
