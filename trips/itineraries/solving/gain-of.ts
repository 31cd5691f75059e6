import type { DraftDay } from './draft-days.ts';
import type { Solve } from './linear-program.ts';
import type { TripProgram } from './trip-program.ts';

/** To find out what is gained takes no search. */
const EFFORT = { seconds: 1, within: 0 };

/**
 * What is gained by just these days, along the way and in the beds that a solution has; `undefined` when the program,
 * which sees the hours only roughly, does not know that they fit.
 */
export const gainOf = (
  { draft, days: ways, stays, visits: { slots, units } }: TripProgram,
  days: readonly DraftDay[],
  values: readonly number[],
  solve: Solve,
): number | undefined => {
  const known = new Map<number, number>();
  for (const { column } of [...ways.flat(), ...stays]) if (column !== undefined) known.set(column, values[column] ?? 0);
  for (const { column, bundle, day, part } of slots) {
    const own = new Set(bundle.members.map(({ candidate }) => candidate));
    const here = days[day]?.picks.filter((pick) => pick.part === part && own.has(pick.candidate)) ?? [];
    known.set(column, here.length);
  }
  const taken = new Set(days.flatMap(({ picks }) => picks.map(({ candidate }) => candidate)));
  for (const { column, option } of units)
    if (!known.has(column)) known.set(column, taken.has(option.candidate) ? 1 : 0);
  const columns = draft.columns.map((column, index) => {
    const value = known.get(index);
    return value === undefined ? column : { ...column, lower: Math.round(value), upper: Math.round(value) };
  });
  const solved = solve({ rows: draft.rows, columns }, EFFORT);
  return 'values' in solved ? solved.gain : undefined;
};
