import { type PlanEdit, planEdit } from '../../../trips/itineraries/editing/plan-edit.ts';
import { familiesIn, WHO } from './joining.ts';
import { edit, only, type PlanContext, type PlanWish, partsOf, type Reader } from './parts.ts';

const GOES =
  "(?:(?:'ll|will|can|could|should|shall) )?(?:do(?:es)?|go(?:es)? (?:to|on)|visits?|sees?|joins?|takes?|has|have|are (?:at|in|doing)|(?:is|are) going to)";
const OTHERS = '(?:the )?(?:others?|rest(?: of us)?)|everyone else|everybody else';
const MEANWHILE = '(?:while|whilst|and meanwhile|meanwhile|, and at the same time|and at the same time)';
const AGES =
  '(?:the |our |my )?(?:kids?|children|boys?|girls?|little ones|grandkids|grandchildren|teens?|teenagers?|adults?|grown[- ]?ups?|parents|grandparents|mums?|moms?|dads?)';
const NAMED = WHO.replace('(', '(?:');
/** Who does what, for the first or the second thing; whoever is young goes with a family. */
const side = (n: 1 | 2): string =>
  `(?<who${n}>${OTHERS}|${AGES}|${NAMED})(?: (?:go |come )?(?:along )?(?:with|and) (?<by${n}>${NAMED}) (?:${GOES}|to)| ${GOES}) (?<thing${n}>.+?)(?: (?:together |along )?with (?<with${n}>${NAMED}))?`;
/** `the Silvas do the aquarium while we go to the winery`. */
const BOTH = new RegExp(`^(?:(?:on )?(?<day>.{3,20}?)[:,] )?${side(1)},? ${MEANWHILE} ${side(2)}$`, 'iu');
/** `while we go to the winery, the Silvas do the aquarium`. */
const TURNED = /^(?:while|whilst) (.+?), (?:then )?(.+)$/i;

const parted = (words: string): Readonly<Record<string, string | undefined>> | undefined => {
  const [, meanwhile, first] = TURNED.exec(words) ?? [];
  return BOTH.exec(first === undefined ? words : `${first} while ${meanwhile}`)?.groups;
};

/** Whether words send some to one thing and others to another at the same time. */
export const asksSplit = (words: string): boolean => parted(words) !== undefined;

const isOthers = (who: string): boolean => new RegExp(`^(?:${OTHERS})$`, 'i').test(who);
const isPartOfFamily = (who: string): boolean => new RegExp(`^${AGES}$`, 'i').test(who);

/** Who goes there as families; the young of one that go with another are not a family of the plan's. */
const goersOf = (who: string, beside: string | undefined, context: PlanContext): readonly string[] => {
  if (isPartOfFamily(who)) return beside === undefined ? [] : familiesIn(beside, context);
  return isOthers(who) ? [] : familiesIn(who, context);
};

export const readSplit: Reader = (words, context): PlanWish | undefined => {
  const said = parted(words);
  if (!said) return undefined;
  const { day = '', who1: one = '', thing1: first = '', who2: two = '', thing2: second = '' } = said;
  const [here, there] = [partsOf(first, context), partsOf(second, context)];
  const those = goersOf(one, said.by1 ?? said.with1, context);
  const these = goersOf(two, said.by2 ?? said.with2, context);
  const rest = (taken: readonly string[]): readonly string[] =>
    context.seats.flatMap(({ familyId }) => (taken.includes(familyId) ? [] : [familyId]));
  const lanes: Extract<PlanEdit, { kind: 'split' }>['lanes'] = [
    { item: here.item, families: [...(isOthers(one) ? rest(these) : those)] },
    { item: there.item, families: [...(isOthers(two) ? rest(those) : these)] },
  ];
  if (lanes.some(({ item }) => item === '')) return { kind: 'open', lacks: 'item' };
  const days = partsOf(day, context).days;
  const wish = { kind: 'split', on: only([...days, ...there.days, ...here.days]), lanes } as const;
  const whole = lanes.every(({ families }) => families.length > 0);
  // Some of a family with another: what can be had is that each family goes as one.
  if ([one, two].some(isPartOfFamily))
    return { kind: 'open', lacks: 'families', ...(whole && apart(lanes) ? { instead: planEdit.parse(wish) } : {}) };
  return whole ? edit(wish) : { kind: 'open', lacks: 'families' };
};

const apart = ([one, two]: Extract<PlanEdit, { kind: 'split' }>['lanes']): boolean =>
  !one.families.some((id) => two.families.includes(id));
