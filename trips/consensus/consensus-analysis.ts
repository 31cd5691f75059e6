import { z } from 'zod';
import { idFrom, type PollId, type TripId } from '../ids.ts';
import { money } from '../money.ts';
import type { Entity, Kind } from '../records.ts';
import type { Agreement } from './agreement.ts';
import type { Analysis } from './analyse.ts';
import { COMPROMISE_KINDS } from './compromises/compromise.ts';
import { CONFLICT_TYPES } from './conflicts/conflict.ts';
import { toNumber } from './fraction.ts';

export const consensusStatus = z.enum(['conflict_identified', 'compromise_proposed', 'resolved']);

const breach = z.object({
  constraint: z.enum(['budget', 'dates', 'diet', 'mobility', 'ages']),
  familyId: z.string().optional(),
  says: z.string(),
  over: z.union([money, z.number()]).optional(),
});
const conflict = z.object({
  type: z.enum(CONFLICT_TYPES),
  details: z.string(),
  involvedFamilies: z.array(z.string()),
  openly: z.array(z.string()),
  relatedOptions: z.array(z.string()),
  own: z.record(z.string(), z.string()),
});
const compromise = z.object({
  compromiseId: z.string(),
  kind: z.enum(COMPROMISE_KINDS),
  text: z.string(),
  relatedOptions: z.array(z.string()),
  own: z.record(z.string(), z.string()),
});
/** Which option, why, and the numbers it rests on; for everybody. */
export const finalDecision = z.object({
  /** Absent when several were level, nothing suited everybody, or nobody voted. */
  optionId: z.string().optional(),
  because: z.enum(['most', 'fewest-against', 'tie-by-turns', 'turns', 'tie', 'nobody']),
  explanation: z.string(),
  mostPoints: z.array(z.string()),
  condorcet: z.string().optional(),
  points: z.record(z.string(), z.number()),
  /** Turns that each option would have brought its families to. */
  levels: z.record(z.string(), z.number()),
});
type FinalDecision = Readonly<z.infer<typeof finalDecision>>;

/**
 * What the engine found in one poll. Partition: the trip. It holds what families keep to themselves (limits, the words
 * for one family alone), is kept sealed, and is shown only through `shown-to.ts`.
 */
export interface ConsensusAnalysis extends Entity {
  readonly type: 'consensus_analysis';
  readonly tripId: TripId;
  readonly pollId: PollId;
  readonly decisionType: 'poll';
  readonly status: z.infer<typeof consensusStatus>;
  readonly options: readonly { readonly optionId: string; readonly breaches: readonly z.infer<typeof breach>[] }[];
  readonly conflicts: readonly z.infer<typeof conflict>[];
  readonly suggestedCompromises: readonly z.infer<typeof compromise>[];
  readonly agreement: readonly Agreement[];
  readonly finalDecision: FinalDecision | null;
  readonly createdAt: string;
}

export const consensusAnalyses: Kind<ConsensusAnalysis> = {
  type: 'consensus_analysis',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('consensus_analysis'),
    _schema_version: z.number(),
    tripId: z.string(),
    pollId: z.string(),
    decisionType: z.literal('poll'),
    status: consensusStatus,
    options: z.array(z.object({ optionId: z.string(), breaches: z.array(breach) })),
    conflicts: z.array(conflict),
    suggestedCompromises: z.array(compromise),
    agreement: z.array(
      z.object({
        optionId: z.string(),
        families: z.record(z.string(), z.number()),
        glad: z.number(),
        least: z.number(),
        mean: z.number(),
      }),
    ),
    finalDecision: finalDecision.nullable(),
    createdAt: z.string(),
  }),
};

export const consensusId = (pollId: PollId): string => idFrom('consensus', pollId);

const numbers = (values: Analysis['decision']['points']): Readonly<Record<string, number>> =>
  Object.fromEntries([...values].map(([id, value]) => [id, toNumber(value)]));

/** An analysis as it is kept; `over` says whether voting has ended, so that its decision is final. `at` is a UTC instant. */
export const documentOf = (
  { checked, conflicts, compromises, agreement, decision, explanation }: Analysis,
  {
    tripId,
    pollId,
    over,
    at,
  }: { readonly tripId: TripId; readonly pollId: PollId; readonly over: boolean; readonly at: string },
): ConsensusAnalysis => ({
  pk: tripId,
  id: consensusId(pollId),
  type: 'consensus_analysis',
  _schema_version: 1,
  tripId,
  pollId,
  decisionType: 'poll',
  status:
    over && decision.winner !== undefined
      ? 'resolved'
      : compromises.length > 0
        ? 'compromise_proposed'
        : 'conflict_identified',
  options: checked.map(({ option, breaches }) => ({ optionId: option.id, breaches: [...breaches] })),
  conflicts: conflicts.map((one) => ({
    ...one,
    involvedFamilies: [...one.involvedFamilies],
    openly: [...one.openly],
    relatedOptions: [...one.relatedOptions],
    own: { ...one.own },
  })),
  suggestedCompromises: compromises.map((one, index) => ({
    compromiseId: `comp_${String(index + 1).padStart(2, '0')}`,
    kind: one.kind,
    text: one.text,
    relatedOptions: [...one.relatedOptions],
    own: { ...one.own },
  })),
  agreement: [...agreement],
  finalDecision: over
    ? {
        optionId: decision.winner,
        because: decision.because,
        explanation,
        mostPoints: [...decision.mostPoints],
        condorcet: decision.condorcet,
        points: numbers(decision.points),
        levels: numbers(decision.levels),
      }
    : null,
  createdAt: at,
});
