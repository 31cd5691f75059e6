import type { Candidate, Diet } from './candidate.ts';
import type { PlanningFamily } from './planning-facts.ts';
import { dietOf, needsStepFree } from './reading/marks.ts';

/** What everyone together needs, without saying who. */
export interface Needs {
  readonly diets: readonly Diet[];
  /** Food wishes in words that no menu can be checked against. */
  readonly uncheckedDiets: number;
  readonly stepFree: boolean;
  readonly youngest: number | undefined;
  /** A child under six, or somebody who naps or eats early: early meals, and a rest after lunch. */
  readonly small: boolean;
  readonly pace: 'slow' | 'steady' | 'full';
}

/** The age below which a child needs a rest in the day. */
const SMALL = 6;
/** A family's own words for needs that ask for the same. */
const AS_SMALL = /\bnap\b|\bearly meals\b/i;

export const needsOf = (families: readonly PlanningFamily[]): Needs => {
  const words = families.flatMap(({ preferences }) => preferences.diet);
  const known = words.map(dietOf);
  const ages = families.flatMap(({ members }) => members.flatMap(({ age }) => age ?? []));
  const youngest = ages.length > 0 ? Math.min(...ages) : undefined;
  const paces = families.flatMap(({ preferences }) => preferences.pace ?? []);
  return {
    diets: [...new Set(known.flatMap((diet) => diet ?? []))].sort(),
    uncheckedDiets: known.filter((diet) => diet === undefined).length,
    stepFree: families.some(({ preferences }) => preferences.mobility.some(needsStepFree)),
    youngest,
    small:
      (youngest !== undefined && youngest < SMALL) ||
      families.some(({ preferences }) => preferences.mobility.some((words) => AS_SMALL.test(words))),
    // The slowest sets the pace: nobody is left behind.
    pace: paces.includes('slow')
      ? 'slow'
      : paces.length > 0 && paces.every((pace) => pace === 'full')
        ? 'full'
        : 'steady',
  };
};

/** What those need who join in; everyone where nobody stays away. */
export const needsOfThose = (
  { who }: Pick<Candidate, 'who'>,
  families: readonly PlanningFamily[],
  all: Needs,
): Needs => (who === undefined ? all : needsOf(families.filter(({ id }) => who.includes(id))));

/** Why a place does not do for this group, in words that name nobody; `undefined` when nothing known speaks against it. */
export const unfit = (candidate: Candidate, needs: Needs): string | undefined => {
  if (candidate.kind === 'meal') {
    const diet = needs.diets.find((wanted) => candidate.diets[wanted] === false);
    if (diet) return `its own words do not promise ${diet} food`;
  }
  if (needs.stepFree && candidate.stepFree === false) return 'it has steps';
  if (candidate.minAge !== undefined && needs.youngest !== undefined && needs.youngest < candidate.minAge)
    return `it is for ages ${candidate.minAge} and up`;
  return undefined;
};
