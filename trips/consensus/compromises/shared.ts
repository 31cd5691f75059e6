import { listed } from '../../listed.ts';
import { isGlad, joyOf } from '../ballot.ts';
import type { Matter } from '../conflicts/conflict.ts';
import type { ConsensusOption } from '../facts.ts';
import { feasible } from '../feasible.ts';
import { compare, type Fraction, multiply, ONE, ZERO } from '../fraction.ts';
import type { Wish } from '../wishes.ts';
import type { Compromise } from './compromise.ts';

/** What each family would have of an option, the least first. */
const joys = ({ id }: ConsensusOption, wishes: readonly Wish[]): readonly Fraction[] =>
  wishes.map((wish) => joyOf(wish, id)).sort(compare);

/**
 * The options that all can have and that raise the least happy family most; of those the ones that raise the next least
 * happy most, and so on.
 */
export const leastHappyMost = (
  options: readonly ConsensusOption[],
  wishes: readonly Wish[],
): readonly ConsensusOption[] => top(options, (option) => joys(option, wishes), leximin);

/**
 * The options with the highest product of what each family has (Nash's welfare): one that leaves a family with nothing
 * counts only against others that leave as many with nothing.
 */
export const mostForAll = (options: readonly ConsensusOption[], wishes: readonly Wish[]): readonly ConsensusOption[] =>
  top(options, (option) => nash(joys(option, wishes)), leximin);

const nash = (all: readonly Fraction[]): readonly Fraction[] => {
  const some = all.filter((joy) => compare(joy, ZERO) > 0);
  return [{ num: BigInt(some.length), den: 1n }, some.reduce(multiply, ONE)];
};

const leximin = (a: readonly Fraction[], b: readonly Fraction[]): number => {
  const at = a.findIndex((value, place) => compare(value, b[place] ?? ZERO) !== 0);
  return at < 0 ? 0 : compare(a[at] ?? ZERO, b[at] ?? ZERO);
};

const top = <T>(all: readonly T[], measure: (one: T) => readonly Fraction[], order: typeof leximin): readonly T[] => {
  const measured = all.map((one) => ({ one, value: measure(one) }));
  return measured
    .filter(({ value }) => measured.every((other) => order(value, other.value) >= 0))
    .map(({ one }) => one);
};

/** What the families could meet on: proposed when some family would otherwise get little. */
export const sharedOptions = ({ checked, wishes }: Matter): readonly Compromise[] => {
  const possible = feasible(checked);
  if (possible.length === 0 || wishes.length < 2) return [];
  const least = leastHappyMost(possible, wishes);
  // Where every option leaves somebody with nothing, none of them is a meeting point.
  if (least.some((option) => compare(joys(option, wishes)[0] ?? ZERO, ZERO) === 0)) return [];
  const most = mostForAll(possible, wishes);
  const same = least.length === most.length && least.every((option) => most.includes(option));
  const propose = (kind: Compromise['kind'], options: readonly ConsensusOption[], why: string): Compromise => ({
    kind,
    text: `Consider ${listed(
      options.map(({ text }) => text),
      'or',
    )}: ${why}.`,
    relatedOptions: options.map(({ id }) => id),
    own: {},
  });
  const all = wishes.every(({ open }) => open);
  const gladOf = (option: ConsensusOption): number => wishes.filter((wish) => isGlad(wish, option.id)).length;
  const everyone = all && least.every((option) => gladOf(option) === wishes.length);
  return [
    propose(
      'least-happy-most',
      least,
      everyone
        ? `all ${wishes.length} families are glad of ${least.length > 1 ? 'each' : 'it'}`
        : `${all ? '' : 'as far as is known, '}nothing else makes the least happy family happier`,
    ),
    ...(same ? [] : [propose('most-for-all', most, 'what the families have of it, multiplied, is the most')]),
  ];
};
