import fc from 'fast-check';
import type { LinearProgram, Question, Row, Solve } from '../../trips/itineraries/solving/linear-program.ts';
import { openHighs } from './highs.ts';

/** Much, so that better ones than what is told are left behind. */
const WITHIN = 4;
const EFFORT = { seconds: 60, within: WITHIN };

/**
 * Rooms of doors, one door of each room is taken, and from each door some of the next room's can be reached; each opens
 * chests of which there is money for only some.
 */
const maze = fc
  .record({
    rooms: fc.array(fc.array(fc.integer({ min: -3, max: 6 }), { minLength: 2, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    }),
    chests: fc.array(
      fc.record({
        gain: fc.integer({ min: 1, max: 20 }),
        price: fc.integer({ min: 1, max: 12 }),
        room: fc.nat(3),
        door: fc.nat(3),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    walls: fc.array(fc.nat(3), { minLength: 27, maxLength: 27 }),
    money: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ rooms, chests, walls, money }): LinearProgram & { readonly questions: readonly (readonly Question[])[] } => {
    const columns: LinearProgram['columns'][number][] = [];
    const rows: Row[] = [];
    const yesNo = (gain: number): number => columns.push({ lower: 0, upper: 1, whole: true, gain }) - 1;
    const doors = rooms.map((room) => room.map(yesNo));
    const row = (terms: readonly (readonly [column: number, factor: number])[], lower: number, upper: number): void => {
      rows.push({ terms: terms.map(([column, factor]) => ({ column, factor })), lower, upper });
    };
    for (const room of doors)
      row(
        room.map((column) => [column, 1]),
        1,
        1,
      );
    for (const [at, wall] of walls.entries()) {
      const here = doors[Math.floor(at / 9)]?.[Math.floor(at / 3) % 3];
      const next = doors[Math.floor(at / 9) + 1]?.[at % 3];
      if (wall > 0 && here !== undefined && next !== undefined)
        row(
          [
            [here, 1],
            [next, 1],
          ],
          0,
          1,
        );
    }
    const paid: [number, number][] = [];
    for (const { gain, price, room, door } of chests) {
      const column = yesNo(gain);
      const own = doors[room % doors.length] ?? [];
      row(
        [
          [column, 1],
          [own[door % own.length] ?? 0, -1],
        ],
        Number.NEGATIVE_INFINITY,
        0,
      );
      paid.push([column, price]);
    }
    row(paid, 0, money);
    return { columns, rows, questions: [doors.map((room): Question => room.map((column) => [column]))] };
  });

describe('a search by questions', () => {
  let solve: Solve;
  beforeAll(async () => {
    solve = (await openHighs())(600);
  });

  it('finds what the solver alone finds, to within what was asked, and proves no more than is true', () => {
    const ended = new Set<string>();
    fc.assert(
      fc.property(maze, (program) => {
        const alone = solve({ ...program, questions: undefined }, { seconds: 60, within: 1e-6 });
        const asked = solve(program, EFFORT);
        ended.add(asked.status);
        if (!('gain' in alone)) return expect(asked).toEqual({ status: 'infeasible' });
        if (!('gain' in asked)) throw new Error(`${asked.status} where there is a solution`);
        expect(asked.bound).toBeGreaterThanOrEqual(alone.gain - 1e-6);
        expect(asked.gain).toBeLessThanOrEqual(alone.gain + 1e-6);
        if (asked.status === 'optimal') expect(asked.bound - asked.gain).toBeLessThanOrEqual(WITHIN + 1e-6);
        expect(holds(program, asked.values)).toBe(true);
      }),
      { numRuns: 150, seed: 8 },
    );
    expect([...ended].sort()).toEqual(expect.arrayContaining(['infeasible', 'optimal']));
  });

  it('solves what its questions leave open', () => {
    const columns = [3, 2, 2].map((gain) => ({ lower: 0, upper: 1, whole: true, gain }));
    const rows = [{ terms: columns.map((_, column) => ({ column, factor: 2 })), lower: 0, upper: 5 }];
    expect(solve({ columns, rows, questions: [[[[0], [1]]]] }, { seconds: 60, within: 1e-6 })).toMatchObject({
      status: 'optimal',
      gain: 5,
    });
  });

  it('leaves to the solver alone what no question leads to', () => {
    // An odd sum of even numbers: relaxed it can be had whichever questions are answered, whole never.
    const columns = Array.from({ length: 18 }, () => ({ lower: 0, upper: 1, whole: true, gain: 1 }));
    const odd = columns.map((_, column) => ({ column, factor: 2 }));
    const pairs = Array.from({ length: 9 }, (_, at): Question => [[2 * at], [2 * at + 1]]);
    const one = pairs.map(
      (pair): Row => ({ terms: pair.flat().map((column) => ({ column, factor: 1 })), lower: 1, upper: 1 }),
    );
    const left = columns.push({ lower: 0, upper: 1, whole: true, gain: 0 }) - 1;
    const rows = [...one, { terms: [...odd, { column: left, factor: 2 }], lower: 19, upper: 19 }];
    expect(solve({ columns, rows, questions: [pairs] }, EFFORT)).toEqual({ status: 'infeasible' });
  });

  it('says that it does not know when there was no time to look', () => {
    const columns = [1, 2].map((gain) => ({ lower: 0, upper: 1, whole: true, gain }));
    expect(solve({ columns, rows: [], questions: [[[[0], [1]]]] }, { seconds: 0, within: 1 })).toEqual({
      status: 'unknown',
    });
  });

  it('tells of every solution on the way', async () => {
    let found = 0;
    const telling = (await openHighs())(600, () => {
      found += 1;
    });
    const columns = [{ lower: 0, upper: 1, whole: true, gain: 1 }];
    telling({ columns, rows: [] }, EFFORT);
    expect(found).toBe(1);
  });
});

const holds = ({ columns, rows }: LinearProgram, values: readonly number[]): boolean =>
  columns.every(({ lower, upper }, at) => (values[at] ?? 0) >= lower - 1e-6 && (values[at] ?? 0) <= upper + 1e-6) &&
  rows.every(({ terms, lower, upper }) => {
    const sum = terms.reduce((all, { column, factor }) => all + factor * (values[column] ?? 0), 0);
    return sum >= lower - 1e-6 && sum <= upper + 1e-6;
  });
