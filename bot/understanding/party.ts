import type { Description } from '../../trips/families/describe-family.ts';
import { readMoney } from './money.ts';
import { ownFamilyNamed } from './people-words.ts';
import { readAllergies, readInterests, readUnavailable } from './wish-words.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const COUNT = '\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten';
const ADULTS = new RegExp(`\\b(${COUNT}) (?:of us )?(?:adults?|grown[- ]?ups?|parents?|grandparents?)\\b`, 'gi');
const KIDS_AGES =
  /\b(?:kids?|children|child|sons?|daughters?|boys?|girls?|toddlers?|bab(?:y|ies))\b[^.;\d]{0,25}?((?:\d{1,2}(?:\s*(?:,|and|&|\/)\s*(?:and )?)?)+)(?:\s*(?:years?|yrs?|yo)\b)?/gi;
const COUNTED_KIDS = new RegExp(`\\b(${COUNT}) (?:kids?|children|toddlers?|bab(?:y|ies))\\b`, 'i');
const NAMED_AGE =
  /\b([A-Z][\p{L}'-]{1,20})(?:,? (?:who ?['’]?(?:s|is)|s?he['’]?s) ?|(?:,| is| \(|:) ?| )(?:aged? )?(\d{1,2})(?! ?(?:[=<>]|adults?|kids?|children|grown|people|days?|nights?|june|july|jan|feb|mar|apr|may|aug|sep|oct|nov|dec|:|am|pm|%|eur|km))(?:\)|\b)/gu;
const NOT_NAMES = new Set([
  'we',
  'kids',
  'children',
  'and',
  'the',
  'our',
  'i',
  'about',
  'day',
  'june',
  'july',
  'may',
  'march',
  'april',
  'eur',
  'usd',
  'gbp',
  'room',
  'adults',
  'child',
  'son',
  'daughter',
  'ages',
  'aged',
  'budget',
  'under',
]);

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
    /\b(?:no|can(?:'|no)?t (?:do|manage|climb)|cant (?:do|manage|climb)|without) (?:many |the )?(?:stairs|steps)\b|\bstep[- ]free\b/i,
    'no stairs',
  ],
  [/\b(?:can(?:'|no)?t|cant|doesn'?t|don'?t) walk (?:far|much|long)\b|\bshort walks\b/i, 'short walks'],
];

/** All of a family together: `4 of us, two kids 6 and 11`, `a family of five`. */
const ALL_OF_US = new RegExp(
  `\\b(?:(${COUNT}) of us|family of (${COUNT})|(${COUNT}) (?:people|persons) in (?:all|total))\\b`,
  'i',
);

const readCount = (word: string): number => NUMBER_WORDS[word.toLowerCase()] ?? Number(word);

const childrenIn = (text: string): Description['children'] => {
  const children: { name?: string; age?: number }[] = [];
  const taken: string[] = [];
  for (const match of text.matchAll(NAMED_AGE)) {
    const [whole, name = '', age = ''] = match;
    if (NOT_NAMES.has(name.toLowerCase()) || Number(age) > 17) continue;
    children.push({ name, age: Number(age) });
    taken.push(whole);
  }
  const rest = taken.reduce((left, words) => left.replace(words, ' '), text);
  for (const match of rest.matchAll(KIDS_AGES)) {
    for (const age of (match[1] ?? '').match(/\d{1,2}/g) ?? [])
      if (Number(age) <= 17) children.push({ age: Number(age) });
  }
  if (children.length > 0) return children;
  const counted = COUNTED_KIDS.exec(text)?.[1];
  return counted === undefined ? undefined : Array.from({ length: readCount(counted) }, () => ({}));
};

const named = (text: string, table: readonly (readonly [RegExp, string])[]): readonly string[] | undefined => {
  const found = table.filter(([pattern]) => pattern.test(text)).map(([, name]) => name);
  return found.length > 0 ? found : undefined;
};

/** What a message says of a family; nothing when it says nothing of the kind. Ages and diets are only read, never guessed. */
export const readDescription = (message: string, now = new Date()): Description | undefined => {
  const text = message.slice(0, 600);
  const adults = [...text.matchAll(ADULTS)].reduce((sum, match) => sum + readCount(match[1] ?? '0'), 0);
  const children = childrenIn(text);
  const all = ALL_OF_US.exec(text)?.slice(1).find(Boolean);
  const grown = all === undefined || adults > 0 || !children ? 0 : readCount(all) - children.length;
  const pace = /\b(?:slow|easy|relaxed|gentle) pace\b|\btake it (?:easy|slow)\b/i.test(text)
    ? ('slow' as const)
    : /\b(?:full|busy|packed|fast) (?:pace|days?|schedule)\b/i.test(text)
      ? ('full' as const)
      : undefined;
  const description: Description = {
    adults: adults > 0 ? adults : grown > 0 ? grown : undefined,
    children,
    diet: named(text, DIETS),
    allergies: readAllergies(text),
    mobility: named(text, MOBILITY),
    interests: readInterests(text),
    unavailable: readUnavailable(text, now),
    budget: /\bbudget|spend|afford\b/i.test(text) ? readMoney(text) : undefined,
    pace,
  };
  if (Object.values(description).every((value) => value === undefined)) return undefined;
  return { familyName: ownFamilyNamed(text), ...description };
};
