import { type Term, termsOf } from '../../words/terms.ts';
import type { AnswerKind } from './answer-kind.ts';

const CONVEYANCE = /\b(?:flight|plane|train|bus|ferry|boat|ship|coach|cruise|sleeper|shuttle|tram)\b/;
const ARRIVING =
  /\b(?:arriv\w*|land\w*|get (?:to|in)|reach\w*|back|home|return\w*|late|last|first|long|often|check|board\w*|clos\w*|gate|book\w*|change|cancel\w*)\b/;
const SPENT = /\b(?:did|was|were|in total|all in|altogether|all together|overall)\b/;
const LATE_HOUR = /\b(\d{1,2})(?::\d\d)? ?(?:pm|p\.m|in the (?:afternoon|evening)|at night|tonight)\b/;
const AFTERNOON = /\b(?:after|before|from|until|till|by|at) ([1-7])\b(?! ?(?:am|years?|euros?|%))/;
const OF_AGE = /\b\d{1,2}[- ]?(?:years?|yrs?|yo)\b/;

/** What a question means without saying it, as weak evidence: a flight's time is when it departs. Expects lower case. */
export const impliedTerms = (question: string, kind: AnswerKind): readonly Term[] => {
  const words: string[] = [];
  if ((kind === 'clock' || kind === 'time') && CONVEYANCE.test(question) && !ARRIVING.test(question))
    words.push('depart');
  if (kind === 'money' && SPENT.test(question)) words.push('total', 'paid');
  if (OF_AGE.test(question)) words.push('child');
  const hour = Number(LATE_HOUR.exec(question)?.[1] ?? AFTERNOON.exec(question)?.[1] ?? 0);
  if (hour > 0 && hour < 12) words.push(`${hour + 12}`);
  return termsOf(words.join(' '));
};
