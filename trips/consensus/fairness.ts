import { joyOf, type ScoreBallot } from './ballot.ts';
import { compare, type Fraction, toNumber, ZERO } from './fraction.ts';

/** One thing that was decided, with what each family wished at first. */
export interface Decided {
  readonly options: readonly string[];
  readonly wishes: readonly Pick<ScoreBallot, 'familyId' | 'scores'>[];
  /** Absent when nothing was chosen: then nobody got anything. */
  readonly chosen?: string | undefined;
}

/** How one family has fared. */
export interface Fared {
  readonly familyId: string;
  /** What it got as a share of the best it would have had alone, 0 to 1. */
  readonly satisfaction: number;
  /** Decisions in which it would rather have had something else. */
  readonly concessions: number;
  /** Decisions in which it wished for anything. */
  readonly decisions: number;
}

export interface Fairness {
  readonly families: readonly Fared[];
  /** The satisfaction of the family that fared worst. */
  readonly least: number;
  /** The worst family's satisfaction as a share of the best family's: 1 when all fared alike. */
  readonly evenness: number;
  /** The mean over people: each child counts as one, whether or not anything is known of it. */
  readonly perPerson: number;
}

/**
 * Measures how fairly decisions treated the families: each family's satisfaction is what it got over what it would have
 * had alone. A plan without decisions, or one that failed, is worth 0 to everybody; so is a trip without families. A
 * family that wished for nothing has conceded nothing.
 */
export const fairnessOf = (
  families: readonly { readonly id: string; readonly heads: number }[],
  decisions: readonly Decided[],
): Fairness => {
  const fared = families.map(({ id }) => fare(id, decisions));
  const all = fared.map(({ satisfaction }) => satisfaction);
  const least = all.length === 0 ? 0 : Math.min(...all);
  const most = Math.max(0, ...all);
  const heads = families.reduce((sum, family) => sum + family.heads, 0);
  const shared = families.reduce((sum, family, index) => sum + family.heads * (all[index] ?? 0), 0);
  return {
    families: fared,
    least,
    evenness: most === 0 ? 0 : least / most,
    perPerson: heads === 0 ? 0 : shared / heads,
  };
};

const fare = (familyId: string, decisions: readonly Decided[]): Fared => {
  let [got, alone, concessions, part] = [0, 0, 0, 0];
  for (const { options, wishes, chosen } of decisions) {
    const wish = wishes.find((one) => one.familyId === familyId);
    const best = wish ? bestOf(options.map((option) => joyOf(wish, option))) : ZERO;
    if (!wish || compare(best, ZERO) <= 0) continue;
    const had = chosen === undefined ? ZERO : joyOf(wish, chosen);
    part += 1;
    alone += toNumber(best);
    got += toNumber(had);
    if (compare(had, best) < 0) concessions += 1;
  }
  const failed = !decisions.some(({ chosen }) => chosen !== undefined);
  return { familyId, satisfaction: failed ? 0 : alone === 0 ? 1 : got / alone, concessions, decisions: part };
};

const bestOf = (values: readonly Fraction[]): Fraction =>
  values.reduce((high, value) => (compare(value, high) > 0 ? value : high), ZERO);
