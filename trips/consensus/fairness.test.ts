import { choosing } from './ballot.ts';
import { type Decided, fairnessOf } from './fairness.ts';

const families = [
  { id: 'chen', heads: 4 },
  { id: 'silva', heads: 1 },
];
const decided = (
  chosen: string | undefined,
  wishes: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Decided => ({
  options: ['a', 'b'],
  wishes: Object.entries(wishes).map(([familyId, scores]) => ({ familyId, scores })),
  chosen,
});

describe('fairness', () => {
  test('is what each family got over the best it would have had alone', () => {
    const found = fairnessOf(families, [
      decided('a', { chen: choosing(['a']), silva: choosing(['b']) }),
      decided('b', { chen: { a: 3, b: 2 }, silva: { a: 1, b: 5 } }),
    ]);
    // Chen: (1 + 1/4) of (1 + 1/2); Silva: 1 of 2.
    expect(found.families).toEqual([
      { familyId: 'chen', satisfaction: 1.25 / 1.5, concessions: 1, decisions: 2 },
      { familyId: 'silva', satisfaction: 0.5, concessions: 1, decisions: 2 },
    ]);
    expect(found.least).toBe(0.5);
    expect(found.evenness).toBeCloseTo(0.6, 9);
  });

  test('counts every person, children of whom nothing is known too', () => {
    const { perPerson } = fairnessOf(families, [decided('a', { chen: choosing(['a']), silva: choosing(['b']) })]);
    expect(perPerson).toBe(4 / 5);
  });

  test('is nothing for a plan that is empty or failed', () => {
    for (const decisions of [[], [decided(undefined, { chen: choosing(['a']), silva: choosing(['b']) })]]) {
      expect(fairnessOf(families, decisions)).toMatchObject({ least: 0, evenness: 0, perPerson: 0 });
    }
    expect(fairnessOf([], [decided('a', {})])).toMatchObject({ least: 0, evenness: 0, perPerson: 0 });
  });

  test('counts a decision that came to nothing as a concession of all who wished for something', () => {
    const found = fairnessOf(families, [
      decided('a', { chen: choosing(['a']), silva: choosing(['a']) }),
      decided(undefined, { chen: choosing(['a']), silva: {} }),
    ]);
    expect(found.families).toEqual([
      { familyId: 'chen', satisfaction: 0.5, concessions: 1, decisions: 2 },
      { familyId: 'silva', satisfaction: 1, concessions: 0, decisions: 1 },
    ]);
  });
});
