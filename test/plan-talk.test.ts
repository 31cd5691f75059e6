import { latestItinerary } from '../trips/itineraries/latest-itinerary.ts';
import { trips } from '../trips/trips/trip.ts';
import { openTalk, type Texter } from './talk.ts';

const GUIDE = `# Porto for families
## Tram Museum
Museum, indoor. Open daily 10:00-18:00. EUR 8 adult. Step-free. Allow 2 hours.
## Crystal Palace Gardens
Garden, outdoor. Open daily 8:00-21:00. Free. Step-free. Allow 1.5 hours.
## Matosinhos beach
Beach, outdoor. Open all day. Free. Allow 3 hours.
## Sea Life Porto
Aquarium, indoor. Open daily 10:00-19:00. EUR 14 adult. Allow 2 hours. Step-free.
## Ribeira Kitchen
Restaurant. About EUR 18 a person. Open daily 12:00-23:00.
## Cantina Norte
Restaurant. About EUR 15 a person. Open daily 12:00-23:00.
`;
const HOTEL = `Hotel Casa do Rio - booking confirmation
Confirmation number: CR-8821
Arrival: 11 June 2027, check-in from 15:00
Departure: 14 June 2027, check-out until 11:00
Price: EUR 540 for the family room, 3 nights.
`;

const paper = (name: string, text: string) => ({
  ...{ name, mediaType: 'text/plain', read: async () => new TextEncoder().encode(text) },
});

