import { sayDay } from '../dates.ts';
import type { Diet } from '../itineraries/candidate.ts';
import { dietOf, needsStepFree } from '../itineraries/reading/marks.ts';
import { type Money, sayMoney } from '../money.ts';
import type { ConsensusFamily, ConsensusOption, TripFacts } from './facts.ts';

export type Constraint = 'budget' | 'dates' | 'diet' | 'mobility' | 'ages';

/** One limit that an option breaks. */
export interface Breach {
  readonly constraint: Constraint;
  /** Whose limit it is; the trip's own, which everyone knows, when absent. */
  readonly familyId?: string | undefined;
  /** For those whose limit it is, with its numbers. */
  readonly says: string;
  /** How far it is broken: money over the budget, days lost, years too young. */
  readonly over?: Money | number | undefined;
}

/** What an option costs a family: its part, or the price for each of its people. `undefined` without a price. */
export const costFor = (
  { price, cost }: ConsensusOption,
  { id, heads }: Pick<ConsensusFamily, 'id' | 'heads'>,
): Money | undefined => {
  const part = cost?.shares[id];
  if (cost && part !== undefined) return { amount: part, currency: cost.total.currency };
  return price && { ...price, amount: price.amount * heads };
};

/** What an option costs everybody together. */
const costForAll = ({ price, cost }: ConsensusOption, heads: number): Money | undefined =>
  cost?.total ?? (price && { ...price, amount: price.amount * heads });

/** The diets a family's own words ask for, those that can be checked. */
export const dietsOf = ({ preferences }: Pick<ConsensusFamily, 'preferences'>): readonly Diet[] => [
  ...new Set([...preferences.diet, ...preferences.allergies].flatMap((words) => dietOf(words) ?? [])),
];

/** What is left of the budget a family keeps to itself; `undefined` when it named none, or in another currency. */
export const leftOf = ({ preferences, spent }: ConsensusFamily, currency: string): Money | undefined => {
  const { budget } = preferences;
  if (budget?.currency !== currency) return undefined;
  return { currency, amount: budget.amount - (spent?.currency === currency ? spent.amount : 0) };
};

/** The limits of one family that an option breaks. Money in different currencies is not compared. */
export const breachesOf = (option: ConsensusOption, family: ConsensusFamily): readonly Breach[] => {
  const breaches: Breach[] = [];
  const breach = (constraint: Constraint, says: string, over?: Money | number): void => {
    breaches.push({ constraint, familyId: family.id, says, over });
  };
  const cost = costFor(option, family);
  const left = cost && leftOf(family, cost.currency);
  if (cost && left && cost.amount > left.amount) {
    const over = { currency: cost.currency, amount: cost.amount - left.amount };
    breach(
      'budget',
      `${sayMoney(cost)} for the ${family.heads} of you is ${sayMoney(over)} more than you have left`,
      over,
    );
  }
  const away = (option.days ?? []).filter((day) => family.preferences.unavailable.includes(day));
  if (away.length > 0)
    breach('dates', `you cannot be there on ${away.map((day) => sayDay(day)).join(', ')}`, away.length);
  const missed = dietsOf(family).filter((diet) => option.diets?.[diet] === false);
  if (missed.length > 0) breach('diet', `its own words do not promise ${missed.join(' or ')} food`);
  if (option.stepFree === false && family.preferences.mobility.some(needsStepFree)) breach('mobility', 'it has steps');
  const ages = family.members.flatMap(({ age }) => age ?? []);
  const youngest = ages.length > 0 ? Math.min(...ages) : undefined;
  if (option.minAge !== undefined && youngest !== undefined && youngest < option.minAge)
    breach(
      'ages',
      `it is for ages ${option.minAge} and up, and your youngest is ${youngest}`,
      option.minAge - youngest,
    );
  return breaches;
};

/** The trip's own limits that an option breaks for all families together. */
export const tripBreachesOf = (
  option: ConsensusOption,
  families: readonly ConsensusFamily[],
  trip: TripFacts,
): readonly Breach[] => {
  const breaches: Breach[] = [];
  const { budget, startDate, endDate } = trip;
  const heads = families.reduce((sum, family) => sum + family.heads, 0);
  const cost = costForAll(option, heads);
  if (cost && budget?.currency === cost.currency && cost.amount > budget.amount) {
    const over = { currency: cost.currency, amount: cost.amount - budget.amount };
    breaches.push({
      constraint: 'budget',
      says: `${sayMoney(cost)} for all ${heads} is ${sayMoney(over)} over the trip's budget of ${sayMoney(budget)}`,
      over,
    });
  }
  const outside = (option.days ?? []).filter(
    (day) => (startDate !== undefined && day < startDate) || (endDate !== undefined && day > endDate),
  );
  if (outside.length > 0) {
    breaches.push({
      constraint: 'dates',
      says: `${outside.map((day) => sayDay(day)).join(', ')} is outside the trip`,
      over: outside.length,
    });
  }
  return breaches;
};
