import { failing, family, lines, page, plan } from '../../../test/lisbon-trip.ts';
import type { Stop } from '../../trips/stops.ts';
import type { Passage } from '../candidate.ts';
import { extractCandidates } from '../candidates.ts';
import { checkPlan } from '../check.ts';
import type { PlanningFacts } from '../planning-facts.ts';
import { withReserved } from '../reserved.ts';
import { citiesOn } from './cities-on.ts';
import { withStops } from './with-stops.ts';

const GUIDE = [
  page(
    'italy.md',
    'Italy > Rome > Colosseum',
    'Amphitheatre, outdoor. Open daily 9:00-17:00. EUR 18 adult. Allow 2 hours.',
  ),
  page('italy.md', 'Italy > Rome > Villa Borghese Gardens', 'Garden. Open daily 8:00-20:00. Free. Allow 2 hours.'),
  page('italy.md', 'Italy > Rome > Trattoria Augusta', 'Restaurant. About EUR 22 a person. Open daily 12:00-23:00.'),
  page('italy.md', 'Italy > Florence > Cathedral', 'Cathedral. Open daily 10:00-16:30. EUR 15 adult. Allow 1 hour.'),
  page(
    'italy.md',
    'Italy > Florence > Leonardo Museum',
    'Museum, indoor. Open daily 10:00-18:00. EUR 8 adult. Allow 2 hours.',
  ),
  page('italy.md', 'Italy > Venice > Cathedral', 'Cathedral. Open daily 9:30-17:00. EUR 3 adult. Allow 1 hour.'),
  page(
    'italy.md',
    'Italy > Venice > Boat tour of the lagoon',
    'Boat. Departures daily 10:00-16:00. EUR 20 adult. 2 hours.',
  ),
];
const STOPS: readonly Stop[] = [{ city: 'Rome', nights: 3 }, { city: 'Florence', nights: 2 }, { city: 'Venice' }];
const DAYS = { startDate: '2027-06-11', endDate: '2027-06-18' };
const cities = STOPS.map(({ city }) => city);

const factsOf = (more: readonly Passage[] = [], stops = STOPS, trip = DAYS): PlanningFacts => {
  const candidates = extractCandidates([...GUIDE, ...more], { ...trip, currency: 'EUR', cities });
  return withStops(
    {
      trip: { ...trip, destination: 'Italy' },
      families: [family('family_a', [40, 38, 10]), family('family_b', [67])],
      candidates,
      decided: [],
    },
    stops,
  );
};
/** The night's city by day, as the checker's words have the route. */
const route = (facts: PlanningFacts): string | undefined =>
  checkPlan(plan(facts), facts).find(({ constraint }) => constraint === 'route')?.detail;
const dayOf = (facts: PlanningFacts, title: string): string | undefined =>
  plan(facts).days.find(({ items }) => items.some((item) => item.title.includes(title)))?.date;

