import type { Description } from '../../trips/families/describe-family.ts';
import { numberWords } from '../../trips/number-words.ts';
import { CARDINAL, cardinal } from './days/number-words.ts';

const COUNT = `\\d{1,2}|an?|${numberWords(1, 10)}`;
const KID =
  'kids?|children|child|(?:step|grand)?(?:sons?|daughters?)|grandkids?|grandchild(?:ren)?|boys?|girls?|toddlers?|bab(?:y|ies)|infants?|newborns?|twins?|triplets|teens?|teenagers?|nephews?|nieces?|little ones?';
const MORE = '(?:,|and|&|\\/|\\+|n(?= ?\\d))';
/** `the kids 6 n 10`, `our girl is 8`, `twins who are 3`. */
const KIDS_AGES = new RegExp(
  `\\b(${KID})\\b[^.;\\d]{0,25}?((?:\\d{1,2}(?:\\s*${MORE}\\s*(?:and )?|\\s+(?=\\d{1,2}(?![\\d:.,]*\\d)))?)+)(?:\\s*(?:years?|yrs?|yo)\\b)?`,
  'gi',
);
/** `a 6 year old`, `two 3-year-olds`, `a 6 and a 10 year old`, `8yo`. */
const YEAR_OLD = new RegExp(
  `(?:\\b(two|three|four|2|3|4) )?((?:\\b\\d{1,2} ?${MORE} ?(?:an? )?)*)\\b(\\d{1,2})(?:[- ]?(?:years?|yrs?)[- ]?olds?\\b| ?y\\/?os?\\b)`,
  'gi',
);
const COUNTED_KIDS = new RegExp(`\\b(${COUNT}) (?:kids?|children|toddlers?|bab(?:y|ies)|teens?|teenagers?)\\b`, 'gi');
const TWINS = /(?<!\bof (?:the|our|my) )\btwins\b/i;
/** One more beside those whose ages were said. */
const AND_A_BABY = /(?:\band|\bplus|\bwith|[,+&]) (?:a|1|one) (?:baby|toddler|infant|newborn)\b/i;
const THE_BABY = /(?:\band|\bplus|\bwith|[,+&]) (?:the|our) (?:baby|toddler|infant|newborn|little one)\b/i;
const NAMED_AGE =
  /\b([A-Z][\p{L}'-]{1,20})(?:,? (?:who ?['’]?(?:s|is)|s?he['’]?s) ?|(?:,| is| \(|:) ?| )(?:aged? )?(\d{1,2})(?! ?(?:[=<>]|adults?|kids?|children|grown|people|days?|nights?|june|july|jan|feb|mar|apr|may|aug|sep|oct|nov|dec|:|am|pm|%|eur|km))(?:\)|\b)/gu;
const NOT_NAMES = new Set(
  'we kids children and the our i about day june july may march april eur usd gbp room adults child son daughter twins ages aged budget under'.split(
    ' ',
  ),
);

/** An age in words, where ages stand: `who is eighty one`, `kids six and ten`. */
const AGE_IN_WORDS = new RegExp(
  `\\b(?:aged?|ages|turning|(?:who|s?he|they)(?:['’]?(?:s|re)| is| are)|(?:is|are)|(?:${KID})(?:,| are| is| of| aged?)?) ${CARDINAL}(?:(?:,| and|, and| &) ${CARDINAL})*\\b(?! (?:adults?|of us|people|grown|kids?|children|days?|nights?|hundred|thousand))`,
  'gi',
);
const IN_WORDS = new RegExp(`\\b${CARDINAL}\\b`, 'gi');

const agesInDigits = (text: string): string =>
  text.replace(AGE_IN_WORDS, (ages) => ages.replace(IN_WORDS, (word) => String(cardinal(word) ?? word)));

const readCount = (word: string): number => (/^an?$/i.test(word) ? 1 : (cardinal(word) ?? Number(word)));

/** People who are grown up, by what they are to whoever speaks. */
const ADULT =
  '(?:(?:old|elderly|dear) )?(?:husband|hubby|wife|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|mother|father|mum|mom|dad|parents|(?:mother|father|sister|brother|parents)[- ]in[- ]law|in-laws|grand(?:mother|father|ma|pa|dad|mum|parents)|grandad|granny|gran|nana|nan|auntie|aunt|uncle)';
/** Of such a person more is told, and they are not counted thereby: `and my mother can't do stairs`. */
const NO_VERB =
  "(?!['’]s)(?! (?:is|are|was|has|have|had|can|can['’]?t|cannot|needs?|does|doesn['’]?t|do|don['’]?t|loves?|likes?|hates?|wants?|gets?|eats?|uses|walks?|would|will|won['’]?t|prefers?|enjoys?|stopped)\\b)";
const ONE_ADULT = `(?:my |our |the |a |his |her )?${ADULT}\\b(?: (?-i:\\p{Lu})[\\p{L}'’-]+)?(?:,? \\(?(?:who (?:is|['’]s) )?\\d{2,3}\\)?)?${NO_VERB}`;
const AND = "\\s*(?:,|and\\b|plus|with|&|\\+|also|\\bn\\b|['’]n['’]?)(?:\\s*(?:and|plus|also))?\\s*";
const ADULT_LIST = `(?:${AND}${ONE_ADULT})+`;
const ADULTS = new RegExp(
  `\\b(${COUNT}) (?:of us )?(?:adults?|grown[- ]?ups?|parents?|grandparents?)\\b(${ADULT_LIST})?`,
  'giu',
);
/** The speaker among them: `me and my husband`, `it's my wife Joan and our boy`, `my husband and me`. */
const WITH_ME = [
  new RegExp(`\\b(?:me|myself|i)(${ADULT_LIST})`, 'iu'),
  new RegExp(`\\bit(?:['’]?s| is| will be) (?:just |only )?((?:my |our )${ONE_ADULT}(?:${ADULT_LIST})?)`, 'iu'),
  new RegExp(
    `\\b((?:my |our )${ONE_ADULT}(?:${ADULT_LIST})?)${AND}(?:me|myself|i)\\b(?=\\s*(?:$|[.,;!+&]|and\\b|with\\b|plus\\b))`,
    'iu',
  ),
];
const PARENTS = new RegExp(`^(?:so |it['’]?s )?(?:mum|mom|mother|dad|father)(${ADULT_LIST})`, 'iu');
const JUST_ME = /\b(?:just|only) me\b(?! and\b)/i;
const SEVERAL = /parents|in-laws/i;

/** How many a list of grown people names. */
const countIn = (list: string): number =>
  [...list.matchAll(new RegExp(`\\b${ADULT}\\b`, 'giu'))].reduce((sum, [who]) => sum + (SEVERAL.test(who) ? 2 : 1), 0);

/** All of a family together: `4 of us, two kids 6 and 11`, `a family of five`, `we're 4, kids 6 and 10`. */
const ALL_OF_US = new RegExp(
  `\\b(?:(${COUNT}) of us|family of (${COUNT})|(${COUNT}) (?:people|persons) in (?:all|total)|we(?:['’]?re| are) (${COUNT})(?= *(?:$|[,.;:!+]|and\\b|with\\b)))`,
  'i',
);
/** Whoever is counted so are grown up: children are named beside them, or there are none. */
const GROWN_OF_US = new RegExp(
  `\\b(?:(?:just|only)(?: the)? |the )(${COUNT}) of us\\b|\\b(${COUNT}) of us,? (?:and|plus|with|\\+|&) (?:(?:the|our|a|an|one|two|1|2) )?(?:${KID})\\b|\\bwe(?:['’]?re| are) (${COUNT}),? (?:plus|with|\\+|&|and) (?:(?:the|our|a|an|one|two|1|2) )?(?:${KID})\\b`,
  'i',
);

const childrenIn = (text: string): Description['children'] => {
  const children: { name?: string; age?: number }[] = [];
  let rest = text;
  for (const [whole, name = '', age = ''] of text.matchAll(NAMED_AGE)) {
    if (NOT_NAMES.has(name.toLowerCase()) || new RegExp(`^(?:${ADULT})$`, 'i').test(name) || Number(age) > 17) continue;
    children.push({ name, age: Number(age) });
    rest = rest.replace(whole, ' ');
  }
  for (const [whole, kid = '', said = ''] of rest.matchAll(KIDS_AGES)) {
    const ages = (said.match(/\d{1,2}/g) ?? []).map(Number).filter((age) => age <= 17);
    const alike = /^twins$/i.test(kid) ? 2 : /^triplets$/i.test(kid) ? 3 : 1;
    for (const age of ages.length === 1 ? Array<number>(alike).fill(ages[0] ?? 0) : ages) children.push({ age });
    if (ages.length > 0) rest = rest.replace(whole, ' ');
  }
  for (const [, count, others = '', last = ''] of rest.matchAll(YEAR_OLD)) {
    const ages = [...(others.match(/\d{1,2}/g) ?? []), ...Array<string>(readCount(count ?? '1')).fill(last)];
    for (const age of ages.map(Number)) if (age <= 17) children.push({ age });
  }
  if (children.length > 0) return AND_A_BABY.test(rest) ? [...children, {}] : children;
  const counted = [...text.matchAll(COUNTED_KIDS)].reduce((sum, [, count = '']) => sum + readCount(count), 0);
  const all = counted > 0 ? counted : TWINS.test(text) ? 2 : THE_BABY.test(text) ? 1 : 0;
  return all === 0 ? undefined : Array.from({ length: all }, () => ({}));
};

const adultsIn = (text: string, children: number): number | undefined => {
  const counted = [...text.matchAll(ADULTS)].reduce(
    (sum, [, count = '0', beside = '']) => sum + readCount(count) + countIn(beside),
    0,
  );
  if (counted > 0) return counted;
  const beside = WITH_ME.map((said) => said.exec(text)?.[1]).find((list) => list !== undefined);
  if (beside !== undefined) return 1 + countIn(beside);
  const parents = PARENTS.exec(text)?.[1];
  if (parents !== undefined) return 1 + countIn(parents);
  const grown = GROWN_OF_US.exec(text)?.slice(1).find(Boolean);
  if (grown !== undefined) return readCount(grown);
  const all = ALL_OF_US.exec(text)?.slice(1).find(Boolean);
  if (all !== undefined && children > 0 && readCount(all) > children) return readCount(all) - children;
  return JUST_ME.test(text) ? 1 : undefined;
};

/** How many a family is in all, where it is said and nobody says who of them is grown up: `4 of us`. */
export const readFamilySize = (text: string): number | undefined => {
  const all = ALL_OF_US.exec(text)?.slice(1).find(Boolean);
  return all === undefined || GROWN_OF_US.test(text) ? undefined : readCount(all);
};

/** How many grown people and which children words speak of, as far as they count them; ages are read and never guessed. */
export const readFamilyCount = (said: string): Pick<Description, 'adults' | 'children'> => {
  const text = agesInDigits(said);
  const children = childrenIn(text);
  return { adults: adultsIn(text, children?.length ?? 0), children };
};
