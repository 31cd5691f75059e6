import { parentPort, workerData } from 'node:worker_threads';
import { openHighs } from '../../jobs/solve/highs.ts';
import { checkPlan } from '../../trips/itineraries/check.ts';
import { planItinerary } from '../../trips/itineraries/plan.ts';
import { likes } from '../../trips/itineraries/wishes.ts';
import { inventedTrip } from './invented-trip.ts';
import type { PlannedTrip } from './planned-trip.ts';

/** As long as the product's own planning may take. */
const SECONDS = 45;

const { days, families, cities } = workerData as { days: number; families: number; cities: number };
const facts = inventedTrip(days, families, cities);
const began = performance.now();
const worked = process.threadCpuUsage();
let first: number | undefined;
const solve = (await openHighs())(SECONDS, () => {
  first ??= performance.now();
});
const result = planItinerary(facts, solve);
if (!result.ok) throw new Error(result.why);
const checks = checkPlan(result.plan, facts);
const provedMs = performance.now() - began;
const { user, system } = process.threadCpuUsage(worked);
const ids = new Set(result.plan.days.flatMap(({ items }) => items.flatMap(({ candidateId }) => candidateId ?? [])));
const chosen = facts.candidates.filter(({ id, kind }) => ids.has(id) && (kind === 'meal' || kind === 'sight'));
const liking = facts.families.map(
  (family) => chosen.reduce((sum, candidate) => sum + likes(candidate, family), 0) / chosen.length,
);
const { met, atMost } = result.wishes;
parentPort?.postMessage({
  firstMs: (first ?? Number.NaN) - began,
  provedMs,
  cpuMs: (user + system) / 1_000,
  planned: chosen.length,
  passed: checks.filter(({ ok }) => ok).length,
  checks: checks.length,
  ofBest: Math.min(1, met / atMost),
  mean: liking.reduce((sum, one) => sum + one, 0) / liking.length,
  least: Math.min(...liking),
} satisfies PlannedTrip);
