import { GLAD, type ScoreBallot, takesPart } from './ballot.ts';
import type { ConsensusFamily, ConsensusOption } from './facts.ts';

/** The score of an option of which nothing is known. */
const NEUTRAL = 3;

/** A family's ballot where it has one; otherwise what its interests say of each option. */
export interface Wish extends ScoreBallot {
  /** From a ballot: others may see it. From interests: only what follows from it. */
  readonly open: boolean;
}

/** What every family is known to wish, by its ballot or, before it has voted, by its interests. */
export const wishesOf = (
  options: readonly ConsensusOption[],
  families: readonly ConsensusFamily[],
  ballots: readonly ScoreBallot[],
): readonly Wish[] =>
  families.map((family) => {
    const ballot = ballots.find(({ familyId }) => familyId === family.id);
    if (ballot && takesPart(ballot)) return { ...ballot, open: true };
    const scores = Object.fromEntries(options.map((option) => [option.id, interestIn(option, family) ?? NEUTRAL]));
    return { familyId: family.id, scores, weight: ballot?.weight, open: false };
  });

/** The highest interest whose topic an option names, 1 to 5. */
export const interestIn = (
  { text, words: said = text }: ConsensusOption,
  { preferences }: ConsensusFamily,
): number | undefined => {
  const words = said.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const scores = Object.entries(preferences.interests).flatMap(([topic, score]) =>
    topic
      .toLowerCase()
      .split(/\s+/)
      .some((word) => words.some((one) => stem(one) === stem(word)))
      ? [score]
      : [],
  );
  return scores.length > 0 ? Math.max(...scores) : undefined;
};

const stem = (word: string): string => (word.length > 3 ? word.replace(/(?:ies|es|s|y)$/, '') : word);

/** The families known to want an option: glad of it on their ballot, or interested when they have not voted. */
export const wanting = (
  option: ConsensusOption,
  families: readonly ConsensusFamily[],
  wishes: readonly Wish[],
): readonly { readonly family: ConsensusFamily; readonly open: boolean }[] =>
  families.flatMap((family) => {
    const wish = wishes.find(({ familyId }) => familyId === family.id);
    return wish && (wish.scores[option.id] ?? 0) >= GLAD ? [{ family, open: wish.open }] : [];
  });
