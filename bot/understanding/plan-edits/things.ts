import type { PlanEdit } from '../../../trips/itineraries/editing/plan-edit.ts';
import { readTripDays } from '../plan-days.ts';
import {
  edit,
  MEAL,
  mealIn,
  mealToday,
  only,
  type Parts,
  type PlanContext,
  type PlanWish,
  partsOf,
  type Reader,
  target,
  whence,
} from './parts.ts';

const BETWEEN_DAYS = /^(?:swap|switch|exchange|trade|flip|change)\b/i;
/** `day 2 and 3`: the second is a day, too. */
const SECOND_OF_DAYS = /\bdays? (\d{1,2}) (and|with|for|&) (?=\d{1,2}\b)/i;
export const readSwap: Reader = (said, context) => {
  if (!BETWEEN_DAYS.test(said)) return undefined;
  const words = said.replace(SECOND_OF_DAYS, 'day $1 $2 day ');
  const days = readTripDays(words, context);
  const [first, second] = days;
  const rest = partsOf(words.replace(BETWEEN_DAYS, ''), context)
    .item.replace(/\b(?:and|with|for|around|over|days?)\b/gi, '')
    .trim();
  if (first && second && rest === '') return { kind: 'swap-days', days: [first.date, second.date] };
  const pair = /^\S+ (?:out )?(.+?) (and|with|for|against|to) (.+)$/i.exec(words);
  const [, here, joint = '', there] = pair ?? [];
  if (!here || !there || /^change$/i.test(words.split(' ')[0] ?? '')) return undefined;
  const [one, other] = [partsOf(here, context), partsOf(there, context)];
  if (!one.item || !other.item) return undefined;
  const exchanged = /^(?:and|with)$/i.test(joint) || context.inPlan?.(other.item) === true;
  return exchanged
    ? edit({ kind: 'swap', item: one.item, with: other.item })
    : edit({ kind: 'replace', item: one.item, by: other.item, on: only(one.days) });
};

export const readReplace: Reader = (words, context) => {
  const bare =
    /^(?:replace|substitute|swap out) (?!.* (?:with|by|for|to) )(.+)$/i.exec(words) ??
    /^(?:something|anything) (?:else|different|other)(?: please)? (?:instead of|than|for) (.+)$/i.exec(words) ??
    /^(?:an? )?(?:alternatives?|other ideas?|replacement) (?:to|for|instead of) (.+)$/i.exec(words);
  if (bare?.[1]) {
    const { item, days } = partsOf(bare[1], context);
    return item ? edit({ kind: 'replace', item, on: only(days) }) : undefined;
  }
  const found =
    /^(?:replace|substitute) (.+?) (?:with|by|for) (.+)$/i.exec(words) ??
    /^(?:do |have |take |visit |go to |see )?(.+?) (?:instead of|rather than) (?!on\b|in\b|mon|tue|wed|thu|fri|sat|sun|day\b)(.+)$/i.exec(
      words,
    );
  if (!found?.[1] || !found[2]) return undefined;
  const [item, by] = (/^(?:replace|substitute)/i.test(words) ? [found[1], found[2]] : [found[2], found[1]]).map((one) =>
    one.replace(/^(?:breakfast|lunch|dinner|supper) (?:at|in) /i, ''),
  );
  if (item === undefined || by === undefined) return undefined;
  const [one, other] = [partsOf(item, context), partsOf(by, context)];
  return one.item && other.item
    ? edit({ kind: 'replace', item: one.item, by: other.item, on: only(one.days) })
    : undefined;
};

const itemEdit =
  (verb: RegExp, make: (parts: Parts) => PlanEdit): Reader =>
  (words, context) => {
    const found = verb.exec(words);
    if (!found) return undefined;
    const parts = partsOf(words.slice(found[0].length), context);
    return parts.item === '' ? { kind: 'open', lacks: 'item' } : edit(make(parts));
  };

