import highsPackage from 'highs';
import type { Effort, LinearProgram, Solve, Solved, Term } from '../../trips/itineraries/solving/linear-program.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';

/** Its types describe the CommonJS build, in which the loader is `default`; the build for modules is the loader itself. */
const loadHighs = highsPackage as unknown as typeof highsPackage.default;

/** A column that stands twice in a row stands there once, with the sum of its factors. */
const merged = (terms: readonly Term[]): ReadonlyMap<number, number> => {
  const factors = new Map<number, number>();
  for (const { column, factor } of terms) factors.set(column, (factors.get(column) ?? 0) + factor);
  return factors;
};

/** A solve takes at least this long before it is stopped. */
const LEAST_SECONDS = 0.05;

/** A solver for one piece of work: all its solves together take no longer than `seconds`, then each is stopped at once. */
export type SolverFor = (seconds: number) => Solve;

/**
 * Opens the HiGHS solver, compiled to WebAssembly. Solving blocks the thread it runs in: open it in a thread that nobody
 * waits for. Throws `internal` when the solver itself fails.
 */
export const openHighs = async (): Promise<SolverFor> => {
  const highs = await loadHighs();
  const { infinity } = highs;
  const { modelStatus, objectiveSense, variableType } = highs.constants;
  const bound = (value: number): number =>
    value === Number.POSITIVE_INFINITY ? infinity : value === Number.NEGATIVE_INFINITY ? -infinity : value;

  const solve = (program: LinearProgram, { seconds, within }: Effort): Solved => {
    const rows = program.rows.map(({ terms }) => merged(terms));
    const starts = new Int32Array(rows.length + 1);
    rows.forEach((row, index) => {
      starts[index + 1] = (starts[index] ?? 0) + row.size;
    });
    const { columns } = program;
    if (columns.length === 0) {
      const holds = program.rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
      return holds ? { status: 'optimal', values: [], gain: 0, bound: 0 } : { status: 'infeasible' };
    }
    const data = {
      numCols: columns.length,
      numRows: rows.length,
      sense: objectiveSense.maximize,
      colCost: Float64Array.from(columns, ({ gain }) => gain),
      colLower: Float64Array.from(columns, ({ lower }) => bound(lower)),
      colUpper: Float64Array.from(columns, ({ upper }) => bound(upper)),
      rowLower: Float64Array.from(program.rows, ({ lower }) => bound(lower)),
      rowUpper: Float64Array.from(program.rows, ({ upper }) => bound(upper)),
      integrality: Int32Array.from(columns, ({ whole }) => (whole ? variableType.integer : variableType.continuous)),
      matrix: {
        format: 'csr' as const,
        numCols: columns.length,
        numRows: rows.length,
        starts,
        indices: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
        values: Float64Array.from(rows.flatMap((row) => [...row.values()])),
      },
    };
    try {
      return highs.withModel(data, (model): Solved => {
        model.options.set({
          output_flag: false,
          time_limit: seconds,
          mip_rel_gap: 0,
          mip_abs_gap: within,
          // Measured on trips of 2 to 14 days: both cost more than they bring.
          mip_detect_symmetry: false,
          mip_allow_restart: false,
        });
        model.run();
        const status = model.getModelStatus();
        // Every column is bounded, so what is unbounded or infeasible is infeasible.
        if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
          return { status: 'infeasible' };
        // 2 is HiGHS's word for a feasible point (kSolutionStatusFeasible).
        if (model.info.get('primal_solution_status') !== 2) return { status: 'unknown' };
        return {
          status: status === modelStatus.optimal ? 'optimal' : 'feasible',
          values: [...model.getSolution().colValue],
          gain: model.getObjectiveValue(),
          bound: Number(model.info.get('mip_dual_bound')),
        };
      });
    } catch (cause) {
      throw new PathfinderError('internal', 'the solver failed', cause);
    }
  };

  return (seconds) => {
    const until = performance.now() + seconds * 1_000;
    return (program, effort) => {
      const left = Math.max(LEAST_SECONDS, (until - performance.now()) / 1_000);
      return solve(program, { ...effort, seconds: Math.min(effort.seconds, left) });
    };
  };
};
