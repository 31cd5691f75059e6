import { z } from 'zod';
import type { Choice, Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { dayOf, daysBetween, timeOf } from '../../trips/dates.ts';
import { type EditOutcome, editItinerary } from '../../trips/itineraries/editing/edit-itinerary.ts';
import type { Offer } from '../../trips/itineraries/editing/edited.ts';
import { type PlanEdit, planEdit } from '../../trips/itineraries/editing/plan-edit.ts';
import { meansOneOf } from '../../trips/itineraries/editing/which-item.ts';
import type { Itinerary, PlanCheck } from '../../trips/itineraries/itinerary.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { people } from '../../trips/people/person.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { asksPlanEdit } from '../understanding/plan-claims.ts';
import { readMinutes } from '../understanding/plan-edits/hours.ts';
import type { PlanContext } from '../understanding/plan-edits/parts.ts';
import { readPlanWish } from '../understanding/plan-words.ts';
import { joiningIn } from '../views/joining-in.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

/** The trip's days, its clock now, and its families, for reading words about its plan; nothing without dates. */
export const planContext = async (
  { house, member }: Pick<TripContext, 'house' | 'member'>,
  plan?: Pick<Itinerary, 'days'>,
): Promise<PlanContext | undefined> => {
  const { trip, participation } = member;
  if (trip.startDate === undefined || trip.endDate === undefined) return undefined;
  const now = new Date(house.clock.now()).toISOString();
  return {
    dates: daysBetween(trip.startDate, trip.endDate),
    today: dayOf(now, trip.timeZone),
    now: timeOf(now, trip.timeZone),
    seats: await familiesIn(house.records, trip.id),
    own: participation.familyId,
    ...(plan && { inPlan: inPlan(plan) }),
  };
};

const inPlan = ({ days }: Pick<Itinerary, 'days'>): ((words: string) => boolean) => {
  const names = days.flatMap(({ items }) =>
    items.flatMap(({ kind, meal, title }) => [
      ...(kind === 'sight' || kind === 'meal' ? [title] : []),
      ...(meal === undefined ? [] : [meal]),
    ]),
  );
  return (words) => meansOneOf(names, words);
};

const choicesOf = (offers: readonly Offer[], { edits }: Pick<Words, 'edits'>): readonly Choice[] =>
  offers.map(({ label, edit }) => ({ label: edits.sentence(label), act: { skill: 'change-plan', input: { edit } } }));

const proved = (checks: readonly PlanCheck[], { edits, plan }: Pick<Words, 'edits' | 'plan'>): string => {
  const failed = checks.filter(({ ok }) => !ok);
  return failed.length === 0
    ? edits.holds(checks.length)
    : edits.headsUp(failed.map((check) => plan.check(check).replace(/\.$/, '')).join('. '));
};

/** What came of an edit, in words, with what could come next. */
export const sayEdited = async (
  { house, member, words }: TripContext,
  outcome: EditOutcome,
  lead = '',
): Promise<Reply> => {
  const { edits } = words;
  const names = await joiningIn(house.records, member.trip.id, words);
  const said = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
  switch (outcome.done) {
    case 'changed': {
      const { changes, remarks, itinerary, offers } = outcome;
      const told = changes.length === 0 && remarks.length === 0 ? edits.noted : edits.changes(changes, names);
      const next = offers.length > 0 ? edits.leavesTime : edits.undo;
      const leave: Choice = { label: edits.leaveFree, act: { skill: 'show-itinerary', input: {} } };
      const choices = [...choicesOf(offers, words), ...(offers.length > 0 ? [leave] : [])];
      return {
        text: said([lead, told, ...remarks.map(edits.sentence), proved(itinerary.checks, words), next]),
        ...(choices.length > 0 ? { choices } : {}),
      };
    }
    case 'proposed': {
      const organizer = await house.records.read(people, member.trip.organizerId, member.trip.organizerId);
      return {
        text: said([
          lead,
          edits.asked(organizer?.name),
          edits.changes(outcome.changes, names) || edits.whatYouSaid,
          ...outcome.remarks.map(edits.sentence),
          edits.untilThen,
        ]),
      };
    }
    case 'nothing': {
      const { offers } = outcome;
      const why = edits.sentence(outcome.why);
      if (offers.length === 0) return { text: said([lead, why]) };
      const asks = why.endsWith('?') ? why : `${why} ${edits.wouldWork}`;
      return { text: said([lead, asks]), choices: choicesOf(offers, words) };
    }
  }
};

/** What is said first, by what came of it. */
type Lead = (done: EditOutcome['done']) => string;

/** Edits the plan as the speaker and says what came of it. */
export const editPlan = async (context: TripContext, edit: PlanEdit, lead: Lead = () => ''): Promise<Reply> => {
  const { house, member, conversation, eventId } = context;
  const edited = await editItinerary(house.records, house.clock, house.editPlan, member, edit, {
    key: `${conversation} ${eventId} ${edit.kind}`,
    heardIn: conversation,
  });
  if (edited.ok && edited.done === 'changed')
    context.changed(context.words.things.plan, { skill: 'undo-plan', input: {} });
  if (edited.ok) return sayEdited(context, edited, lead(edited.done));
  return edited.reason === 'not-found' ? { text: context.words.plan.none } : sayRejection(edited, context.words);
};

/** Being late is of today: on other days there is nothing to be late for. */
const lateElsewhen = (edit: PlanEdit, { dates, today }: PlanContext, { edits, say }: Words): string | undefined => {
  if (edit.kind !== 'late' || dates.includes(today)) return undefined;
  const first = dates[0] ?? today;
  return today < first ? edits.notBegun(say.day(first)) : edits.over;
};

/** A plan knows families, and nobody of them apart: what comes nearest is offered. */
const partFamilies = (instead: PlanEdit | undefined, { seats }: PlanContext, { edits, say }: Words): Reply => {
  if (instead?.kind !== 'split') return { text: edits.splitByFamily };
  const named = instead.lanes.map(({ item, families }) => {
    const those = seats.filter(({ familyId }) => families.includes(familyId));
    return [say.list(those.map(({ familyName }) => say.family(familyName))), item] as const;
  });
  return {
    text: edits.familiesWhole,
    choices: [{ label: edits.partInstead(named), act: { skill: 'change-plan', input: { edit: instead } } }],
  };
};

export const changePlanSkill = skill({
  name: 'change-plan',
  description:
    'Changes the plan: moves, swaps, adds, drops or locks things, begins later, catches up when you are late',
  who: 'member',
  input: z.object({
    edit: planEdit.optional(),
    said: z.string().max(300).optional(),
  }),
  commands: ['change plan', 'change the plan', 'edit the plan', 'change'],
  readSlots: ['minutes'],
  // "What happens if we are late?" asks; it does not say that they are.
  claims: (text) => asksPlanEdit(text) && !/^(?:what|how|when|where|why|who|which)\b/i.test(text.trim()),
  examples: [
    'move the museum to Tuesday',
    'can we do the castle on Sunday instead',
    'move dinner to 8 pm on Friday',
    'shift the aquarium to the next day',
    'swap Monday and Tuesday',
    'switch day 2 and day 3',
    'drop the boat tour',
    'leave out the castle',
    'take the market off the plan',
    'put lunch at the market on day 2',
    'add the aquarium on Saturday morning',
    'replace the castle with the science museum',
    'start later, the kids sleep until 9',
    'can we begin at ten tomorrow',
    'nothing before 10 on Sunday please',
    "we're 40 minutes late",
    'we are running half an hour behind',
    'we are stuck in traffic and will be an hour late',
    'lock the boat tour',
    'keep the dinner on Friday where it is',
    'unlock the boat tour',
    'the Garcias skip the hike',
    'we will not come to the castle',
    'everyone joins the hike again',
    'swap the museum and the zoo',
    'we want to sleep longer that day',
    'not so early in the morning please',
    'only our family: skip the hike',
    'count us out of the boat tour',
    'keep Monday evening free',
    'give us a rest day in between',
    'that day is too full, take something out',
    'something else instead of the tower',
    "let's leave the palace out",
    'do the zoo a day earlier',
    "we'd rather see the museum on monday",
    'we will be an hour late today',
    'make sunday morning free',
    'begin at 10 on tuesday',
  ],
  read: (text, { expectedSlot }) =>
    expectedSlot === 'minutes'
      ? readMinutes(/^\d+$/.test(text.trim()) ? `${text} minutes` : text) === undefined
        ? {}
        : { said: `we are ${/^\d+$/.test(text.trim()) ? `${text} minutes` : text} late` }
      : { said: text.slice(0, 300) },
  run: async (context, { edit, said = '' }) => {
    const { house, member, words } = context;
    const { edits } = words;
    const latest = await latestItinerary(house.records, member.trip.id);
    if (!latest) return { text: words.plan.none };
    const around = await planContext(context, latest);
    if (!around) return sayRejection({ ok: false, reason: 'dates-missing' }, words);
    const wish = edit ?? readPlanWish(said, around);
    if (!wish) return { text: edits.what };
    if (wish.kind === 'open') {
      if (wish.lacks === 'minutes') {
        context.expect('minutes', {});
        return { text: edits.howLate };
      }
      if (wish.lacks === 'families') return partFamilies(wish.instead, around, words);
      return { text: wish.lacks === 'day' ? edits.whichDay : edits.whichThing };
    }
    const elsewhen = lateElsewhen(wish, around, words);
    return elsewhen === undefined ? editPlan(context, wish) : { text: elsewhen };
  },
});
