import { addDays } from './days/calendar.ts';
import { SKIPS } from './plan-edits/joining.ts';
import { asksSplit } from './plan-edits/lanes.ts';
import { ELSEWHERE, mealIn, type PlanContext, plain } from './plan-edits/parts.ts';
import { readPlanWish } from './plan-words.ts';

/** A trip in which every word can be read, for telling whether words may ask for a change at all. */
const ANY_TRIP: PlanContext = {
  dates: Array.from({ length: 31 }, (_, index) => addDays('2024-01-01', index)),
  today: '2024-01-01',
  now: '09:00',
  seats: [],
  own: 'own',
};
/** `the Garcias skip the hike`: whoever they are, somebody does not join. */
const SOMEBODY_SKIPS = /^(?:the )?\p{Lu}[\p{L}'-]+(?: family)?(?:,? (?:and )?(?:the )?\p{Lu}[\p{L}'-]+)* /u;

/** A whole plan is asked for, and not a change of one. */
const PLANNING = /\b(?:make|put together|plan|draft|itinerary together|itinerary please)\b/i;
/** What is noted of a family, and taken back as such. */
const NEEDS =
  /\b(?:gluten|dairy|lactose|nuts?|peanuts?|eggs?|shellfish|halal|kosher|pork|vegans?|vegetarians?|allerg\w+|diet|wheelchair|stroller|pushchair|pram|buggy|pace|limit|interests?|adults?|kids?|child(?:ren)?)\b/i;

/** Whether words ask so plainly for a change of the plan that no likeness to examples is needed. */
export const asksPlanEdit = (text: string): boolean => {
  const words = plain(text);
  if (ELSEWHERE.test(words)) return false;
  if (asksSplit(words)) return true;
  const skips = SKIPS.exec(words);
  if (skips && SOMEBODY_SKIPS.exec(words)?.[0].length === skips.index && !/^(?:i|we) |\bcan'?t\b/i.test(words))
    return true;
  const wish = readPlanWish(text, ANY_TRIP);
  switch (wish?.kind) {
    case 'late':
    case 'free':
    case 'swap-days':
      return true;
    case 'start':
      return !/\bbefore \d.{0,20}\bmorning\b/i.test(words) && !PLANNING.test(words);
    case 'move':
      if (wish.minutesLater !== undefined || wish.daysLater !== undefined)
        return (
          mealIn(wish.item) === wish.item ||
          /^(?:move|shift|push|pull|reschedule|postpone|bring|delay|put) /i.test(words)
        );
      return /^(?:move|shift|push|reschedule|postpone|bring)|\binstead\b/i.test(words);
    case 'put':
      return (
        wish.to !== undefined &&
        /^(?:put|add|include|schedule|fit in|squeeze in|have (?:breakfast|lunch|dinner))/i.test(words)
      );
    case 'lock':
      return /^(?:lock|pin|freeze)/i.test(words);
    case 'unlock':
      return true;
    case 'drop':
      return (
        !NEEDS.test(words) &&
        (/^(?:drop|skip|leave out|scrap|ditch) (?!(?:it|that|this)\b)/i.test(words) ||
          /\b(?:plan|itinerary|schedule|programme)\b/i.test(text))
      );
    case 'replace':
      return /^(?:replace|substitute) .+ (?:with|by) |^(?:swap|exchange) .+ (?:for|with) /i.test(words);
    case 'skip':
      return /^we(?:'ll| will)? (?:skip|sit out)\b/i.test(words) || wish.families.length === 0;
    case 'open':
      return wish.lacks === 'minutes' && !/^tell\b/i.test(words);
    default:
      return false;
  }
};
