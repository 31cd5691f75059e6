import { eventually } from './eventually.ts';
import { type Account, type Journey, startJourney } from './journey.ts';

const BEA = '+15550101';

const GUIDE = `# Porto for families
## Tram Museum
Museum, indoor. Open daily 10:00-18:00. EUR 8 adult, EUR 4 child. Step-free. Allow 2 hours.
## Crystal Palace Gardens
Garden, outdoor. Open daily 8:00-21:00. Free. Step-free. Allow 1.5 hours.
## Sea Life Porto
Aquarium, indoor. Open daily 10:00-19:00. EUR 14 adult, EUR 9 child. Allow 2 hours. Step-free.
## Ribeira Kitchen
Restaurant. About EUR 18 a person. Open daily 12:00-23:00. Vegetarian dishes.
## Cantina Norte
Restaurant. About EUR 15 a person. Open daily 12:00-22:00. Vegetarian dishes.
## Cafe Douro
Cafe for lunch. About EUR 11 a person. Open daily 9:00-18:00. Vegetarian dishes.
## Mercado Bolhao
Food market for lunch. About EUR 12 a person. Open daily 8:00-20:00. Vegetarian dishes.
`;

describe('planning by SMS', () => {
  let journey: Journey;
  let ana: Account;
  let tripId: string;

  beforeEach(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', teamsId: 'ana-aad', familyName: 'Silva' });
    const bea = await journey.signUp({ name: 'Bea', phone: BEA, familyName: 'Chen' });
    tripId = await journey.trip(ana, {
      name: 'Porto',
      destination: 'Porto',
      startDate: '2027-06-11',
      endDate: '2027-06-13',
      timeZone: 'Europe/Lisbon',
      budget: { amount: 200_000, currency: 'EUR' },
    });
    const form = new FormData();
    form.append('scope', 'trip');
    form.append('file', new Blob([GUIDE], { type: 'text/markdown' }), 'porto.md');
    await journey.api('POST', `/trips/${tripId}/documents`, { token: ana.token, body: form });
    await journey.text(BEA, `join ${await journey.invite(ana, tripId, bea)}`);
    await journey.teams({ id: 'ana-aad', name: 'Ana' }).ask('hello');
  });
  afterEach(() => journey.close());

  const plans = async () =>
    (await journey.api('GET', `/trips/${tripId}/itineraries`, { token: ana.token })).body.items as { id: string }[];
  const planTexts = () => journey.twilio.sent.filter(({ to, body }) => to === BEA && /\/s\//.test(body));

  test('should be acknowledged at once, show progress, and reach every conversation as a text with a link or as a card', async () => {
    const web = await journey.web(ana.token);
    await web.say('trip');
    await web.hears((text) => text.includes('Porto'));
    expect(await journey.text(BEA, 'plan our trip')).toEqual([
      expect.stringMatching(/^On it: 3 days, 2 families, EUR 2,000/),
    ]);
    const plan = await journey.twilio.waitFor(
      ({ to, body }) => to === BEA && body.includes('https://pathfinder.example/s/'),
    );
    expect(plan.body).toMatch(/EUR [\d,.]+ of EUR 2,000/);
    const texts = journey.twilio.sent.filter(({ to }) => to === BEA).map(({ body }) => body);
    expect(texts.findIndex((body) => /places/.test(body))).toBeLessThan(texts.indexOf(plan.body));
    await journey.connector.waitFor(({ activity }) =>
      JSON.stringify(activity.attachments ?? '').includes('Sea Life Porto'),
    );
    await web.hears((_, activity) => JSON.stringify(activity).includes('Sea Life Porto'));

    const path = /\/s\/[\w-]+/.exec(plan.body)?.[0];
    const page = await fetch(`${journey.server.url}${path}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Sea Life Porto');
  });

  const cards = () =>
    journey.connector.taken.filter(({ activity }) =>
      JSON.stringify(activity.attachments ?? '').includes('Sea Life Porto'),
    );

  test('should come to one plan, told once in each conversation, when the process is killed before it is made', async () => {
    await journey.restart({ WORKER: 'false' });
    expect(await journey.text(BEA, 'plan our trip')).toEqual([expect.stringMatching(/^On it/)]);
    expect(await plans()).toHaveLength(0);
    await journey.crashAndRestart();
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('/s/'));
    await journey.connector.waitFor(({ activity }) =>
      JSON.stringify(activity.attachments ?? '').includes('Sea Life Porto'),
    );
    // Another crash after the telling: what was told is not told again.
    await journey.text(BEA, 'help');
    await journey.crashAndRestart();
    await journey.text(BEA, 'help');
    expect(await plans()).toHaveLength(1);
    expect(planTexts()).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });

  test('should tell it once when the process is killed while Twilio has the text and has not answered', async () => {
    // Twilio keeps the progress text, and its answer never comes: nobody on our side knows that it went out.
    await journey.restart({ WORKER: 'false' });
    await journey.text(BEA, 'plan our trip');
    journey.twilio.failNext({ kind: 'lost' });
    await journey.restart();
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /places/.test(body));
    await journey.crashAndRestart();
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('/s/'));
    await journey.connector.waitFor(({ activity }) =>
      JSON.stringify(activity.attachments ?? '').includes('Sea Life Porto'),
    );
    // Once the crashed worker's claim has run out, Twilio is asked for the text before anything is sent again.
    await eventually('a question to Twilio', () =>
      journey.twilio.requests.some((request) => request.startsWith('GET')),
    );
    await journey.text(BEA, 'help');
    expect(await plans()).toHaveLength(1);
    expect(planTexts()).toHaveLength(1);
    expect(journey.twilio.sent.filter(({ to, body }) => to === BEA && /places/.test(body))).toHaveLength(1);
  }, 120_000);

  test('should offer the smallest changes when nothing fits, and try the one the organizer chooses', async () => {
    const form = new FormData();
    form.append('scope', 'trip');
    const stay = 'Hotel Batalha\nBooking confirmation 8841\nCheck-in from 15:00\nCheck-out by 11:00\nTotal: EUR 2,400';
    form.append('file', new Blob([stay], { type: 'text/plain' }), 'hotel.txt');
    await journey.api('POST', `/trips/${tripId}/documents`, { token: ana.token, body: form });
    // A member hears of it too when she asked, but the budget is not hers to raise.
    await journey.text(BEA, 'plan our trip');
    const offer = await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('which may I try'));
    expect(offer.body).toMatch(/EUR 2,400, and the budget is EUR 2,000/);
    expect(offer.body).toMatch(/1\) raise the budget by EUR 400/);
    expect(await journey.text(BEA, '1')).toEqual([expect.stringMatching(/organizer/)]);

    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    await teams.ask('plan our trip');
    await journey.connector.waitFor(({ activity }) => JSON.stringify(activity).includes('which may I try'));
    expect(JSON.stringify(await teams.ask('1'))).toMatch(/On it: 3 days, 2 families, EUR 2,400/);
    await journey.connector.waitFor(({ activity }) =>
      JSON.stringify(activity.attachments ?? '').includes('Hotel Batalha'),
    );
    const { body } = await journey.api('GET', `/trips/${tripId}`, { token: ana.token });
    expect(body).toMatchObject({ budget: { amount: 240_000, currency: 'EUR' } });
  });

  test('should keep to what the organizer asks of the whole trip, or say what to give up', async () => {
    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    expect(JSON.stringify(await teams.ask('plan our trip, and we would love to eat Thai food'))).toMatch(
      /I keep to: Thai food once/,
    );
    const failed = await journey.connector.waitFor(({ activity }) =>
      JSON.stringify(activity).includes('which may I try'),
    );
    expect(JSON.stringify(failed.activity)).toMatch(/without Thai food/);
    expect(JSON.stringify(await teams.ask('1'))).toMatch(/On it/);
    await journey.connector.waitFor(({ activity }) =>
      JSON.stringify(activity.attachments ?? '').includes('Sea Life Porto'),
    );
    const { body } = await journey.api('GET', `/trips/${tripId}`, { token: ana.token });
    expect(body.rules).toEqual([{ kind: 'cuisine', cuisine: 'Thai' }]);
  });

  test('should ask for the dates when there are none, and go on with the answer', async () => {
    const other = await journey.api('POST', '/trips', {
      token: ana.token,
      body: { name: 'Faro', destination: 'Faro' },
    });
    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    await teams.ask('use trip Faro');
    expect(JSON.stringify(await teams.ask('plan our trip'))).toMatch(/dates/);
    expect(JSON.stringify(await teams.ask('11-15 June 2027'))).toMatch(/On it: 5 days, 1 family/);
    const { body } = await journey.api('GET', `/trips/${other.body.id}`, { token: ana.token });
    expect(body).toMatchObject({ startDate: '2027-06-11', endDate: '2027-06-15' });
  });
});
