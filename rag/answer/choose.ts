import { HIDDEN_MARK } from '../ingest/block.ts';
import type { Evidence } from '../retrieve/evidence.ts';
import { besideOf, confidence, SURE_ENOUGH } from './confidence.ts';
import { goingOn, type Said } from './going-on.ts';
import type { QuestionPart } from './question.ts';

/** How much less sure than the best (in log odds) another document's sentence may be to be given, too: two bookings may both have a check-in. */
const NEARLY_AS_SURE = 1.3;
/** The same for the sentence before or after the best: what is said in two sentences. */
const GOES_ON = 0.8;
/** Where several things are wanted, what is at most this much less sure is one of them. */
const ONE_OF_SEVERAL = 1.5;
/** The same for what stands in one passage with the best: rows of one table, items of one list. */
const ONE_OF_A_LIST = 2.5;
/** An answer is as many sentences as it takes to hold it with this probability… */
const ENOUGH_OF_IT = 0.75;
/** …each of which holds it with this one at least. Measured: see ADR 30. */
const WORTH_SAYING = 0.1;
/** Above this, a sentence that is not sure enough is worth showing as what stands nearest. Measured: see ADR 29. */
const NEAR_ENOUGH = -2;
/** So much less sure than the nearest may the next be. */
const AS_NEAR = 2;
/** Who wrote and when is what a letter is from, not what it says. */
const LETTERHEAD = /^(?:From|Sent|To|Subject): /;
const ASKS_WRITER: ReadonlySet<string> = new Set(['email', 'person', 'web']);
/** How a letter begins: it names somebody and says nothing. */
const GREETING =
  /^(?:hi|hello|hey|hola|dear|ciao|car[ao]|hej|bonjour|ch[eè]re?|hallo|liebe[rs]?|ol[aá])\b[^.!?:]{0,40}[,!]?$/i;
/** What somebody else asked, in a letter that is quoted, tells nothing. */
const ONLY_ASKS = /^[^.!?]*\?$/;
/** So much less than sure enough may the first sentence under a question be. */
const OPENING = 1.5;

/**
 * The sentences that answer one part of a question, the surest first (several that are wanted: as their document has
 * them); none when nothing is sure enough.
 */
export const choose = (
  part: QuestionPart,
  evidence: readonly Evidence[],
  most: number,
  before: readonly Said[] = [],
): readonly Ranked[] => {
  // "Where is the hotel?" asks for its address, when there is one; any sentence with a place in it would do otherwise.
  if (part.kind === 'place' && part.terms.every(({ names }) => names)) {
    const addresses = surest({ ...part, kind: 'address' }, evidence, most, before);
    if (addresses.length > 0) return addresses;
  }
  return surest(part, evidence, most, before);
};

/**
 * Where nothing is sure enough to be an answer: the sentences that stand nearest, the surest first; none when they share
 * nothing with what is asked.
 */
export const nearestTo = (
  part: QuestionPart,
  evidence: readonly Evidence[],
  most: number,
  before: readonly Said[] = [],
): readonly Ranked[] => {
  const ranked = rank(part, evidence, before);
  const bar = Math.max(NEAR_ENOUGH, (ranked[0]?.sure ?? 0) - AS_NEAR);
  return ranked.slice(0, most).filter(({ entry, sure }) => sure >= bar && sharesAny(entry));
};

/**
 * What is told after the chosen sentences where those alone hold the answer too seldom: the likeliest others, at most
 * `most` with them. The sureness of all that was found, and of nothing at all, is read as a softmax, as it was fitted.
 */
export const besidesThem = (
  chosen: readonly Ranked[],
  part: QuestionPart,
  evidence: readonly Evidence[],
  most: number,
  before: readonly Said[] = [],
): readonly Ranked[] => {
  const ranked = rank(part, evidence, before);
  const total = ranked.reduce((sum, { sure }) => sum + Math.exp(sure), 1);
  const isChosen = ({ entry }: Ranked): boolean => chosen.some((one) => one.entry === entry);
  let held = ranked.filter(isChosen).reduce((sum, { sure }) => sum + Math.exp(sure) / total, 0);
  const besides: Ranked[] = [];
  for (const one of ranked) {
    const share = Math.exp(one.sure) / total;
    if (held >= ENOUGH_OF_IT || share < WORTH_SAYING || chosen.length + besides.length >= most) break;
    if (isChosen(one)) continue;
    besides.push(one);
    held += share;
  }
  return besides;
};

/** Whether something that is asked, and not merely for whom or who says it, is told here or above. */
const sharesAny = ({ fits }: Evidence): boolean =>
  fits.some(({ term, aside, own, above }) => term.weight === 1 && !aside && Math.max(own, above) > 0);

const surest = (
  part: QuestionPart,
  evidence: readonly Evidence[],
  most: number,
  before: readonly Said[],
): readonly Ranked[] => {
  const ranked = rank(part, evidence, before);
  const [best, ...others] = ranked;
  if (!best || best.sure < SURE_ENOUGH) return [];
  const opening = openingOf(best, ranked);
  const also = others.filter(({ entry, sure }) => {
    if (sure < SURE_ENOUGH) return false;
    if (part.many)
      return (
        sure >= best.sure - ONE_OF_SEVERAL ||
        (entry.passage === best.entry.passage && sure >= best.sure - ONE_OF_A_LIST)
      );
    if (entry.passage === best.entry.passage)
      return Math.abs(entry.unit - best.entry.unit) === 1 && sure >= best.sure - GOES_ON;
    return sure >= best.sure - NEARLY_AS_SURE && entry.passage.documentId !== best.entry.passage.documentId;
  });
  const chosen = [opening, ...(part.many ? also : also.slice(0, 1))].slice(0, most);
  return part.many ? asTold(chosen) : chosen;
};

/** All that may answer, the surest first. */
const rank = (part: QuestionPart, evidence: readonly Evidence[], before: readonly Said[]): readonly Ranked[] => {
  const beside = besideOf(part, evidence);
  return (
    evidence
      // What the author hid is shown as hidden where documents are shown; it is nobody's answer.
      .filter(
        ({ text }) =>
          !text.startsWith(HIDDEN_MARK) &&
          !GREETING.test(text) &&
          !ONLY_ASKS.test(text) &&
          (!LETTERHEAD.test(text) || ASKS_WRITER.has(part.kind)),
      )
      .map((entry) => ({ entry, sure: confidence(entry, beside) + goingOn(part, entry, before) }))
      .sort((a, b) => b.sure - a.sure)
  );
};

/** Sentences of one passage in the order they have there; passages in the order they came. */
const asTold = (chosen: readonly Ranked[]): readonly Ranked[] =>
  [...Map.groupBy(chosen, ({ entry }) => entry.passage).values()].flatMap((own) =>
    own.toSorted((a, b) => a.entry.unit - b.entry.unit),
  );

/** A sentence, and how surely it answers, as log odds. */
export interface Ranked {
  readonly entry: Evidence;
  readonly sure: number;
}

/** Under a heading that is itself the question, its answer begins with the first sentence ("Is it accessible? Every level…"). */
const openingOf = (best: Ranked, ranked: readonly Ranked[]): Ranked => {
  const { passage, covered, coveredHere } = best.entry;
  if (!passage.heading?.endsWith('?') || covered - coveredHere < 0.2) return best;
  const first = ranked.find(({ entry }) => entry.unit === 0 && entry.passage === passage);
  return first && first.sure >= SURE_ENOUGH - OPENING ? first : best;
};
