import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openHighs } from '../../jobs/solve/highs.ts';
import { checkPlan } from '../../trips/itineraries/check.ts';
import { planItinerary } from '../../trips/itineraries/plan.ts';
import type { PlanningFacts } from '../../trips/itineraries/planning-facts.ts';
import type { NothingFits } from '../../trips/itineraries/relax.ts';
import { relaxed } from '../../trips/itineraries/relaxation.ts';
import type { Solve } from '../../trips/itineraries/solving/linear-program.ts';
import type { Evaluation } from './evaluation.ts';
import { leastCost } from './travelplanner/bound.ts';
import { otherTasks } from './travelplanner/others.ts';
import { openSandbox, type PlanRow, type Sandbox, type Task, task } from './travelplanner/task.ts';
import { factsOf } from './travelplanner/to-facts.ts';
import { rowsOf } from './travelplanner/to-rows.ts';
import { misunderstood } from './travelplanner/understood.ts';
import { type Asked, askedInFields, askedInText } from './travelplanner/wishes.ts';
import { HELD_OUT } from './travelplanner/wordings/held-out.ts';
import { KNOWN } from './travelplanner/wordings/known.ts';
import { worded } from './travelplanner/wordings/worded.ts';

/** All the solving for one task together. */
const SECONDS = 45;
const USAGE =
  '<tasks.jsonl> --out plans.jsonl [--from text] [--budget-factor 0.6] [--others 200 [--seed 1] [--wordings held-out]]';

/** A plan in the set's form, or why there is none, and whether what the product's own checker says of it is all good. */
type Answer =
  | { readonly plan: readonly PlanRow[]; readonly proved: boolean }
  | { readonly plan: null; readonly refusal: NothingFits; readonly facts: PlanningFacts };

const planTask = (asked: Asked, box: Sandbox, solve: Solve): Answer => {
  // The clock times of flights make a better plan; whether there is one at all, the set decides by the day.
  const timed = planFrom(factsOf(asked, box, true), box, solve);
  return timed.plan ? timed : planFrom(factsOf(asked, box, false), box, solve);
};

const planFrom = (facts: PlanningFacts, box: Sandbox, solve: Solve): Answer => {
  const planned = planItinerary(facts, solve);
  if (!planned.ok) return { plan: null, refusal: planned, facts };
  const proved = checkPlan(planned.plan, facts).every(({ ok }) => ok);
  return { plan: rowsOf(planned.plan, facts, box), proved };
};

interface Measured {
  readonly level: string;
  readonly ms: number;
  readonly planned: boolean;
  readonly proved: boolean;
  /** Whether there is a plan, by trying every way. */
  readonly possible: boolean;
  /** Of the changes proposed: how many there are, and after how many a proved plan was made. */
  readonly proposed: number;
  readonly helped: number;
  /** Of the things a text says: how many there are, and how many were read right. */
  readonly said: number;
  readonly read: number;
}

export const evaluation: Evaluation = {
  usage: USAGE,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        from: { type: 'string' },
        'budget-factor': { type: 'string' },
        others: { type: 'string' },
        seed: { type: 'string' },
        wordings: { type: 'string' },
      },
    });
    const [path] = positionals;
    const factor = Number(values['budget-factor'] ?? 1);
    if (path === undefined || values.out === undefined || !(factor > 0)) throw new Error(`travelplanner ${USAGE}`);
    const given = readFileSync(path, 'utf8').split('\n');
    let tasks: readonly Task[] = given.filter((line) => line.trim() !== '').map((line) => task.parse(JSON.parse(line)));
    if (values.others !== undefined) {
      const say = worded(values.wordings === 'held-out' ? HELD_OUT : KNOWN);
      tasks = otherTasks(tasks, Number(values.others), Number(values.seed ?? 1), say);
      // The set's own checks need them beside the plans.
      writeFileSync(`${values.out}.tasks`, tasks.map((one) => `${JSON.stringify(one)}\n`).join(''));
    }
    const solverFor = await openHighs();
    const measured: Measured[] = [];
    const out: string[] = [];
    for (const one of tasks) {
      const [record, figures] = answer(one, values.from === 'text', factor, solverFor);
      out.push(JSON.stringify(record));
      measured.push(figures);
    }
    writeFileSync(values.out, `${out.join('\n')}\n`);
    report(measured, values.from === 'text', factor);
  },
};

const answer = (
  given: Task,
  fromText: boolean,
  factor: number,
  solverFor: (seconds: number) => Solve,
): readonly [record: object, figures: Measured] => {
  const started = performance.now();
  const box = openSandbox(given);
  const asked = fromText ? askedInText(given.query, box) : askedInFields(given, box);
  const limited = { ...asked, budget: asked.budget * factor };
  const answered = planTask(limited, box, solverFor(SECONDS));
  const ms = performance.now() - started;
  // What is really possible, whatever was understood.
  const truth = askedInFields(given, box);
  const possible = leastCost(factsOf(truth, box, false)) <= Math.round(truth.budget * factor * 100);
  const { of: said, wrong } = misunderstood(asked, truth);
  const figures = {
    level: given.level,
    ms,
    possible,
    planned: answered.plan !== null,
    said,
    read: said - wrong.length,
  };
  if (answered.plan) {
    const record = { idx: given.idx, plan: answered.plan, ...(fromText ? { understood: asked, wrong } : {}) };
    return [record, { ...figures, proved: answered.proved, proposed: 0, helped: 0 }];
  }
  const { refusal, facts } = answered;
  const changes = refusal.changes.map(({ what, total, relaxations }) => {
    const after = planFrom(relaxed(facts, relaxations), box, solverFor(SECONDS));
    return { what, total: total && total.amount / 100, plan: after.plan, proved: after.plan !== null && after.proved };
  });
  const helped = changes.filter(({ proved }) => proved).length;
  const least = refusal.cheapest && refusal.cheapest.amount / 100;
  const record = { idx: given.idx, plan: null, why: refusal.why, budget: limited.budget, least, changes, wrong };
  return [record, { ...figures, proved: true, proposed: changes.length, helped }];
};

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const sum = (of: readonly Measured[], figure: (one: Measured) => number): number =>
  of.reduce((all, one) => all + figure(one), 0);
const percent = (part: number): number => Math.round(part * 1_000) / 10;

const report = (all: readonly Measured[], fromText: boolean, factor: number): void => {
  const row = (name: string, of: readonly Measured[]): Readonly<Record<string, string | number>> => {
    const times = of.map(({ ms }) => ms).toSorted((a, b) => a - b);
    const refused = of.filter(({ planned }) => !planned);
    return {
      tasks: name,
      number: of.length,
      planned: of.length - refused.length,
      'proved again': of.filter(({ planned, proved }) => planned && proved).length,
      'possible (every way tried)': of.filter(({ possible }) => possible).length,
      'said right': of.filter(({ planned, possible }) => planned === possible).length,
      'refused with a change that helps': refused.filter(({ proposed, helped }) => proposed > 0 && proposed === helped)
        .length,
      ...(fromText ? { 'read right, %': percent(sum(of, ({ read }) => read) / sum(of, ({ said }) => said)) } : {}),
      'median ms': Math.round(quantile(times, 0.5)),
      'worst ms': Math.round(times.at(-1) ?? 0),
    };
  };
  const levels = [...Map.groupBy(all, ({ level }) => level)].map(([level, of]) => row(level, of));
  const total = row('all', all);
  console.table([...levels, total]);
  console.log(
    JSON.stringify({ suite: 'travelplanner', from: fromText ? 'text' : 'fields', budgetFactor: factor, ...total }),
  );
};
