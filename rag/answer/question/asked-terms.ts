import { isOneSlipFrom } from '../../words/spelling.ts';
import { stem } from '../../words/stem.ts';
import { type Term, termsAsked, termsOf } from '../../words/terms.ts';
import type { AnswerKind } from './answer-kind.ts';

/** Words that only say what kind of answer is wanted: the kind stands for them. As stems. */
const SAID_BY_KIND: Readonly<Partial<Record<AnswerKind, readonly string[]>>> = {
  money: [
    'amount',
    'sum',
    'dear',
    'much',
    'add',
    'money',
    'cost',
    'pric',
    'price',
    'expensiv',
    'cheap',
    'pay',
    'owe',
    'charg',
    'rat',
    'far',
    'fee',
    'money',
    'euro',
  ],
  time: [
    'latest',
    'earliest',
    'deadlin',
    'tim',
    'day',
    'dat',
    'hour',
    'lat',
    'earli',
    'soon',
    'month',
    'weekday',
    'minut',
  ],
  clock: ['earliest', 'latest', 'tim', 'day', 'hour', 'lat', 'earli', 'slot'],
  duration: ['long', 'hour', 'minut', 'day', 'night', 'week', 'tak', 'last', 'tim', 'durat'],
  rate: ['often', 'frequent', 'frequenc', 'interv', 'tim', 'run', 'go', 'leav'],
  colour: ['colour', 'color'],
  number: [
    'youngest',
    'oldest',
    'deepest',
    'hot',
    'warm',
    'cold',
    'limit',
    'number',
    'far',
    'high',
    'tall',
    'heavi',
    'big',
    'larg',
    'deep',
    'wid',
    'minimum',
    'maximum',
  ],
  phone: [
    'lin',
    'hotlin',
    'phon',
    'telephon',
    'number',
    'call',
    'ring',
    'reach',
    'mobil',
    'phonnumber',
    'telephonnumber',
    'contact',
    'tel',
    'helpline',
    'help',
  ],
  email: ['email', 'mail', 'address', 'contact'],
  web: ['website', 'websit', 'web', 'pag', 'url', 'homepag', 'site', 'sit', 'address'],
  code: ['number', 'id', 'ref', 'referenc', 'nr'],
  depth: ['deep', 'deepest', 'depth'],
  heat: ['hot', 'warm', 'cold', 'temperatur'],
  height: ['tall', 'high', 'height'],
  weight: ['heavi', 'kilo', 'limit', 'weigh'],
  speed: ['fast', 'speed', 'limit'],
  age: ['old', 'young', 'youngest', 'limit'],
  which: ['number'],
  reason: ['why', 'reason', 'explain', 'com'],
  address: ['address', 'locat', 'plac', 'street', 'exact', 'ful', 'full'],
  place: ['sid', 'locat', 'plac', 'find', 'situat'],
};

/** Words that ask without asking for anything: `the best time`, `exactly`. As stems. */
const EMPTY = new Set(
  'few whol even through along again real sort idea ask look see seem bother care yet ever soon straight instead anymor suppos hope hear guess rough usual normal proper best good great nic exact actual near nearbi around right now today anyway quick question wonder tell mention ok document paper find out somewher anywher someth everyth also happen first new right bring take tak us use used com put keep tri work run part wher enough together bad wors wors away both between past bc daytim down help friendli'.split(
    ' ',
  ),
);

/** Words that stand in sayings. As stems. */
const SAYING = new Set(['back', 'home', 'out', 'day', 'last', 'stai', 'enter'].map(stem));

/** Words that one saying alone is said in, by what it means. As stems. */
const SAID_IN: Readonly<Record<string, readonly string[]>> = { lastentry: ['entry', 'admission'], restaurant: ['eat'] };

/** A boat trip is by boat, and nothing more. As stems. */
const CONVEYS = new Set(['boat', 'train', 'bus', 'ferry', 'plane', 'helicopter'].map(stem));
const JOURNEY = new Set(['trip', 'ride', 'tour', 'excursion', 'journey'].map(stem));

/** Words for the place that is spoken of: they say which thing is meant, not what is asked about it. As stems. */
export const PLACE_STEMS: ReadonlySet<string> = new Set(
  termsOf('hotel hostel inn guesthouse guest house restaurant cafe place establishment venue property museum').map(
    ({ stem }) => stem,
  ),
);

/** "Tall enough", "the right age": the rule says a number, not the word. */
const MEASURED =
  /\b(?:old|tall|big|heavy|young|small|high) enough\b|\btoo (?:old|tall|big|heavy|young|small)\b|\bright age\b|\bby age\b/i;
/** A sum, not a size. */
const HOW_BIG = /\bhow (?:big|high|large) (?:is|are)\b/i;
const MEASURES = new Set(['tall', 'big', 'large', 'heavy', 'small', 'high', 'right'].map(stem));

/** "Which night is there no dinner": a day of the week is asked for, and no night. */
const WHICH_PART = /\b(?:which|what) (?<part>evening|morning|night|afternoon)s?\b/i;

/** The words of a question that an answer must speak of, each once. All of its words where nothing else would be left. */
export const askedTerms = (question: string, kind: AnswerKind): readonly Term[] => {
  const all = [...new Map(termsAsked(question).map((term) => [term.stem, term])).values()];
  const said = new Set((SAID_BY_KIND[kind] ?? []).map(stem));
  // What a saying means stands for its words: "give it back" asks of the return.
  const meant = all.some((term) => term.meant === 'saying');
  const within = new Set(all.flatMap((term) => (term.meant === 'saying' ? (SAID_IN[term.word] ?? []).map(stem) : [])));
  const measured = MEASURED.test(question) || (kind === 'money' && HOW_BIG.test(question));
  const { part } = kind === 'time' ? (WHICH_PART.exec(question)?.groups ?? {}) : {};
  const telling = all.filter(
    ({ stem, word }, at) =>
      !EMPTY.has(stem) &&
      !(part !== undefined && word.startsWith(part.toLowerCase())) &&
      !(JOURNEY.has(stem) && CONVEYS.has(all[at - 1]?.stem ?? '')) &&
      !saysKind(said, stem) &&
      !(meant && SAYING.has(stem)) &&
      !within.has(stem) &&
      !(measured && MEASURES.has(stem)),
  );
  return telling.length > 0 ? telling : all;
};

/** A word that only says what kind of answer is wanted, also where a finger slipped in it. */
const saysKind = (said: ReadonlySet<string>, stem: string): boolean =>
  said.has(stem) || (stem.length > 5 && [...said].some((word) => word.length > 5 && isOneSlipFrom(word, stem)));

/** Whether a question says no more than what kind of answer is wanted: "how do I reach her". */
export const saysOnlyKind = (question: string, kind: AnswerKind): boolean => {
  const said = new Set((SAID_BY_KIND[kind] ?? []).map(stem));
  const all = termsOf(question);
  // "When do we have to be there", "how early should we be there" have no word of their own, and ask how long beforehand.
  if (termsAsked(question).some(({ meant }) => meant === 'asked')) return false;
  return all.every(({ stem }) => EMPTY.has(stem) || saysKind(said, stem));
};
