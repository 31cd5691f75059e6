/** On what terms a poll is asked for, beside its question: kept from the words that are the question. */
export interface PollTerms {
  readonly text: string;
  readonly anonymous?: true;
  /** Everybody may add options. */
  readonly growing?: true;
  /** Families that must answer by the deadline. */
  readonly quorum?: number;
}

const SECRET = /\b(?:anonymous|secret)(?:ly)?[, ]+(?=(?:score |scoring |rating |approval )?(?:poll|vote|ballot)\b)/i;
/** A message that asks for an anonymous poll, as surely as `poll` asks for one. */
export const ASKED_SECRETLY =
  /^\W*(?:please )?(?:(?:new|start an?|open an?|create an?|make an?) )?(?:anonymous|secret) (?:poll|vote|ballot)\b/i;
const GROWING =
  /[,;.(]?\s*\b(?:(?:and )?(?:anyone|anybody|everyone|everybody|all(?: families)?|the (?:others|families)|others|you) (?:can|may|could) (?:add|suggest)(?: (?:more|other|further|new|their own|an?|your own))? (?:options?|ideas?|choices?|dates?)(?: too| as well)?|open to (?:more|other|new) (?:options|ideas|suggestions))\)?/i;
const NUMBERS: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six'];
const QUORUM = new RegExp(
  `[,;.(]?\\s*\\b(?:with |needs? |and )?at least (\\d|${NUMBERS.join('|')}) (?:of the )?families(?: (?:must|have to|should|need to))?(?: (?:answer|vote|reply)(?:ing)?)?\\)?`,
  'i',
);

/** `anonymous poll: …`, `…, at least 3 families, by Friday`. */
export const readTerms = (message: string): PollTerms => {
  const least = QUORUM.exec(message)?.[1]?.toLowerCase();
  const number = least === undefined ? undefined : NUMBERS.indexOf(least) + 1 || Number(least);
  const quorum = number !== undefined && number >= 1 && number <= 6 ? number : undefined;
  const anonymous = SECRET.test(message);
  const growing = GROWING.test(message);
  return {
    text: (quorum === undefined ? message : message.replace(QUORUM, '')).replace(SECRET, '').replace(GROWING, ''),
    ...(growing && { growing }),
    ...(anonymous && { anonymous }),
    ...(quorum !== undefined && { quorum }),
  };
};
