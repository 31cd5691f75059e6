/** The longest message that is looked at for words that point back; a longer one says what it is about. */
const MOST_WORDS = 8;
const POINTS = /\b(?:it|that|this|them)(?: one)?\b/i;
const TAKES_BACK =
  /^(?:(?:please|pls|ok|okay|oh|no|actually|can you|could you|and|then)[\s,]+)*(?:delete|remove|cancel|scrap|scratch|drop|bin|erase|take|undo|revert|reverse)\s+(?:it|that|this|that one|this one|the last one|that again|it again)(?:\s+(?:back|out|off|away))?(?:[\s,]+(?:please|pls|again|now))*[.!]*$/i;

/** Whether words point at something that was spoken of before, and do not name it. */
export const pointsBack = (text: string): boolean => text.split(/\s+/).length <= MOST_WORDS && POINTS.test(text);

/** Whether the words ask for no more than that the last thing be taken back: "delete it". */
export const takesBackLast = (text: string): boolean => TAKES_BACK.test(text.trim());

/** The words with what they point at named in its place. */
export const named = (text: string, what: string): string => text.replace(POINTS, () => what);
