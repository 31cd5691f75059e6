import { GLAD, joyOf } from '../ballot.ts';
import type { Matter } from '../conflicts/conflict.ts';
import { breachesOf, tripBreachesOf } from '../constraints.ts';
import type { ConsensusFamily, ConsensusOption } from '../facts.ts';
import { feasible } from '../feasible.ts';
import { compare } from '../fraction.ts';
import { sayFamilies } from '../speak.ts';
import type { Wish } from '../wishes.ts';
import type { Compromise } from './compromise.ts';
import { leastHappyMost } from './shared.ts';

/** When those who have split in the day meet again; after a meal or an evening, once it is over. */
const MEET_AT = 'at 17:00';
const LATER = /\b(?:eat|meal|breakfast|brunch|lunch|dinner|supper|restaurant|evening|night)\b/i;

interface Group {
  readonly option: ConsensusOption;
  readonly families: readonly ConsensusFamily[];
}

/**
 * Two options at once, each family going where its ballot would rather go and can: proposed when every family has voted
 * and together they would be less happy with any one option that all can have.
 */
export const splits = ({ question = '', checked, families, wishes, trip }: Matter): readonly Compromise[] => {
  if (families.length < 2 || wishes.some(({ open }) => !open)) return [];
  // Who comes on another day does not split up but travels alone.
  const options = checked.map(({ option }) => option).filter(({ days }) => days === undefined);
  const meeting = LATER.test(question) ? 'afterwards' : MEET_AT;
  const pairs = options.flatMap((first, index) =>
    options.slice(index + 1).flatMap((second) => {
      const groups = divided(first, second, families, wishes);
      return groups?.every((group) => possible(group, trip, wishes)) ? [groups] : [];
    }),
  );
  const [together] = leastHappyMost(feasible(checked), wishes);
  const floor = together ? lowest(wishes.map((wish) => [wish, together.id])) : undefined;
  const better = pairs
    .map((groups) => ({ groups, least: lowest(placed(groups, wishes)) }))
    .filter(({ least }) => !floor || compare(least, floor) > 0)
    .filter(({ groups }) => placed(groups, wishes).every(([wish, id]) => (wish.scores[id] ?? 0) >= GLAD));
  const [best] = better.sort((a, b) => compare(b.least, a.least));
  if (!best) return [];
  const [one, two] = best.groups;
  return [
    {
      kind: 'split',
      text: `Split up: ${sayFamilies(one.families)} go for ${one.option.text}, ${sayFamilies(two.families)} for ${two.option.text}, and all meet ${meeting}.`,
      relatedOptions: [one.option.id, two.option.id],
      own: {},
    },
  ];
};

/** Each family to the one it scores higher; `undefined` when one is level between them, or all go to the same. */
const divided = (
  first: ConsensusOption,
  second: ConsensusOption,
  families: readonly ConsensusFamily[],
  wishes: readonly Wish[],
): readonly [Group, Group] | undefined => {
  const scoreOf = (family: ConsensusFamily, { id }: ConsensusOption): number =>
    wishes.find(({ familyId }) => familyId === family.id)?.scores[id] ?? 0;
  const to = (option: ConsensusOption, other: ConsensusOption): Group => ({
    option,
    families: families.filter((family) => scoreOf(family, option) > scoreOf(family, other)),
  });
  const [one, two] = [to(first, second), to(second, first)];
  const all = one.families.length + two.families.length === families.length;
  return all && one.families.length > 0 && two.families.length > 0 ? [one, two] : undefined;
};

/** A family that is glad of an option has weighed its own limits. */
const possible = ({ option, families }: Group, trip: Matter['trip'], wishes: readonly Wish[]): boolean =>
  tripBreachesOf(option, families, trip).length === 0 &&
  families.every(
    (family) =>
      breachesOf(option, family).length === 0 ||
      (wishes.find(({ familyId }) => familyId === family.id)?.scores[option.id] ?? 0) >= GLAD,
  );

const placed = (groups: readonly Group[], wishes: readonly Wish[]): readonly (readonly [Wish, string])[] =>
  groups.flatMap(({ option, families }) =>
    wishes
      .filter(({ familyId }) => families.some(({ id }) => id === familyId))
      .map((wish) => [wish, option.id] as const),
  );

const lowest = (all: readonly (readonly [Wish, string])[]) =>
  all.map(([wish, id]) => joyOf(wish, id)).reduce((low, joy) => (compare(joy, low) < 0 ? joy : low));
