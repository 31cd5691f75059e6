import { listed } from '../../listed.ts';
import { sayMoney } from '../../money.ts';
import { isGlad } from '../ballot.ts';
import type { Matter } from '../conflicts/conflict.ts';
import type { Breach, Constraint } from '../constraints.ts';
import { type Checked, feasible } from '../feasible.ts';
import { counted } from '../speak.ts';
import type { Compromise } from './compromise.ts';

/** How many relaxations are proposed at most. */
const PROPOSED = 3;

/** Harder to move, later: money can be found, days moved; what somebody must not eat, or cannot climb, stays. */
const HARDNESS: Readonly<Record<Constraint, number>> = { budget: 0, dates: 1, ages: 2, mobility: 3, diet: 3 };

/**
 * The smallest changes that would let an option in, with their price: of any option when nothing on the list can be had
 * by all, otherwise of those that half of the families or more would be glad of. Fewest limits first, then the easiest to
 * move, then the cheapest.
 */
export const relaxations = ({ checked, wishes }: Matter): readonly Compromise[] => {
  const nothing = feasible(checked).length === 0;
  const missed = checked.filter(
    ({ option, breaches }) =>
      breaches.length > 0 && (nothing || wishes.filter((wish) => isGlad(wish, option.id)).length * 2 >= wishes.length),
  );
  return missed
    .sort(
      (a, b) =>
        a.breaches.length - b.breaches.length ||
        hardness(a) - hardness(b) ||
        price(a) - price(b) ||
        (a.option.id < b.option.id ? -1 : 1),
    )
    .slice(0, PROPOSED)
    .map(proposed);
};

const hardness = ({ breaches }: Checked): number => Math.max(...breaches.map(({ constraint }) => HARDNESS[constraint]));

/** Minor units over the budgets, for comparing what is in one currency; days and years weigh nothing here. */
const price = ({ breaches }: Checked): number =>
  breaches.reduce((sum, { over }) => sum + (typeof over === 'object' ? over.amount : 0), 0);

const proposed = ({ option, breaches }: Checked): Compromise => {
  const open = breaches.filter(({ familyId }) => familyId === undefined);
  const hidden = [
    ...Map.groupBy(
      breaches.filter(({ familyId }) => familyId !== undefined),
      ({ constraint }) => constraint,
    ),
  ];
  const changes = [...open.map(openly), ...hidden.map(([constraint, some]) => quietly(constraint, some))];
  const own = Map.groupBy(
    breaches.flatMap((breach) => (breach.familyId === undefined ? [] : [{ ...breach, familyId: breach.familyId }])),
    ({ familyId }) => familyId,
  );
  return {
    kind: 'relax',
    text: `${option.text} would do if ${listed(changes)}.`,
    relatedOptions: [option.id],
    own: Object.fromEntries(
      [...own].map(([familyId, some]) => [
        familyId,
        `${option.text} would do for you if ${listed(some.map(privately))}.`,
      ]),
    ),
  };
};

/** A limit of the trip, whose numbers everyone knows. */
const openly = ({ constraint, over }: Breach): string =>
  constraint === 'budget' && typeof over === 'object'
    ? `the trip's budget were ${sayMoney(over)} higher`
    : `the trip moved by ${counted(typeof over === 'number' ? over : 1, 'day')}`;

/** A family's own limit, in words that give away neither whose nor how much. */
const quietly = (constraint: Constraint, breaches: readonly Breach[]): string => {
  const count = new Set(breaches.map(({ familyId }) => familyId)).size;
  const who = count === 1 ? 'one family' : `${count} families`;
  const words: Readonly<Record<Constraint, string>> = {
    budget: `the cost were shared so that ${who} ${count === 1 ? 'pays' : 'pay'} less`,
    dates: `${who} could come on another day, or it moved to one`,
    diet: `its kitchen could promise what ${who} ${count === 1 ? 'needs' : 'need'}`,
    mobility: `there were a way in without steps for ${who}`,
    ages: `the youngest of ${who} did something else meanwhile`,
  };
  return words[constraint];
};

/** For the family itself, with its numbers. */
const privately = ({ constraint, over }: Breach): string => {
  if (typeof over === 'object') return `you spent ${sayMoney(over)} more, or the others took that over`;
  if (constraint === 'dates') return `you could come on ${counted(over ?? 1, 'more day', 'more days')}`;
  if (constraint === 'ages') return 'your youngest did something else meanwhile';
  return constraint === 'diet' ? 'its kitchen could promise what you need' : 'there were a way in without steps';
};
