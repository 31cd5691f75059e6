import { sayFamily } from '../../../trips/families/family.ts';
import { edit, escaped, only, type PlanContext, type PlanWish, partsOf, type Reader } from './parts.ts';

export const SKIPS =
  /\b(?:skips?|skipping|sits? out|sitting out|won'?t (?:join|come|do|go)|will not (?:join|come|do|go)|(?:is|are)(?: not|n'?t) (?:joining|coming|going|doing)|(?:do|does)(?: not|n'?t) (?:want to )?(?:join|come|do|go)|stays? (?:away|behind|out)|can'?t (?:join|come|do|make)|miss(?:es)?|pass(?:es)? on)\b/i;
const JOINS_AGAIN =
  /\b(?:everyone|everybody|all of us|all families|we all|all)\b.{0,20}\b(?:joins?|comes?|goes?|does?|do)\b|\b(?:joins?|comes?) (?:in )?(?:again|after all)\b/i;

/** Words that name families; a longer beginning tells of something else. */
const MOST_NAME_WORDS = 7;

/** The families that words name; `we` is the speaker's own. */
export const familiesIn = (who: string, { seats, own }: PlanContext): readonly string[] => {
  if (/^(?:we|i|us|me|our family|my family|ours)(?:'ll| will|'re)?$/i.test(who)) return [own];
  return seats.flatMap(({ familyId, familyName }) => {
    const names = [escaped(familyName), escaped(sayFamily(familyName).replace(/^the /, ''))];
    return new RegExp(`(?<![\\p{L}])(?:${names.join('|')})(?![\\p{L}])`, 'iu').test(who) ? [familyId] : [];
  });
};

/** No word between names is one itself: "the the the …" would be read in as many ways as there are of parting it. */
const NAME = "(?!(?:the|and|family)\\b)\\p{Lu}[\\p{L}'-]+";
export const WHO = `(us|me|we|our family|my family|(?:the )?${NAME}(?: family)?(?:,? (?:and )?(?:the )?${NAME})*)`;
/** Those named do not join, whatever the others do. */
const WITHOUT = [
  new RegExp(
    `^(?:only|just) ${WHO}\\s*[:,-]*\\s*(?:(?:will |would )?skip|no|without|drop|leave out|not)\\s+(.+)$`,
    'iu',
  ),
  new RegExp(`^(?:count|leave) ${WHO} out (?:of|for|from|on|at) (.+)$`, 'iu'),
  new RegExp(`^without ${WHO} (?:at|for|to|on|in) (.+)$`, 'iu'),
  new RegExp(`^not (?:for )?${WHO}[:,]? (?:at|for|to|on) (.+)$`, 'iu'),
];
const OTHERS_DO = new RegExp(`^${WHO} (?:do|does|go(?:es)? to|visits?|sees?|joins?) (.+?) without ${WHO}$`, 'iu');
const THING_FIRST = new RegExp(`^(.+?) (?:(?:is |goes |happens )?without|(?:is )?not for) ${WHO}$`, 'iu');
/** Those named join, and nobody else. */
const ONLY = new RegExp(`^(?:only|just) ${WHO} (?:do|does|go(?:es)? to|visit|see|join|come to|want)s? (.+)$`, 'iu');
const ONLY_FOR = new RegExp(`^(.+?) (?:is |are )?(?:only|just) (?:for|with) ${WHO}$`, 'iu');

const withoutThem = (words: string, context: PlanContext): PlanWish | undefined => {
  const skip = (who: string, thing: string, others = false): PlanWish | undefined => {
    const named = familiesIn(who, context);
    const { item, days } = partsOf(thing, context);
    if (named.length === 0 || item === '') return undefined;
    const families = others
      ? context.seats.flatMap(({ familyId }) => (named.includes(familyId) ? [] : [familyId]))
      : [...named];
    return edit({ kind: 'skip', item, families, on: only(days) });
  };
  for (const form of WITHOUT) {
    const [, who, thing] = form.exec(words) ?? [];
    const wish = who !== undefined && thing !== undefined ? skip(who, thing) : undefined;
    if (wish) return wish;
  }
  const [, , both, aside] = OTHERS_DO.exec(words) ?? [];
  if (both !== undefined && aside !== undefined) return skip(aside, both);
  const [, thing, without] = THING_FIRST.exec(words) ?? [];
  if (thing !== undefined && without !== undefined) return skip(without, thing);
  const [, those, theirs] = ONLY.exec(words) ?? [];
  if (those !== undefined && theirs !== undefined) return skip(those, theirs, true);
  const [, own, whose] = ONLY_FOR.exec(words) ?? [];
  return own !== undefined && whose !== undefined ? skip(whose, own, true) : undefined;
};

export const readSkip: Reader = (words, context) => {
  const again = JOINS_AGAIN.exec(words);
  if (again && /\b(?:again|after all)\b/i.test(words) && !/n't\b|\bnot\b/i.test(words)) {
    const { item, days } = partsOf(
      words.slice(again.index + again[0].length).replace(/^ (?:the )?\b(?:to|in|for|on)\b/i, ''),
      context,
    );
    const bare = item.replace(/\b(?:again|after all)\b/gi, '').trim();
    return bare ? edit({ kind: 'skip', item: bare, families: [], on: only(days) }) : undefined;
  }
  const told = withoutThem(words, context);
  if (told) return told;
  const found = SKIPS.exec(words);
  if (!found || found.index === 0) return undefined;
  const who = words.slice(0, found.index).trim();
  if (who.split(' ').length > MOST_NAME_WORDS) return undefined;
  const families = familiesIn(who, context);
  if (families.length === 0) return undefined;
  const rest = words
    .slice(found.index + found[0].length)
    .replace(/^ ?(?:to|in|for|on|with us to|us (?:to|for))\b/i, '');
  const { item, days } = partsOf(rest, context);
  return item ? edit({ kind: 'skip', item, families: [...families], on: only(days) }) : { kind: 'open', lacks: 'item' };
};
