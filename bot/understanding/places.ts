import { numberSaid, SMALL_NUMBER } from '../../trips/number-words.ts';

/** Where a journey begins and where it goes. */
export interface SaidPlaces {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `3 different cities in Utah`. */
  readonly cities?: number | undefined;
}

/** Abbreviations that keep their dot within a name. */
const SHORT = 'Sts?\\.|Stes?\\.|Mts?\\.|Fts?\\.|Pt\\.|N\\.|S\\.|E\\.|W\\.|D\\.C\\.|U\\.S\\.|U\\.K\\.';
const WORD = `(?:${SHORT}|(?:[dDlL]['’])?\\p{Lu}[\\p{L}\\p{M}'’-]*)`;
const NAME = new RegExp(
  `${WORD}(?:\\s+(?:(?:of|de|la|le|del|do|da|dos|di|el|las|los|upon|am|an der)\\s+){0,2}${WORD})*`,
  'gu',
);
const CALENDAR =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|easter)$/i;
const NOT_PLACES =
  /^(?:i|i'm|i’m|i'd|i’d|i'll|i’ll|i've|i’ve|we|we're|we’re|we'd|we’d|we'll|we’ll|we've|our|my|it|it's|this|that|the|a|an|please|could|can|would|will|as|for|in|on|and|also|additionally|regarding|if|since|their|they|there|budget|usd|eur|gbp|ok|hi|hello|thanks|help|plan|day|trip)$/i;

const SETTING_OUT =
  /\b(?:depart(?:s|ing|ure)?|leav(?:e|es|ing)|start(?:s|ing)?|begin(?:s|ning)?|originat(?:e|es|ing)|set(?:s|ting)? (?:off|out|forth)|tak(?:e|es|ing) off|commenc(?:e|es|ing)|kick(?:s|ing)? off|embark(?:s|ing)?|launch(?:es|ing)?|head(?:s|ing)? out|based|liv(?:e|es|ing)|travel(?:l?ing)?|fly(?:ing)?|com(?:e|es|ing)|journey(?:ing)?|originally)\s+(?:(?:off|out|my|our|the|a|this|journey|trip|travels?|adventure|tour|things|everything|us|all|it)\s+){0,4}(?:(?:from|out of|of)\s+)?$/i;
const FROM = /\b(?:from|out of|leaving|departing)\s+(?:the (?:city|town) of\s+)?$/i;
/** Words of beginning make a place the origin with any of these; `travelling in` does not. */
const BEGINS_IN =
  /\b(?:start|begin|originat|commenc|kick|embark|launch|based|liv|depart|sett?|tak(?=\w+ off))\w*\s+(?:\S+\s+){0,4}?(?:in|at)\s+$/i;
/** `from our home in Boise`, `our home being Boise`, and what stands behind a name: `Boise as origin`. */
const HOME_IN = /\bhome(?:town)?(?: base)? (?:in|is|being|at|near|of)\s+$/i;
const AS_ORIGIN =
  /^\s*(?:as|being|is) (?:the |our |my )?(?:origin|start\w*(?: point)?|departure(?: \w+)?|point of departure|home(?: base)?|base)\b/i;
const AS_DESTINATION = /^\s*(?:as|being|is) (?:the |our |my )?(?:destination|goal|target)\b/i;
const TOWARDS =
  /\b(?:to|towards?|for|into|visit(?:s|ing)?|explor(?:e|es|ing)|tour(?:s|ing)?|discover(?:s|ing)?|experienc(?:e|es|ing)|see(?:s|ing)?|reach(?:es|ing)?|in|across|around|throughout|through|within|at|over|of|is|be|destination:?)\s+(?:the (?:state|city|region|island|country|beautiful \S+) of\s+|(?:beautiful|sunny|lovely|downtown|central|the)\s+)?$/i;
/** Words that end what a number counts: `four from Oklahoma City` counts no cities. */
const NO_COUNT = '(?:from|to|in|at|out|through|for|across|around|with|people|persons|days?|nights?|weeks?|and)';
const CITIES = new RegExp(
  `\\b(${SMALL_NUMBER})\\s+(?:of (?:the|its|their)\\s+)?(?:(?!${NO_COUNT}\\s)[a-z]+\\s+){0,2}?(?:cities|towns?|destinations|places|(?:city )?stops)\\b|\\b(one|1)\\s+(?:[a-z]+\\s+)?city\\b`,
  'u',
);
/** `two Texas cities`. */
const NAMED_CITIES = new RegExp(`\\b(${SMALL_NUMBER})\\s+(?:[a-z]+ )?(${NAME.source})\\s+(?:cities|towns)\\b`, 'u');
/** `Boise to Reno`, `Boise → Reno`. */
const ROUTE = new RegExp(`(${NAME.source})\\s*(?:\\bto\\b|→|->|=>|[–—]|\\s-\\s)\\s*(${NAME.source})`, 'gu');
/** The longest text that places are looked for in, and how much before a name says what it is. */
const MOST = 1_500;
const BEFORE = 80;

/** How surely a place is where one goes: `2 cities in Texas` more than `heading to`, that more than any `in`. */
const towards = (before: string): number => {
  if (
    /\bcit(?:y|ies)|\btowns?|\bdestinations\b/i.test(before) &&
    /\b(?:in|across|within|throughout|around|of)\s+(?:the state of\s+)?$/i.test(before)
  )
    return 3;
  if (
    /\b(?:head\w*|travel\w*|go(?:ing)?|trip|fly\w*|journey|vacation|holiday|moving|visit\w*|bound|destination|end\w*|explor\w*|arriv\w*|way)\b[^,;]{0,30}$/i.test(
      before,
    )
  )
    return 2;
  return 1;
};

/** Where a message says a journey begins and goes to, each by the words before its name. */
export const readPlaces = (message: string): SaidPlaces => {
  const text = message.slice(0, MOST);
  let from: string | undefined;
  let to: string | undefined;
  let sure = 0;
  let last = 0;
  for (const found of text.matchAll(NAME)) {
    const [said] = found;
    const name = tidy(said);
    const before =
      text
        .slice(Math.max(last, found.index - BEFORE), found.index)
        .split(/[.!?;](?=\s)/)
        .at(-1) ?? '';
    if (name === undefined) continue;
    last = found.index + said.length;
    const after = text.slice(last, last + BEFORE);
    if (AS_DESTINATION.test(after)) {
      to = name;
      sure = 3;
      continue;
    }
    if (from === undefined && (AS_ORIGIN.test(after) || HOME_IN.test(before))) {
      from = name;
      continue;
    }
    if (
      from === undefined &&
      (FROM.test(before) || BEGINS_IN.test(before) || (SETTING_OUT.test(before) && !/\bto\s+$/i.test(before)))
    ) {
      from = name;
      continue;
    }
    if (name === from && sure > 0) continue;
    const surer = TOWARDS.test(before) ? towards(before) : 0;
    if (surer > sure && !(name === from && surer < 3)) {
      to = name;
      sure = surer;
    }
  }
  if (from === undefined) {
    const route = [...text.matchAll(ROUTE)].find(([, one = '', other = '']) => tidy(one) !== undefined && tidy(other));
    from = route?.[1] && tidy(route[1]);
    to = (route?.[2] && tidy(route[2])) ?? to;
  }
  const named = NAMED_CITIES.exec(text);
  const inText = CITIES.exec(text);
  const counted = inText?.[1] ?? inText?.[2] ?? named?.[1];
  to ??= named?.[2] && tidy(named[2]);
  return { from, to, cities: counted === undefined ? undefined : numberSaid(counted) };
};

/** The name without the words of a sentence that only look like one; `undefined` when nothing is left. */
const tidy = (said: string): string | undefined => {
  const words = said.trim().split(/\s+/);
  while (words[0] !== undefined && NOT_PLACES.test(words[0])) words.shift();
  const calendar = words.findIndex((word) => CALENDAR.test(word));
  const kept = calendar < 0 ? words : words.slice(0, calendar);
  const name = kept
    .join(' ')
    .replace(/['’]s$/, '')
    .replace(/-$/, '');
  return name.length < 2 ? undefined : name;
};
