import { type Account, type Journey, startJourney } from './journey.ts';

const CARLA = '+15550103';
const GUIDE = `# Italy
## Rome
### Colosseum
Amphitheatre, outdoor. Open daily 9:00-17:00. EUR 18 adult. Allow 2 hours.
### Trattoria Augusta
Restaurant. About EUR 22 a person. Open daily 12:00-23:00.
## Florence
### Leonardo Museum
Museum, indoor. Open daily 10:00-18:00. EUR 8 adult. Allow 2 hours.
## Venice
### Glass Museum
Museum. Open daily 10:00-17:00. EUR 10 adult. Allow 1.5 hours.
`;

describe('a trip of several cities', () => {
  let journey: Journey;
  let carla: Account;
  let tripId: string;

  beforeAll(async () => {
    journey = await startJourney();
    carla = await journey.signUp({ name: 'Carla', phone: CARLA, familyName: 'Rossi' });
  });
  afterAll(() => journey.close());

  const say = async (words: string): Promise<string> => (await journey.text(CARLA, words)).join('\n');
  const trip = async () => (await journey.api('GET', `/trips/${tripId}`, { token: carla.token })).body;

  test('begins with one message, and its stops are added, exchanged, lengthened and taken out by others', async () => {
    expect(await say("We're going to Rome for 3 nights, then Florence 2, then Venice")).toContain(
      'Rome, Florence and Venice is set up',
    );
    const { body } = await journey.api('GET', '/trips', { token: carla.token });
    tripId = String((body.items as { id: string }[])[0]?.id);
    expect(await trip()).toMatchObject({
      stops: [{ city: 'Rome', nights: 3 }, { city: 'Florence', nights: 2 }, { city: 'Venice' }],
      timeZone: 'Europe/Rome',
    });
    await say('the dates are 11-18 June 2027');
    expect(await say('add Pisa for a night between Rome and Florence')).toContain(
      'Rome 11-14 June 2027, Pisa 14-15 June 2027, Florence 15-17 June 2027 and Venice 17-18 June 2027',
    );
    expect(await say('swap Pisa and Florence')).toContain('Florence 14-16 June 2027, Pisa 16-17 June 2027');
    expect(await say('drop Pisa')).toContain('Florence 14-16 June 2027 and Venice 16-18 June 2027');
    expect(await say('one more night in Venice')).toMatch(
      /You named 8 nights and the trip has 7.*1\) Let the trip be 8 nights/s,
    );
    await say('undo');
    expect((await trip()).stops).toEqual([
      { city: 'Rome', nights: 3 },
      { city: 'Florence', nights: 2 },
      { city: 'Venice' },
    ]);
    expect(await say('trip')).toContain('Rome 3 nights, Florence 2 and Venice');
  });

  test('is planned by its stops, a noted train decides its day, and the page shows the ways', async () => {
    const form = new FormData();
    form.append('scope', 'trip');
    form.append('file', new Blob([GUIDE], { type: 'text/markdown' }), 'italy.md');
    await journey.api('POST', `/trips/${tripId}/documents`, { token: carla.token, body: form });
    await say('we booked the train from Rome to Florence on 13 June at 10:35, arriving 12:07');
    await say('plan our trip');
    const { body: link } = await journey.twilio.waitFor(({ to, body }) => to === CARLA && body.includes('/s/'));
    const { body } = await journey.api('GET', `/trips/${tripId}/itineraries`, { token: carla.token });
    const [plan] = body.items as { checks: { ok: boolean; constraint: string; detail: string }[]; gaps: string[] }[];
    expect(plan?.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(plan?.checks.find(({ constraint }) => constraint === 'route')?.detail).toBe(
      'Rome 2 nights - Florence 2 nights - Venice 3 nights',
    );
    expect(plan?.gaps.join(' ')).toContain('Rome has 2 instead of 3');
    const page = await (await fetch(`${journey.server.url}${/\/s\/[\w-]+/.exec(link)?.[0]}`)).text();
    expect(page).toContain('Train from Rome to Florence');
    expect(page).toContain('Travel from Florence to Venice');
  });

  test('is changed over REST, by its organizer alone, into stops that can be', async () => {
    const change = (token: string, stops: unknown) =>
      journey.api('PATCH', `/trips/${tripId}`, { token, body: { stops }, headers: { 'if-match': '*' } });
    expect(await change(carla.token, [{ city: 'Milan', nights: 2 }, { city: 'Turin' }])).toMatchObject({
      status: 200,
      body: { stops: [{ city: 'Milan', nights: 2 }, { city: 'Turin' }] },
    });
    expect(await change(carla.token, [{ city: 'Milan' }, { city: 'milan' }])).toMatchObject({ status: 400 });
    expect(
      await change(
        carla.token,
        Array.from({ length: 9 }, (_, at) => ({ city: `C${at}` })),
      ),
    ).toMatchObject({
      status: 400,
    });
    const other = await journey.signUp({ name: 'Dora', familyName: 'Danek' });
    expect((await change(other.token, [])).status).toBe(404);
    expect((await change(carla.token, [])).body).not.toHaveProperty('stops');
  });
});
