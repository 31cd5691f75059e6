import type { Question, Solved } from '../../trips/itineraries/solving/linear-program.ts';

/** A program of which some columns are kept at zero. */
export interface Narrowed {
  /** The best when columns need not be whole: nothing whole gains more. `unknown` when the time is up. */
  relaxed(
    zero: ReadonlySet<number>,
  ):
    | { readonly status: 'optimal'; readonly values: ArrayLike<number>; readonly gain: number }
    | { readonly status: 'infeasible' | 'unknown' };
  /** The best whole solution, to within what was asked. */
  whole(zero: ReadonlySet<number>): Solved;
}

/** A part of all there is: what is kept at zero in it, and what nothing in it gains more than. */
interface Open {
  readonly zero: ReadonlySet<number>;
  readonly bound: number;
}

/** Relaxations solved before the best so far is taken: by work, not by time, so that a busy machine changes nothing. */
const MOST_RELAXED = 400;
/** After each so many more, as much again as was asked may be lost: what is nearly proved is not worth waiting for. */
const PATIENCE = 100;
/** Relaxations solved before it is given up that found no solution at all: another way may prove that there is none. */
const MOST_BLIND = 80;
const TINY = 1e-6;

/**
 * Looks for the best solution one question at a time: the relaxed program says which answer seems best, it is taken and
 * the others wait. When all are answered the rest is a small program that is solved whole. What waits is
 * returned to while it could gain more than `within` beyond the best found; the longer it takes, the more may be left.
 * The bound told is proved in any case.
 */
export const searchByQuestions = (
  ranks: readonly (readonly Question[])[],
  narrowed: Narrowed,
  within: number,
): Solved => {
  const waiting: Open[] = [{ zero: new Set(), bound: Number.POSITIVE_INFINITY }];
  let best: Extract<Solved, { readonly values: readonly number[] }> | undefined;
  /** Nothing that has been looked into and left gains more. */
  let closed = Number.NEGATIVE_INFINITY;
  let relaxed = 0;
  let stopped = false;
  const worthIt = (bound: number): boolean =>
    best === undefined || bound > best.gain + within * (1 + relaxed / PATIENCE);
  const stop = ({ bound }: Open): void => {
    stopped = true;
    closed = Math.max(closed, bound);
  };

  const descend = (from: Open): void => {
    let node = from;
    for (;;) {
      if (relaxed >= (best ? MOST_RELAXED : MOST_BLIND)) {
        stop(node);
        return;
      }
      const found = narrowed.relaxed(node.zero);
      relaxed += 1;
      if (!('gain' in found)) {
        if (found.status === 'unknown') stop(node);
        return;
      }
      node = { ...node, bound: Math.min(node.bound, found.gain) };
      if (!worthIt(node.bound)) {
        closed = Math.max(closed, node.bound);
        return;
      }
      const open = firstOpen(ranks, found.values);
      if (!open) {
        settle(node, found.values);
        return;
      }
      node = answer(node, open);
    }
  };
  /** One answer is taken; that it is another waits. */
  const answer = (node: Open, { question, taken }: Answer): Open => {
    const others = question.filter((one) => one !== taken).flat();
    waiting.push({ zero: new Set([...node.zero, ...taken]), bound: node.bound });
    return { zero: new Set([...node.zero, ...others]), bound: node.bound };
  };
  const settle = (from: Open, values: ArrayLike<number>): void => {
    let node = from;
    for (const question of ranks.flat()) {
      const taken = question.find((one) => sumOf(one, values) > 0.5);
      const left = question.filter((one) => one.some((column) => !node.zero.has(column)));
      if (taken && left.length > 1) node = answer(node, { question, taken });
    }
    const solved = narrowed.whole(node.zero);
    if (!('gain' in solved)) {
      if (solved.status === 'unknown') stop(node);
      return;
    }
    closed = Math.max(closed, Math.min(node.bound, solved.bound));
    if (solved.gain > (best?.gain ?? Number.NEGATIVE_INFINITY)) best = solved;
  };

  while (!stopped) {
    const next = waiting.reduce<Open | undefined>(
      (most, one) => (most && most.bound >= one.bound ? most : one),
      undefined,
    );
    if (!next || !worthIt(next.bound)) break;
    waiting.splice(waiting.indexOf(next), 1);
    descend(next);
  }
  if (!best) return { status: stopped ? 'unknown' : 'infeasible' };
  const bound = Math.max(best.gain, closed, ...waiting.map((one) => one.bound));
  return { ...best, bound, status: bound <= best.gain + within ? 'optimal' : 'feasible' };
};

interface Answer {
  readonly question: Question;
  readonly taken: readonly number[];
}

const sumOf = (columns: readonly number[], values: ArrayLike<number>): number =>
  columns.reduce((sum, column) => sum + (values[column] ?? 0), 0);

/** The question that is nearest to being settled, of the first rank that the values leave open, with the answer they lean to. */
const firstOpen = (ranks: readonly (readonly Question[])[], values: ArrayLike<number>): Answer | undefined => {
  for (const questions of ranks) {
    let open: (Answer & { readonly lean: number }) | undefined;
    for (const question of questions) {
      const leans = question.map((taken) => ({ question, taken, lean: sumOf(taken, values) }));
      // Where none may come true, to rule the others out need not settle anything.
      if (leans.reduce((sum, { lean }) => sum + lean, 0) < 1 - TINY) continue;
      for (const one of leans) if (one.lean > TINY && one.lean < 1 - TINY && one.lean > (open?.lean ?? 0)) open = one;
    }
    if (open) return open;
  }
  return undefined;
};
