import { HIDDEN_MARK } from '../../ingest/block.ts';
import type { AnswerKind } from '../question/answer-kind.ts';

/** Who wrote and when is what a letter is from, not what it says; "From: pier 2" says where something leaves. */
const LETTERHEAD = /^(?:Sent|Subject): |^(?:From|To): (?:.*@|\D*$)/;
const ASKS_WRITER: ReadonlySet<AnswerKind> = new Set(['email', 'person', 'web']);
/** How a letter begins: it names somebody and says nothing. */
const GREETING =
  /^(?:hi|hello|hey|hola|dear|ciao|car[ao]|hej|bonjour|ch[eè]re?|hallo|liebe[rs]?|ol[aá])\b[^.!?:]{0,40}[,!]?$/i;
/** What somebody else asked, in a letter that is quoted, tells nothing. */
const ONLY_ASKS = /^[^.!?]*\?$/;
/** A heading that is set before its text says what is told there: "Who may steer", "How to pay". */
const ONLY_TELLS_WHAT = /^(?:who|whom|whose|what|when|where|which|why|how)(?: [\p{L}'’-]+){1,6}\.?$/iu;
/** Two clauses: "when it rains we meet indoors". */
const IS_WHOLE = /^when (?:it|we|you|they)\b/i;
/** A place with its code and no word of what is there. */
const ONLY_ADDRESS =
  /^(?:[\p{L} .'’-]+,? )?(?:\d{4,5}(?:-\d{3,4})?(?: \p{Lu}[\p{L}'’-]*){1,3}|\p{Lu}{1,2}\d\p{L}?\d? \d\p{Lu}{2}|\p{Lu}{2} \d{5}|\p{Lu}\d\p{Lu} \d\p{Lu}\d)\.?$/u;
const ASKS_WHETHER: ReadonlySet<AnswerKind> = new Set(['yes-no', 'case', 'money', 'clock', 'duration', 'reason']);

/**
 * Whether a line is nobody's answer to a question of the kind, whatever words it has: signs alone, what its author hid, how a
 * letter begins, what somebody asked, what the text below it is about.
 */
export const saysNothing = (text: string, kind: AnswerKind): boolean =>
  !/[\p{L}\p{N}]/u.test(text) ||
  // What the author hid is shown as hidden where documents are shown.
  text.startsWith(HIDDEN_MARK) ||
  GREETING.test(text) ||
  ONLY_ASKS.test(text) ||
  (ONLY_TELLS_WHAT.test(text) && !IS_WHOLE.test(text)) ||
  (LETTERHEAD.test(text) && !ASKS_WRITER.has(kind)) ||
  (ONLY_ADDRESS.test(text) && ASKS_WHETHER.has(kind));
