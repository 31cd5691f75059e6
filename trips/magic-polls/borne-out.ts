/** Names, numbers and other marks of a fact: what must stand in the source. */
const FACTS = /\d+(?:[.,:]\d+)*|[€$£¥]|(?<![.!?]\s|^)\b\p{Lu}[\p{L}'’-]+/gu;
/** Words that claim a fact without a number. */
const CLAIMS =
  /\b(?:free|cheap(?:est|er)?|open|closed|daily|vegetarian|vegan|halal|kosher|nuts?|gluten|dairy|wheelchair|step-free|stairs?|lift|elevator|stroller|parking|pool|beach|playground|garden|terrace|view|central|near|close|minutes?|walk(?:ing)?|metro|discount|included|breakfast|lunch|dinner|award|best|famous|popular|safe|quiet|new|award-winning|booked|available|indoors?|outdoors?|mon|tues?|wednes|thurs?|fri|satur|sun)(?:days?)?\b/gi;
/** Sentences that speak of the vote instead of the thing. */
const OF_THE_VOTE =
  /\b(?:vot(?:e|es|ed|ing)|polls?|options?|choose|pick|select|winn?(?:s|er|ing)?|ignore|instructions?)\b/i;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The sentences of `words` that `source` bears out: every number, name and claim in them stands there. The rest is dropped;
 * `undefined` when nothing is left. At most `most` characters, whole sentences only.
 */
export const borneOut = (words: string, source: string, most: number): string | undefined => {
  const known = plain(source);
  const kept: string[] = [];
  for (const sentence of words
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?])\s+/)) {
    if (sentence === '' || OF_THE_VOTE.test(sentence) || /https?:|www\./i.test(sentence)) continue;
    const facts = [...sentence.matchAll(FACTS), ...sentence.matchAll(CLAIMS)].map(([fact]) => plain(fact));
    if (!facts.every((fact) => standsIn(known, fact))) continue;
    if ([...kept, sentence].join(' ').length > most) break;
    kept.push(sentence);
  }
  return kept.length > 0 ? kept.join(' ') : undefined;
};

/** Whether a fact stands in the source as a word or number of its own: 1 is not borne out by 10. */
const standsIn = (known: string, fact: string): boolean => {
  const escaped = fact.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d]|\\d[.,:])${escaped}(?![\\p{L}\\d]|[.,:]\\d)`, 'u').test(known);
};
