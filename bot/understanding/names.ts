import { readSpanishAge } from './age-words.ts';
import { withoutPlease } from './commands.ts';

/** Words that stand in what people say, and in no name. */
const SAYS =
  /(?<!\p{L})(?:es|está|somos|tengo|tenemos|tiene[ns]?|quiero|queremos|podemos|puede[ns]?|nuestr[oa]s?|cu[aá]nt[oa]s?|cu[aá]ndo|d[oó]nde|qu[eé]|c[oó]mo|qui[eé]n(?:es)?|cu[aá]l(?:es)?|cuestan?|hay|hace[ns]?)(?!\p{L})|\b(?:was|were|is|are|am|be|been|that|this|these|he|she|we|you|they|it|what|when|where|who|how|why|wrong|right|not|can|could|do|does|did|have|has|had|want|need|would|will|should|to|for|from|with|about|on|in|at|of|if|but|because|undo|show|tell|remind|invite|add|paid|pay|vote|poll|plan|trip|loves?|likes?|hates?|gets?|joins?|uses?|eats?|walks?|sleeps?)\b/iu;
const LEAD =
  /^(?:(?:hi|hello|hey|ok|okay|oh|um|it['’]?s|its|i['’]?m|i am|(?:my )?name['’]?s?(?: is)?|call me|this is|we are|we['’]?re|the|called|add|invite|just|please|my|our)\b[\s,]*)+/i;
/** An age may stand beside a name, and no sum. */
const AMOUNT = /[€$£]|\d\s?k\b|\d{3}/i;
const MOST_WORDS = 6;

/** Whether words may be somebody's name, perhaps with what leads up to it and an age, and not something said instead. */
export const mayBeName = (text: string): boolean => {
  const words = withoutPlease(text).replace(LEAD, '');
  return (
    words !== '' &&
    words.split(/\s+/).length <= MOST_WORDS &&
    !SAYS.test(words) &&
    !AMOUNT.test(words) &&
    !/\?\s*$/.test(words) &&
    !readSpanishAge(text)
  );
};
