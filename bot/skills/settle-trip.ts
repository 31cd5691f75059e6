import { z } from 'zod';
import { money } from '../../trips/money.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { readDayRange } from '../understanding/dates.ts';
import { moneyOf, readBareAmount, readCurrency, readMoney } from '../understanding/money.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

/** The whole trip is to be on other days; one thing of a plan has no last day. */
const MOVES_TRIP =
  /^(?:(?:please|pls|ok|can we|could we|let['’]?s|we)\b[\s,]*)*(?:move|shift|change|push|make) (?:it|the (?:whole )?(?:trip|thing|dates)|everything|our dates|the whole thing) (?:to |till |until )?(?:the )?\d{1,2}(?:st|nd|rd|th)?\s*(?:-|–|to|till|until)\s*(?:the )?\d{1,2}(?:st|nd|rd|th)?\s+(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** A sum for all together: `1800 for the lot of us`. */
const FOR_ALL =
  /(\d[\d.,]*)\s?(k)? (?:for|between) (?:the lot|all|everyone|everybody|all of us|the whole (?:trip|thing))\b/i;
const LIMITS = /\b(?:let['’]?s say|up to|no more than|at most)\b/i;
const MOST_DIGITS = 12;

/** The last day: as it was said, or as long after the first as the trip was said to last. */
const lastDay = (first: string | undefined, last: string | undefined, days = 1): string | undefined =>
  first !== undefined && first === last && days > 1
    ? new Date(Date.parse(first) + (days - 1) * 86_400_000).toISOString().slice(0, 10)
    : last;

export const settleTripSkill = skill({
  name: 'settle-trip',
  description: "Sets the trip's dates, or the budget of all families together",
  who: 'member',
  organizerOnly: true,
  input: z.object({
    startDate: z.iso.date().optional(),
    endDate: z.iso.date().optional(),
    budget: money.optional(),
    /** A budget of all whose currency was not said, and the currency when that was asked. */
    bare: z.number().positive().max(100_000_000).optional(),
    currency: z.string().length(3).optional(),
  }),
  readSlots: ['currency', 'dates'],
  pattern: MOVES_TRIP,
  claims: (text) => FOR_ALL.test(text) && LIMITS.test(text) && !text.trim().endsWith('?'),
  commands: ['set dates', 'set the dates', 'change the dates', 'set budget', 'set the budget', 'trip budget'],
  examples: [
    'the dates are 11-15 June 2027',
    'we go from the 3rd to the 9th of August',
    'our trip is from July 3 to July 10',
    'change the dates of the trip to 1-8 May',
    'we have settled on 20-27 June',
    'the whole trip may cost 6000 euros for all families',
    'the budget for everyone together is EUR 5,000',
    'the budget for everyone is 6000 euros',
    'our total budget is 4500 euros for all of us',
    'set the total budget of the trip to 4000 dollars',
    'were going from 4 to 9 may then',
    'the trip is from the 20th until the 24th of july',
    'dates agreed: 3-10 september',
    'everyone said yes to 5-12 april',
    'the first week of july would be good',
    'second week of august then',
    'we thought of the last week of june',
    'lets go from 3 to 10 september',
    'can we change the dates',
    'shift the whole trip to 8-12 may',
    'can you put the trip in for 14 to 21 august',
    'let us make it 2-6 october',
    'the families can spend 8000 euros together',
    'raise the overall budget to 9000 euros',
    'all families together have 3500 euros',
    'limit for the whole trip is 5,200 dollars in total',
    'put the budget for everybody at 4800 euros',
    'altogether we have 5000 euros for this trip',
    'we travel from the 3rd to the 8th of july',
    'the dates are fixed: 4-9 august',
    'postpone the trip by a week',
  ],
  read: (text, context) => {
    const dates = readDayRange(text, new Date(context.house.clock.now()));
    const budget = readMoney(dates ? text.replace(dates.text, ' ') : text);
    const [, digits, thousands] = budget ? [] : (FOR_ALL.exec(text) ?? []);
    return {
      startDate: dates?.startDate,
      endDate: dates?.endDate,
      budget,
      bare:
        digits === undefined || digits.length > MOST_DIGITS
          ? undefined
          : (readBareAmount(digits) ?? 0) * (thousands === undefined ? 1 : 1_000) || undefined,
      currency: context.expectedSlot === 'currency' ? readCurrency(text) : undefined,
    };
  },
  run: async (context, { startDate, endDate: saidLast, budget: sum, bare, currency }) => {
    const { words } = context;
    const unit = currency ?? context.member.trip.budget?.currency;
    const budget = sum ?? (bare === undefined || unit === undefined ? undefined : moneyOf(bare, unit));
    if (bare !== undefined && budget === undefined) {
      context.expect('currency', { bare });
      return { text: words.money.whichCurrency(bare) };
    }
    const endDate = lastDay(startDate, saidLast, context.member.trip.days);
    if (startDate === undefined && budget === undefined) {
      context.expect('dates', {});
      return { text: words.trip.whichDays };
    }
    const may = asOrganizer(context.member, 'only the organizer changes the trip');
    if (!may.ok) return sayRejection(may, words);
    const settled = await updateTrip(context.house.records, context.house.clock, may.organizer, {
      ...(startDate === undefined ? {} : { startDate, endDate }),
      ...(budget === undefined ? {} : { budget }),
    });
    if (!settled.ok) return sayRejection(settled, words);
    const before = context.member.trip;
    const had = (startDate === undefined || before.startDate) && (budget === undefined || before.budget);
    context.changed(
      startDate === undefined
        ? words.things.budget
        : budget === undefined
          ? words.things.dates
          : words.things.datesAndBudget,
      had
        ? {
            skill: 'settle-trip',
            input: {
              tripId: before.id,
              ...(startDate === undefined ? {} : { startDate: before.startDate, endDate: before.endDate }),
              ...(budget === undefined ? {} : { budget: before.budget }),
            },
          }
        : undefined,
    );
    const { trip } = settled;
    const when =
      startDate !== undefined && trip.startDate && trip.endDate
        ? words.say.range(trip.startDate, trip.endDate)
        : undefined;
    return { text: words.trip.settled(trip.name, when, budget && words.say.money(budget)) };
  },
});
