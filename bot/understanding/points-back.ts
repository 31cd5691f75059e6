/** The longest message that is looked at for words that point back; a longer one says what it is about. */
const MOST_WORDS = 8;
const POINTS = /\b(?:it|that|this|them)(?: one)?\b/i;
/** Why it is taken back, said behind it: `she's not coming`, `because we changed our minds`. */
const REASON =
  /(?:[\s,;.:–-]+(?:because|cos|coz|cuz|since|bc|sorry)\b.*|[\s,;.:–-]+(?:she|he|they|we|i|it|nobody|plans?|that|there|my \w+|our \w+|the \w+)(?:(?:['’]?(?:s|re|m|ll|d|ve))|\s+(?:is|are|am|was|were|will|wo|ca|can|could|do|does|has|have|had|did|just|already|changed?|decided|wants?|meant|said|got|paid|found|made))(?:n['’]?t)?\b.*)$/is;
const TAKES_BACK =
  /^(?:(?:please|pls|ok|okay|oh|no|actually|can you|could you|and|then)[\s,]+)*(?:delete|remove|cancel|scrap|scratch|drop|bin|erase|take|undo|revert|reverse)\s+(?:it|that|this|that one|this one|the last one|that again|it again)(?:\s+(?:back|out|off|away))?(?:[\s,]+(?:please|pls|again|now))*[.!]*$/i;

/** Whether words point at something that was spoken of before, and do not name it. */
export const pointsBack = (text: string): boolean => text.split(/\s+/).length <= MOST_WORDS && POINTS.test(text);

/** Whether the words ask for no more than that the last thing be taken back: "delete it", "scrap that, she's not coming". */
export const takesBackLast = (text: string): boolean => {
  const words = text.trim().slice(0, MOST);
  return TAKES_BACK.test(words) || TAKES_BACK.test(words.replace(REASON, ''));
};
const MOST = 200;

/** The words with what they point at named in its place. */
export const named = (text: string, what: string): string => text.replace(POINTS, () => what);