describe('talk about a plan, by text', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  let ana: Texter;
  let tripId: string;
  beforeAll(async () => {
    talk = await openTalk();
    ana = talk.stranger();
    await ana.say('porto 11-14 june');
    await ana.say('Ana Silva');
    await ana.say('', [paper('guide.md', GUIDE)]);
    await ana.say('', [paper('hotel.txt', HOTEL)]);
    await ana.say('1');
    tripId = (await talk.records.standingAlone(trips, 10)).items[0]?.id ?? '';
    await ana.say('plan our trip');
    await talk.makePlans(tripId);
  });
  afterAll(() => talk.close());

  const last = (replies: readonly { readonly text: string }[]): string => replies.at(-1)?.text ?? '';
  const items = async () =>
    ((await latestItinerary(talk.records, tripId))?.days ?? []).flatMap(({ date, items: all }) =>
      all.map(({ title, start, meal }) => ({ date, title, start, meal })),
    );
  const dinnerOn = async (date: string) => (await items()).find((one) => one.date === date && one.meal === 'dinner');
  const minutes = (time = ''): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const has = async (name: string) => (await items()).some(({ title }) => title.includes(name));

  const movesDinner = async (words: string, later: number): Promise<void> => {
    const before = await dinnerOn('2027-06-12');
    await ana.say(words);
    expect(minutes((await dinnerOn('2027-06-12'))?.start) - minutes(before?.start)).toBe(later);
    await ana.say('undo');
    expect(await dinnerOn('2027-06-12')).toEqual(before);
  };

  test.each([
    ['put dinner on saturday half an hour later', 30],
    ['dinner saturday an hour later pls', 60],
  ])('should move a meal from where it is: "%s"', movesDinner);

  test('should ask which dinner where each day has one, and take the answer, also for one that has no place yet', async () => {
    const asked = (await ana.say('put dinner half an hour later')).at(-1);
    expect(asked?.text).toBe('Which one do you mean?');
    const open = (asked?.choices ?? []).findIndex(({ label }) => label.includes('still open')) + 1;
    expect(open).toBeGreaterThan(0);
    expect(last(await ana.say(String(open)))).toMatch(/dinner \d\d:\d\d is now \d\d:\d\d/);
    await ana.say('undo');
  });

  test('should take a thing out of the plan by the words that call off a booking, while no booking is called so', async () => {
    expect(await has('Matosinhos beach')).toBe(true);
    expect(last(await ana.say('cancel the beach'))).toMatch(/^Matosinhos beach is out/);
    expect(await has('Matosinhos beach')).toBe(false);
    await ana.say('undo');
    expect(last(await ana.say('cancel the hotel'))).toMatch(/^Note Hotel Casa do Rio.* as cancelled\?/);
    await ana.say('2');
  });

  test.each([
    ['where do we have dinner on sunday', /^Sun 13 Jun, \d\d:\d\d: Dinner/],
    ['what time do we start on saturday', /^Sat 12 Jun begins at \d\d:\d\d: /],
    ['when do we leave tomorrow', /^Tue 2 Mar is not a day of the trip: it goes from Fri 11 Jun to Mon 14 Jun\.$/],
  ])('should answer "%s" from the plan, in a line', async (words, answer) => {
    expect(last(await ana.say(words))).toMatch(answer);
  });

  test('should mean the next day of the trip, and the meal of today, on its days', async () => {
    talk.comeTo('2027-06-12T09:00:00Z');
    expect(last(await ana.say('when do we leave tomorrow'))).toMatch(/^Sun 13 Jun begins at /);
    expect(last(await ana.say('where are we eating tonight'))).toMatch(/^Sat 12 Jun, \d\d:\d\d: Dinner/);
    talk.comeTo('2027-03-01T12:00:00Z');
  });

  test('should book nothing, and say so with what the papers tell of the place and what helps', async () => {
    const [said] = await ana.say('can you book us a table for saturday');
    expect(said?.text).toMatch(/^I book nothing myself/);
    expect(said?.choices?.map(({ label }) => label)).toEqual([
      'Note it, once you have booked',
      'Let the families vote on it first',
    ]);
    expect(last(await ana.say('book a table at Ribeira Kitchen'))).toContain('Open daily 12:00-23:00 [1]');
    expect(last(await ana.say('1'))).toMatch(/^What did you book\?/);
    await ana.say('nevermind');
  });

  test('should tell where help is when a child is ill, from papers and contacts', async () => {
    await ana.say('our emergency contact is Rosa, grandmother, +351 210 000 000');
    const words = "mia has a fever, where's a doctor";
    expect(last(await ana.say(words))).toMatch(
      /ask at Hotel Casa do Rio for the nearest\. Your emergency contacts: Rosa/,
    );
    await ana.say('', [paper('house.txt', 'House doctor: Dr Sousa, +351 22 555 0199, comes day and night.')]);
    const [said] = await ana.say(words);
    expect(said?.text).toMatch(
      /In your papers: House doctor: Dr Sousa, \+351 22 555 0199, comes day and night \[1\]\./,
    );
    expect(said?.citations?.[0]?.document).toBe('house.txt');
    expect(last(await ana.say('is there a doctor?'))).toMatch(/^House doctor: Dr Sousa/);
  });

  test('should offer less for today where somebody is ill on the day', async () => {
    talk.comeTo('2027-06-13T09:00:00Z');
    const [said] = await ana.say('leo threw up, he is ill');
    expect(said?.choices?.map(({ label }) => label)).toEqual(['Take something off the plan of today']);
    expect(last(await ana.say('1'))).toMatch(/ is out | moved from /);
    await ana.say('undo');
    talk.comeTo('2027-03-01T12:00:00Z');
  });

  test('should name what is indoors, and how a plan comes about, where it rains and nothing is planned yet', async () => {
    const bo = talk.stranger();
    await bo.say('oslo 11-14 june');
    await bo.say('Bo Berg');
    expect(last(await bo.say("it's raining, what now"))).toMatch(
      /^There is no plan yet, and your papers name nothing indoors/,
    );
    await bo.say('', [paper('guide.md', GUIDE)]);
    expect(last(await bo.say("it's raining, what now"))).toMatch(
      /^Indoors, from your papers: .*indoor \[1\].* Say PLAN/,
    );
  });

  test('should not call a plan ready that holds nothing', async () => {
    const eva = talk.stranger();
    await eva.say('bergen 11-14 june');
    await eva.say('Eva Lund');
    await eva.say('plan our trip');
    for (const trip of (await talk.records.standingAlone(trips, 10)).items) await talk.makePlans(trip.id);
    const [said] = await eva.say('show the plan');
    expect(said?.text).toMatch(/^The 4 days are laid out, and I know of nothing to put into them yet/);
    const checks = said?.card?.kind === 'itinerary' ? said.card.checks.map(({ text }) => text) : [];
    expect(checks.length).toBeGreaterThan(2);
    expect(checks.join('; ')).not.toMatch(/\b0 /);
  });

  // In Spanish from here on.
  test.each([
    ['llueve, ¿qué hacemos?', /^(?:Al aire libre|No hay nada)/],
    ['Mia tiene fiebre, ¿dónde hay un médico?', /^Lo siento mucho\..*Dr Sousa/],
    ['¿dónde cenamos el sábado?', /^El sáb 12 jun, \d\d:\d\d: Cena/],
    ['¿a qué hora salimos el domingo?', /^El dom 13 jun empieza a las/],
    ['¿puedes reservarnos una mesa?', /^Yo no reservo nada/],
  ])('should answer "%s"', async (words, answer) => {
    expect(last(await ana.say(words))).toMatch(answer);
  });

  test.each([
    ['la cena del sábado media hora más tarde', 30],
    ['atrasa la cena del sábado 15 minutos', 15],
  ])('should move a meal from where it is: "%s"', movesDinner);
});
