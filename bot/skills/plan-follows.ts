import type { Reply } from '../../cards/reply.ts';
import type { Description } from '../../trips/families/describe-family.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import { editPlan } from './change-plan.ts';
import type { SkillContext } from './skill.ts';

/** What came of needs that the plan must follow: what no longer suits is changed, or the organizer is asked to. */
export const planFollows = async (
  context: SkillContext,
  { mobility = [], diet = [], allergies = [], children = [], unavailable = [] }: Description,
): Promise<readonly Reply[]> => {
  const needs = mobility.length + diet.length + allergies.length + children.length;
  if (context.tripId === undefined || needs + unavailable.length === 0) return [];
  const person = await context.account();
  const mine = await memberOf(context.house.records, person.id, context.tripId);
  if (!mine.ok || !(await latestItinerary(context.house.records, context.tripId))) return [];
  // Who is there on which day changes everything: that is planned anew, when they say so.
  if (needs === 0) return [{ text: context.words.plan.daysNotInPlan, private: !context.group }];
  const reply = await editPlan({ ...context, member: mine.member }, { kind: 'mend' }, () => context.words.edits.about);
  return [{ ...reply, private: !context.group }];
};
