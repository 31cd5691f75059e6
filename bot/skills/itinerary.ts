import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { daysBetween } from '../../trips/dates.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import type { Relaxation } from '../../trips/itineraries/relaxation.ts';
import { requestItinerary } from '../../trips/itineraries/request-itinerary.ts';
import { sayRule, type TripRule, tripRule, withRules } from '../../trips/itineraries/trip-rules.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { tasks } from '../../trips/tasks/task.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { updateTrip } from '../../trips/trips/update-trip.ts';
import { readDayRange } from '../understanding/dates.ts';
import { readTripDays } from '../understanding/plan-days.ts';
import { readTripRules } from '../understanding/rule-words.ts';
import { isBare, itineraryReply } from '../views/itinerary.ts';
import { planAnswer } from '../views/plan-answer.ts';
import { planContext } from './change-plan.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

export const planItinerarySkill = skill({
  name: 'plan-itinerary',
  description: 'Plans the whole trip in the background and checks it',
  who: 'member',
  readSlots: ['dates'],
  input: z.object({
    startDate: z.iso.date().optional(),
    endDate: z.iso.date().optional(),
    /** The change to try that a plan which did not fit has offered: whose plan, and which of its changes. */
    taskId: z.string().optional(),
    change: z.number().int().min(1).max(9).optional(),
    /** What the plan must keep to from now on. */
    rules: z.array(tripRule).max(20).optional(),
  }),
  runsOn: true,
  commands: [
    'plan',
    'plan our trip',
    'plan the trip',
    'plan it',
    'make a plan',
    'plan my trip',
    'replan',
    'plan again',
    'plan it again',
    'planea el viaje',
  ],
  examples: [
    'draft an itinerary',
    'create a schedule for the trip',
    'prepare a plan for every day',
    'plan all our days',
    'could you plan the days for us',
    'organise our days into a programme',
    'make the itinerary again with the new dates',
    'can you make an itinerary for us',
    'plan the whole trip please',
    'put together a schedule for our days',
    'make us a day by day plan',
    'generate an itinerary',
    'work out what we do each day',
    'please plan our trip now',
    'make a new plan',
    'plan our days',
    'make us an itinerary please',
    'can you do a plan for the holiday',
    'put together a programme for each day',
    'do the planning for us now',
    'redo the plan',
    'plan again with the new bookings',
    'we need a timetable for the whole trip',
    'sketch out what we do every day',
    'organise the days',
    'work out a day plan for the 4 days',
    'start planning',
    'do the plan once more, things have changed',
    'make that plan again',
    'set up the days for us',
    'could you work out what we do each day',
    'please create our schedule',
    "it's about time we had a plan",
  ],
  read: (text, context) => {
    if (context.expectedSlot !== 'dates') {
      const rules = readTripRules(text);
      return rules.length > 0 ? { rules } : {};
    }
    const dates = readDayRange(text, new Date(context.house.clock.now()));
    return { startDate: dates?.startDate, endDate: dates?.endDate };
  },
  run: async (context, { taskId, change, rules, ...dates }) => {
    const { house, member, words } = context;
    if (taskId !== undefined && change !== undefined) return beginWith(context, taskId, change);
    if (rules !== undefined) return beginUnder(context, rules);
    if (dates.startDate && dates.endDate) {
      const may = asOrganizer(member, 'only the organizer sets the dates');
      if (!may.ok) return sayRejection(may, words);
      const set = await updateTrip(house.records, house.clock, may.organizer, {
        startDate: dates.startDate,
        endDate: dates.endDate,
      });
      if (!set.ok) return sayRejection(set, words);
      return begin({ ...context, member: { ...member, trip: { ...member.trip, ...set.trip } } });
    }
    return begin(context);
  },
});

/** Plans by rules that hold from now on. */
const beginUnder = async (context: TripContext, rules: readonly TripRule[]): Promise<Reply> => {
  const { house, member, words } = context;
  const may = asOrganizer(member, 'only the organizer says what the plan must keep to');
  if (!may.ok) return sayRejection(may, words);
  const all = withRules(member.trip.rules ?? [], rules);
  const set = await updateTrip(house.records, house.clock, may.organizer, { rules: all });
  if (!set.ok) return sayRejection(set, words);
  const begun = await begin({ ...context, member: { ...member, trip: { ...member.trip, ...set.trip } } });
  return { ...begun, text: `${begun.text} ${words.plan.keepTo(all.map((rule) => words.plan.rule(sayRule(rule))))}` };
};

/** Tries a change that was offered when nothing fitted. What the group asked for is the organizer's to give up. */
const beginWith = async (context: TripContext, taskId: string, change: number): Promise<Reply> => {
  const { house, member, words } = context;
  const failed = await house.records.read(tasks, member.trip.id, taskId);
  const offered = failed?.changes?.[change - 1];
  if (!offered) return { text: words.plan.changeGone };
  const may = asOrganizer(member, 'only the organizer changes what the plan must keep to');
  if (!may.ok) return sayRejection(may, words);
  const raise = offered.relaxations.find(({ kind }) => kind === 'budget');
  if (raise?.kind !== 'budget') return begin(context, offered.relaxations);
  const { budget } = member.trip;
  if (!budget) return { text: words.plan.noBudget };
  const raised = { amount: raise.to, currency: budget.currency };
  const set = await updateTrip(house.records, house.clock, may.organizer, { budget: raised });
  if (!set.ok) return sayRejection(set, words);
  const rest = offered.relaxations.filter((one) => one !== raise);
  return begin({ ...context, member: { ...member, trip: { ...member.trip, ...set.trip } } }, rest);
};

