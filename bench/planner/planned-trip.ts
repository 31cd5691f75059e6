/** What came of planning an invented trip. */
export interface PlannedTrip {
  /** From opening the solver: until it had a first plan, and until the best was chosen and proved. */
  readonly firstMs: number;
  readonly provedMs: number;
  /** What the processor worked on it; on a busy machine less than what passed. */
  readonly cpuMs: number;
  /** Things to do and to eat. */
  readonly planned: number;
  readonly passed: number;
  readonly checks: number;
  /** Of the wishes that could be met at best, by the solver's proved bound. */
  readonly ofBest: number;
  /** How much what is planned is liked, 1-5: by all families together, and by the one that likes it least. */
  readonly mean: number;
  readonly least: number;
}
