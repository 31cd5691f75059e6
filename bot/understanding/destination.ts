/** Where the name of a place is over: at what is said of it, or when, or with whom. */
const NAME = String.raw`([\p{L}][\p{L}' -]{1,40}?)`;
const OVER = String.raw`(?=\s*(?:[,.!?:;(]|$|\b(?:from|on|in|with|for|next|this|over|at|during|sometime|please|pls|w|sounds?|seems?|looks?|would|could|might|is|was|has|i think|we think|maybe|perhaps|again|then|because|but|if|or|so|it)\b|\d))`;
const START =
  /^(?:please |i(?:'d| would) like to |i want to |we want to |let'?s |can you |help us )?(?:start|create|make|plan(?:ning)?|doing|begin|set up|organi[sz]e)?\s*(?:a |our |the )?(?:new )?(?:family )?(?:trip|holiday|vacation|getaway|weekend)?\s*(?:(?:called|named|to|in|for)\b)?[:\s]*/i;
/** What leads up to a place in an answer: `how about Rome`, `we were thinking Crete`. */
const ABOUT =
  /^(?:(?:u+m+|h+m+|ok(?:ay)?|oh|well|so|yes|yeah|maybe|perhaps|probably|(?:how|what) about|let'?s (?:do|say|go (?:to|for|with))|(?:we|i)(?:'re| are|'m| am| were| was|'d| would)?(?: all)? (?:thinking(?: of| about)?|like|love|fancy|prefer|want(?: to go to)?|thought(?: of)?)|somewhere (?:in|around|near))\b[,! ]*)+/i;
const TO_PLACE = new RegExp(
  String.raw`\b(?:trip|holiday|vacation|getaway|weekend|break|week|villa|cottage|camping|ski(?:ing)?|off|travel|go(?:ing)?|visit|planning|thing)\s+(?:to|in)\s+${NAME}${OVER}`,
  'iu',
);
const PLACE = new RegExp(`^(?:to |in |it'?s )?${NAME}${OVER}`, 'iu');

/** Kinds of places, which are nowhere yet: `to the sea`, `somewhere warm`. */
export const NOWHERE_YET =
  /^(?:(?:the|a|some|somewhere|anywhere|nice|sunny|warm|hot|cold|quiet)\b ?)*(?:seas?|seaside|beach(?:es)?|coast|mountains?|hills|lakes?|countryside|islands?|sun|snow|woods|forest|city|south|north|east|west|abroad|somewhere|warm|hot|sunny|nice|quiet)$/i;

/** Where the trip goes, when the message says so; `bare`: the words answer where. */
export const readDestination = (text: string, bare: boolean): string | undefined => {
  const words = text.slice(0, 300).trim();
  const answer = words.replace(ABOUT, '').replace(START, '');
  const place = TO_PLACE.exec(words)?.[1] ?? (bare ? PLACE.exec(answer)?.[1] : undefined);
  const tidy = place?.trim().replace(/^(?:the|new trip|trip)\s+/i, '');
  return tidy === undefined || tidy.length < 2 || NOWHERE_YET.test(tidy)
    ? undefined
    : tidy.replace(/\b\p{Ll}/gu, (letter, at: number) => (at === 0 ? letter.toUpperCase() : letter));
};
