import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { partsBy } from '../../trips/budget/parts.ts';
import { expensesOf } from '../../trips/expenses/balance.ts';
import type { Itinerary, ItineraryItem } from '../../trips/itineraries/itinerary.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import type { Money } from '../../trips/money.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { moneyQuestion } from '../understanding/money-questions.ts';
import { skill, type TripContext } from './skill.ts';
import { sayLeft } from './spending-so-far.ts';

/** Somebody asks for the sum, and not for the price of one thing. */
const ASKS_SUM = [
  /^(?!.*\bbudget\b).*\bhow much\b.{0,30}\b(?:(?:the|our|this) (?:whole )?(?:trip|plan|holiday|vacation)|the whole thing|everything|it all|all of it|in total|altogether)\b/i,
  /^(?:(?:so|and|ok|hey)[, ]+)*what\b.{0,20}\b(?:(?:the|our|this) (?:whole )?(?:trip|plan|holiday|vacation)|the whole thing|everything|it all)\b.{0,20}\bcosts?\b/i,
  /\bwhat (?:does|will|would) (?:it|this|that|everything)(?: all)? cost (?:us|each|every|altogether|in total|per)\b/i,
  /\b(?:our|my|the) (?:family['’]?s? )?(?:share|part) of the (?:costs?|price|plan|trip)\b/i,
  /\b(?:total|overall|full) (?:costs?|price)\b|\b(?:costs?|price) (?:of|for) (?:the|our|this) (?:whole )?(?:trip|plan|holiday|vacation)\b/i,
  /\bhow much (?:is (?:it|that) )?(?:per|for each|for every|for one|a) (?:family|head|person)\b/i,
] as const;
const DEAREST = /\b(?:most expensive|dearest|priciest|costs? (?:us )?(?:the )?most)\b/i;

/** Wants the plan to cost less. */
const CHEAPER =
  /^(?:(?:ok|so|hmm|please|can (?:you|we)|could (?:you|we))[, ]+)*(?:make|get|do|keep) (?:it|this|that|the (?:plan|trip|whole thing))(?: all)?(?: a (?:bit|little))? (?:cheaper|less expensive)\b|\b(?:the )?(?:plan|trip|it|this|that|whole thing)(?:['’]?s| is) (?:much |way |far )?too (?:expensive|dear|pricey|costly)\b|^(?:(?:that['’]?s|it['’]?s|way|much|far|a bit)\s)*too (?:expensive|pricey|dear|much money)\b|\bwhat (?:can|could|should) we (?:cut|leave out|drop|skip)\b|^(?:a )?cheaper (?:plan|version)\b|\bh(?:az|ag)\p{L}* (?:lo |el plan )?m[aá]s barato|\bm[aá]s barato(?: por favor)?[.!?]*$|\b(?:muy|demasiado) caro\b/iu;
const MOST_LEFT_OUT = 3;

/** What could be left out for the plan to cost less, the dearest first; beds and ways are nobody's to leave out. */
const sayCheaper = ({ member: { trip }, words }: TripContext, itinerary: Itinerary): Reply => {
  const { say, plan } = words;
  if (!itinerary.total) return { text: plan.noPrices };
  const optional = costing(itinerary)
    .filter(({ kind }) => kind === 'sight' || kind === 'meal')
    .toSorted((a, b) => b.cost.amount - a.cost.amount)
    .slice(0, MOST_LEFT_OUT);
  return {
    text: plan.cheaper(say.money(itinerary.total), trip.budget && say.money(trip.budget), optional.length > 0),
    choices: optional.map(({ title, cost, candidateId }) => ({
      label: plan.leaveOut(plan.item(title), say.money(cost)),
      act: { skill: 'change-plan', input: { edit: { kind: 'drop', item: candidateId ?? title } } },
    })),
  };
};

const costing = ({ days }: Pick<Itinerary, 'days'>): readonly (ItineraryItem & { readonly cost: Money })[] =>
  days.flatMap(({ items }) =>
    items.flatMap((item) => (item.cost && item.cost.amount > 0 ? [{ ...item, cost: item.cost }] : [])),
  );

type Sort = 'beds' | 'food' | 'sights' | 'ways';
const SORTS: Readonly<Record<ItineraryItem['kind'], Sort>> = {
  ...{ arrive: 'ways', depart: 'ways', travel: 'ways', free: 'sights' },
  ...{ lodging: 'beds', meal: 'food', sight: 'sights' },
};

/** What beds, food, sights and ways cost together, the dearest sort first. */
const bySort = (items: readonly { readonly kind: ItineraryItem['kind']; readonly cost: Money }[]) => {
  const sums = new Map<Sort, Money>();
  for (const { kind, cost } of items) {
    const so = sums.get(SORTS[kind]);
    sums.set(SORTS[kind], { ...cost, amount: (so?.amount ?? 0) + cost.amount });
  }
  return [...sums].toSorted(([, a], [, b]) => b.amount - a.amount);
};

/** What the plan costs: all together, by sort, the dearest, and what of it falls to the speaker's family. */
const sayCost = async ({ house, member, group, words }: TripContext, itinerary: Itinerary): Promise<string> => {
  const { trip, participation } = member;
  const { say, plan } = words;
  if (!itinerary.total) return plan.noPrices;
  const items = costing(itinerary);
  const dearest = items.toSorted((a, b) => b.cost.amount - a.cost.amount)[0];
  const split = trip.budgetSplit ?? { by: 'family' as const };
  const parts = partsBy(itinerary.total.amount, split, await familiesIn(house.records, trip.id));
  const own = { ...itinerary.total, amount: parts[participation.familyId] ?? 0 };
  const open = itinerary.days
    .flatMap((day) => day.items)
    .filter(({ kind, cost }) => !cost && (kind === 'sight' || kind === 'meal')).length;
  return [
    plan.costs(say.money(itinerary.total), trip.budget && say.money(trip.budget)),
    plan.costsOf(bySort(items).map(([sort, sum]) => [sort, say.money(sum)] as const)),
    ...(dearest ? [plan.dearest(plan.item(dearest.title), say.money(dearest.cost))] : []),
    ...(group ? [] : [plan.ownPart(say.money(own), split.by)]),
    ...(open > 0 ? [plan.unpriced(open)] : []),
  ].join(' ');
};

export const planCostSkill = skill({
  name: 'plan-cost',
  description: 'Says what the plan costs, and what of it falls to your family',
  who: 'member',
  reads: true,
  input: z.object({ said: z.string().max(300).optional() }),
  onlyIf:
    /\b(?:plan|trip|holiday|vacation|total|altogether|together|everything|all|budget|share|part|each|per|left|whole|most|expensive|dear\w*|pricey|cheap\w*|so far|costs?|prices?|viaje|todo|presupuesto|tocan?|paga\w*|car[oa]s?|barat\w*|familia|persona|vacaciones|gast\w*)\b/i,
  claims: (text) => CHEAPER.test(text) || moneyQuestion(text) === 'left' || ASKS_SUM.some((words) => words.test(text)),
  commands: ['what does the plan cost', 'cost of the plan', 'total cost', 'trip cost', 'costs'],
  examples: [
    'how much will the whole trip cost',
    'what does the trip cost per family',
    'what is the total price of the plan',
    'are we still within the budget',
    'how much of the budget is left',
    'what does everything cost together',
    'which part of the plan costs the most',
  ],
  read: (text) => ({ said: text.slice(0, 300) }),
  run: async (context, { said = '' }) => {
    const { house, member, group, words } = context;
    const latest = await latestItinerary(house.records, member.trip.id);
    // What was spent already counts before what is planned.
    const left = moneyQuestion(said) === 'left';
    if (left && (!latest || (await expensesOf(house.records, member)).length > 0)) {
      const told = await sayLeft(context);
      return latest ? { ...told, text: `${told.text} ${await sayCost(context, latest)}` } : told;
    }
    if (!latest) return { text: words.plan.noneToCost };
    if (CHEAPER.test(said)) return sayCheaper(context, latest);
    if (DEAREST.test(said)) {
      const [first, ...others] = costing(latest).toSorted((a, b) => b.cost.amount - a.cost.amount);
      if (first) return { text: words.plan.dearestOf([first, ...others].slice(0, 3).map(priced(words))) };
    }
    return { text: await sayCost(context, latest), private: !group };
  },
});

const priced =
  ({ say, plan }: Words) =>
  ({ title, cost }: { readonly title: string; readonly cost: Money }): readonly [string, string] => [
    plan.item(title),
    say.money(cost),
  ];
