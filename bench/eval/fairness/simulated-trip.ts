import { choosing, isGlad, type ScoreBallot } from '../../../trips/consensus/ballot.ts';
import { decide } from '../../../trips/consensus/decide.ts';
import { type Decided, fairnessOf } from '../../../trips/consensus/fairness.ts';
import { fractionOf } from '../../../trips/consensus/fraction.ts';
import { topByScore } from '../../../trips/consensus/rules/weighted-score.ts';
import { NO_TURNS } from '../../../trips/consensus/turns.ts';

/** Decisions of a trip. */
export const DECISIONS = 12;
const OPTIONS = ['a', 'b', 'c', 'd'];

/** How a trip went for one way of deciding. */
export interface Went {
  /** The share of decisions won by the family that won fewest. */
  readonly worstOff: number;
  /** Of the family that fared worst: its satisfaction over the best it would have had alone. */
  readonly least: number;
  readonly evenness: number;
  /** Decisions in which the family that gave way most had to. */
  readonly concessions: number;
  readonly perPerson: number;
  /** Decisions that the cohesive minority is glad of. */
  readonly minorityWins: number;
}

export interface SimulatedTrip {
  readonly families: number;
  /** The minority's share of all weight. */
  readonly share: number;
  readonly ours: Went;
  readonly majority: Went;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * A trip of 3 to 6 families in which the same families want the same again and again: a majority, whose members stray
 * now and then, and a minority that always agrees on something else. In half of the trips a family counts by its people.
 */
export const simulateTrip = (random: () => number): SimulatedTrip => {
  const upTo = (most: number): number => Math.floor(random() * most);
  const count = 3 + upTo(4);
  const byHeads = random() < 0.5;
  const families = Array.from({ length: count }, (_, index) => ({ id: `f${index}`, heads: 2 + upTo(4) }));
  const weightOf = (family: { readonly heads: number }): number => (byHeads ? family.heads : 1);
  const all = families.reduce((sum, family) => sum + weightOf(family), 0);
  let minority = new Set(families.slice(0, 1 + upTo(Math.floor((count - 1) / 2))).map(({ id }) => id));
  const weighed = (ids: ReadonlySet<string>): number =>
    families.reduce((sum, family) => sum + (ids.has(family.id) ? weightOf(family) : 0), 0);
  if (weighed(minority) * 2 > all) minority = new Set(families.map(({ id }) => id).filter((id) => !minority.has(id)));
  const straying = random() * 0.3;
  const polls = Array.from({ length: DECISIONS }, () => {
    const wanted = upTo(OPTIONS.length);
    const other = (wanted + 1 + upTo(OPTIONS.length - 1)) % OPTIONS.length;
    return families.map((family): ScoreBallot => {
      const strays = !minority.has(family.id) && random() < straying;
      const choice = OPTIONS[minority.has(family.id) ? other : strays ? upTo(OPTIONS.length) : wanted] ?? 'a';
      return { familyId: family.id, scores: choosing([choice]), weight: fractionOf(weightOf(family)) };
    });
  });
  let turns = NO_TURNS;
  const ours = polls.map((ballots): Decided => {
    const made = decide(OPTIONS, ballots, turns);
    turns = made.turns;
    return { options: OPTIONS, wishes: ballots, chosen: made.winner ?? made.tied[0] };
  });
  const majority = polls.map(
    (ballots): Decided => ({ options: OPTIONS, wishes: ballots, chosen: topByScore(OPTIONS, ballots)[0] }),
  );
  const went = (decisions: readonly Decided[]): Went => {
    const wins = (of: (familyId: string) => boolean): number =>
      decisions.filter(({ wishes, chosen = '' }) => wishes.some((wish) => of(wish.familyId) && isGlad(wish, chosen)))
        .length;
    const { families: fared, least, evenness, perPerson } = fairnessOf(families, decisions);
    return {
      worstOff: Math.min(...families.map(({ id }) => wins((familyId) => familyId === id))) / DECISIONS,
      least,
      evenness,
      concessions: Math.max(...fared.map((family) => family.concessions)),
      perPerson,
      minorityWins: wins((familyId) => minority.has(familyId)),
    };
  };
  return { families: count, share: weighed(minority) / all, ours: went(ours), majority: went(majority) };
};
