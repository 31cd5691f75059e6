import { factsOf, family, food, hotel, page, plan } from '../../test/lisbon-trip.ts';
import { fraction, ZERO } from '../consensus/fraction.ts';
import { NO_TURNS } from '../consensus/turns.ts';
import { weightsFrom } from './giving-way.ts';

describe('families that have given way', () => {
  it('count for more the fewer turns they have used, within bounds, and all alike before any decision', () => {
    const ids = ['family_a', 'family_b'];
    expect([...weightsFrom(NO_TURNS, ids)]).toEqual([
      ['family_a', 1],
      ['family_b', 1],
    ]);
    const turns = { used: { family_a: fraction(3n), family_b: fraction(1n) }, level: ZERO };
    expect([...weightsFrom(turns, ids)]).toEqual([
      ['family_a', 0.75],
      ['family_b', 1.25],
    ]);
    const far = { used: { family_a: fraction(100n), family_b: ZERO }, level: ZERO };
    expect([...weightsFrom(far, ids).values()]).toEqual([0.5, 2]);
  });

  it('get the one place there is time for, when wishes are even otherwise', () => {
    const guide = page(
      'g.md',
      'Things to see',
      'Zoo of Lisbon: open 13:00-17:30, EUR 5, 3 hours\nTile Museum: open 13:00-17:30, EUR 5, 3 hours',
    );
    const families = (giving: number) => [
      { ...family('family_a', [40, 39], { interests: { zoo: 5, museum: 1 } }), weight: giving },
      { ...family('family_b', [41, 38], { interests: { zoo: 1, museum: 5 } }), weight: 2 - giving },
    ];
    const trip = { startDate: '2027-06-11', endDate: '2027-06-13', destination: 'Lisbon' };
    const seen = (giving: number) =>
      plan(factsOf({ trip, families: families(giving), passages: [hotel, food, guide] }))
        .days.flatMap(({ items }) => items)
        .filter(({ kind }) => kind === 'sight')
        .map(({ title }) => title);
    expect(seen(1.6)).toEqual(['Zoo of Lisbon']);
    expect(seen(0.4)).toEqual(['Tile Museum']);
  });
});
