import { breachesOf, dietsOf, leftOf } from '../consensus/constraints.ts';
import { type ConsensusFamily, optionFrom, type TripFacts } from '../consensus/facts.ts';
import { sayBudgets } from '../consensus/feasible.ts';
import { needsStepFree } from '../itineraries/reading/marks.ts';
import { sayMoney } from '../money.ts';
import type { PollOption } from '../polls/poll.ts';
import { stemOf, tellingWords } from './poll-wish.ts';

/** An interest from which somebody is said to like a thing. */
const KEEN = 4;

const minors = (families: readonly ConsensusFamily[]): boolean =>
  families.some(({ members }) => members.some(({ child }) => child));

/** What speaks for an option, for everybody to read: true of all families together, and of none by name. */
export const whyForAll = (
  option: PollOption,
  families: readonly ConsensusFamily[],
  trip: TripFacts,
): string | undefined => {
  const known = optionFrom(option);
  const wanted = new Set(families.flatMap(dietsOf));
  const budgets = sayBudgets(known, families);
  const currency = option.cost?.total.currency ?? option.price?.currency;
  const said = [
    budgets,
    budgets === undefined && currency !== undefined && trip.budget !== undefined && trip.budget.currency !== currency
      ? `priced in ${currency}, so not checked against the budget in ${trip.budget.currency}`
      : undefined,
    wanted.size > 0 && [...wanted].every((diet) => known.diets?.[diet] === true)
      ? 'food for every family by its own words'
      : undefined,
    known.stepFree === true ? 'easy to get around for all' : undefined,
    known.minAge === undefined &&
    option.cost !== undefined &&
    minors(families) &&
    /\b(?:children|free up to)\b/.test(option.details ?? '')
      ? 'children pay less'
      : undefined,
    option.days !== undefined &&
    families.every(({ preferences }) => !option.days?.some((day) => preferences.unavailable.includes(day)))
      ? 'no family has said it cannot do that day'
      : undefined,
  ].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(', ').slice(0, 300) : undefined;
};

/** How an option suits one family, in words for that family alone: its budget, diet, ways, interests, and what it breaks. */
export const whyForFamily = (option: PollOption, family: ConsensusFamily): string | undefined => {
  const known = optionFrom(option);
  const breaches = breachesOf(known, family).map(({ says }) => says);
  const share = option.cost?.shares[family.id];
  const cost =
    share === undefined || option.cost === undefined
      ? undefined
      : { amount: share, currency: option.cost.total.currency };
  const left = cost && leftOf(family, cost.currency);
  const diets = dietsOf(family);
  const can = diets.filter((diet) => known.diets?.[diet] === true);
  const unsaid =
    Object.keys(known.diets ?? {}).length > 0 ? diets.filter((diet) => known.diets?.[diet] === undefined) : [];
  const words = tellingWords(`${option.text}\n${option.details ?? ''}`);
  const liked = Object.entries(family.preferences.interests).filter(
    ([topic, score]) =>
      score >= KEEN &&
      topic
        .toLowerCase()
        .split(/\s+/)
        .some((word) => words.has(stemOf(word))),
  );
  const steps = family.preferences.mobility.some(needsStepFree);
  const needed = [...can, ...(steps && known.stepFree === true ? ['step-free'] : [])];
  const said = [
    cost && left && cost.amount <= left.amount ? `within the ${sayMoney(left)} you have left` : undefined,
    needed.length > 0 ? `${needed.join(' and ')} as you need` : undefined,
    unsaid.length > 0 ? `ask about ${unsaid.join(' and ')} food: its papers do not say` : undefined,
    liked.length > 0 ? `you like ${liked.map(([topic]) => topic).join(' and ')}` : undefined,
    ...breaches,
  ].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(', ') : undefined;
};
