import type { Diet } from './candidate.ts';
import { count, named, type Visited } from './finished-plan.ts';
import type { PlanCheck } from './itinerary.ts';
import type { PlanningFamily } from './planning-facts.ts';
import { dietOf, needsStepFree } from './reading/marks.ts';

/** Whether a family is one of those that join. */
const joins = ({ candidate }: Visited, { id }: PlanningFamily): boolean =>
  candidate?.who === undefined || candidate.who.includes(id);

/** Whether every meal is fit, as far as papers tell, for all who eat there. */
export const checkDiet = (places: readonly Visited[], families: readonly PlanningFamily[]): PlanCheck => {
  const constraint = 'diet';
  const wantedBy = (those: readonly PlanningFamily[]): readonly Diet[] =>
    [...new Set(those.flatMap(({ preferences }) => preferences.diet.flatMap((words) => dietOf(words) ?? [])))].sort();
  const wanted = wantedBy(families);
  const at = (visit: Visited): readonly Diet[] => wantedBy(families.filter((family) => joins(visit, family)));
  const meals = places.filter(({ item }) => item.kind === 'meal');
  if (wanted.length === 0) return { constraint, ok: true, detail: 'Nobody has a diet that menus can be checked for' };
  const diets = wanted.join(', ');
  const refused = meals.filter((meal) => at(meal).some((diet) => meal.candidate?.diets[diet] === false));
  if (refused.length > 0) return { constraint, ok: false, detail: `No promise of ${diets} food at ${named(refused)}` };
  const sure = meals.filter((meal) => at(meal).every((diet) => meal.candidate?.diets[diet] === true));
  const ask = meals.filter((meal) => !sure.includes(meal));
  const tail = ask.length > 0 ? `; ask at ${named(ask)}` : '';
  return {
    constraint,
    ok: true,
    detail:
      meals.length === 0
        ? `No meal is planned that could be checked for ${diets}`
        : `${diets}: ${sure.length} of ${count(meals.length, 'meal')} cater for it${tail}`,
  };
};

/** Whether whoever needs it goes without steps. */
export const checkMobility = (visits: readonly Visited[], families: readonly PlanningFamily[]): PlanCheck => {
  const constraint = 'mobility';
  if (!families.some(({ preferences }) => preferences.mobility.some(needsStepFree)))
    return { constraint, ok: true, detail: 'Nobody needs step-free places' };
  const places = visits.filter(
    (visit) =>
      (visit.item.kind === 'sight' ||
        visit.item.kind === 'meal' ||
        (visit.item.kind === 'lodging' && visit.candidate)) &&
      families.some((family) => joins(visit, family) && family.preferences.mobility.some(needsStepFree)),
  );
  if (places.length === 0) return { constraint, ok: true, detail: 'No place is planned that must be step-free' };
  const steps = places.filter(({ candidate }) => candidate?.stepFree === false);
  if (steps.length > 0) return { constraint, ok: false, detail: `There are steps at ${named(steps)}` };
  const free = places.filter(({ candidate }) => candidate?.stepFree === true);
  const unknown = places.filter((place) => !free.includes(place));
  return {
    constraint,
    ok: true,
    detail: `${free.length} of ${count(places.length, 'place')} known to be step-free, none known to have steps${unknown.length > 0 ? `; ask at ${named(unknown)}` : ''}`,
  };
};

/** Whether everyone is old enough for where they go; nothing where no age is asked for. */
export const checkAges = (places: readonly Visited[], families: readonly PlanningFamily[]): PlanCheck | undefined => {
  const restricted = places.filter(({ candidate }) => candidate?.minAge !== undefined);
  if (restricted.length === 0) return undefined;
  const tooYoung = restricted.filter((visit) =>
    families.some(
      (family) =>
        joins(visit, family) &&
        family.members.some(({ age }) => age !== undefined && age < (visit.candidate?.minAge ?? 0)),
    ),
  );
  return tooYoung.length > 0
    ? { constraint: 'ages', ok: false, detail: `Somebody is too young for ${named(tooYoung)}` }
    : { constraint: 'ages', ok: true, detail: `Everyone is old enough for ${named(restricted)}` };
};
