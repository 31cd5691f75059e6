/** A measure of quality on a set of cases: prints a table for people and ends with one line of JSON for programs. */
export interface Evaluation {
  /** What stands behind the name on the command line, e.g. `<dir> --out rankings.jsonl`. */
  readonly usage: string;
  run(args: readonly string[]): Promise<void>;
}

/** `npm run eval -- <suite> …` runs one suite of bench/eval. A file there exports its `evaluation`. */
const SUITES: Readonly<Record<string, () => Promise<{ readonly evaluation: Evaluation }>>> = {};

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