export const readDrop = itemEdit(
  /^(?:drop|skip|cancel|remove|delete|leave out|take out|cut(?: out)?|scrap|ditch|forget(?: about)?|lose|no more|without|(?:(?:we|i) (?:don'?t|do not)|nobody|no one|none of us) (?:wants?|needs?|likes?)(?: to (?:do|see|visit|go to|have))?|don'?t (?:do|visit|go to))\s+/i,
  ({ item, days }) => ({ kind: 'drop', item: item.replace(/ out$/, ''), on: only(days) }),
);
export const readUnlock = itemEdit(/^(?:unlock|unpin|unfreeze|release|free up)\s+/i, ({ item, days }) => ({
  kind: 'unlock',
  item,
  on: only(days),
}));
export const readLock = itemEdit(
  /^(?:lock|pin|freeze|fix|keep|hold|don'?t (?:move|touch|change))(?: in)?\s+/i,
  ({ item, days }) => ({
    kind: 'lock',
    item: item.replace(/\s*\b(?:where it is|as it is|as is|fixed|locked|in place|down|at its time)\b/gi, '').trim(),
    on: only(days),
  }),
);

/** There is a dinner every day: a day beside a time says which is meant, and today's is where none is said. */
const mealAtTime = ({ item, days, at }: Parts, context: PlanContext): PlanWish | undefined => {
  const meal =
    /^(?:the |our )?(breakfast|lunch|dinner|supper)(?:,? (?:(?:a bit|a little) )?(?:later|earlier),?)?$/i.test(item)
      ? mealIn(item)
      : undefined;
  if (meal === undefined || at === undefined || days.length > 1) return undefined;
  return edit({ kind: 'move', item: meal, on: only(days) ?? mealToday(meal, context), at });
};

/** `dinner be at 7`, `the museum on Sunday instead`: where and when a thing shall be, without a word for moving it. */
export const readBeing: Reader = (words, context) => {
  const being =
    /^(?:can|could|may|might|should|shall|would|will) (.+?) (?:be|happen|start|begin|take place|go)\b(?: (?:moved|put|shifted))? (.+)$/i.exec(
      words,
    );
  const instead = /^(.+?),? (?:instead|rather)$/i.exec(words);
  const said = being ? `${being[1]} ${being[2]}` : (instead?.[1] ?? words);
  const bare = said.replace(GOING, '').replace(/,? (?:instead|rather)$/i, '');
  const parts = partsOf(bare, context);
  const { item, days, at } = parts;
  if (item === '' || (days.length === 0 && at === undefined)) return undefined;
  if (!being && !instead && context.inPlan === undefined) return undefined;
  const meal = mealAtTime(parts, context);
  if (meal) return meal;
  if (context.inPlan && !context.inPlan(item)) return undefined;
  return edit({ kind: 'move', item, on: whence(days), to: target(days) ?? only(days), at });
};
const GOING =
  /^(?:do|see|visit|have|go to|be at|go|take (?:the (?:kids|children)|everyone|everybody|us|them) to) (?:the )?/i;

const COMPLAINT =
  /^(?:i think )?(.+?) (?:is|are|looks?|sounds?|seems?) (?:(?:just |way |far |much |really |very |a bit |quite |so )*(?:too )?(?:expensive|dear|pricey|costly|boring|dull|far(?: away)?|crowded|touristy|steep|scary|loud)|not (?:for us|our thing|interesting|worth it))\b/i;

/** A thing that displeases: something else in its place is offered, and nothing changed yet. */
export const readComplaint: Reader = (words, context) => {
  const thing = COMPLAINT.exec(words)?.[1];
  if (thing === undefined || !context.inPlan) return undefined;
  const { item, days } = partsOf(thing, context);
  return item !== '' && context.inPlan(item) ? edit({ kind: 'replace', item, on: only(days) }) : undefined;
};

export const readMove: Reader = (words, context) => {
  const found = /^(?:move|shift|push(?: back)?|reschedule|postpone|bring forward|bring|delay|change|switch)\s+/i.exec(
    words,
  );
  if (!found) return undefined;
  const { item, days, at } = partsOf(words.slice(found[0].length), context);
  if (item === '') return days.length > 0 || at !== undefined ? { kind: 'open', lacks: 'item' } : undefined;
  const meal = mealAtTime({ item, days, at }, context);
  if (meal) return meal;
  const to = days.length > 0 ? target(days) : undefined;
  if (to === undefined && at === undefined)
    return /^(?:change|switch|bring|push)/i.test(words) ? undefined : { kind: 'open', lacks: 'day' };
  return edit({ kind: 'move', item, on: whence(days), to, at });
};

/** `see you on Sunday` */
const NO_THING = /^(?:you|me|us|them|it|that|this|fun)$/i;

export const readPut: Reader = (words, context) => {
  const found =
    /^(?:put|add|include|schedule|fit in|squeeze in|plan in|plan|book in|insert|do|visit|see|have|eat|go to|make|(?:i|we)(?: all)? (?:want|fancy))\s+/i.exec(
      words,
    );
  if (!found) return undefined;
  const rest = words.slice(found[0].length);
  const { item: all, days, at } = partsOf(rest, context);
  if (all === '' || NO_THING.test(all)) return undefined;
  const asMeal = /^(?:our |the )?(breakfast|lunch|dinner|supper)\b(?: (?:at|in|is at|to|into))? (.+)$/i.exec(all);
  const forMeal = /^(.+?) (?:for|as) (?:our |the )?(breakfast|lunch|dinner|supper)$/i.exec(all);
  const meal = mealIn(asMeal?.[1] ?? forMeal?.[2] ?? '');
  if (meal === undefined && MEAL.test(all) && all.split(' ').length < 3) return undefined;
  const item = (meal === undefined ? all : (asMeal?.[2] ?? forMeal?.[1] ?? all)).replace(/^(?:at|in) /i, '').trim();
  const weak = /^(?:do|visit|see|have|eat|go to|make|plan|i |we )/i.test(words);
  if (/^(?:i|we) /i.test(words) && context.inPlan?.(item) === false && meal === undefined) return undefined;
  // "Have fun on Tuesday" is no plan; "have lunch at the market on day 2" is one.
  if (weak && days.length === 0 && meal === undefined) {
    if (at === undefined || !(context.inPlan?.(item) ?? /\binstead\b/i.test(words))) return undefined;
    return edit({ kind: 'move', item, at });
  }
  const to = target(days) ?? only(days);
  const moved = /\binstead\b/i.test(words) && (days.length > 0 || at !== undefined);
  return edit(moved ? { kind: 'move', item, on: whence(days), to, at } : { kind: 'put', item, to, meal, at });
};
