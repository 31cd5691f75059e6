import type { Description } from '../../trips/families/describe-family.ts';
import { readFamilyCount } from './family-count.ts';
import { readMoney } from './money.ts';
import { readNeeds, readRefusedFoods } from './need-words.ts';
import { ownFamilyNamed } from './people-words.ts';
import { isQuestion } from './question.ts';
import { readAllergies, readInterests, readUnavailable } from './wish-words.ts';

const DIETS: readonly (readonly [RegExp, string])[] = [
  [/\bvegetarians?\b/i, 'vegetarian'],
  [/\bvegans?\b/i, 'vegan'],
  [/\bpescatarians?\b/i, 'pescatarian'],
  [/\bgluten[- ]?free\b|\bc(?:o)?eliac\b|\bno gluten\b/i, 'gluten-free'],
  [/\b(?:lactose|dairy)[- ](?:free|intoleran(?:t|ce))\b|\bno dairy\b/i, 'no dairy'],
  [/\bhalal\b/i, 'halal'],
  [/\bkosher\b/i, 'kosher'],
  [
    /\b(?:nut|peanut) allerg(?:y|ies|ic)\b|\ballergic to (?:pea)?nuts?\b|\b(?:no|without|can(?:'|no)?t (?:have|eat)|cant (?:have|eat)) (?:pea)?nuts?\b|\bnut[- ]free\b/i,
    'no nuts',
  ],
  [
    /\ballergic to (?:shell)?fish\b|\b(?:no|can'?t (?:have|eat)) (?:shell)?fish\b|\b(?:shell)?fish allergy\b/i,
    'no fish',
  ],
  [/\ballergic to eggs?\b|\begg allergy\b|\bno eggs?\b/i, 'no egg'],
  [/\b(?:no|don'?t eat) pork\b/i, 'no pork'],
];
const MOBILITY: readonly (readonly [RegExp, string])[] = [
  [/\bwheel ?chairs?\b/i, 'wheelchair'],
  [/\b(?:stroller|pushchair|buggy|pram)s?\b/i, 'stroller'],
  [
    /\b(?:no(?: more)?|can(?:'|no)?t (?:do|manage|climb|handle)|cant (?:do|manage|climb|handle)|without) (?:many |the )?(?:stairs|steps)\b|\bstep[- ]free\b/i,
    'no stairs',
  ],
  [/\b(?:can(?:'|no)?t|cant|doesn'?t|don'?t) walk (?:far|much|long)\b|\bshort walks\b/i, 'short walks'],
];

const named = (
  text: string,
  table: readonly (readonly [RegExp, string])[],
  more: readonly string[] = [],
): readonly string[] | undefined => {
  const found = [...new Set([...table.filter(([pattern]) => pattern.test(text)).map(([, name]) => name), ...more])];
  return found.length > 0 ? found : undefined;
};

/** What a message says of a family; nothing when it says nothing of the kind. Ages and diets are only read, never guessed. */
export const readDescription = (message: string, now = new Date()): Description | undefined => {
  const text = message.slice(0, 600);
  const pace = /\b(?:slow|easy|relaxed|gentle) pace\b|\btake it (?:easy|slow)\b/i.test(text)
    ? ('slow' as const)
    : /\b(?:full|busy|packed|fast) (?:pace|days?|schedule)\b/i.test(text)
      ? ('full' as const)
      : undefined;
  const description: Description = {
    ...readFamilyCount(text),
    diet: named(text, DIETS, readRefusedFoods(text)),
    allergies: readAllergies(text),
    mobility: named(text, MOBILITY, readNeeds(text)),
    interests: readInterests(text),
    unavailable: readUnavailable(text, now),
    budget: /\bbudget|spend|afford\b/i.test(text) ? readMoney(text) : undefined,
    pace,
  };
  if (Object.values(description).every((value) => value === undefined)) return undefined;
  return { familyName: ownFamilyNamed(text), ...description };
};

const OURS = /\b(?:we|i|our|my|us)\b/i;
const KINDS_ENOUGH = 2;

/** Whether somebody tells of their own family in several ways at once: such words are for nothing else. */
export const tellsMuchOfUs = (text: string): boolean => {
  if (!OURS.test(text) || isQuestion(text)) return false;
  const { diet, allergies, mobility, interests, budget, pace } = readDescription(text) ?? {};
  return (
    [diet ?? allergies, mobility, interests, budget, pace].filter((kind) => kind !== undefined).length >= KINDS_ENOUGH
  );
};
