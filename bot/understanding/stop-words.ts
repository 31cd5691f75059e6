import { citiesNamed } from '../../trips/itineraries/stops/city-names.ts';
import { numberSaid, SMALL_NUMBER } from '../../trips/number-words.ts';
import type { Stop, StopChange } from '../../trips/trips/stops.ts';
import { placeOnMap } from '../../trips/trips/time-zone.ts';
import { readDayRange } from './dates.ts';

const SEAMS =
  /\s*(?:[,;.]?\s*\b(?:and )?(?:then(?: on)?|after (?:that|which)|afterwards|followed by|next|finally|lastly)\b,?|->|→|=>|>|;|,|\.\s|\band\b|\s[-–—]\s|\+)\s*/iu;
const LEAD =
  /^(?:(?:hi|hello|ok(?:ay)?|so|please|we(?:['’]?re| are|['’]?ll| will)?|i|us|our|the|a(?! (?:night|day))|it|its|is|are|will|be|going|go|goes|to|in|on|at|from|for|start(?:ing|s)?|begin(?:ning|s)?|first|last|stops?|route|cities|spend(?:ing)?|stay(?:ing)?|want|would|like|love|let['’]?s|do|doing|visit(?:ing)?|see(?:ing)?|trip|holiday|round|new|plan(?:ning)?|make|finish(?:ing)?|end(?:ing)?|head(?:ing)?|travel(?:l?ing)?|driv(?:e|ing)|fly(?:ing)?|train|over|set|change|with|through|via|of)\b[\s:,]*)+/iu;
const TAIL = /\s+(?:please|pls|thanks|thank you|with (?:friends|the kids|our|two|three|other)\b.*)$/iu;
const NAME = "[\\p{L}][\\p{L}\\p{M}'’.-]*(?: [\\p{L}][\\p{L}\\p{M}'’.-]*){0,3}?";
const NIGHTS = '(?:nights?|nts?|days?|n\\b|d\\b)';
const PIECE = new RegExp(
  `^(?:(?<before>${SMALL_NUMBER}|an?) ${NIGHTS} (?:in|at) )?(?<name>${NAME})(?:(?: for)?[\\s:(]+(?<after>${SMALL_NUMBER}|an?)(?: ?${NIGHTS})?\\)?)?$`,
  'iu',
);
const NO_CITY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|dinner|lunch|breakfast)$/i;
/** What several stops are told by, so that a list of names is not taken for one. */
const TOLD = /\bthen\b|\bnights?\b|->|→|=>|\b(?:stops?|route|cities)\b|\bafter that\b|\bfollowed by\b/i;
/** Characters that are looked at. */
const MOST = 400;

const count = (said: string | undefined): number | undefined =>
  said === undefined ? undefined : /^an?$/i.test(said) ? 1 : numberSaid(said);

/** A name as cities are written; a city that is known may be typed in small letters. */
const cityFrom = (name: string): { readonly city: string; readonly known: boolean } | undefined => {
  const known = placeOnMap(name) !== undefined;
  if (NO_CITY.test(name) || (!known && !/^\p{Lu}/u.test(name))) return undefined;
  const city = name.replace(/(?<![\p{L}'’])\p{Ll}(?!\p{L}{0,2}\b(?= ))/gu, (letter) => letter.toUpperCase());
  return { city, known };
};

/** The cities that a message goes through, in its order: `Rome for 3 nights, then Florence 2, then Venice`. */
export const readStops = (message: string, now: Date): readonly Stop[] | undefined => {
  const said = message.slice(0, MOST);
  if (!TOLD.test(said)) return undefined;
  const dates = readDayRange(said, now);
  const text = (dates ? said.replace(dates.text, ' ') : said).replace(/[.!?]+\s*$/, '').trim();
  const stops: Stop[] = [];
  let sure = false;
  for (const piece of text.split(SEAMS)) {
    const bare = piece
      .trim()
      .replace(LEAD, '')
      .replace(TAIL, '')
      .replace(/[\s,:(]+$/, '')
      .trim();
    if (bare === '' || /^(?:from|on|starting|in)$/i.test(bare)) continue;
    const { before, name, after } = PIECE.exec(bare)?.groups ?? {};
    const found = name === undefined ? undefined : cityFrom(name);
    if (!found) return undefined;
    sure ||= found.known;
    const nights = count(before ?? after);
    stops.push({ city: found.city, ...(nights === undefined || nights < 1 || nights > 60 ? {} : { nights }) });
  }
  return sure && stops.length > 1 ? stops : undefined;
};

const FILLER =
  /\b(?:the|our|a|stop|stops|from|in|at|of|route|trip|plan|altogether|please|and|we|do|not|go|to|for|city|after|all)\b/gi;
const REMOVES = /^(?:please )?(?:drop|skip|remove|leave out|cancel|cut(?: out)?|take out|without|no|scrap)\b/i;
const SWAPS = /^(?:please )?(?:swap|switch|exchange|flip|trade)\b/i;
const ADDS =
  /^(?:(?:can|could|shall) we |let['’]?s |please |we (?:want|would like|['’]?d like) to )*(?:also )?(?:add|include|stop (?:over )?(?:in|at)|go to|visit|spend|put(?: in)?|squeeze in|and)\s+/i;

/** A change of the stops there are that words ask for; `undefined` when they ask for none. */
export const readStopChange = (message: string, stops: readonly string[]): StopChange | undefined => {
  const text = message
    .trim()
    .slice(0, MOST)
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ');
  const named = citiesNamed(text, stops);
  const [one, other] = named;
  if (SWAPS.test(text) && one !== undefined && other !== undefined && named.length === 2)
    return { kind: 'swap', cities: [one, other] };
  const added = readAddition(text, stops);
  if (added) return added;
  if (one === undefined) return undefined;
  const bare = (words: string): string =>
    [one, ...(other ? [other] : [])].reduce((rest, city) => without(rest, city), words);
  if (REMOVES.test(text) && named.length === 1 && bare(text.replace(REMOVES, '')).replace(FILLER, '').trim() === '')
    return { kind: 'remove', city: one };
  return readNights(text, one, named.length) ?? readPlace(text, one, other);
};

const without = (words: string, city: string): string =>
  words
    .split(/\s+/)
    .filter(
      (word) => citiesNamed(word, [city]).length === 0 && !city.toLowerCase().split(' ').includes(word.toLowerCase()),
    )
    .join(' ');

const readNights = (text: string, city: string, cities: number): StopChange | undefined => {
  if (cities !== 1) return undefined;
  const more = new RegExp(
    `\\b(an?|another|${SMALL_NUMBER})(?: (?:more|extra|additional))? nights?(?: (more|longer))?`,
    'i',
  ).exec(text);
  const fewer = new RegExp(
    `\\b(an?|${SMALL_NUMBER}) (?:fewer nights?|less nights?|nights? (?:less|fewer|shorter))`,
    'i',
  ).exec(text);
  if (fewer) return { kind: 'nights', city, more: -(count(fewer[1]) ?? 1) };
  if (more && /\b(?:more|extra|additional|another|longer|add)\b/i.test(text))
    return { kind: 'nights', city, more: /another/i.test(more[1] ?? '') ? 1 : (count(more[1]) ?? 1) };
  if (more && !/^(?:what|how|when|where|is|are|do|does)\b/i.test(text))
    return { kind: 'nights', city, nights: count(more[1]) };
  if (/\bstay (?:a (?:bit|little) )?longer\b/i.test(text)) return { kind: 'nights', city, more: 1 };
  return undefined;
};

const readPlace = (text: string, one: string, other: string | undefined): StopChange | undefined => {
  if (other !== undefined) {
    if (/\bbefore\b/i.test(text)) return { kind: 'move', city: one, before: other };
    return /\bafter\b/i.test(text) ? { kind: 'move', city: one, after: other } : undefined;
  }
  if (/\b(?:first|to the (?:start|beginning))\b|\b(?:start|begin) (?:the trip )?(?:in|with|at)\b/i.test(text))
    return { kind: 'move', city: one, to: 'first' };
  return /\blast\b|\b(?:end|finish) (?:the trip )?(?:in|with|at)\b|\bto the end\b/i.test(text)
    ? { kind: 'move', city: one, to: 'last' }
    : undefined;
};

const readAddition = (text: string, stops: readonly string[]): StopChange | undefined => {
  if (!ADDS.test(text)) return undefined;
  const beside = /\b(?<how>between|after|before|on the way (?:to|from))\s+(?<where>.+)$/iu.exec(text)?.groups ?? {};
  const rest = text.replace(ADDS, '').replace(/\s*\b(?:between|after|before|on the way (?:to|from))\s+.+$/iu, '');
  const {
    before: early,
    name,
    after: late,
  } = PIECE.exec(
    rest
      .replace(LEAD, '')
      .replace(/\s+(?:as (?:a|another) stop|to the (?:route|trip|stops))$/i, '')
      .trim(),
  )?.groups ?? {};
  const found = name === undefined ? undefined : cityFrom(name);
  if (!found?.known || citiesNamed(found.city, stops).length > 0) return undefined;
  const nights = count(early ?? late);
  const stop: Stop = { city: found.city, ...(nights === undefined ? {} : { nights }) };
  const [place] = citiesNamed(beside.where ?? '', stops);
  if (place === undefined) return { kind: 'add', stop };
  return /^(?:before|on the way to)$/i.test(beside.how ?? '')
    ? { kind: 'add', stop, before: place }
    : { kind: 'add', stop, after: place };
};
