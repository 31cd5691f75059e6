import { termsAsked } from '../../words/terms.ts';

/** Readings of one follow-up that are worth a search. */
const MOST_READINGS = 3;
/** Before this, a question is not what a follow-up goes on from. */
const LONGEST_BEFORE = 200;
const LEAD_IN =
  /^(?:(?:and|or|but|also|then|so|ok|okay|hm+)(?:[ ,]+|$))*(?:what about|how about|(?:is it |is that )?(?:the )?same (?:goes )?(?:for )?(?=the\b|our\b|at\b|in\b|on\b|with\b|to\b|\p{L}+\W*$)|only|just|even)?\s*/iu;
/** A follow-up without a verb or a question word of its own. */
const GOES_ON = /^(?:(?:and|or|but|also|then|so) )*(?:for|only|just|even|(?:the )?same)\b/i;
const BEHIND = /(?:\s+(?:then|too|also|as well|please|pls|tho|though|instead))*\s*[?!.]*\s*$/i;
const PREPOSITION = '(?:in|at|on|for|to|from|with|by|of|after|before|during|per)';
const ASKS =
  '(?:what time|what|when|where|who|which|why|how(?: (?:much|many|long|far|old|big|often|late|deep|tall|high))?)';
const AUXILIARY = '(?:is|are|was|were|do|does|did|can|could|may|will|would|should|must|has|have|had)';
/** What the words of a question that name no thing are: between them stand the things. */
const NO_THING = new RegExp(
  `^(?:${PREPOSITION}|${ASKS.replace('what time|', '')}|much|many|long|far|old|often|late|${AUXILIARY}|and|or|not|there|it|we|i|you|they|he|she|one|us|me|them|everyone|anyone|` +
    'open|opens|close|closes|closed|shut|shuts|leave|leaves|start|starts|begin|begins|end|ends|cost|costs|take|takes|last|lasts|run|runs|go|goes|arrive|arrives|depart|departs|get|gets|need|needs|have|pay|pays|allowed|included|free|included|ok|okay|welcome|permitted|stay|stays|eat|come|bring|use|find|meet|book|booked|called|far|deep|tall|cook|cooks|cooking|sail|sails)$',
  'i',
);
const DETERMINER = /^(?:the|a|an|our|my|your|their|this|that|each|every)$/i;
const DAY =
  /\b(?:(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays|weekends?|today|tomorrow|(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)?(?: (?:january|february|march|april|may|june|july|august|september|october|november|december))?|(?:mon|tue|wed|thu|fri|sat|sun))(?=$|[\s?.,])/i;
const WHOM =
  /\b(?:an? |the |our |my |two |for )*(?:small |little |older |younger |big )?(?:adults?|grown-?ups?|child(?:ren)?|kids?|ones|bab(?:y|ies)|toddlers?|infants?|seniors?|students?|teen(?:ager)?s?|parents|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]?(?:year|yr)s?[- ]?olds?|kid of \w+|under[- ]?\d{1,2}s?|over[- ]?\d{1,2}s?)\b/i;

/** A part of a text, by where it begins and ends. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * What a follow-up that names only one thing asks, whole: the question before with its own thing, day or person in the
 * other's place. The likeliest first; none where it names nothing, or nothing was asked before.
 */
