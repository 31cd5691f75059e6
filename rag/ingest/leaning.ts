/** "It runs every ten minutes", "That is normal", "The other two have fans": what is spoken of stands in the sentence before. */
const POINTS_BACK =
  /^(?:it|its|it's|they|their|this|these|those|he|she|his|her|both|there(?!'s|\s+(?:is|are|was|were|will|may|can)\b)|after that|then|that(?:'s|\s+(?:is|was|means|includes|costs|takes|way|also))|nobody|no one|not|neither|either one|otherwise|the (?:others?|rest|latter|former|same)\b|(?:the )?(?:others|second|other|last|first|next) one|from then on|until then|before that|for (?:bigger|smaller|older|younger|larger|other) ones)\b/i;
/** "Cover it after use", "Prams can be rented there": so does what is to be done, or where. */
const LONGEST_POINTING = 90;
const POINTS_WITHIN =
  /^(?:please,? |then,? |kindly |always |never |just )?(?!(?:if|when|once|after|before|as|where|for|in|on|at)\b)\p{L}+ (?:it|them|him|her|these)\b|^(?!.*\bif\b).*\b(?:rented|hired|bought|borrowed|found|left|sold|paid|parked|stay|wait|meet|eat|park|go|get) there\b/iu;

/** Whether a sentence leans on the one before it. */
export const leansOnPrevious = (text: string): boolean =>
  POINTS_BACK.test(text) || (text.length <= LONGEST_POINTING && POINTS_WITHIN.test(text));
