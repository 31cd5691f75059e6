import fc from 'fast-check';
import type { LinearProgram, Solve } from '../../trips/itineraries/solving/linear-program.ts';
import { openHighs } from './highs.ts';

const EFFORT = { seconds: 60, within: 1e-6 };
const item = (gain: number) => ({ lower: 0, upper: 1, whole: true, gain });
const atMost = (factors: readonly number[], upper: number): LinearProgram['rows'][number] => ({
  terms: factors.map((factor, column) => ({ column, factor })),
  lower: Number.NEGATIVE_INFINITY,
  upper,
});

describe('the solver', () => {
  let solve: Solve;
  beforeAll(async () => {
    solve = (await openHighs())(600);
  });

  it('finds the best of every way to pack a bag', () => {
    const bag = fc.record({
      things: fc.array(fc.record({ gain: fc.integer({ min: 1, max: 30 }), weight: fc.integer({ min: 1, max: 20 }) }), {
        minLength: 1,
        maxLength: 9,
      }),
      room: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(bag, ({ things, room }) => {
        let best = 0;
        for (let taken = 0; taken < 2 ** things.length; taken += 1) {
          const own = things.filter((_, index) => (taken >> index) & 1);
          if (own.reduce((sum, { weight }) => sum + weight, 0) <= room)
            best = Math.max(
              best,
              own.reduce((sum, { gain }) => sum + gain, 0),
            );
        }
        const solved = solve(
          {
            columns: things.map(({ gain }) => item(gain)),
            rows: [
              atMost(
                things.map(({ weight }) => weight),
                room,
              ),
            ],
          },
          EFFORT,
        );
        expect(solved).toMatchObject({ status: 'optimal', gain: expect.closeTo(best, 5) });
      }),
      { numRuns: 40, seed: 21 },
    );
  });

  it('proves that nothing satisfies rows that contradict each other', () => {
    const rows = [{ ...atMost([1, 1], 5), lower: 3 }];
    expect(solve({ columns: [item(1), item(1)], rows }, EFFORT)).toEqual({ status: 'infeasible' });
    expect(solve({ columns: [], rows: [{ terms: [], lower: 1, upper: 2 }] }, EFFORT)).toEqual({ status: 'infeasible' });
  });

  it('adds up a column that stands twice in a row', () => {
    const twice = {
      terms: [
        { column: 0, factor: 1 },
        { column: 0, factor: 1 },
      ],
      lower: 0,
      upper: 1,
    };
    expect(solve({ columns: [item(1)], rows: [twice] }, EFFORT)).toMatchObject({ gain: 0 });
  });

  it('knows a program without columns', () => {
    expect(solve({ columns: [], rows: [] }, EFFORT)).toMatchObject({ status: 'optimal', values: [] });
  });

  it('gives the same answer every time', () => {
    const columns = Array.from({ length: 12 }, (_, index) => item(1 + (index % 3)));
    const rows = [
      atMost(
        columns.map((_, index) => 2 + (index % 5)),
        17,
      ),
    ];
    expect(solve({ columns, rows }, EFFORT)).toEqual(solve({ columns, rows }, EFFORT));
  });
});
