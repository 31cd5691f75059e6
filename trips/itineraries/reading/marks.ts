import { DIETS, type Diet, type Meal } from '../candidate.ts';

/** How a diet is spoken of: as offered, and as missing or endangered. */
const DIET_WORDS: Readonly<Record<Diet, { readonly food: string; readonly danger?: string }>> = {
  vegetarian: { food: 'vegetarians?|veggie|meat[- ]free' },
  vegan: { food: 'vegans?|plant[- ]based' },
  'nut-free': {
    food: '(?:pea)?nuts?[- ]free|no (?:pea)?nuts|without (?:pea)?nuts|free (?:of|from) (?:pea)?nuts',
    danger: '(?:tree |pea)?nuts?|almonds?|hazelnuts?',
  },
  'gluten-free': { food: 'gluten[- ]free|coeliacs?|celiacs?|without gluten', danger: 'gluten' },
  'dairy-free': { food: '(?:dairy|lactose|milk)[- ]free|without (?:dairy|lactose|milk)', danger: 'dairy|lactose|milk' },
  'egg-free': { food: 'eggs?[- ]free|without eggs?', danger: 'eggs?' },
  'shellfish-free': { food: 'shellfish[- ]free|without shellfish', danger: 'shellfish' },
  halal: { food: 'halal' },
  kosher: { food: 'kosher' },
  'pork-free': { food: 'pork[- ]free|no pork|without pork', danger: 'pork' },
};

const DIET_PATTERNS = DIETS.map((diet) => {
  const { food, danger } = DIET_WORDS[diet];
  return {
    diet,
    offered: new RegExp(`\\b(?:${food})\\b`, 'i'),
    refused: new RegExp(
      `\\b(?:not|no|isn't|aren't|never|nothing|cannot|can't|can not|unable|hardly|few|non)[- ](?:[a-z-]+ ){0,4}?(?:${food})\\b` +
        (danger
          ? `|\\b(?:may |might |can |could )?(?:contain|include|have|use)s? (?:traces of |[a-z]+,? (?:and |or )?){0,3}?(?:${danger})\\b(?![- ]free)|\\btraces of (?:${danger})\\b|\\b(?:${danger}) (?:is |are )?(?:used|present|in the kitchen)\\b`
          : ''),
      'i',
    ),
  };
});

/** Diets a text says it caters for (true) or does not (false, also when it says both: a warning outweighs a promise). */
export const readDiets = (text: string): Partial<Record<Diet, boolean>> => {
  const diets: Partial<Record<Diet, boolean>> = {};
  for (const { diet, offered, refused } of DIET_PATTERNS) {
    for (const clause of text.split(/[.;|\n]|, but |(?<=[a-z]) but /)) {
      if (refused.test(clause)) diets[diet] = false;
      else if (diets[diet] === undefined && offered.test(clause)) diets[diet] = true;
    }
  }
  if (diets.vegan) {
    diets.vegetarian ??= true;
    diets['dairy-free'] ??= true;
    diets['egg-free'] ??= true;
  }
  return diets;
};

const WISHES: readonly (readonly [Diet, RegExp])[] = [
  ['vegan', /\bvegan|plant[- ]based/i],
  ['vegetarian', /\bvegetarian|veggie|\bno meat\b|don'?t eat meat/i],
  ['nut-free', /\b(?:pea)?nuts?\b|\balmonds?\b|\bhazelnuts?\b/i],
  ['gluten-free', /\bgluten|coeliac|celiac|\bno wheat\b/i],
  ['dairy-free', /\bdairy|lactose|\bmilk\b/i],
  ['egg-free', /\beggs?\b/i],
  ['shellfish-free', /\bshellfish|\bprawns?\b|\bshrimps?\b|seafood allergy/i],
  ['halal', /\bhalal\b/i],
  ['kosher', /\bkosher\b/i],
  ['pork-free', /\bpork\b/i],
];

/** The diet a family's own words ask for; `undefined` for one that no menu can be checked against. */
export const dietOf = (words: string): Diet | undefined => WISHES.find(([, pattern]) => pattern.test(words))?.[0];

/** Whether words of a family's mobility ask for places without steps. */
export const needsStepFree = (words: string): boolean =>
  /wheel\s?chair|\bsteps?\b|step[- ]free|\bstairs?\b|stroller|pram\b|push\s?chair|buggy|walker|walking frame|crutch|mobility|cannot climb|can't climb/i.test(
    words,
  );

const STEPS =
  /\b(?:many|steep|(?:hundreds|thousands|dozens) of|lots? of|several|some|few|one|two|three|four|five|six|\d{1,4}) (?:[a-z]+ ){0,2}?(?:steps?|stairs|staircases?)\b(?! (?:from|away|ahead))|\b(?:stairs|steps|staircase) (?:only|up|to climb)|\bup (?:the |a )?(?:steep |narrow )?(?:stairs|steps|staircase)\b|\bno (?:lift|elevator|ramp|step[- ]free|wheelchair)|(?:not|isn't|aren't|un)[- ]?(?:[a-z]+ ){0,3}?(?:wheelchair|step[- ]free|stroller|pram|accessible)|\binaccessible\b|\bstairs\b(?! ?lift)(?<!\b(?:no|without|avoids?) (?:any )?stairs)/i;