describe('a trip of several stops', () => {
  it('spends the nights where it was said, with a way between, and sees each city while it is there', () => {
    const facts = factsOf();
    expect(failing(facts)).toEqual([]);
    expect(route(facts)).toBe('Rome 3 nights - Florence 2 nights - Venice 2 nights');
    expect(dayOf(facts, 'Travel from Rome to Florence')).toBe('2027-06-14');
    expect(dayOf(facts, 'Travel from Florence to Venice')).toBe('2027-06-16');
    expect((dayOf(facts, 'Colosseum') ?? '') <= '2027-06-14').toBe(true);
    expect((dayOf(facts, 'lagoon') ?? '') >= '2027-06-16').toBe(true);
    expect(lines(facts).join('\n')).toContain('Arrive in Rome');
    expect(plan(facts).gaps.join('\n')).toContain(
      'How you get from Rome to Florence on Mon 14 Jun is not in your documents yet',
    );
  });

  it('keeps a cathedral of each city apart', () => {
    const both = factsOf().candidates.filter(({ name }) => name === 'Cathedral');
    expect(both.map(({ city }) => city).sort()).toEqual(['Florence', 'Venice']);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  });

  it('lets a ticket decide the day, whatever was said of nights, and takes its times and price', () => {
    const ticket = page(
      'ticket.txt',
      undefined,
      'Train FR 9410 Roma Termini to Firenze SMN, 13 June 2027, departs 10:35, arrives 12:07. Booked. EUR 35 per person',
    );
    const facts = factsOf([ticket]);
    expect(failing(facts)).toEqual([]);
    const day = plan(facts).days.find(({ date }) => date === '2027-06-13');
    expect(day?.items.find(({ kind }) => kind === 'travel')).toMatchObject({
      title: 'Train from Rome to Florence',
      start: '10:35',
      end: '12:07',
      cost: { amount: 14_000, currency: 'EUR' },
    });
    expect(plan(facts).gaps.join('\n')).toContain('Nights are otherwise than you said: Rome has 2 instead of 3');
  });

  it('lets booked beds decide the days, and sleeps in them', () => {
    const beds = (city: string, name: string, from: number, to: number): Passage =>
      page(
        `${name}.txt`,
        undefined,
        `Booking confirmation. ${name}, ${city}. Check-in ${from} June 2027 from 15:00. Check-out ${to} June 2027 until 10:00. Total EUR 400 for the whole stay.`,
      );
    const facts = factsOf([
      beds('Firenze', 'Hotel Arno', 13, 16),
      beds('Roma', 'Hotel Tevere', 11, 13),
      beds('Venezia', 'Hotel Laguna', 16, 18),
    ]);
    expect(failing(facts)).toEqual([]);
    expect(route(facts)).toBe('Rome 2 nights - Florence 3 nights - Venice 2 nights');
    const all = lines(facts).join('\n');
    for (const name of ['Hotel Arno', 'Hotel Tevere', 'Hotel Laguna']) expect(all).toContain(name);
  });

  it('takes what people noted as booked for the way between two stops', () => {
    const candidates = withReserved(
      [],
      {
        booked: [
          {
            ...{ reservationId: 'reservation_1', kind: 'train', name: 'Train from Florence to Venice' },
            ...{ startDate: '2027-06-16', endDate: '2027-06-16', start: 600, end: 730 },
          },
        ],
        cancelled: [],
      },
      { ...DAYS, cities },
    );
    expect(candidates).toMatchObject([
      { kind: 'leg', leg: { from: 'Florence', to: 'Venice', date: '2027-06-16', departs: 600 } },
    ]);
  });

  it('says which stop has no night left, and plans the others', () => {
    const facts = factsOf([], STOPS, { startDate: '2027-06-11', endDate: '2027-06-13' });
    expect(failing(facts)).toEqual([]);
    expect(route(facts)).toBe('Rome 1 night - Florence 1 night');
    expect(plan(facts).gaps.join('\n')).toContain('There is no night left for Venice');
  });

  it('knows the city of each day: as the plan has it, else as the stops are scheduled', () => {
    const trip = { ...DAYS, destination: 'Italy', stops: STOPS };
    const ticket = page(
      'ticket.txt',
      undefined,
      'Train FR 9410 Roma Termini to Firenze SMN, 13 June 2027, departs 10:35, arrives 12:07. Booked. EUR 35 per person',
    );
    const made = plan(factsOf([ticket]));
    expect(citiesOn(trip, made, '2027-06-12')).toEqual(['Rome']);
    expect(citiesOn(trip, made, '2027-06-13')).toContain('Florence');
    expect(citiesOn(trip, made, '2027-06-14')).not.toContain('Rome');
    expect(citiesOn(trip, undefined, '2027-06-14')).toEqual(['Rome', 'Florence']);
    expect(citiesOn(trip, undefined, '2027-06-18')).toEqual(['Venice']);
    expect(citiesOn({ ...DAYS, destination: 'Lisbon' }, made, '2027-06-12')).toEqual(['Lisbon']);
  });
});
