import { add, compare, divide, type Fraction, fraction, ZERO } from '../fraction.ts';
import { type Committee, choices, committees, type Indexed, indexed, type Profile, seatsIn } from '../profile.ts';

/** Approval voting: the options most weight approves of. All committees that tie, in the profile's order. */
export const approval = (profile: Profile, seats: number): readonly Committee[] =>
  best(profile, seats, ({ support }) => support);

/** Satisfaction approval voting: each voter's weight is divided evenly among the options it approves. */
export const satisfactionApproval = (profile: Profile, seats: number): readonly Committee[] =>
  best(profile, seats, ({ supporters, approved, weights }) =>
    supporters.map((voters) =>
      voters.reduce(
        (sum, voter) => add(sum, divide(weights[voter] ?? ZERO, fraction(BigInt(approved[voter]?.length ?? 1)))),
        ZERO,
      ),
    ),
  );

const best = (profile: Profile, seats: number, scored: (votes: Indexed) => readonly Fraction[]) =>
  committees(profile, topScored(scored(indexed(profile)), [], seatsIn(profile, seats)));

/** Every way to fill `chosen` up to `seats` with the best scored of the others. */
export function* topScored(
  scores: readonly Fraction[],
  chosen: readonly number[],
  seats: number,
): Generator<readonly number[]> {
  const missing = seats - chosen.length;
  const others = scores
    .map((score, option) => ({ score, option }))
    .filter(({ option }) => !chosen.includes(option))
    .sort((a, b) => compare(b.score, a.score));
  const last = others[missing - 1];
  if (!last) {
    yield chosen;
    return;
  }
  const certain = others.filter(({ score }) => compare(score, last.score) > 0).map(({ option }) => option);
  const tied = others
    .filter(({ score }) => compare(score, last.score) === 0)
    .map(({ option }) => option)
    .sort((a, b) => a - b);
  for (const some of choices(tied, missing - certain.length)) yield [...chosen, ...certain, ...some];
}
