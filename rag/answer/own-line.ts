import type { Evidence } from '../retrieve/evidence.ts';
import type { Ranked } from './chosen.ts';
import { SURE_ENOUGH } from './confidence.ts';
import type { QuestionPart } from './question/question.ts';
import { momentsIn } from './values/moments.ts';

/** "When is our whale watch", "what day is the tour", "where is the dinner": of a thing nothing is asked but when or where. */
const WHEN =
  /^(?:so |and |but |ok )?(?:when|what time|(?:on |at )?(?:what|which) (?:day|date|time))(?:['’]?s| is| are| was| were) (?:the |our |my |your |that |this )?(?<thing>[\p{L}\p{N}'’ -]{3,60})$/iu;
const WHERE =
  /^(?:so |and |but |ok )?where(?:['’]?s| is| are| was| were) (?:the |our |my |your |that |this )?(?<thing>[\p{L}\p{N}'’ -]{3,60})$/iu;
/** What is asked of the thing behind it: "when is the pool open", "when is the rent due". */
const ASKS_MORE =
  /\b(?:open|closed?|shut|due|over|back|served|allowed|free|cheap\w*|busy|quiet|possible|ready|available|to|we|you|they|it|first|last|next|earliest|latest|high|low|best)\b/i;
const WHERE_LABEL = /^(?:where|place|location|address): /i;
/** It is told when it is over, what must be done before it, or when somebody wrote. */
const OTHER_MOMENT =
  /\b(?:ends?|return\w*|back|until|till|by|before|after|cancel\w*|refund\w*|pay\w*|paid|due|deadline|sent|closes?|check[- ]?out|valid|latest|boarding|arriv\w*)\b/i;
const MET = 0.7;
/** Nothing but its name need speak for the line that an entry has for this. */
const LESS_SURE = 2.5;
/** So much less sure may the line of another entry of that name be: both are told. */
const AS_SURE = 0.6;

/** The lines in which a thing's own entry, booking or letter says when or where it is; none where more, or something else, is asked. */
export const ownLines = (part: QuestionPart, ranked: readonly Ranked[], most: number): readonly Ranked[] => {
  const { thing } = (WHEN.exec(part.text) ?? WHERE.exec(part.text))?.groups ?? {};
  if (thing === undefined || ASKS_MORE.test(thing) || part.besideSaid) return [];
  const tells = WHERE.test(part.text) ? tellsWhere : tellsWhen;
  const first = ranked[0];
  // "Check-in is from three" is told of check-in, and the hour at which one lands is not.
  const called = first && first.sure >= SURE_ENOUGH ? namedBy(first.entry) : 0;
  const [best, ...others] = ranked.filter(
    ({ entry, sure }) =>
      sure >= SURE_ENOUGH - LESS_SURE && tells(entry.text) && isOfIt(part, entry) && namedBy(entry) >= called,
  );
  if (!best) return [];
  return [best, ...others.filter(({ sure }) => sure >= best.sure - AS_SURE)].slice(0, most);
};

const tellsWhere = (text: string): boolean => WHERE_LABEL.test(text);

/** A day with its time. */
const tellsWhen = (text: string): boolean =>
  !OTHER_MOMENT.test(text) && momentsIn(text).some(({ day, minutes }) => day !== undefined && minutes !== undefined);

/** How well the name is told here, above, or by the paper's own, where it is told worst; 1 in its own words. */
export const namedBy = ({ fits }: Evidence): number =>
  Math.min(1, ...fits.map(({ term, own, above, about }) => (term.weight < 1 ? 1 : Math.max(own, above, about))));

/** Whether all of the name is told here, above, or by the paper's own. */
const isOfIt = ({ terms }: QuestionPart, entry: Evidence): boolean =>
  terms.every(({ meant }) => meant !== 'asked') &&
  entry.fits.some(({ term }) => term.weight === 1) &&
  namedBy(entry) >= MET;
