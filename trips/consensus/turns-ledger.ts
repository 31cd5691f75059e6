import { z } from 'zod';
import type { PollId, TripId } from '../ids.ts';
import type { Entity, Kind, Records, Stored } from '../records.ts';
import { type Fraction, fraction, subtract } from './fraction.ts';
import { NO_TURNS, type Turns, turnsOf } from './turns.ts';

/** Turns are kept in parts of this size, so that numbers stay short however many decisions a trip takes. */
const PARTS = 720_720n;
/** Decisions that can be taken back; older ones are final. */
const KEPT = 200;

const gained = z.object({
  pollId: z.string(),
  /** By family: parts of a turn that the decision has cost it. */
  families: z.record(z.string(), z.int()),
  /** What it has cost those who took no part. */
  others: z.int(),
});

/** What the families of a trip have had so far, for the decisions to come. Partition: the trip. */
export interface TurnsLedger extends Entity {
  readonly type: 'turns_ledger';
  readonly families: Readonly<Record<string, number>>;
  readonly others: number;
  /** The latest decisions, each with what it cost, so that it can be taken back. */
  readonly decisions: readonly Readonly<z.infer<typeof gained>>[];
}

export const turnsLedgers: Kind<TurnsLedger> = {
  type: 'turns_ledger',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('turns_ledger'),
    _schema_version: z.number(),
    families: z.record(z.string(), z.int()),
    others: z.int(),
    decisions: z.array(gained),
  }),
};

const LEDGER_ID = 'turns_ledger';

export const readLedger = (records: Records, tripId: TripId): Promise<Stored<TurnsLedger> | undefined> =>
  records.read(turnsLedgers, tripId, LEDGER_ID);

/** The turns used so far; none without a ledger. */
export const turnsIn = (ledger: TurnsLedger | undefined): Turns =>
  ledger === undefined
    ? NO_TURNS
    : {
        used: Object.fromEntries(
          Object.entries(ledger.families).map(([familyId, parts]) => [familyId, fraction(BigInt(parts), PARTS)]),
        ),
        level: fraction(BigInt(ledger.others), PARTS),
      };

/** The ledger after a decision that led from its turns to `after`. A poll decided anew is first taken out of it. */
export const withDecision = (
  tripId: TripId,
  ledger: TurnsLedger | undefined,
  pollId: PollId,
  after: Turns,
): TurnsLedger => {
  const before = turnsIn(ledger);
  const others = parts(subtract(after.level, before.level));
  const families = Object.fromEntries(
    Object.keys(after.used).map((id) => [id, parts(subtract(turnsOf(after, id), turnsOf(before, id)))]),
  );
  const stands = (id: string): number => ledger?.families[id] ?? ledger?.others ?? 0;
  return {
    pk: tripId,
    id: LEDGER_ID,
    type: 'turns_ledger',
    _schema_version: 1,
    families: Object.fromEntries(Object.entries(families).map(([id, gain]) => [id, stands(id) + gain])),
    others: (ledger?.others ?? 0) + others,
    decisions: [...(ledger?.decisions ?? []), { pollId, families, others }].slice(-KEPT),
  };
};

/** The ledger as if a poll had not been decided; unchanged when it holds no such decision. */
export const withoutDecision = (ledger: TurnsLedger, pollId: PollId): TurnsLedger => {
  const taken = ledger.decisions.find((decision) => decision.pollId === pollId);
  if (!taken) return ledger;
  return {
    ...ledger,
    families: Object.fromEntries(
      Object.entries(ledger.families).map(([id, parts]) => [id, parts - (taken.families[id] ?? taken.others)]),
    ),
    others: ledger.others - taken.others,
    decisions: ledger.decisions.filter((decision) => decision !== taken),
  };
};

const parts = ({ num, den }: Fraction): number => Number((num * PARTS * 2n + den) / (den * 2n));
