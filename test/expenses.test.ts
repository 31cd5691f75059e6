import { type Account, type Journey, startJourney } from './journey.ts';

const ANA = '+15550101';
const BEA = '+15550102';

describe('money among the families, by text', () => {
  let journey: Journey;
  let ana: Account;
  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    const bea = await journey.signUp({ name: 'Bea Chen', phone: BEA, familyName: 'Chen' });
    const tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon' });
    const code = await journey.invite(ana, tripId, bea);
    await journey.text(ANA, 'hi');
    await journey.text(BEA, `join ${code}`);
  });
  afterAll(() => journey.close());

  test('should be written down, told to who owes, shown, paid back and taken out again', async () => {
    const [noted] = await journey.text(ANA, 'we paid 84 euros for dinner');
    expect(noted).toContain('the Silvas paid EUR 84 for dinner. EUR 42 for each of 2 families.');
    const told = await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('dinner'));
    expect(told.body).toContain('Your part: EUR 42');
    expect((await journey.text(BEA, 'who owes what?'))[0]).toContain('the Chens pay the Silvas EUR 42');
    expect((await journey.text(BEA, 'we paid the Silvas back 42 euros'))[0]).toContain('you paid the Silvas EUR 42');
    expect((await journey.text(ANA, 'who owes'))[0]).toContain('All even');

    const [right] = await journey.text(ANA, "that's wrong, dinner was 88,50");
    expect(right).toContain('Put right: the Silvas paid EUR 88.50 for dinner, not EUR 84. EUR 44.25 for each');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('Put right: the Silvas paid EUR 88.50'));
    expect((await journey.text(ANA, 'who owes'))[0]).toContain('EUR 88.50 spent together');
    await journey.text(ANA, 'undo');
    expect((await journey.text(ANA, 'who owes'))[0]).toContain('All even');

    expect((await journey.text(ANA, 'the Chens paid 30 euros for the taxi'))[0]).toContain('the Chens paid EUR 30');
    const [sure] = await journey.text(ANA, 'remove expense');
    expect(sure).toMatch(/taxi[\s\S]*1\) Yes, take it out[\s\S]*2\) No, keep it/);
    expect((await journey.text(ANA, '1'))[0]).toContain('Taken out: the taxi');
    expect((await journey.text(ANA, 'the Ruizes paid 30 euros for gas'))[0]).toContain(
      "I don't know the Ruizes family",
    );
    for (const text of [noted, sure]) expect(text?.length).toBeLessThanOrEqual(320);
  });

  test('should be divided as it is said, and the budget as the organizer says, each family hearing its own part', async () => {
    const [shares] = await journey.text(ANA, 'we paid 90 euros for the boat, split Silvas 2 parts, Chens 1 part');
    expect(shares).toContain('The Silvas EUR 60, the Chens EUR 30');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('Your part: EUR 30'));
    expect((await journey.text(ANA, 'I paid 40 euros for tickets, only for the Chens'))[0]).toContain(
      'The Chens EUR 40.',
    );

    await journey.text(BEA, 'our own budget is 1,200 euros');
    expect((await journey.text(BEA, 'what is our part of the budget?'))[0]).toMatch(
      /Your family's own budget: EUR 1,200\. No budget is set for everyone yet\./,
    );
    await journey.text(ANA, 'the budget for everyone together is EUR 6,000');
    expect((await journey.text(BEA, 'split the budget by head'))[0]).toMatch(/only the organizer divides the budget/);
    const [divided] = await journey.text(ANA, 'the Chens carry a third of the budget');
    expect(divided).toMatch(
      /EUR 6,000 for everyone, divided by agreed shares\. The Silvas EUR 4,000, the Chens EUR 2,000\./,
    );
    const [own] = await journey.text(BEA, 'what is our part of the budget?');
    expect(own).toMatch(/Your family's part: EUR 2,000/);
    expect(own).not.toContain('4,000');
  });

  test('should tell the organizer, and nobody else, what was done', async () => {
    const [log] = await journey.text(ANA, 'what changed?');
    expect(log).toMatch(/Ana Silva changed how the budget is divided/);
    expect(log).toMatch(/Ana Silva wrote down an expense/);
    expect((await journey.text(BEA, 'what changed?'))[0]).toMatch(/only the organizer reads the log/);
  });
});
