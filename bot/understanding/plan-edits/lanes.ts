import type { PlanEdit } from '../../../trips/itineraries/editing/plan-edit.ts';
import { familiesIn, WHO } from './joining.ts';
import { edit, only, type PlanContext, type PlanWish, partsOf, type Reader } from './parts.ts';

const GOES =
  "(?:(?:'ll|will|can|could|should|shall) )?(?:do(?:es)?|go(?:es)? (?:to|on)|visits?|sees?|joins?|takes?|has|have|are (?:at|in|doing)|(?:is|are) going to)";
const OTHERS = '(?:the )?(?:others?|rest(?: of us)?)|everyone else|everybody else';
const MEANWHILE = '(?:while|whilst|and meanwhile|meanwhile|, and at the same time|and at the same time)';
/** `the Silvas do the aquarium while we go to the winery`. */
const BOTH = new RegExp(
  `^(?:(?:on )?(.{3,20}?)[:,] )?(${OTHERS}|${WHO}) ${GOES} (.+?),? ${MEANWHILE} (${OTHERS}|${WHO}) ${GOES} (.+)$`,
  'iu',
);
const AGES =
  '(?:the |our )?(?:kids?|children|little ones|teens?|teenagers?|adults?|grown[- ]?ups?|parents|mums?|moms?|dads?)';
/** Parts of families, and not families. */
const BY_AGE = new RegExp(`^(?:(?:on )?.{3,20}?[:,] )?${AGES} ${GOES} .+ ${MEANWHILE} ${AGES} ${GOES} .+$`, 'iu');

/** Whether words send some to one thing and others to another at the same time. */
export const asksSplit = (words: string): boolean => BOTH.test(words) || BY_AGE.test(words);

const isOthers = (who: string): boolean => new RegExp(`^(?:${OTHERS})$`, 'i').test(who);

export const readSplit: Reader = (words, context): PlanWish | undefined => {
  if (BY_AGE.test(words)) return { kind: 'open', lacks: 'families' };
  const found = BOTH.exec(words);
  if (!found) return undefined;
  const [, , one = '', , first = '', two = '', , second = ''] = found;
  const [here, there] = [partsOf(first, context), partsOf(second, context)];
  const [those, these] = [familiesOf(one, context), familiesOf(two, context)];
  const rest = (taken: readonly string[]): readonly string[] =>
    context.seats.flatMap(({ familyId }) => (taken.includes(familyId) ? [] : [familyId]));
  const lanes: Extract<PlanEdit, { kind: 'split' }>['lanes'] = [
    { item: here.item, families: [...(isOthers(one) ? rest(these) : those)] },
    { item: there.item, families: [...(isOthers(two) ? rest(those) : these)] },
  ];
  if (lanes.some(({ item }) => item === '')) return { kind: 'open', lacks: 'item' };
  if (lanes.some(({ families }) => families.length === 0)) return { kind: 'open', lacks: 'families' };
  const days = partsOf(found[1] ?? '', context).days;
  return edit({ kind: 'split', on: only([...days, ...there.days, ...here.days]), lanes });
};

const familiesOf = (who: string, context: PlanContext): readonly string[] =>
  isOthers(who) ? [] : familiesIn(who, context);
