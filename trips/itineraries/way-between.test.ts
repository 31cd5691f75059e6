import { eur, factsOf, failing, family, plan } from '../../test/lisbon-trip.ts';
import type { Candidate } from './candidate.ts';
import { checkPlan } from './check.ts';
import { wayMinutes } from './way-between.ts';

const sight = (name: string, lat: number, lon: number): Candidate => ({
  id: `sight ${name}`,
  kind: 'sight',
  name,
  at: { lat, lon },
  price: { per: 'person', adult: eur(5) },
  hours: Array.from({ length: 7 }, () => [{ from: 600, to: 1_080 }]),
  minutes: 90,
  diets: {},
  about: '',
});
const near = [sight('Tile Museum', 38.725, -9.114), sight('Fado Museum', 38.711, -9.128)];
const far = [...near, sight('Pena Palace', 38.788, -9.391)];
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const facts = (candidates: readonly Candidate[]) =>
  factsOf({
    trip: { startDate: '2027-06-11', endDate: '2027-06-13', destination: 'Lisbon' },
    families: [family('family_a', [40, 38])],
    candidates,
  });

describe('the way between places on the map', () => {
  it('is walked when near and ridden when far', () => {
    expect(wayMinutes({ lat: 38.71, lon: -9.13 }, { lat: 38.71, lon: -9.13 })).toBe(0);
    expect(wayMinutes({ lat: 38.71, lon: -9.13 }, { lat: 38.716, lon: -9.13 })).toBe(15);
    // Lisbon to Sintra: some 25 km by air.
    expect(wayMinutes({ lat: 38.71, lon: -9.13 }, { lat: 38.79, lon: -9.39 })).toBeGreaterThan(90);
  });

  it('is left free in the plan, and seen by the checker when it is not', () => {
    const given = facts(far);
    expect(failing(given)).toEqual([]);
    const { days } = plan(given);
    const seen = days.map(({ items }) => items.filter(({ kind }) => kind === 'sight'));
    expect(seen.flat()).toHaveLength(3);
    for (const items of seen)
      for (const [index, one] of items.entries()) {
        const next = items[index + 1];
        const between = (name: string | undefined) => far.find((candidate) => candidate.name === name)?.at;
        const [from, to] = [between(one.title), between(next?.title)];
        if (next && from && to)
          expect(minutes(next.start) - minutes(one.end)).toBeGreaterThanOrEqual(wayMinutes(from, to));
      }
    // The same day with everything one straight after the other.
    const squeezed = {
      days: days.map((day) => ({
        ...day,
        items:
          day === days[1]
            ? [
                {
                  start: '10:00',
                  end: '11:30',
                  kind: 'sight' as const,
                  title: 'Tile Museum',
                  candidateId: 'sight Tile Museum',
                },
                {
                  start: '11:45',
                  end: '13:15',
                  kind: 'sight' as const,
                  title: 'Pena Palace',
                  candidateId: 'sight Pena Palace',
                },
              ]
            : [],
      })),
    };
    expect(checkPlan(squeezed, given).find(({ constraint }) => constraint === 'overlap')).toMatchObject({
      ok: false,
      detail: expect.stringContaining('too far apart'),
    });
  });
});
