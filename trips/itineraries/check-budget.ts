import { sayMoney } from '../money.ts';
import type { Candidate, Price } from './candidate.ts';
import { count, type FinishedPlan, named, type Visited } from './finished-plan.ts';
import type { PlanCheck } from './itinerary.ts';
import type { PlanningFacts, PlanningFamily } from './planning-facts.ts';

/** Every person counted one by one at the price for their age. */
const ticket = (
  price: Extract<Price, { per: 'person' }>,
  { age, child }: PlanningFamily['members'][number],
): number => {
  if (age !== undefined && price.freeUpTo !== undefined && price.freeUpTo >= age) return 0;
  if (price.child === undefined) return price.adult.amount;
  if (price.childUpTo === undefined) return child ? price.child.amount : price.adult.amount;
  return age !== undefined && price.childUpTo >= age ? price.child.amount : price.adult.amount;
};

/** A price that is for more than one person. */
const bulk = (
  price: Exclude<Price, { per: 'person' }>,
  heads: readonly number[],
  everyone: number,
  sleeps: number | undefined,
  nights: number,
): number => {
  if (price.per === 'group') return price.total.amount;
  if (price.per === 'vehicle') return Math.ceil(everyone / price.seats) * price.each.amount;
  if (!price.ofRoom) return price.each.amount * nights;
  let rooms = price.rooms ?? 0;
  if (price.rooms === undefined)
    for (const own of heads) if (own > 0) rooms += sleeps === undefined ? 1 : Math.ceil(own / sleeps);
  return price.each.amount * nights * rooms;
};

/** What each family pays for something; a sum for all is split by heads and rounded up. */
const billOf = (
  price: Price,
  families: readonly PlanningFamily[],
  there: ReadonlySet<string>,
  nights: number,
  sleeps: number | undefined,
): { readonly total: number; readonly parts: readonly number[] } => {
  const heads = families.map(({ id, members }) => (there.has(id) ? members.length || 1 : 0));
  if (price.per === 'person') {
    const parts = families.map(({ id, members }) => {
      if (!there.has(id)) return 0;
      const people = members.length > 0 ? members : [{ child: false }];
      return people.map((person) => ticket(price, person)).reduce((sum, one) => sum + one, 0);
    });
    return { total: parts.reduce((sum, part) => sum + part, 0), parts };
  }
  const everyone = heads.reduce((sum, one) => sum + one, 0) || 1;
  const total = bulk(price, heads, everyone, sleeps, nights);
  return { total, parts: heads.map((own) => Math.ceil((total * own) / everyone)) };
};

const currencyIn = (price: Price): string => {
  if (price.per === 'person') return price.adult.currency;
  return price.per === 'group' ? price.total.currency : price.each.currency;
};

/** Adds the plan up again from the prices its documents state, and holds it against every limit. */
export const checkBudget = (
  plan: FinishedPlan,
  visits: readonly Visited[],
  { trip, families }: PlanningFacts,
): PlanCheck => {
  const constraint = 'budget';
  const currency = plan.total?.currency ?? trip.budget?.currency;
  const billed = new Set<Candidate>();
  const parts = families.map(() => 0);
  const unknown: Visited[] = [];
  let sum = 0;
  const wrong: string[] = [];
  for (const visit of visits) {
    const { candidate, item, date } = visit;
    if (!candidate || candidate.kind === 'arrive' || candidate.kind === 'depart') {
      if (item.cost) wrong.push(`${item.title} has a price that no document states`);
      continue;
    }
    if (candidate.kind === 'lodging' && !item.nights && billed.has(candidate)) continue;
    billed.add(candidate);
    if (!candidate.price || currencyIn(candidate.price) !== currency) {
      unknown.push(visit);
      if (item.cost) wrong.push(`${item.title} has a price that no document states`);
      continue;
    }
    const lodged = candidate.kind === 'lodging';
    const there = new Set(
      families
        .filter(({ id, preferences }) => {
          if (lodged) return true;
          return !preferences.unavailable.includes(date) && (!candidate.who || candidate.who.includes(id));
        })
        .map(({ id }) => id),
    );
    const nights = item.nights?.count ?? plan.days.length - 1;
    const bill = billOf(candidate.price, families, there, nights, candidate.stay?.sleeps);
    sum += bill.total;
    bill.parts.forEach((part, index) => {
      parts[index] = (parts[index] ?? 0) + part;
    });
    if (item.cost?.amount !== bill.total || item.cost.currency !== currency)
      wrong.push(`${item.title} should cost ${currency} ${bill.total / 100}`);
  }
  if ((plan.total?.amount ?? 0) !== sum) wrong.push('the total is not the sum of its parts');
  const limit = trip.budget?.currency === currency ? trip.budget?.amount : undefined;
  const over = limit !== undefined && sum > limit;
  const familyOver = families.some(
    ({ preferences: { budget } }, index) =>
      budget !== undefined && budget.currency === currency && (parts[index] ?? 0) > budget.amount,
  );
  if (wrong.length > 0) return { constraint, ok: false, detail: `The sum does not hold: ${wrong.join('; ')}` };
  const people = families.reduce((all, { members }) => all + (members.length || 1), 0);
  const say = (amount: number): string => (currency ? sayMoney({ amount, currency }) : String(amount));
  const head =
    currency === undefined || (sum === 0 && unknown.length > 0)
      ? `No prices are known, so nothing could be added up`
      : `${say(sum)}${limit === undefined ? '' : ` of ${say(limit)}`} for ${count(people, 'person', 'people')}`;
  const own = families.some(({ preferences }) => preferences.budget);
  const more = [
    limit === undefined && trip.budget === undefined ? 'no budget is set' : undefined,
    own ? (familyOver ? 'more than one family can spend' : "within every family's own limit") : undefined,
    unknown.length > 0 && sum > 0 ? `no price known for ${named(unknown)}` : undefined,
  ].filter((part) => part !== undefined);
  return { constraint, ok: !over && !familyOver, detail: [head, ...more].join('; ') };
};
