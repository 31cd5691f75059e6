import ICAL from 'ical.js';
import { type Account, type Journey, startJourney } from './journey.ts';

const [ANA, BEA] = ['+15550102', '+15550101'];

const GUIDE = `# Porto for families
## Tram Museum
Museum, indoor. Open daily 10:00-18:00. EUR 8 adult, EUR 4 child. Step-free. Allow 2 hours.
## Crystal Palace Gardens
Garden, outdoor. Open daily 8:00-21:00. Free. Step-free. Allow 1.5 hours.
## Sea Life Porto
Aquarium, indoor. Open daily 10:00-19:00. EUR 14 adult, EUR 9 child. Allow 3 hours. Step-free.
## Ribeira Kitchen
Restaurant. About EUR 18 a person. Open daily 12:00-23:00. Vegetarian dishes.
## Cafe Douro
Cafe for lunch. About EUR 11 a person. Open daily 9:00-18:00. Vegetarian dishes.
`;

interface Item {
  readonly title: string;
  readonly start: string;
  readonly who?: readonly string[];
}

describe('families that part for a while', () => {
  let journey: Journey;
  let ana: Account;
  let bea: Account;
  let tripId: string;

  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana', phone: ANA, familyName: 'Silva' });
    bea = await journey.signUp({ name: 'Bea', phone: BEA, familyName: 'Chen' });
    const dates = { startDate: '2033-06-11', endDate: '2033-06-13' };
    tripId = await journey.trip(ana, { name: 'Porto', destination: 'Porto', ...dates });
    const form = new FormData();
    form.append('scope', 'trip');
    form.append('file', new Blob([GUIDE], { type: 'text/markdown' }), 'porto.md');
    await journey.api('POST', `/trips/${tripId}/documents`, { token: ana.token, body: form });
    await journey.text(BEA, `join ${await journey.invite(ana, tripId, bea)}`);
    await journey.text(ANA, 'plan our trip');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && body.includes('/s/'));
  });
  afterAll(() => journey.close());

  const say = async (from: string, words: string): Promise<string> => (await journey.text(from, words)).join('\n');
  const newest = async (): Promise<readonly { readonly items: readonly Item[] }[]> => {
    const { body } = await journey.api('GET', `/trips/${tripId}/itineraries`, { token: ana.token });
    return (body.items as { days: { items: Item[] }[] }[])[0]?.days ?? [];
  };
  /** The two things of the plan that only some do, and the day they are on, from 1. */
  const lanes = async () => {
    const days = await newest();
    const index = days.findIndex(({ items }) => items.some(({ who }) => who !== undefined));
    return { day: index + 1, items: (days[index]?.items ?? []).filter(({ who }) => who !== undefined) };
  };

  test('children who would go with another family are not planned apart, and what comes nearest is one number away', async () => {
    const told = await say(ANA, 'on day 2: the kids go to the aquarium with the Chens while we do the museum');
    expect(told).toMatch(/whole families.*\n1\) the Chens: the aquarium; meanwhile the Silvas: the museum/s);
    expect((await lanes()).items).toEqual([]);
    expect(await say(ANA, '1')).toMatch(
      /are at the same time, from 10:00; you meet again at 13:00\..*Checked again: all/,
    );
    const { day, items } = await lanes();
    expect(day).toBe(2);
    expect(items.map(({ title, start, who }) => [title, start, who]).sort()).toEqual([
      ['Sea Life Porto', '10:00', [bea.familyId]],
      ['Tram Museum', '10:00', [ana.familyId]],
    ]);
  });

  test('the page says whose is which, and each family has a calendar of its own', async () => {
    const told = await say(BEA, 'calendar');
    const [, page = '', own = ''] = /(\/s\/[\w-]+)\.ics\n.*your family joins: \S+?(\/s\/\S+)/.exec(told) ?? [];
    const read = async (path: string): Promise<string> => (await fetch(`${journey.server.url}${path}`)).text();
    const shown = await read(page);
    expect(shown).toContain('<p class="who">Only the Chens</p>');
    expect(shown).toContain('<p class="who">Only the Silvas</p>');
    const summaries = new ICAL.Component(ICAL.parse(await read(own)))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event).summary);
    expect(summaries).toContain('Sea Life Porto');
    expect(summaries).not.toContain('Tram Museum');
    const { body } = await journey.api('GET', `/trips/${tripId}/itineraries`, { token: bea.token });
    const [{ id } = { id: '' }] = body.items as { id: string }[];
    const file = await fetch(`${journey.server.url}/api/v1/itineraries/${id}.ics?only=mine&lang=es`, {
      headers: { authorization: `Bearer ${bea.token}` },
    });
    const spanish = await file.text();
    expect(spanish).toContain('Sea Life Porto');
    expect(spanish).toMatch(/Almuerzo en|Cena en/);
    expect(spanish).not.toContain('Tram Museum');
  });

  test('who looks at their own days goes on seeing their own, until they ask for everybody', async () => {
    expect(await say(BEA, 'day 2')).toMatch(/Sea Life Porto[\s\S]*Tram Museum|Tram Museum[\s\S]*Sea Life Porto/);
    expect(await say(BEA, 'only mine')).not.toContain('Tram Museum');
    const mine = await say(BEA, 'day 2');
    expect(mine).toContain('Sea Life Porto');
    expect(mine).not.toContain('Tram Museum');
    expect(await say(BEA, 'day 2 for everyone')).toContain('Tram Museum');
    await say(BEA, 'only mine');
    await say(BEA, 'show the plan');
    expect(await say(BEA, 'day 2')).toContain('Tram Museum');
  });

  test('a plan made anew leaves them side by side', async () => {
    const before = new Set(journey.twilio.sent);
    await say(ANA, 'plan again');
    await journey.twilio.waitFor((text) => !before.has(text) && text.to === BEA && text.body.includes('/s/'));
    const { day, items } = await lanes();
    expect([day, ...items.map(({ title }) => title).sort()]).toEqual([2, 'Sea Life Porto', 'Tram Museum']);
    expect(items[0]?.start).toBe(items[1]?.start);
  });
});
