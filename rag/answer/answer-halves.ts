import { answerParts, type PartAnswer, type SaidBefore, type Shelves } from './answer-part.ts';
import { isSameUnit } from './going-on.ts';
import { ofItsOwn } from './own-half.ts';
import type { QuestionPart } from './question.ts';

/** The first way to take the question as two in which both have an answer of their own; `undefined` when none has. */
export const answerHalves = async (
  shelves: Shelves,
  { halves }: QuestionPart,
  most: number,
  saidBefore: SaidBefore,
): Promise<readonly PartAnswer[] | undefined> => {
  for (const way of halves) {
    const [first, second] = await answerParts(shelves, way, most, saidBefore);
    if (!first || !second) continue;
    const answers = [ofItsOwn(first, second), ofItsOwn(second, first)];
    const [one, other] = answers.map(({ chosen: [best] }) => best?.evidence);
    if (one && other && !isSameUnit(one, other)) return answers;
  }
  return undefined;
};
