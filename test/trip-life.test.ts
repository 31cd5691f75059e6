import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, type Journey, startJourney } from './journey.ts';

const ANA = '+15550101';
const BEA = '+15550102';

describe('the life of a trip, by text', () => {
  let journey: Journey;
  let ana: Account;
  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    const bea = await journey.signUp({ name: 'Bea Chen', phone: BEA, familyName: 'Chen' });
    const dates = { startDate: '2027-06-11', endDate: '2027-06-15' };
    const tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon', ...dates });
    const code = await journey.invite(ana, tripId, bea);
    await journey.text(ANA, 'hi');
    await journey.text(BEA, `join ${code}`);
  });
  afterAll(() => journey.close());

  test('should be confirmed by the organizer after a second thought, handed over, and called off by the next', async () => {
    expect((await journey.text(BEA, 'confirm the trip'))[0]).toMatch(/only the organizer/);
    expect((await journey.text(ANA, 'confirm the trip'))[0]).toMatch(/1\) Yes, and tell everyone/);
    expect((await journey.text(ANA, '1'))[0]).toMatch(/Lisbon 2027 is confirmed, 11-15 June/);
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /is confirmed/.test(body));

    expect((await journey.text(ANA, 'hand the trip over to Bea'))[0]).toMatch(/1\) Bea Chen of the Chens/);
    expect((await journey.text(ANA, '1'))[0]).toMatch(/the Chens organize Lisbon 2027 from now on/);
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /You organize Lisbon 2027/.test(body));

    expect((await journey.text(BEA, 'cancel the trip'))[0]).toMatch(/Why is it cancelled/);
    expect((await journey.text(BEA, 'the kids are ill'))[0]).toMatch(/Cancel the trip for everyone\?/);
    expect((await journey.text(BEA, '1'))[0]).toMatch(/is cancelled: the kids are ill/);
    await journey.twilio.waitFor(({ to, body }) => to === ANA && /cancelled: the kids are ill/.test(body));
  });

  test('should be deleted with its documents once the organizer says so twice, and everyone is told', async () => {
    const upload = new FormData();
    upload.set('file', new Blob(['The hotel has a pool.']), 'hotel.txt');
    const { body } = await journey.api('GET', '/trips', { token: ana.token });
    const [{ id }] = body.items as [{ id: string }];
    await journey.api('POST', `/trips/${id}/documents`, { token: ana.token, body: upload });
    const blobs = (): readonly string[] => readdirSync(join(journey.folder, 'blobs', 'documents'));
    expect(blobs()).not.toEqual([]);
    expect((await journey.text(ANA, 'delete the trip'))[0]).toMatch(/only the organizer deletes/);
    expect((await journey.text(BEA, 'delete the trip'))[0]).toMatch(
      /Delete Lisbon 2027 for good\?[\s\S]*2\) No, keep it/,
    );
    expect((await journey.text(BEA, '1'))[0]).toMatch(/Lisbon 2027 is deleted/);
    await journey.twilio.waitFor(({ to, body: text }) => to === ANA && /Lisbon 2027 is gone: the Chens/.test(text));
    expect(blobs()).toEqual([]);
    expect((await journey.text(ANA, 'trip'))[0]).toMatch(/not in a trip yet/);
    expect((await journey.text(BEA, 'when can we check in?'))[0]).toMatch(/not in a trip yet/);
  });
});
