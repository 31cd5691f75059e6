import { numberSaid, numberWords } from '../../trips/number-words.ts';
import { readPollWords } from './poll-words.ts';

/** On what terms a poll is asked for, beside its question: kept from the words that are the question. */
export interface PollTerms {
  readonly text: string;
  readonly anonymous?: true;
  /** Everybody may add options. */
  readonly growing?: true;
  /** Families that must answer by the deadline. */
  readonly quorum?: number;
}

const KIND = '(?:(?:score|scoring|rating|approval|rank|ranking|ranked|date|dates|day|doodle) )?';
const SECRET = new RegExp(`\\b(?:anonymous|secret)(?:ly)?[, ]+(?=${KIND}(?:poll|vote|ballot)\\b)`, 'i');
/** `…, anonymously`, `… (keep it secret)`. */
const SECRET_AT_LAST =
  /\s*[,;.(?]\s*(?:and )?(?:please )?(?:(?:keep|make|do) it )?(?:anonymous(?:ly)?|secret(?:ly)?|in secret)(?: please)?[\s.)!]*$/i;
/** A message that asks for an anonymous poll, as surely as `poll` asks for one. */
export const ASKED_SECRETLY = new RegExp(
  `^\\W*(?:please )?(?:(?:new|start an?|open an?|create an?|make an?) )?(?:anonymous|secret) ${KIND}(?:poll|vote|ballot)\\b`,
  'i',
);
const GROWING =
  /[,;.(]?\s*\b(?:(?:and )?(?:anyone|anybody|everyone|everybody|all(?: families)?|the (?:others|families)|others|you) (?:can|may|could) (?:add|suggest)(?: (?:more|other|further|new|their own|an?|your own))? (?:options?|ideas?|choices?|dates?)(?: too| as well)?|open to (?:more|other|new) (?:options|ideas|suggestions))\)?/i;
const QUORUM = new RegExp(
  `[,;.(]?\\s*\\b(?:with |needs? |and )?at least (\\d|${numberWords(1, 6)}) (?:of the )?families(?: (?:must|have to|should|need to))?(?: (?:answer|vote|reply)(?:ing)?)?\\)?`,
  'i',
);

/** `anonymous poll: …`, `…, at least 3 families, by Friday`. */
export const readTerms = (message: string): PollTerms => {
  const least = QUORUM.exec(message)?.[1]?.toLowerCase();
  const number = least === undefined ? undefined : numberSaid(least);
  const quorum = number !== undefined && number >= 1 && number <= 6 ? number : undefined;
  const growing = GROWING.test(message);
  const others = (quorum === undefined ? message : message.replace(QUORUM, '')).replace(GROWING, '');
  const anonymous = SECRET.test(others) || SECRET_AT_LAST.test(others);
  return {
    text: others.replace(SECRET, '').replace(SECRET_AT_LAST, (said) => (said.includes('?') ? '?' : '')),
    ...(growing && { growing }),
    ...(anonymous && { anonymous }),
    ...(quorum !== undefined && { quorum }),
  };
};

/** Whether a sentence goes on with a wish for a poll: it says on what terms, or gives the options that a question has not had. */
export const goesOn = (sentence: string, before: string): boolean =>
  onlyTerms(sentence) || (LISTS.test(sentence) && readPollWords(before)?.options.length === 0);
/** Several things, and no question. */
const LISTS = /^(?=[^?]*(?:,|\bor\b|\bo\b|[|/]))[^?]+$/i;

/** Whether a sentence says on what terms a poll is asked for, and nothing else. */
export const onlyTerms = (sentence: string): boolean => {
  const { text, ...terms } = readTerms(`. ${sentence}`);
  return Object.keys(terms).length > 0 && !/[\p{L}\p{N}]/u.test(text);
};
