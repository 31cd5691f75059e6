import { factsOf, failing, hotel, lines, plan } from '../../test/lisbon-trip.ts';
import type { FixedPoint } from '../reservations/fixed-points.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { type Reserved, withReserved } from './reserved.ts';

const DAYS = { startDate: '2027-06-11', endDate: '2027-06-15' };
const point = (more: Partial<FixedPoint> & Pick<FixedPoint, 'kind' | 'name'>): FixedPoint => ({
  ...{ reservationId: `reservation_${more.name}`, startDate: '2027-06-12', endDate: more.startDate ?? '2027-06-12' },
  ...more,
});
const withPeoplesWord = (reserved: Partial<Reserved>, facts = factsOf()): PlanningFacts => ({
  ...facts,
  candidates: withReserved(facts.candidates, { booked: [], cancelled: [], ...reserved }, DAYS),
});

describe('what people noted as booked', () => {
  test('should stand in the plan at its time, with what it costs, and be checked', () => {
    const facts = withPeoplesWord({
      booked: [
        point({ kind: 'restaurant', name: 'Pizza Roma', start: 19 * 60 + 30, end: 21 * 60 }),
        point({
          ...{ kind: 'activity', name: 'Surf lesson', startDate: '2027-06-13', endDate: '2027-06-13', start: 600 },
          ...{ end: 720, price: { amount: 18_000, currency: 'EUR' } },
        }),
      ],
    });
    expect(lines(facts)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^12 19:30-21:00 .*Pizza Roma/),
        expect.stringMatching(/^13 10:00-12:00 .*Surf lesson/),
      ]),
    );
    expect(failing(facts)).toEqual([]);
  });

  test('should decide where to stay and from when, over what a paper offers', () => {
    const villa = point({
      ...{ kind: 'lodging', name: 'Villa Sol', startDate: '2027-06-11', endDate: '2027-06-15', start: 14 * 60 },
      price: { amount: 120_000, currency: 'EUR' },
    });
    const said = JSON.stringify(plan(withPeoplesWord({ booked: [villa] }, factsOf({ passages: [] }))));
    expect(said).toContain('Villa Sol');
    expect(said).toContain('14:00');
  });

  test('should add to what a paper says of the same place, once', () => {
    const { candidates } = withPeoplesWord({
      booked: [point({ kind: 'lodging', name: 'Hotel Miradouro', startDate: '2027-06-11', endDate: '2027-06-15' })],
    });
    const stays = candidates.filter(({ name }) => name === 'Hotel Miradouro');
    expect(stays).toEqual([expect.objectContaining({ confirmed: true, checkIn: 15 * 60 + 20, stepFree: true })]);
  });

  test('should bring people in by their flight and take them home by it', () => {
    const { candidates } = withPeoplesWord({
      booked: [
        point({ kind: 'flight', name: 'Flight TP1', startDate: '2027-06-11', start: 580, end: 745 }),
        point({ kind: 'flight', name: 'Flight TP2', startDate: '2027-06-15', start: 1_085, end: 1_245 }),
        point({ kind: 'train', name: 'Train to Porto', startDate: '2027-06-13', start: 570 }),
        point({ kind: 'car', name: 'Rental car', start: 600 }),
      ],
    });
    const journeys = candidates.flatMap(({ kind, name, booking }) =>
      kind === 'arrive' || kind === 'depart' ? [[kind, name, booking?.start]] : [],
    );
    expect(journeys).toEqual([
      ['arrive', 'Flight TP1', 745],
      ['depart', 'Flight TP2', 1_085],
    ]);
    expect(candidates.some(({ name }) => name === 'Rental car' || name === 'Train to Porto')).toBe(false);
  });

  test('should be free again once they say that it is cancelled, whatever the confirmation says', () => {
    const facts = factsOf({ passages: [hotel] });
    expect(facts.candidates).toContainEqual(expect.objectContaining({ name: 'Hotel Miradouro', confirmed: true }));
    const { candidates } = withPeoplesWord(
      { cancelled: [{ name: 'Hotel Miradouro', startDate: '2027-06-11' }] },
      facts,
    );
    expect(candidates.find(({ name }) => name === 'Hotel Miradouro')?.confirmed).toBeUndefined();
  });
});