const begin = async (context: TripContext, giving: readonly Relaxation[] = []): Promise<Reply> => {
  const { house, member, conversation, eventId, words } = context;
  const { trip } = member;
  const asked = await requestItinerary(house.records, house.clock, {
    tripId: trip.id,
    userId: member.person.id,
    key: `${conversation} ${eventId}`,
    ...(giving.length > 0 ? { giving } : {}),
  });
  if (!asked.ok) {
    if (asked.reason === 'dates-missing') context.expect('dates', {});
    return sayRejection(asked, words);
  }
  if (asked.already) return { text: words.plan.planningAlready };
  const days = trip.startDate && trip.endDate ? daysBetween(trip.startDate, trip.endDate).length : 0;
  const families = (await familiesIn(house.records, trip.id)).length;
  return { text: words.plan.begun(days, families, trip.budget && words.say.money(trip.budget)) };
};

export const showItinerarySkill = skill({
  name: 'show-itinerary',
  description: 'Shows the latest plan, or one day of it',
  who: 'member',
  reads: true,
  input: z.object({
    day: z.number().int().min(1).max(60).optional(),
    /** Words that may name a day: which it is hangs on the trip's dates and on today. */
    said: z.string().max(300).optional(),
    /** Only what the speaker's family joins, or everything; a day is shown as the plan was before when neither is said. */
    mine: z.boolean().optional(),
  }),
  commands: [
    'itinerary',
    'show plan',
    'show the plan',
    'show itinerary',
    'our plan',
    'the plan',
    ...['today', "today's plan", 'tomorrow', "tomorrow's plan", 'only mine', 'only ours', 'my plan', 'our part'],
    ...Array.from({ length: 14 }, (_, index) => `day ${index + 1}`),
  ],
  examples: [
    'let me see the itinerary',
    'what is planned for day 3',
    'what are we doing on the second day',
    'show our schedule',
    'what is on the programme today',
    'which activities are planned',
    'view the plan',
    'when do we do what',
    'show me the itinerary',
    'what is the plan',
    'what are we doing on day 2',
    'what happens on the first day',
    'show day 3',
    'can I see the schedule again',
    'what do we do tomorrow',
    'send me the plan again',
    'what is the plan for tomorrow',
    'what do we do on day 1',
    'what are we doing on the last day',
    'show day two',
    'show me the timetable',
    'where is our itinerary',
    'can you send the schedule',
    'whats happening on the second day',
    'the plan for day 5 please',
    'let me look at the plan',
    'what have we planned',
    'what does day 4 look like',
    'show me the plan',
    'see the schedule',
    "what's happening on monday",
    'what is on tomorrow',
    'our programme for friday please',
    "what's planned for the second day",
    'show what we do on the 13th',
    "what's up for sunday",
    'once more the plan please',
    'the plan again, i lost it',
    'can i get the itinerary again',
  ],
  read: (text) => {
    const number = /\bday\s*(\d{1,2})\b/i.exec(text)?.[1];
    const ordinal = ['first', 'second', 'third', 'fourth', 'fifth'].findIndex((word) =>
      new RegExp(`\\b${word} day\\b`, 'i').test(text),
    );
    const mine =
      /\b(?:only|just)\b.{0,20}\b(?:mine|ours|us|me|our family|my family|our part)\b|\b(?:my|our) (?:own )?(?:plan|part|days?)\b/i;
    return {
      day: number === undefined ? (ordinal < 0 ? undefined : ordinal + 1) : Number(number),
      said: text.slice(0, 300),
      ...(mine.test(text) && !/^our plan$/i.test(text.trim()) ? { mine: true } : {}),
      ...(/\b(?:everyone|everybody|all of us|the others|the whole plan)\b/i.test(text) ? { mine: false } : {}),
    };
  },
  run: async (context, { day: number, said, mine }) => {
    const { house, member, words, textOnly, group, ownPlan } = context;
    const { plan } = words;
    const answer = said === undefined || number !== undefined ? undefined : await planAnswer(context, said);
    if (answer) return answer;
    const around = said === undefined ? undefined : await planContext(context);
    const [named] = around && said !== undefined ? readTripDays(said, around) : [];
    const inWords = named && around ? around.dates.indexOf(named.date) + 1 : 0;
    const day = number ?? (inWords > 0 ? inWords : undefined);
    const itinerary = await latestItinerary(house.records, member.trip.id);
    if (!itinerary) return { text: plan.none };
    const count = itinerary.days.length;
    if (day !== undefined && day > count) return { text: plan.beyond(count) };
    // A day told in words begins with its number.
    const whole = isBare(itinerary) ? words.news.planBare(count) : plan.here;
    const text = day === undefined ? whole : textOnly ? '' : plan.oneDay(day);
    const own = !group && (mine ?? (day !== undefined && ownPlan));
    if (own !== ownPlan && !group) context.showPlan(own ? 'own' : 'everyone');
    const family = own ? member.participation.familyId : undefined;
    return itineraryReply(house, itinerary, member.trip, { day, text, family }, words);
  },
});
