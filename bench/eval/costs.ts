import { readFileSync } from 'node:fs';
import { costOf, LIST_PRICES } from '../../llm/prices.ts';
import { openSpendingTrip, type SpendingTrip, type Spent } from './costs/spending-trip.ts';
import type { Evaluation } from './evaluation.ts';

const TURNS = readFileSync(new URL('./costs/hundred-turns.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
/** The itinerary and the polls and questions that lead to it. */
const TOWARDS_A_PLAN = [
  { path: '/ai/polls/magic', body: { context: 'help us pick a restaurant for friday night' } },
  { path: '/ai/polls/magic', body: { context: 'what shall we do on saturday afternoon?' } },
  { path: '/ai/itinerary/generate' },
] as const;
const AFTERWARDS = [
  'what happens on day 2?',
  'when does the aquarium open?',
  'make day 3 slower',
  'how much is the plan',
];

const MICROS = 1_000_000;
const micros = ({ usd }: { readonly usd: number }): number => Math.round(usd * MICROS);

interface Bill {
  readonly usd: number;
  readonly usage: Spent['usage'];
  /** The turn or step that cost most. */
  readonly dearest: { readonly what: string; readonly usd: number };
  readonly steps: readonly { readonly what: string; readonly usd: number }[];
}

/** Does each step and reads from the ledger what it cost. */
const billed = async (
  trip: SpendingTrip,
  steps: readonly { readonly what: string; readonly run: () => Promise<unknown> }[],
): Promise<Bill> => {
  const done: { what: string; usd: number }[] = [];
  let before = 0;
  for (const { what, run } of steps) {
    await run();
    const after = micros(await trip.spent());
    done.push({ what, usd: (after - before) / MICROS });
    before = after;
  }
  const { usd, usage } = await trip.spent();
  const priced = trip.counted.reduce((sum, call) => sum + costOf(LIST_PRICES[call.model] ?? NO_PRICE, call), 0);
  if (priced !== micros({ usd })) throw new Error(`the ledger says ${usd} USD, the calls come to ${priced / MICROS}`);
  const [dearest = { what: '', usd: 0 }] = done.toSorted((a, b) => b.usd - a.usd);
  return { usd, usage, dearest, steps: done };
};

const NO_PRICE = { input: 0, output: 0 };

/** A bill on a trip of its own. */
const billOf = async (which: (trip: SpendingTrip) => Parameters<typeof billed>[1], atMost: boolean): Promise<Bill> => {
  const trip = await openSpendingTrip({ atMost });
  try {
    return await billed(trip, which(trip));
  } finally {
    await trip.close();
  }
};

const towardsAPlan = (trip: SpendingTrip) => [
  ...TOWARDS_A_PLAN.map(({ path, ...more }) => ({
    what: path,
    run: () => trip.work(path, 'body' in more ? more.body : {}),
  })),
  ...AFTERWARDS.map((text) => ({ what: text, run: () => trip.say(text) })),
];
const hundredTurns = (trip: SpendingTrip) => TURNS.map((text) => ({ what: text, run: () => trip.say(text) }));

const inCents = (usd: number): number => Math.round(usd * 100_000) / 1_000;

/**
 * What a trip's itinerary and a hundred turns of chat cost, as the product's ledger says after doing both: the prompts are
 * those that really went out, counted with GPT-4o's tokenizer; the answers once as long as a model's that keeps to its
 * documents, once as long as each request allows. Prices are the product's own table.
 */
export const evaluation: Evaluation = {
  usage: '',
  run: async () => {
    const suites = { itinerary: towardsAPlan, hundredTurns } as const;
    const result: Record<string, unknown> = { suite: 'costs' };
    for (const [name, steps] of Object.entries(suites)) {
      const said = await billOf(steps, false);
      const atMost = await billOf(steps, true);
      console.log(`\n${name}: US cents by feature and model`);
      console.table(said.usage.map(({ usd, ...row }) => ({ ...row, cents: inCents(usd) })));
      if (name === 'itinerary')
        console.table(
          said.steps.map(({ what, usd }, index) => ({
            what,
            cents: inCents(usd),
            atMost: inCents(atMost.steps[index]?.usd ?? 0),
          })),
        );
      const calls = said.usage.reduce((sum, row) => sum + row.calls, 0);
      console.log(
        `${inCents(said.usd)} cents in ${calls} calls; at most ${inCents(atMost.usd)}; the dearest: ${said.dearest.what}`,
      );
      result[name] = {
        usd: said.usd,
        atMostUsd: atMost.usd,
        calls,
        dearestUsd: said.dearest.usd,
        dearest: said.dearest.what,
      };
    }
    console.log(JSON.stringify(result));
  },
};