export const askedAgain = (followUp: string, before: string): readonly string[] => {
  const asked = before
    .slice(0, LONGEST_BEFORE)
    .replace(/^(wh\w+|how)['’]?s\b/i, '$1 is')
    .replace(BEHIND, '')
    .trim();
  const named = followUp.replace(BEHIND, '').replace(LEAD_IN, '').trim();
  if (asked === '' || named === '') return [];
  const readings = replacing(withoutAsking(named), asked);
  return [...new Set(readings)].filter((one) => one.toLowerCase() !== asked.toLowerCase()).slice(0, MOST_READINGS);
};

/** Whether it says no more than of what, whom or which day it is asked: "only the afternoon?", "Tuesday?". */
export const namesOnly = (followUp: string): boolean => {
  const named = followUp.replace(BEHIND, '').replace(LEAD_IN, '').trim();
  return GOES_ON.test(followUp) || isDay(named) || isWhom(named);
};

/** "The zoo" of "when does the zoo". */
const withoutAsking = (named: string): string =>
  named.replace(new RegExp(`^${ASKS}(?: ${AUXILIARY})?\\s+(?=\\S)`, 'i'), '');

const replacing = (named: string, asked: string): readonly string[] => {
  const at = new RegExp(`^${PREPOSITION}\\s`, 'i').test(named)
    ? 0
    : named.search(new RegExp(`\\s${PREPOSITION}\\s`, 'i'));
  if (at === 0) return withPhrase(named, asked);
  const thing = at < 0 ? named : named.slice(0, at);
  const whole = isDay(thing) ? withDay(thing, asked) : isWhom(thing) ? withWhom(thing, asked) : withThing(thing, asked);
  return at < 0 ? whole : whole.flatMap((one) => withPhrase(named.slice(at).trim(), one).slice(0, 1));
};

const isDay = (text: string): boolean => DAY.exec(text)?.[0].length === text.length;
const isWhom = (text: string): boolean => WHOM.exec(text)?.[0].length === text.length;

/** A day takes the place of the day that was asked about. */
const withDay = (day: string, asked: string): readonly string[] =>
  DAY.test(asked) ? [asked.replace(DAY, day)] : [`${asked} on ${day}`];

/** "For children" takes the place of "for adults". */
const withWhom = (whom: string, asked: string): readonly string[] => {
  const bare = whom.replace(/^(?:for|my|our|the) /i, '');
  return WHOM.test(asked)
    ? [asked.replace(WHOM, (said) => `${/^for /i.test(said) ? 'for ' : ''}${bare}`)]
    : [`${asked} for ${bare}`];
};

/** "At the flat" takes the place of "at the house"; "on Sunday" that of the day, and stands behind what has none. */
const withPhrase = (phrase: string, asked: string): readonly string[] => {
  const [, preposition = '', thing = ''] = new RegExp(`^(${PREPOSITION})\\s+(.+)$`, 'i').exec(phrase) ?? [];
  if (isDay(thing)) return withDay(thing, asked);
  if (isWhom(thing)) return withWhom(thing, asked);
  const last = [...asked.matchAll(new RegExp(`\\s(${PREPOSITION})\\s`, 'gi'))].filter(
    ({ index }) => !isDay(asked.slice(index).replace(new RegExp(`^\\s${PREPOSITION}\\s`, 'i'), '')),
  );
  const same = last.findLast(({ 1: one = '' }) => isPlace(one) === isPlace(preposition));
  const behind = `${asked} ${phrase}`;
  if (!same) return [...(isPlace(preposition) ? withThing(thing, asked) : []), behind];
  const rest = asked.slice(same.index + same[0].length);
  const next = rest.search(new RegExp(`\\s(?:${PREPOSITION})\\s`, 'i'));
  return [`${asked.slice(0, same.index)} ${phrase}${next < 0 ? '' : rest.slice(next)}`, behind];
};

const isPlace = (preposition: string): boolean => /^(?:in|at|on|to|from)$/i.test(preposition);

/** A thing takes the place of each of the things that were named, first of one that it shares a word with. */
const withThing = (thing: string, asked: string): readonly string[] => {
  const own = wordsOf(thing);
  const all = thingsIn(asked);
  // "The flat" takes the place of the house, not that of its check-out.
  const others = all.filter(
    (place) => !termsAsked(asked.slice(place.from, place.to)).some(({ meant }) => meant === 'asked'),
  );
  const places = others.length > 0 ? others : all;
  const sharing = places.filter((place) =>
    wordsOf(asked.slice(place.from, place.to)).some((word) => own.includes(word)),
  );
  return [
    ...sharing.map((place) => put(inPlaceOf(thing, asked.slice(place.from, place.to)), asked, place)),
    ...places.map((place) => put(oneOf(thing, asked.slice(place.from, place.to)), asked, place)),
  ];
};

const put = (text: string, into: string, { from, to }: Place): string =>
  `${into.slice(0, from)}${text}${into.slice(to)}`;

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !DETERMINER.test(word) && !/^ones?$/.test(word));

/** "The half day" in place of "the whole day boat trip" leaves the boat trip. */
const inPlaceOf = (thing: string, said: string): string => {
  const last = thing.toLowerCase().split(/\s+/).at(-1) ?? '';
  const at = said.toLowerCase().split(/\s+/).lastIndexOf(last);
  const rest = at < 0 ? [] : said.split(/\s+/).slice(at + 1);
  return [thing, ...rest].join(' ');
};

/** "The black one" in place of "the green course" is the black course. */
const oneOf = (thing: string, said: string): string => thing.replace(/\bones?\b/i, said.split(/\s+/).at(-1) ?? '');

/** Where the things stand that a question names. */
const thingsIn = (asked: string): readonly Place[] => {
  const things: Place[] = [];
  let from: number | undefined;
  let to = 0;
  const close = (): void => {
    if (from !== undefined && wordsOf(asked.slice(from, to)).length > 0) things.push({ from, to });
    from = undefined;
  };
  for (const { 0: word, index } of asked.matchAll(/[^\s,?!]+/g)) {
    if (DETERMINER.test(word)) close();
    if (NO_THING.test(word) || isDay(word)) close();
    else {
      from ??= index;
      to = index + word.length;
    }
  }
  close();
  return things;
};
