import { amend, replaceIn } from './amend.ts';

/** Says that the last thing was not meant so. */
const LEAD =
  /^(?:(?:oh|oops|whoops|ah|argh|um|er|no|nope|nah|naw|sorry|wait|hang on|correction|actually)\b[\s,.:!-]*)*(?:(?:no|nope|nah|naw|oops|whoops|sorry|wait|correction|actually|my (?:bad|mistake))\b|(?:(?:that|this|it)(?:['’]?s| is| was)|you got (?:it|that)|i (?:got|had|said|typed|put) (?:it|that))(?: (?:not|n['’]t))? (?:wrong|right|correct|incorrect)\b|wrong\b|typo\b|(?:i|we) (?:mean|meant)\b|make (?:that|it)\b|(?:it|that|this) (?:should|must) (?:be|have been|say)\b|rather\b)[\s,.:!-]*(?:(?:i|we) (?:mean|meant)\b[\s,:]*|make (?:that|it)\b\s*|(?:it|that)(?: i|['’]?)s\b\s*|wait\b[\s,]*|sorry\b[\s,]*)*/i;
const OPENS = /^(?:(?:oh|oops|whoops|ah|argh|um|er|no|nope|nah|naw|sorry|wait|hang on|actually|hmm)\b[\s,.:!-]*)+/i;
const X_NOT_Y = /^(.{1,40}?),? (?:and )?not (.{1,40}?)[.!]*$/i;
const NOT_X_BUT_Y = /^(?:it['’]?s )?not (.{1,40}?)(?:,| but| -) ?(?:but )?(.{1,40}?)[.!]*$/i;
/** "Her name is Clare", "his age is 5": what they say of somebody just named. */
const OF_THEM =
  /^(?:(?:his|her|their|its|the) (?:\p{L}+ )?(?:is|was|should be|are)(?: called| spelled)?|(?:it|that) (?:was|is|cost|should be)) /iu;
const ONLY_MEANS = /^(?:it['’]?s|its) (?=.{1,40} not )/i;

/** The words after those that take back what was said: "actually undo that" is "undo that". */
export const withoutLead = (text: string): string => text.trim().replace(OPENS, '');

/**
 * What somebody now says they had meant, when the message corrects what they said before: "no, Saturday", "I meant 5 not
 * 4", "not dinner, lunch". Nothing when it is no correction, or fits nowhere.
 */
export const corrected = (text: string, said: string): string | undefined => {
  const words = text.trim();
  const lead = LEAD.exec(words)?.[0] ?? '';
  const rest = words.slice(lead.length).replace(ONLY_MEANS, '').replace(OF_THEM, '').trim();
  const swapped = NOT_X_BUT_Y.exec(rest);
  if (swapped) return replaceIn(said, swapped[1] ?? '', swapped[2] ?? '');
  const pair = X_NOT_Y.exec(rest);
  const replaced = pair && replaceIn(said, (pair[2] ?? '').replace(/^(?:the|an?) /i, ''), pair[1] ?? '');
  if (replaced) return replaced;
  return lead === '' ? undefined : amend(said, rest);
};

const ADDS = /^(?:and|what about|how about|the same|also)\b/i;

/** What somebody asks once more of another thing: "and for the Garcias?", "and day 3?". */
export const saidAgain = (text: string, said: string): string | undefined =>
  ADDS.test(text.trim()) ? amend(said, text) : undefined;

/** One breath that puts itself right: `25 pounds, no wait, 30`, `friday... i mean saturday`. */
const ITSELF =
  /^(.{3,120}?)(?:\s*(?:\.{2,}|…|[,;–-])\s*|\s+)((?:no,? wait|wait,? no|no,? sorry|sorry,? (?:no|i mean)|i mean|i meant|make that|oops)\b.{2,120})$/i;

/** The message as it was meant, where its end puts its beginning right; nothing when it does not. */
export const correctedItself = (text: string): string | undefined => {
  const [, said, instead] = ITSELF.exec(text.trim()) ?? [];
  return said === undefined || instead === undefined ? undefined : corrected(instead, said);
};
