import { readMoment } from './dates.ts';

/** Somebody speaks of when voting ends: the words up to where the moment stands. */
const OF_THE_END = [
  /\b(?:polls?|vot(?:e|es|ing)|ballot)\b.{0,40}?\b(?:ends?|ending|clos(?:e|es|ing)|(?:is|stays?|be|stay|keep it|left) open|open|runs?|goes on|go on|due)$/,
  /\b(?:close|end|stop|finish|keep|leave|hold)\b.{0,40}\b(?:poll|vote|voting)(?: open| going)?$/,
  /^(?:keep|leave|hold) (?:it|that|this) open$/,
  /^(?:give|allow) (?:it|that|this)(?: (?:some |more )?time)?$/,
  /^let (?:it|that|this) (?:run|go on|go|stay open)$/,
  /^(?:extend|prolong) (?:it|that|this|the deadline)$/,
  /\bextend\b.{0,30}\b(?:poll|vote|voting)(?: for us)?$/,
  /\bgive (?:people|everyone|everybody|them|the others|the families|us|all|folks)(?: (?:more )?time| a chance)?(?: to (?:vote|answer|decide))?$/,
  /\b(?:everyone|everybody|people|all|families|the others) (?:has|have|can|should|must) (?:time )?(?:to )?(?:vote|answer)$/,
  /\bdeadline\b.{0,12}\b(?:poll|vote|voting|votes)(?: is| to)?$/,
  /\b(?:poll|vote|voting)\b.{0,20}\bdeadline(?: is| to)?$/,
  /^(?:set|make|put|have|move|push|shift|change|extend) (?:a|the) deadline$/,
] as const;
/** A trip ends on a day, and a vote at an hour. */
const ENDS_IT = /^(?:close|end|stop|finish|make it (?:end|close)|let it (?:end|close)) ?(?:it|that|this)?$/;
const CLOCK = /\d[ap:h]| [ap]m\b|\bat \d|noon|midnight|midday/i;
const POLITE =
  /^(?:(?:please|pls|ok|okay|so|and|hey|let['’]?s|can (?:you|we)|could (?:you|we)|we (?:should|can|will))\b[, ]*)+/i;
const LINK = /(?:^|[\s,])(?:until|till|til|by|on|at|to|for|is|in)$/i;
const BESIDE = /^(?:on|at|by|the|until|please|pls|then|thanks|thx|instead|[\s.,!])*$/i;
/** Any time will do to see whether words name one. */
const ANY_TIME = new Date('2027-01-01T12:00:00Z');
const USUALLY = '20:00';

/** The words for the moment when voting is to end ("Friday noon"), where a message says that and nothing else. */
export const pollDeadlineIn = (message: string): string | undefined => {
  const text = message
    .trim()
    .slice(0, 200)
    .replace(/[.!\s]+$/, '');
  if (/\?|:(?!\d)|\bor\b/.test(text)) return undefined;
  const moment = readMoment(text, ANY_TIME, 'UTC', USUALLY)?.text;
  if (moment === undefined) return undefined;
  const at = text.indexOf(moment);
  const around = [text.slice(0, at), text.slice(at + moment.length)] as const;
  let before = around[0].trim().toLowerCase().replace(POLITE, '');
  while (LINK.test(before)) before = before.replace(LINK, '').trim();
  const after = around[1].replace(/\bto (?:vote|answer|decide)\b/i, '');
  const ends = OF_THE_END.some((words) => words.test(before)) || (ENDS_IT.test(before) && CLOCK.test(moment));
  return BESIDE.test(after) && ends ? moment : undefined;
};
