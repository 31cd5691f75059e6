/** A measure of quality on a set of cases: prints a table for people and ends with one line of JSON for programs. */
export interface Evaluation {
  /** What stands behind the name on the command line, e.g. `<dir> --out rankings.jsonl`. */
  readonly usage: string;
  run(args: readonly string[]): Promise<void>;
}
