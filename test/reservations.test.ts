import { type Account, type Journey, startJourney } from './journey.ts';

const ANA = '+15550101';
const BEA = '+15550102';

const CONFIRMATION = `River Tours Lisbon
Tour: Sunset river cruise
Date: 13 June 2027
Time: 18:00
Booking code: RC99812
Total EUR 180`;

describe('what is booked, by text and web', () => {
  let journey: Journey;
  let ana: Account;
  let trip: string;
  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    const bea = await journey.signUp({ name: 'Bea Chen', phone: BEA, familyName: 'Chen' });
    const dates = { startDate: '2027-06-11', endDate: '2027-06-15' };
    const tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon', ...dates });
    trip = `/trips/${tripId}`;
    const code = await journey.invite(ana, tripId, bea);
    await journey.text(ANA, 'hi');
    await journey.text(BEA, `join ${code}`);
  });
  afterAll(() => journey.close());

  test('should be noted from one text, told to the others, shown, changed and cancelled', async () => {
    const [noted] = await journey.text(ANA, 'we booked Hotel Miradouro 11 to 15 June, confirmation ABC123, 940 euros');
    expect(noted).toMatch(/Noted: Hotel Miradouro, 11-15 June 2027, EUR 940, confirmation ABC123/);
    const told = await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('Miradouro'));
    expect(told.body).toContain('The Silvas booked Hotel Miradouro, 11-15 June 2027');
    expect((await journey.text(BEA, 'what have we booked so far?'))[0]).toMatch(/1\) Hotel Miradouro, 11-15 June 2027/);
    expect((await journey.text(BEA, '1'))[0]).toMatch(/confirmation ABC123.*Booked by the Silvas/);
    expect((await journey.text(BEA, 'what is the confirmation number of the hotel?'))[0]).toMatch(/ABC123/);
    expect((await journey.text(ANA, 'change the hotel booking to 12-15 June'))[0]).toMatch(
      /Changed: Hotel Miradouro, 12-15/,
    );
    expect((await journey.text(BEA, 'cancel the hotel booking'))[0]).toMatch(/1\) Yes, it is cancelled/);
    expect((await journey.text(BEA, '1'))[0]).toMatch(/only who noted it, the family that booked or the organizer/);
    await journey.text(ANA, 'cancel the hotel booking');
    expect((await journey.text(ANA, '1'))[0]).toMatch(/Hotel Miradouro is cancelled/);
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.startsWith('Cancelled, booked by the Silvas'));
  });

  test('should be asked for piece by piece when little is said', async () => {
    expect((await journey.text(BEA, 'we booked a table'))[0]).toMatch(/What did you book\?/);
    const [asked] = await journey.text(BEA, 'Taverna do Capitao on Friday at 8pm');
    expect(asked).toMatch(/Noted: Taverna do Capitao, Fri 11 Jun 20:00/);
  });

  test('should be offered from a confirmation that is sent, and noted when the person says so', async () => {
    const web = await journey.web(ana.token);
    await web.upload('cruise.txt', new TextEncoder().encode(CONFIRMATION), 'text/plain');
    const offer = await web.hears((text) => text.includes('found a booking'));
    expect(String((offer as { text?: string }).text)).toMatch(
      /Sunset river cruise, Sun 13 Jun 18:00.*Shall I note it\?/,
    );
    const before = await journey.api('GET', `${trip}/reservations`, { token: ana.token });
    expect(JSON.stringify(before.body)).not.toContain('river cruise');
    await web.say('1');
    await web.hears((text) => text.startsWith('Noted: Sunset river cruise'));
    const after = await journey.api('GET', `${trip}/reservations`, { token: ana.token });
    expect(after.body.items).toContainEqual(
      expect.objectContaining({ name: 'Sunset river cruise', confirmation: 'RC99812', kind: 'activity' }),
    );
  });
});
