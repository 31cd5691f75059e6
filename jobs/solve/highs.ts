import highsPackage, { type Model, type ModelData } from 'highs';
import type { Effort, LinearProgram, Solve, Solved } from '../../trips/itineraries/solving/linear-program.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { type Narrowed, searchByQuestions } from './by-questions.ts';

/** Its types describe the CommonJS build, in which the loader is `default`; the build for modules is the loader itself. */
const loadHighs = highsPackage as unknown as typeof highsPackage.default;
type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** A solve takes at least this long before it is stopped. */
const LEAST_SECONDS = 0.05;
/** HiGHS's word for a feasible point (kSolutionStatusFeasible). */
const FEASIBLE = 2;

/**
 * A solver for one piece of work: all its solves together take no longer than `seconds`, then each is stopped at once.
 * `onFound` is told of every solution that is found on the way.
 */
export type SolverFor = (seconds: number, onFound?: () => void) => Solve;

/**
 * Opens the HiGHS solver, compiled to WebAssembly. Solving blocks the thread it runs in: open it in a thread that nobody
 * waits for. Throws `internal` when the solver itself fails.
 */
export const openHighs = async (): Promise<SolverFor> => {
  const highs = await loadHighs();

  const solve = (program: LinearProgram, { seconds, within }: Effort, until: number, onFound?: () => void): Solved => {
    if (program.columns.length === 0) {
      const holds = program.rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
      return holds ? { status: 'optimal', values: [], gain: 0, bound: 0 } : { status: 'infeasible' };
    }
    const end = { worked: workedMs() + seconds * 1_000, until };
    const data = dataOf(highs, program);
    const whole = (of: ModelData): Solved => {
      const solved = highs.withModel(of, (model): Solved => solveWhole(highs, model, within, end));
      if ('values' in solved) onFound?.();
      return solved;
    };
    try {
      if (!program.questions?.length) return whole(data);
      const { integrality: _, ...loose } = data;
      const asked = highs.withModel(loose, (model) => {
        const narrowed: Narrowed = {
          relaxed: relaxing(highs, model, data, end),
          whole: (zero) => whole({ ...data, colUpper: data.colUpper.map((upper, at) => (zero.has(at) ? 0 : upper)) }),
        };
        return searchByQuestions(program.questions ?? [], narrowed, within);
      });
      // Where no question led to a solution, the solver's own search may find one, or prove that there is none.
      return asked.status === 'unknown' && secondsLeft(end) > 0 ? whole(data) : asked;
    } catch (cause) {
      throw new PathfinderError('internal', 'the solver failed', cause);
    }
  };

  return (seconds, onFound) => {
    const until = performance.now() + seconds * 1_000;
    return (program, effort) => solve(program, effort, until, onFound);
  };
};

/** When a solve ends at the latest: by what this thread has worked, and by the clock. */
interface End {
  readonly worked: number;
  readonly until: number;
}

/** What the processor has worked for this thread: a busy machine must not make worse plans. */
const workedMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

const secondsLeft = ({ worked, until }: End): number =>
  Math.min(worked - workedMs(), until - performance.now()) / 1_000;
const secondsUntil = ({ until }: End): number => Math.max(LEAST_SECONDS, (until - performance.now()) / 1_000);

const dataOf = ({ constants, infinity }: Highs, { columns, rows }: LinearProgram) => {
  const { objectiveSense, variableType } = constants;
  const bound = (value: number): number =>
    value === Number.POSITIVE_INFINITY ? infinity : value === Number.NEGATIVE_INFINITY ? -infinity : value;
  // A column that stands twice in a row stands there once, with the sum of its factors.
  const merged = rows.map(({ terms }) => {
    const factors = new Map<number, number>();
    for (const { column, factor } of terms) factors.set(column, (factors.get(column) ?? 0) + factor);
    return factors;
  });
  const starts = new Int32Array(rows.length + 1);
  merged.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + row.size;
  });
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ gain }) => gain),
    colLower: Float64Array.from(columns, ({ lower }) => bound(lower)),
    colUpper: Float64Array.from(columns, ({ upper }) => bound(upper)),
    rowLower: Float64Array.from(rows, ({ lower }) => bound(lower)),
    rowUpper: Float64Array.from(rows, ({ upper }) => bound(upper)),
    integrality: Int32Array.from(columns, ({ whole }) => (whole ? variableType.integer : variableType.continuous)),
    matrix: {
      format: 'csr',
      numCols: columns.length,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(merged.flatMap((row) => [...row.keys()])),
      values: Float64Array.from(merged.flatMap((row) => [...row.values()])),
    },
  } satisfies ModelData;
};

/** Every column is bounded, so what is unbounded or infeasible is infeasible. */
const isInfeasible = ({ constants: { modelStatus } }: Highs, model: Model): boolean =>
  model.getModelStatus() === modelStatus.infeasible || model.getModelStatus() === modelStatus.unboundedOrInfeasible;

const solveWhole = (highs: Highs, model: Model, within: number, end: End): Solved => {
  model.options.set({
    output_flag: false,
    time_limit: secondsUntil(end),
    mip_rel_gap: 0,
    mip_abs_gap: within,
    // Measured on trips of 2 to 14 days: both cost more than they bring.
    mip_detect_symmetry: false,
    mip_allow_restart: false,
  });
  model.run({
    [highs.constants.callbackType.mipInterrupt]: ({ interrupt }: { readonly interrupt: () => void }) => {
      if (workedMs() > end.worked) interrupt();
    },
  });
  if (isInfeasible(highs, model)) return { status: 'infeasible' };
  if (model.info.get('primal_solution_status') !== FEASIBLE) return { status: 'unknown' };
  return {
    status: model.getModelStatus() === highs.constants.modelStatus.optimal ? 'optimal' : 'feasible',
    values: [...model.getSolution().colValue],
    gain: model.getObjectiveValue(),
    bound: Number(model.info.get('mip_dual_bound')),
  };
};

/** Solves the same model again and again with other columns at zero, each time from where the last solve ended. */
const relaxing = (
  highs: Highs,
  model: Model,
  { colLower, colUpper }: { readonly colLower: Float64Array; readonly colUpper: Float64Array },
  end: End,
): Narrowed['relaxed'] => {
  let now: ReadonlySet<number> = new Set();
  model.options.set({ output_flag: false });
  return (zero) => {
    if (secondsLeft(end) <= 0) return { status: 'unknown' };
    for (const column of now)
      if (!zero.has(column)) model.changeColBounds(column, colLower[column] ?? 0, colUpper[column] ?? 0);
    for (const column of zero) if (!now.has(column)) model.changeColBounds(column, 0, 0);
    now = zero;
    // The model's own clock runs on from solve to solve.
    model.zeroAllClocks();
    model.options.set({ time_limit: secondsUntil(end) });
    model.run();
    // Only the first is worth simplifying: the others begin with its basis.
    model.options.set({ presolve: 'off' });
    if (isInfeasible(highs, model)) return { status: 'infeasible' };
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return { status: 'unknown' };
    return { status: 'optimal', values: model.getSolution().colValue, gain: model.getObjectiveValue() };
  };
};
