import { amountsInWords } from './amount-words.ts';
import { readDays } from './days/read-days.ts';
import { readTimes } from './times.ts';

/** Where one request may end and another begin. */
const SEAM =
  /(?:[.;!?\n]+\s*|,?\s+)(?:and|then|also|plus|oh and|&)\s+(?:then\s+|also\s+)?|[.;!\n]+\s+|\?\s+(?=\S)|,\s+/gi;
/** A clause does not begin with somebody who was just spoken of. */
const CARRIES_ON =
  /^(?:s?he|they|it|his|her|their|its|aged?|years?|old|s?he['’]?s|they['’]?re|it['’]?s|hes|shes|or|but|so|because|cos|if)\b/i;
/** After a comma these carry on as well; after an "and" they begin a question. */
const CARRIES_ON_AFTER_COMMA = /^(?:who|which|that|when|where)\b/i;
const LONGEST = 400;
/** An "and" belongs to its "between". */
const BETWEEN = /\bbetween\s+[^,.;!?]*$/i;
/** Any day: the words are only looked at for one. */
const ANY_DAY = '2027-01-01';

/** The words name days and times, and nothing else: "12 and 13 June" is one span. */
const onlyWhen = (words: string): boolean => {
  const said = [...readDays(words, ANY_DAY), ...readTimes(words)].map(({ text }) => text);
  return !/\p{L}{3}/u.test(said.reduce((rest, when) => rest.replace(when, ' '), words));
};

const MOST_PARTS = 12;

/** A message cut in two, at the end of a sentence, at an "and", or at a comma. */
export interface Cut {
  readonly left: string;
  readonly right: string;
  readonly seam: 'sentence' | 'and' | 'comma';
}

/** Speaks of what came before as a thing. */
const ABOUT_IT = /\b(?:for|of|on|with|about) (?:it|that|them)\b|\b(?:it|them)[.!]*$/i;
/** The fewest words of a request beside another. */
const FEWEST = 2;

/** The places where a message may be two requests, the first first. */
export const cutsOf = (message: string): readonly Cut[] => {
  const text = message.trim();
  if (text.length > LONGEST) return [];
  const amounts = amountsInWords(text);
  return [...text.matchAll(SEAM)].flatMap((match) => {
    // "Four hundred and twenty" is one number.
    if (amounts.some(({ from, to }) => match.index > from && match.index < to)) return [];
    const left = text.slice(0, match.index).trim();
    const right = text.slice(match.index + match[0].length).trim();
    const seam = /[.;!?\n]|\balso\b/i.test(match[0]) ? 'sentence' : /[a-z&]/i.test(match[0]) ? 'and' : 'comma';
    if (left === '' || CARRIES_ON.test(right) || right.split(/\s+/).length < FEWEST) return [];
    if (seam !== 'sentence' && left.split(/\s+/).length < FEWEST) return [];
    if (seam === 'comma' && (/^\d/.test(right) || CARRIES_ON_AFTER_COMMA.test(right))) return [];
    if (seam === 'and' && (BETWEEN.test(left) || onlyWhen(right))) return [];
    if (seam !== 'sentence' && ABOUT_IT.test(right)) return [];
    return [{ left, right, seam } as const];
  });
};

/** The parts of a message between its marks and "so", "but" and the like; the longest message has a dozen. */
export const partsOf = (message: string): readonly string[] =>
  message
    .split(/[.,;!?:\n()]+\s*|\s+(?:so|but|and|anyway|because|that)\s+/i)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= FEWEST)
    .slice(0, MOST_PARTS);
