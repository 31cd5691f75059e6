import { readFree, readLate, readLighter, readStart } from './plan-edits/hours.ts';
import { readSkip } from './plan-edits/joining.ts';
import { readSplit } from './plan-edits/lanes.ts';
import { ELSEWHERE, type PlanContext, type PlanWish, plain, type Reader } from './plan-edits/parts.ts';
import { readShift } from './plan-edits/shifts.ts';
import {
  readBeing,
  readComplaint,
  readDrop,
  readLock,
  readMove,
  readPut,
  readReplace,
  readSwap,
  readUnlock,
} from './plan-edits/things.ts';

/** Taking back is said of everything; this is the plan. */
const UNDO =
  /^(?:undo|revert|roll ?back)\b.*\b(?:plan|itinerary|schedule)\b|\b(?:go|change|put|switch|bring) (?:it |the plan )?back (?:to )?(?:the )?(?:previous|last|old|earlier|former)\b|\bbring back (?:the )?(?:previous|old|earlier|last) (?:plan|version|itinerary)\b/i;
const READERS: readonly Reader[] = [
  readSplit,
  readLate,
  readShift,
  readSwap,
  readReplace,
  readFree,
  readSkip,
  readUnlock,
  readLock,
  readDrop,
  readMove,
  readStart,
  readLighter,
  readComplaint,
  readPut,
  readBeing,
];

/** Whether words ask to go back to the plan as it was. */
export const asksUndo = (text: string): boolean => UNDO.test(plain(text));

/** `dinner at 8 instead of 7`: the time it is given up for says no more than `instead`; what is at 8 has been booked so. */
const besideTime = (words: string): string => {
  if (/\b(?:is|are|was|were|has been)\b/i.test(words)) return words;
  const bare = words.replace(/ (?:instead of|rather than)(?: at)? \d{1,2}(?::\d\d)?(?: ?[ap]m| o'?clock)?(?= |$)/i, '');
  return bare === words ? words : `${bare} instead`;
};

/** The change of the plan that words ask for; nothing when they ask for none. */
export const readPlanWish = (text: string, context: PlanContext): PlanWish | undefined => {
  const words = besideTime(plain(text));
  if (ELSEWHERE.test(words)) return undefined;
  for (const read of READERS) {
    const wish = read(words, context);
    if (wish) return wish;
  }
  return undefined;
};
