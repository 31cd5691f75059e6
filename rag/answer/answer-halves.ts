import { answerParts, type PartAnswer, type SaidBefore, type Shelves } from './answer-part.ts';
import type { Chosen } from './chosen.ts';
import { isSameUnit } from './going-on.ts';
import { ofItsOwn } from './own-half.ts';

/**
 * What was answered whole, or the two questions it may be: in the first way in which both have an answer of their own.
 * Where the whole has none, one answered half is better than nothing, and what stands nearest to each than to both.
 */
export const answerHalves = async (
  shelves: Shelves,
  whole: PartAnswer,
  most: number,
  saidBefore: SaidBefore,
): Promise<readonly PartAnswer[]> => {
  let instead: { readonly answers: readonly PartAnswer[]; readonly isNear: boolean } | undefined;
  let near: readonly PartAnswer[] | undefined;
  for (const way of whole.part.halves) {
    const [first, second] = await answerParts(shelves, way, most, saidBefore);
    if (!first || !second) continue;
    const answers = [ofItsOwn(first, second), ofItsOwn(second, first)];
    const told = answers.map(({ chosen }) => chosen);
    if (areApart(told)) return answers;
    if (whole.chosen.length > 0) continue;
    // Half a sentence asks nothing: "take on Sunday" of "what do Ann and Bo take on Sunday".
    if (told.some(([best]) => best !== undefined) && answers.every(({ part }) => part.kind !== 'open')) {
      const isNear = answers.some((one) => one.near.length > 0);
      instead = isNear && !instead?.isNear ? { answers, isNear } : (instead ?? { answers, isNear });
    }
    const nearest = answers.map((one) => (one.chosen.length > 0 ? { ...one, chosen: [], near: one.chosen } : one));
    if (areApart(nearest.map((one) => one.near))) near ??= nearest;
  }
  return instead?.answers ?? near ?? [whole];
};

/** Whether each tells something first, and not the same. */
const areApart = (told: readonly (readonly Chosen[])[]): boolean => {
  const [one, other] = told.map(([best]) => best?.evidence);
  return one !== undefined && other !== undefined && !isSameUnit(one, other);
};
