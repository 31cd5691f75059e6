import type { Conflict } from './conflicts/conflict.ts';
import type { ConsensusAnalysis } from './consensus-analysis.ts';
import { sayBreaches } from './feasible.ts';

/** A conflict as one reader may see it. */
export type ShownConflict = Pick<Conflict, 'type' | 'details' | 'involvedFamilies' | 'relatedOptions'>;

/** An analysis as one reader may see it. */
export interface ShownAnalysis
  extends Omit<ConsensusAnalysis, 'pk' | '_schema_version' | 'options' | 'conflicts' | 'suggestedCompromises'> {
  /** Why an option is out; empty for one that all can have. */
  readonly options: readonly { readonly optionId: string; readonly out: readonly string[] }[];
  readonly conflicts: readonly ShownConflict[];
  readonly suggestedCompromises: readonly Omit<ConsensusAnalysis['suggestedCompromises'][number], 'own'>[];
}

/**
 * The analysis for one family, or for a group when `familyId` is absent: what is a family's own (its limits, by how much
 * an option breaks them, that it is the one) is said to that family alone.
 */
export const shownTo = (analysis: ConsensusAnalysis, familyId?: string): ShownAnalysis => {
  const { id, type, tripId, pollId, decisionType, status, agreement, finalDecision, createdAt } = analysis;
  return {
    id,
    type,
    tripId,
    pollId,
    decisionType,
    status,
    options: analysis.options.map(({ optionId, breaches }) => ({ optionId, out: sayBreaches(breaches, familyId) })),
    conflicts: analysis.conflicts.map((conflict) => conflictShownTo(conflict, familyId)),
    suggestedCompromises: analysis.suggestedCompromises.map(({ compromiseId, kind, text, relatedOptions, own }) => ({
      compromiseId,
      kind,
      text: withOwn(text, own, familyId),
      relatedOptions,
    })),
    agreement,
    finalDecision,
    createdAt,
  };
};

/** A conflict for one family, or for a group: who is involved is told of the family itself and of those known openly. */
export const conflictShownTo = (
  { type, details, involvedFamilies, openly, relatedOptions, own }: Conflict,
  familyId?: string,
): ShownConflict => ({
  type,
  details: withOwn(details, own, familyId),
  involvedFamilies: involvedFamilies.filter((one) => openly.includes(one) || one === familyId),
  relatedOptions,
});

const withOwn = (words: string, own: Readonly<Record<string, string>>, familyId: string | undefined): string => {
  const mine = familyId === undefined ? undefined : own[familyId];
  return mine === undefined ? words : `${words} ${mine}`;
};
