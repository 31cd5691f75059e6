import type { Evidence } from '../retrieve/evidence.ts';
import { saysNothing } from './checks/says-nothing.ts';
import type { Ranked } from './chosen.ts';
import { besideOf, confidence, SURE_ENOUGH } from './confidence.ts';
import { faresOf, singleFareOf } from './fares.ts';
import { goingOn, type Said } from './going-on.ts';
import { namedBy, ownLines } from './own-line.ts';
import { holdsAnswer } from './question/answer-kind.ts';
import type { QuestionPart } from './question/question.ts';
import { disagree } from './values/values.ts';

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
/** So much less than sure enough may the first sentence under a question be. */
const OPENING = 1.5;

/** What is told of one part of a question. */
export interface Choice {
  /** The sentences that answer it, the surest first (several that are wanted: as their document has them); none when nothing is sure enough. */
  readonly chosen: readonly Ranked[];
  /** What is told after them where those alone hold the answer too seldom. */
  readonly also: readonly Ranked[];
  /** Where none answers: those that stand nearest, the surest first; none where nothing comes near. */
  readonly near: readonly Ranked[];
}

/** Chooses among what was found: `most` sentences at most, or `nearest` that stand near where none is sure enough. */
export const choose = (
  part: QuestionPart,
  evidence: readonly Evidence[],
  { most, nearest = 0 }: { readonly most: number; readonly nearest?: number },
  before: readonly Said[] = [],
): Choice => {
  const ranked = rank(part, evidence, before);
  // "Where is the hotel?" asks for its address, when there is one; any sentence with a place in it would do otherwise.
  const isBare = part.kind === 'place' && part.terms.every(({ names }) => names);
  const addresses = isBare ? surest(part, rank({ ...part, kind: 'address' }, evidence, before), most) : [];
  const own = addresses.length > 0 ? addresses : ownLines(part, ranked, most);
  const sure = own.length > 0 ? own : surest(part, ranked, most);
  const fares = faresOf(part, sure[0], ranked, most);
  const single = singleFareOf(part, sure[0], ranked, most);
  const chosen = single.length > 0 ? single : fares.length > sure.length ? fares : sure;
  return chosen.length > 0
    ? { chosen, also: besidesThem(chosen, ranked, most), near: [] }
    : { chosen, also: [], near: nearestTo(ranked, nearest) };
};

const nearestTo = (ranked: readonly Ranked[], most: number): readonly Ranked[] => {
  const bar = Math.max(NEAR_ENOUGH, (ranked[0]?.sure ?? 0) - AS_NEAR);
  return ranked.slice(0, most).filter(({ sure }) => sure >= bar);
};

/**
 * The likeliest of what was not chosen, at most `most` with what was. The sureness of all that was found, and of nothing
 * at all, is read as a softmax, as it was fitted.
 */
const besidesThem = (chosen: readonly Ranked[], ranked: readonly Ranked[], most: number): readonly Ranked[] => {
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

const surest = (part: QuestionPart, ranked: readonly Ranked[], most: number): readonly Ranked[] => {
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
    if (entry.passage === best.entry.passage && isReasonOf(part, entry, best)) return true;
    if (entry.passage === best.entry.passage)
      return Math.abs(entry.unit - best.entry.unit) === 1 && sure >= best.sure - GOES_ON;
    return (
      sure >= best.sure - NEARLY_AS_SURE &&
      entry.passage.documentId !== best.entry.passage.documentId &&
      !isOfItsKin(part, entry, best.entry)
    );
  });
  const chosen = [opening, ...(part.many ? also : also.slice(0, 1))].slice(0, most);
  return part.many ? asTold(chosen) : chosen;
};

/** "The pump thumps. That is normal.": what is said of it is the reason where it gives none itself. */
const isReasonOf = ({ kind }: QuestionPart, { unit, lead }: Evidence, { entry: best }: Ranked): boolean =>
  kind === 'reason' && unit === best.unit + 1 && lead !== undefined && holdsAnswer('reason', best.text) <= 0;

/** The hour of check-in is no other opinion of when one lands: it says something else, of what the words for both find. */
const isOfItsKin = ({ kind }: QuestionPart, entry: Evidence, best: Evidence): boolean =>
  disagree(kind, best.text, entry.text) && namedBy(entry) < namedBy(best);

/** All that may answer, the surest first. */
const rank = (part: QuestionPart, evidence: readonly Evidence[], before: readonly Said[]): readonly Ranked[] => {
  const beside = besideOf(part, evidence);
  return evidence
    .filter(({ text }) => !saysNothing(text, part.kind))
    .map((entry) => ({ entry, sure: confidence(entry, beside) + goingOn(part, entry, before) }))
    .sort((a, b) => b.sure - a.sure);
};

/** Sentences of one passage in the order they have there; passages in the order they came. */
const asTold = (chosen: readonly Ranked[]): readonly Ranked[] =>
  [...Map.groupBy(chosen, ({ entry }) => entry.passage).values()].flatMap((own) =>
    own.toSorted((a, b) => a.entry.unit - b.entry.unit),
  );

/** Under a heading that is itself the question, its answer begins with the first sentence ("Is it accessible? Every level…"). */
const openingOf = (best: Ranked, ranked: readonly Ranked[]): Ranked => {
  const { passage, covered, coveredHere } = best.entry;
  if (!passage.heading?.endsWith('?') || covered - coveredHere < 0.2) return best;
  const first = ranked.find(({ entry }) => entry.unit === 0 && entry.passage === passage);
  return first && first.sure >= SURE_ENOUGH - OPENING ? first : best;
};
