import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openHighs } from '../../jobs/solve/highs.ts';
import { checkPlan } from '../../trips/itineraries/check.ts';
import { planItinerary } from '../../trips/itineraries/plan.ts';
import type { Evaluation } from './evaluation.ts';
import { openSandbox, type Task, task } from './travelplanner/task.ts';
import { factsOf } from './travelplanner/to-facts.ts';
import { rowsOf } from './travelplanner/to-rows.ts';
import { type Asked, askedInFields } from './travelplanner/wishes.ts';

const SECONDS = 8;

const solverFor = await openHighs();

const solveTask = async (given: Task, asked: Asked) => {
  const box = openSandbox(given);
  const solve = solverFor(SECONDS);
  // The clock times of flights make a better plan; the set itself counts days only.
  for (const timed of [true, false]) {
    const facts = factsOf(asked, box, timed);
    const planned = planItinerary(facts, solve);
    if (planned.ok) return { plan: rowsOf(planned.plan, facts, box), timed, checks: checkPlan(planned.plan, facts) };
    if (!timed)
      return { plan: null, timed, why: planned.why, cheapest: planned.cheapest, changes: planned.changes, checks: [] };
  }
  throw new Error('unreachable');
};

export const evaluation: Evaluation = {
  usage: '<tasks.jsonl> --out plans.jsonl [--from text] [--budget-factor 0.6]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, from: { type: 'string' }, 'budget-factor': { type: 'string' } },
    });
    const lines = readFileSync(positionals[0] ?? '', 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const factor = Number(values['budget-factor'] ?? 1);
    const out: string[] = [];
    for (const line of lines) {
      const given = task.parse(JSON.parse(line));
      const asked = askedInFields(given, openSandbox(given));
      const started = performance.now();
      const cpu = process.cpuUsage().user;
      const result = await solveTask(given, { ...asked, budget: asked.budget * factor });
      const ms = Math.round(performance.now() - started);
      const failed = result.checks.filter(({ ok }) => !ok);
      console.log(
        given.idx,
        given.level,
        result.plan ? 'plan' : 'none',
        result.timed,
        ms,
        Math.round((process.cpuUsage().user - cpu) / 1000),
        JSON.stringify(failed),
        result.why ?? '',
      );
      out.push(JSON.stringify({ idx: given.idx, plan: result.plan }));
    }
    writeFileSync(values.out ?? 'plans.jsonl', `${out.join('\n')}\n`);
  },
};
