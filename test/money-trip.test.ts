import { type Account, type Journey, startJourney } from './journey.ts';

const ANA = '+15550111';
const LUIS = '+15550112';
const OBI = '+15550113';

describe('the money of a whole trip of three families, as people text it', () => {
  let journey: Journey;
  let ana: Account;
  let luis: Account;
  let obi: Account;
  let trip: string;
  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Chen', phone: ANA, familyName: 'Chen' });
    luis = await journey.signUp({ name: 'Luis Lopes', phone: LUIS, familyName: 'Lopes' });
    obi = await journey.signUp({ name: 'Obi Okoye', phone: OBI, familyName: 'Okoye' });
    const made = await journey.api('POST', '/trips', {
      token: ana.token,
      body: {
        ...{ name: 'Lisbon 2027', destination: 'Lisbon', startDate: '2027-06-11', endDate: '2027-06-15' },
        budget: { amount: 600_000, currency: 'EUR' },
      },
    });
    trip = `/trips/${made.body.id}`;
    await journey.text(ANA, 'hi');
    await journey.text(ANA, 'we are 2 adults, kids 4 and 9');
    for (const [phone, account] of [[LUIS, luis] as const, [OBI, obi] as const]) {
      const { body } = await journey.api('POST', `${trip}/families/${account.familyId}/invite`, { token: ana.token });
      await journey.text(phone, `join ${body.code}`);
    }
    await journey.text(LUIS, '2 adults and a kid of 6');
    await journey.text(OBI, '2 adults');
  });
  afterAll(() => journey.close());

  const said = async (phone: string, text: string): Promise<string> => (await journey.text(phone, text)).join('\n');
  /** What each family is owed, in cents of the euro: Chen, Lopes, Okoye. */
  const standing = async (): Promise<readonly number[]> => {
    const { body } = await journey.api('GET', `${trip}/balances`, { token: ana.token });
    const [euros] = (body.items as { currency: string; families: Record<string, number> }[]).filter(
      ({ currency }) => currency === 'EUR',
    );
    return [ana, luis, obi].map(({ familyId }) => euros?.families[familyId] ?? 0);
  };

  test('should note two things of one text, each to the cent', async () => {
    expect(await said(ANA, 'we got groceries 58.40 and drinks 21')).toContain(
      'Noted: the Chens paid EUR 58.40 for groceries and EUR 21 for drinks, EUR 79.40 together. The Chens EUR 26.47, the Lopeses EUR 26.47, the Okoyes EUR 26.46.',
    );
    expect(await standing()).toEqual([5_293, -2_647, -2_646]);
  });

  test('should read cents behind a comma, and a correction said later by its name', async () => {
    expect(await said(OBI, 'taxi from the airport 32,50 we paid')).toContain('the Okoyes paid EUR 32.50 for taxi');
    expect(await said(ANA, 'who owes')).toContain('EUR 111.90 spent together');
    expect(await said(ANA, 'that taxi was 24 not 32.50')).toContain('not EUR 32.50. EUR 8 for each of 3 families.');
    expect(await standing()).toEqual([4_493, -3_447, -1_046]);
  });

  test("should take a payment back in the trip's currency for a settlement, put it right and take it out", async () => {
    expect(await said(OBI, 'we paid lopes back 100')).toMatch(/^Noted: you paid the Lopeses EUR 100\./);
    expect(await standing()).toEqual([4_493, -13_447, 8_954]);
    await said(OBI, 'no, 35');
    expect(await standing()).toEqual([4_493, -6_947, 2_454]);
    expect(await said(OBI, 'undo')).toContain('Taken out: the payment of EUR 35.');
    expect(await said(OBI, 'we sent luis 10.46')).toMatch(/You are even/);
    expect(await standing()).toEqual([4_493, -4_493, 0]);
  });

  test('should know a Spanish payment back for what it is', async () => {
    await said(LUIS, 'habla español');
    expect(await said(LUIS, 'ya pagamos a los Chen 44,93')).toMatch(
      /le pagaron EUR 44\.93 a la familia Chen\. Est[aá]n a mano/,
    );
    expect(await standing()).toEqual([0, 0, 0]);
  });

  test('should divide a house by nights when a family stayed fewer', async () => {
    await said(LUIS, 'pagamos 1.240,00 € de la villa');
    expect(await standing()).toEqual([-41_334, 82_667, -41_333]);
    expect(await said(OBI, 'split the villa by head')).toMatch(/only who wrote it down/);
    const asked = await said(LUIS, 'los Chen solo se quedaron dos noches');
    expect(asked).toMatch(
      /1\) Por noches: La familia Chen EUR 248, la familia Lopes EUR 496, la familia Okoye EUR 496/,
    );
    expect(asked).toMatch(/2\) Por noches y personas: La familia Chen EUR 354\.29, la familia Lopes EUR 531\.43/);
    await said(LUIS, '1');
    expect(await standing()).toEqual([-24_800, 74_400, -49_600]);
    expect(await said(ANA, 'split the villa by nights')).toContain('How many nights did each family stay?');
    expect(await said(ANA, 'Chens 4, Lopes 4, Okoyes 2')).toContain('the Okoyes 2 nights');
    await said(ANA, '3');
    expect(await standing()).toEqual([-24_800, 74_400, -49_600]);
  });

  test('should count whom something cost so much each', async () => {
    expect(await said(ANA, 'ice cream for the kids 4.50 each')).toContain(
      'EUR 13.50 (3 x EUR 4.50) for ice cream. The Chens EUR 9, the Lopeses EUR 4.50.',
    );
    expect(await standing()).toEqual([-24_350, 73_950, -49_600]);
  });

  test('should say who stands where, what was spent and what is left', async () => {
    expect(await said(OBI, 'what do we owe')).toContain('You owe the Lopeses EUR 496.');
    expect(await said(ANA, 'who pays next')).toContain('The Okoyes: they are EUR 496 behind');
    expect(await said(ANA, 'how much budget is left')).toContain(
      'EUR 4,643.10 of EUR 6,000 is left (EUR 1,356.90 spent)',
    );
    expect(await said(ANA, 'how much have we spent per person')).toContain('EUR 150.77 for each of 9 people');
    expect(await said(OBI, 'what did each family spend')).toContain('The Okoyes paid EUR 24, their part is');
    expect(await said(OBI, 'list the expenses')).toMatch(
      /1\) ice cream, EUR 13\.50, the Chens\n2\) villa, EUR 1,240, the Lopeses/,
    );
  });

  test('should take out the expense that is named, and add to what was said before', async () => {
    expect(await said(ANA, 'remove the expense for the drinks')).toMatch(/Take out "drinks", EUR 21\?/);
    await said(ANA, '1');
    expect(await standing()).toEqual([-25_750, 74_650, -48_900]);
    await said(ANA, 'the okoyes paid 20 for coffee and 31 for cake');
    expect(await said(ANA, 'and croissants 12')).toContain('the Okoyes paid EUR 12 for croissants');
    expect(await standing()).toEqual([-27_851, 72_550, -44_699]);
    expect(await said(ANA, 'Receipt\nLidl Lisboa\nMilk 1.20\nBread 2.35\nTOTAL EUR 3.55')).toContain(
      'the Chens paid EUR 3.55 for Lidl Lisboa',
    );
    await said(ANA, 'undo');
    expect(await said(OBI, 'we owe ana 12 for beers')).toContain('the Chens paid EUR 12 for beers. The Okoyes EUR 12.');
    await said(OBI, 'undo');
    expect(await standing()).toEqual([-27_851, 72_550, -44_699]);
    expect(await said(OBI, 'we got the deposit back 100 eur')).toMatch(/Money that came back lowers what was paid/);
    expect(await standing()).toEqual([-27_851, 72_550, -44_699]);
  });
});
