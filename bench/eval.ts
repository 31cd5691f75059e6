import type { Evaluation } from './eval/evaluation.ts';

/** `npm run eval -- <suite> …` runs one suite of bench/eval. A file there exports its `evaluation`. */
const SUITES: Readonly<Record<string, () => Promise<{ readonly evaluation: Evaluation }>>> = {
  answers: () => import('./eval/answers.ts'),
  costs: () => import('./eval/costs.ts'),
  fairness: () => import('./eval/fairness.ts'),
  injection: () => import('./eval/injection.ts'),
  intents: () => import('./eval/intents.ts'),
  payloads: () => import('./eval/payloads.ts'),
  rag: () => import('./eval/rag.ts'),
  reservations: () => import('./eval/reservations.ts'),
  slots: () => import('./eval/slots.ts'),
  travelplanner: () => import('./eval/travelplanner.ts'),
  utterances: () => import('./eval/utterances.ts'),
  votes: () => import('./eval/votes.ts'),
};

if (import.meta.main) {
  const [name = '', ...args] = process.argv.slice(2);
  const open = SUITES[name];
  if (!open) {
    console.error(`No suite "${name}". There are: ${Object.keys(SUITES).join(', ')}.`);
    process.exit(1);
  }
  const { evaluation } = await open();
  await evaluation.run(args);
}
