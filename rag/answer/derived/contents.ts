import type { Evidence } from '../../retrieve/evidence.ts';
import { type AskFor, type Derive, isAllAbout, standsOn } from './derived.ts';
import { FOODS, type Food } from './foods.ts';

/** "Can Mia eat the paella", "is the paella ok for Mia", "is there milk in the cake". */
const EATS =
  /^(?:so |and |but )?(?:can|could|may|should|is it (?:ok|okay|safe|fine) for) (?<who>.+?) (?:to )?(?:eat|have|drink|try|order) (?<dish>.+?)\??$/iu;
const SUITS =
  /^(?:so |and |but )?(?:is|are|would) (?<dish>.+?) (?:be )?(?:ok(?:ay)?|safe|fine|all right|alright|suitable|good|allowed) (?:to eat )?(?:for|with) (?<who>.+?)\??$/iu;
/** Somebody without a name is told by what they avoid: "someone with a nut allergy", "a vegan". */
const AVOIDS =
  /\b(?:allerg\w*|intoleran\w*|co?eliac|vegan|vegetarian|veggie|avoids?|without|no|not|never|can[’']?t|cannot|doesn[’']?t|halal|kosher)\b/i;
const NOT_ANY_MORE =
  /\b(?:not|isn[’']?t|no longer) (?:\w+ )?allergic\b|\bany ?more\b|\bno allerg(?:y|ies)\b|\bno \w+ allerg(?:y|ies)\b/i;
/** Where something else is said, and where it is said of somebody else. */
const NEXT_SAID = /[.;|]\s|,\s(?=\p{Lu})|\((?=\p{Lu})/u;
const NEXT_ONE = /\band (?=\p{Lu})/u;
/** The paper itself says that a food is not in it. */
const IS_FREE = /[- ]free\b|\b(?:without|no|not contain\w*|free (?:of|from))\b/i;

/**
 * Whether somebody may eat something: which of what they avoid its paper names, beside the paper that tells what they
 * avoid. That nothing is named makes nothing safe, and is said so: a menu need not tell all.
 */
export const contents: Derive = async ({ part: { text } }, ask) => {
  const { who = '', dish = '' } = EATS.exec(text)?.groups ?? SUITS.exec(text)?.groups ?? {};
  if (who === '' || dish === '') return undefined;
  const fact = AVOIDS.test(who) ? undefined : await avoidedBy(who, ask);
  const avoided = foodsIn(fact ? fact.said : who);
  if (avoided.length === 0) return undefined;
  const found = await ask(`what is in ${dish}`);
  const about = found?.evidence.filter(isAllAbout) ?? [];
  const paper =
    found?.chosen.map(({ evidence }) => evidence).find(({ passage }) => passage.kind === undefined) ?? about[0];
  if (!found || !paper || paper === fact?.in) return undefined;
  const menu = [
    paper,
    ...about.filter(
      (one) => one !== paper && one !== fact?.in && one.text.includes(' | ') === paper.text.includes(' | '),
    ),
  ];
  const names = (one: Evidence): readonly string[] => [
    ...new Set(avoided.flatMap(({ named }) => one.text.toLowerCase().match(named) ?? [])),
  ];
  const warning = menu.slice(0, 2).find((one) => names(one).length > 0);
  const said = warning ?? paper;
  const chosen = [
    standsOn(said, found.part.terms, lead(names(said), said.text, avoided)),
    ...(fact ? [standsOn(fact.in, [])] : []),
  ];
  return { chosen };
};

const lead = (names: readonly string[], text: string, avoided: readonly Food[]): string => {
  if (names.length === 0)
    return `It does not name ${listed(
      avoided.map(({ name }) => name),
      'or',
    )}, which does not make it safe, so ask the kitchen`;
  return IS_FREE.test(text)
    ? 'The paper says this, and the kitchen must confirm it'
    : `Careful, it names ${listed(names, 'and')}`;
};

const listed = (names: readonly string[], joined: string): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joined} ${last}`;
};

const foodsIn = (text: string): readonly Food[] => {
  const found = FOODS.filter(({ avoided }) => text.search(avoided) >= 0);
  // A vegetarian's "meat" says no more than the word itself.
  return found.filter(
    ({ name }) => name !== 'nuts' || !found.some((one) => one.name === 'peanuts') || /\b(?<!pea)nuts?\b/i.test(text),
  );
};

/** What a paper tells that somebody avoids; only what is said of that name. */
const avoidedBy = async (
  who: string,
  ask: AskFor,
): Promise<{ readonly in: Evidence; readonly said: string } | undefined> => {
  const name = who.replace(/^(?:our|my|the|little) /i, '').trim();
  const isName = new RegExp(`(?<![\\p{L}])${name.replace(/[^\p{L}\p{N} ]/gu, '.')}(?![\\p{L}])`, 'iu');
  const found = await ask(`what is ${name} allergic to`);
  for (const one of [...(found?.chosen ?? []).map(({ evidence }) => evidence), ...(found?.evidence ?? [])]) {
    const own = one.text.split(NEXT_SAID).filter((piece) => isName.test(piece));
    const finer = own.flatMap((piece) => piece.split(NEXT_ONE)).filter((piece) => isName.test(piece));
    // "Leo and Mia have no nuts" is said of both; "Lynn (no gluten) and Noah (no nuts)" of each.
    const said = (foodsIn(finer.join(' ')).length > 0 ? finer : own).join(' ');
    const above = `${one.passage.heading ?? ''} ${one.text.split(':')[0]}`;
    if (said === '' || NOT_ANY_MORE.test(said) || foodsIn(said).length === 0) continue;
    if (AVOIDS.test(said) || AVOIDS.test(above)) return { in: one, said };
  }
  return undefined;
};
