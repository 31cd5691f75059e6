import { stem } from './stem.ts';

/** A question that is put to what is not so. In any case; a condition or another clause behind it is not looked at. */
const ASKS_NOT =
  /^(?:so |and |but )?(?:(?:on|in|at|for|to|from) )?(?:what|which|who|whose|where|when)\b(?! (?:if|happens)\b)(?:(?!,| (?:if|when|because|cos|who|that) ).)*?\b(?<not>not|cannot|never|(?:ca|do|is|are|does|wo|should|must|did|was|were|could|would|has|have|had)n['’]?t)\b(?: (?:we|i|you|they|he|she|it|one|the kids|everyone|be|to)\b)* ?(?<so>\p{L}+)?/iu;
/** It is asked what may not be. */
const ASKS_BANNED = /\b(?:can(?:not|['’]?t)?|(?:may|must|should)(?:n['’]?t)?|allowed|permitted|supposed)\b/i;
/** What says that something is not so; what somebody cannot eat is told by what they are allergic to. */
const SAYS_NOT =
  /\b(?:no|not|none|nobody|nothing|nowhere|never|neither|nor|without|cannot|\p{L}+n['’]t|(?:ca|do|is|are|does|wo|should|must|did)nt|except\p{L}*|exclud\p{L}+|exclusions?|exempt|apart|extra|unless|forbidden|prohibited|banned|barred|refus\p{L}+|closed|shut|rests?|day off|off limits|unsuitable|left out|leave .{1,60} (?:at home|behind|at the|in the)|stays? (?:at home|behind)|allerg\p{L}+|intoleran\p{L}+|co?eliac|vegan|vegetarian|\p{L}+-free)\b/iu;
/** What says that something may not be. */
const SAYS_BANNED =
  /\b(?:(?:not|never) (?:be )?(?:allowed|permitted|welcome|enter|come|go|taken|brought|used)|forbidden|prohibited|banned|barred|off limits|(?:must|may|can|should)(?: ?not|n['’]?t)|cannot|can['’]?t|please (?:do not|don['’]?t|leave|never)|don['’]?t (?:bring|take|pack|use|feed|touch))\b/i;
/** "Not included", "no refund", "never on Sundays": so many words may stand between. */
const NOT_SO = /\b(?:not|no|never|cannot|\p{L}+n['’]t)\b(?: \p{L}+){1,3}/giu;
/** What is not open is closed. By stem. */
const ANOTHER_WORD: ReadonlyMap<string, RegExp> = new Map([
  [stem('open'), /\b(?:closed|shut)\b/i],
  [stem('run'), /\bno (?:service|train|bus|boat)/i],
]);

/** Whether it is asked what is not so: "what isn't covered", "who can't come", "which day is it not open". */
export const asksWhatIsNot = (question: string): boolean => ASKS_NOT.test(question);

/** Whether a sentence says of anything that it is not so. */
export const saysWhatIsNot = (text: string): boolean => SAYS_NOT.test(text);

/** Whether a sentence says not so in the very words that are asked: "not included", or that it may not be where that is asked. */
export const saysTheSameNot = (question: string, text: string): boolean => {
  const { so = '' } = ASKS_NOT.exec(question)?.groups ?? {};
  if (ASKS_BANNED.test(question) && SAYS_BANNED.test(text)) return true;
  const asked = stem(so.toLowerCase());
  if (asked === '') return false;
  return (
    (ANOTHER_WORD.get(asked)?.test(text) ?? false) ||
    [...text.matchAll(NOT_SO)].some(({ 0: said }) =>
      said
        .toLowerCase()
        .split(' ')
        .slice(1)
        .some((word) => stem(word) === asked),
    )
  );
};
