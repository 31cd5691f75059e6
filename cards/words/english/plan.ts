import { CHECK_NAMES } from '../../../trips/itineraries/check-names.ts';
import type { PlanCheck } from '../../../trips/itineraries/itinerary.ts';
import { say } from './say.ts';

const COST_SORTS = { beds: 'beds', food: 'food', sights: 'things to do', ways: 'getting there and around' } as const;

/** The plan of the trip. What the planner itself has put into words comes in English and is passed through here. */
export const plan = {
  day: (number: number, day: string): string => `Day ${number}, ${day}`,
  free: 'free',
  of: (total: string, budget: string): string => `${total} of ${budget}`,
  checkName: (constraint: PlanCheck['constraint']): string => CHECK_NAMES[constraint],
  check: ({ detail }: PlanCheck): string => detail,
  /** What a check went by, with its numbers; nothing where {@link check} says it already. */
  proof: (_: PlanCheck): string | undefined => undefined,
  /** Why no plan fits, and what would help. */
  refusal: (why: string): string => why,
  change: (label: string): string => label,
  rule: (rule: string): string => rule,
  item: (title: string): string => title,
  note: (note: string): string => note,
  gap: (gap: string): string => gap,
  /** `day`: the two change places, in words. */
  rain: (instead: string, day: string | undefined): string =>
    day === undefined ? `if it rains: ${instead}` : `if it rains: swap with ${instead} of ${day}`,

  costs: (total: string, budget: string | undefined): string =>
    budget === undefined
      ? `The plan costs ${total} for everyone, as far as prices are known.`
      : `The plan costs ${total} of the ${budget} for everyone, as far as prices are known.`,
  costsOf: (sums: readonly (readonly [sort: 'beds' | 'food' | 'sights' | 'ways', sum: string])[]): string =>
    `That is ${say.list(sums.map(([sort, sum]) => `${sum} for ${COST_SORTS[sort]}`))}.`,
  dearest: (title: string, price: string): string => `The dearest is ${title}, ${price}.`,
  dearestOf: (items: readonly (readonly [title: string, price: string])[]): string =>
    `The dearest: ${say.list(items.map(([title, price]) => `${title} ${price}`))}, each for everyone.`,
  ownPart: (part: string, by: 'family' | 'head' | 'share'): string =>
    `Your family's part: ${part}, divided ${{ family: 'evenly by family', head: 'by number of people', share: 'by agreed shares' }[by]}.`,
  unpriced: (count: number): string =>
    count === 1 ? 'One thing has no price in your papers.' : `${count} things have no price in your papers.`,
  /** Where something stands in the plan, and why. */
  stands: (title: string, when: string, time: string, cost: string | undefined): string =>
    `${title} is on ${when} at ${time}${cost === undefined ? '' : `, ${cost} for everyone`}.`,
  votedFor: (question: string): string => `The families chose it: "${question}"`,
  whyTaken: (paper: string | undefined): string =>
    `${paper === undefined ? 'It was asked for or comes from your papers' : `I know it from ${paper}`}. Of all I know of, I take what the families like most together and what fits the budget, opening hours and everyone's needs.`,
  toChange: (title: string): string => `To change it: "something else instead of ${title}".`,
  /** Who stands behind the plan; `chosen` is what votes have settled, empty when none have. */
  whoAgreed: (organizer: string | undefined, chosen: string): string =>
    `Nobody has to sign it: I plan from your papers and wishes${chosen === '' ? '' : `, with what the families voted for (${chosen})`}. Anyone can ask for a change; ${organizer ?? 'the organizer'} decides.`,
  whyPlan: (checks: number, total: string | undefined): string =>
    `I take what the families like most together, as far as it fits the budget, opening hours, food and what everyone can do${total === undefined ? '' : `: ${total} in all`}. Then ${checks} checks go over it. Ask "why the castle" about one thing, or say what to change.`,
  cheaper: (total: string, budget: string | undefined, some: boolean): string =>
    `The plan costs ${total}${budget === undefined ? '' : ` of ${budget}`}. To plan within less, say e.g. "the budget for everyone is ${total}" with your figure, then PLAN.${some ? ' Or leave something out:' : ''}`,
  leaveOut: (title: string, cost: string): string => `Leave out ${title}, ${cost}`,
  daysNotInPlan: 'The plan was made without knowing that: say PLAN and I make it anew.',
  noPrices: 'Your papers name no prices for what is planned, so I cannot say what it costs.',
  noneToCost: 'There is no plan yet, so nothing to add up. Say PLAN and I make one.',
  paper: (pdf: string, ics: string): string => `The plan to print: ${pdf}\nFor your calendar: ${ics}`,
  ownCalendar: (ics: string): string => `Only what your family joins: ${ics}`,

  none: 'There is no plan yet. Say PLAN and I make one.',
  here: 'Here is the plan.',
  oneDay: (number: number): string => `Day ${number}.`,
  beyond: (days: number): string => `The plan has ${say.days(days)}. Say DAY 1 to DAY ${days}.`,
  planningAlready: "I'm planning it already, and tell you here as soon as it's ready.",
  begun: (days: number, families: number, budget: string | undefined): string =>
    `On it: ${[say.days(days), say.families(families), ...(budget === undefined ? [] : [budget])].join(', ')}. I'll write to you here as soon as the plan is ready.`,
  /** What the plan must keep to. */
  keepTo: (rules: readonly string[]): string => `I keep to: ${rules.join(', ')}.`,
  changeGone: 'That change is not on offer any more. Say PLAN and I look again.',
  noBudget: 'There is no budget to raise. Say PLAN and I look again.',
};
