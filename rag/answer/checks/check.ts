import type { Evidence } from '../../retrieve/evidence.ts';
import type { QuestionPart } from '../question/question.ts';

export type Asked = Pick<QuestionPart, 'text' | 'kind' | 'terms'>;

/** Whether something keeps a sentence from being the answer, whatever else speaks for it. `people` are stems of names. */
export type Check = (part: Asked, sentence: Evidence, people: ReadonlySet<string>) => boolean;

/** The names of those checks that hold. */
export const whichHold = (checks: Readonly<Record<string, Check>>, ...of: Parameters<Check>): readonly string[] =>
  Object.keys(checks).filter((name) => checks[name]?.(...of));

/** The heading right above a sentence. */
export const innermost = (heading: string | undefined): string => heading?.split(' > ').at(-1) ?? '';