const STEP_FREE =
  /\bstep[- ]free|\bwheelchair(?:s)?[- ](?:accessible|access|friendly|users? welcome|ramp|ok)|\baccessible (?:for|to|by|with|entrance|throughout)\b|\bfully accessible\b|\b(?:lift|elevator|ramp)s?\b|\b(?:no|without) (?:any )?(?:stairs|steps)\b|\b(?:stroller|pram|pushchair|buggy)[- ]?(?:friendly|accessible|ok|access)|\bbarrier[- ]free\b|\blevel access\b/i;

/** Whether a place can be visited without steps, as far as the text says. */
export const readStepFree = (text: string): boolean | undefined => {
  if (STEPS.test(text)) return false;
  return STEP_FREE.test(text) ? true : undefined;
};

const INDOOR =
  /\bindoors?\b|\bmuseum|\bgallery|\baquarium|\bplanetarium|\bcinema|\btheatre|\brainy[- ]day|\bcovered\b/i;
const OUTDOOR =
  /\boutdoors?\b|\bopen[- ]air\b|\bpark\b|\bgardens?\b|\bbeach|\bboat|\bhik(?:e|ing)\b|\bviewpoint|\bzoo\b|\bkayak|\bcycl|\bplayground|\bwalking tour/i;

/** True indoors, false outdoors; `undefined` when the text says neither or both. */
export const readIndoor = (text: string): boolean | undefined => {
  const said = /\bindoors?\b/i.test(text) !== /\boutdoors?\b/i.test(text);
  if (said) return /\bindoors?\b/i.test(text);
  const inside = INDOOR.test(text);
  return inside === OUTDOOR.test(text) ? undefined : inside;
};

const LENGTH =
  /(?<![\d.,:])(?:(\d{1,2}(?:[.,]\d)?|an?|one|two|three|four|five|six|half an?)(?:\s?(?:-|to)\s?(\d{1,2}(?:[.,]\d)?|two|three|four|five|six))?[\s-]?(hours?|hrs?|h)(?:\s?(\d{2})(?:\s?min(?:ute)?s?)?)?|(\d{1,3})(?:\s?(?:-|to)\s?(\d{1,3}))?[\s-]?min(?:ute)?s?)\b(?![\d:])/gi;
/** Lengths of something else: a walk there, a notice, an interval. */
const NOT_VISIT =
  /^\s*(?:\w+ )?(?:walk|drive|ride|by|from|away|on foot|north|south|east|west|before|ahead|in advance|notice|after|early|late|out of|outside|to reach|to get|tram|bus|train|flight|delay|a day|per day)\b/i;
const BEFORE_INTERVAL = /(?:every|open|opens|within|up to|last|cancel\w*|only|just|for) (?:about |around )?$/i;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  'half a': 0.5,
  'half an': 0.5,
};
const numeric = (text: string): number => NUMBERS[text.toLowerCase()] ?? Number(text.replace(',', '.'));

/** How many minutes a visit takes, when the text says; the longer end of a range. */
export const readMinutes = (text: string): number | undefined => {
  for (const found of text.matchAll(LENGTH)) {
    const [all, hours, moreHours, , extra, minutes, moreMinutes] = found;
    const before = text.slice(Math.max(0, found.index - 24), found.index);
    if (NOT_VISIT.test(text.slice(found.index + all.length)) || BEFORE_INTERVAL.test(before)) continue;
    const length = hours
      ? numeric(moreHours ?? hours) * 60 + (extra ? Number(extra) : 0)
      : Number(moreMinutes ?? minutes);
    if (length >= 15 && length <= 600) return Math.round(length);
  }
  if (/\bhalf[- ]day\b|\bhalf a day\b/i.test(text)) return 240;
  if (/\b(?:full|whole)[- ]day\b|\ball[- ]day trip\b/i.test(text)) return 420;
  return undefined;
};

const MIN_AGE =
  /\b(?:not (?:suitable )?for (?:children |kids )?(?:under|below)|no (?:children|kids) under|children under|minimum age(?: is|:)?|min\.? age:?|from age|age(?:s|d)? (?=\d+\s?\+)|(?=\d+\+))\s?(?:the age of )?(\d{1,2})\b(\s?(?:not|can't|cannot|are not|aren't))?/gi;

/** The youngest age that may come, when the text says. */
export const readMinAge = (text: string): number | undefined => {
  if (/\badults only\b/i.test(text)) return 18;
  for (const found of text.matchAll(MIN_AGE)) {
    // `children under 6 free` is a price; only `children under 6 not allowed` is a rule.
    if (/^children under/i.test(found[0]) && !found[2]) continue;
    return Number(found[1]);
  }
  const over = /\b(?:for )?over[- ](\d{1,2})s\b(?: only)?/i.exec(text) ?? /\b(\d{1,2}) and over only\b/i.exec(text);
  return over ? Number(over[1]) + (/^(?:for )?over/i.test(over[0]) ? 1 : 0) : undefined;
};

/** The meals a place says it serves; `undefined` when it names none. */
export const readMeals = (text: string): readonly Meal[] | undefined => {
  const meals = (['breakfast', 'lunch', 'dinner'] as const).filter((meal) => {
    const refused = new RegExp(`\\bno ${meal}|\\b${meal} is not served`, 'i').test(text);
    const word =
      meal === 'breakfast' ? 'breakfasts?|brunch' : meal === 'lunch' ? 'lunch(?:es|time)?' : 'dinners?|supper';
    return !refused && new RegExp(`\\b(?:${word})\\b`, 'i').test(text);
  });
  return meals.length > 0 ? meals : undefined;
};
