import type { Evidence } from '../retrieve/evidence.ts';
import type { PartAnswer } from './answer-part.ts';
import { besideOf, confidence, SURE_ENOUGH } from './confidence.ts';
import { standsOn } from './derived/derived.ts';
import { holdsAnswer } from './question/answer-kind.ts';

/** Of a thing that is named this much must be in a sentence, above it, or what its paper is about. */
const MET = 0.7;
/** More than what is only done with a thing, or was only spoken of, weighs. */
const ASKED = 0.65;
/** That two things are asked the same, and each has a paper of its own that tells it, makes up for so much. */
const LESS_SURE = 2;

/** One half of a question, answered of its own thing and not of the other half's: what only this half names. */
export const ofItsOwn = (answer: PartAnswer, other: PartAnswer): PartAnswer => {
  const { part, evidence, chosen } = answer;
  const others = new Set(other.part.terms.map(({ stem }) => stem));
  const own = part.terms.filter(
    ({ stem, weight, meant }) => weight >= ASKED && meant === undefined && !others.has(stem),
  );
  if (own.length === 0) return answer;
  const isOwn = ({ fits }: Evidence): boolean =>
    own.every(({ stem }) =>
      fits.some((fit) => fit.term.stem === stem && Math.max(fit.own, fit.above, fit.about) >= MET),
    );
  const kept = chosen.filter((one) => isOwn(one.evidence));
  if (kept.length > 0) return { ...answer, chosen: kept };
  const beside = besideOf(part, evidence);
  const [best] = evidence
    .filter((one) => isOwn(one) && holdsAnswer(part.kind, one.text) >= 0)
    .map((entry) => ({ entry, sure: confidence(entry, beside) }))
    .toSorted((a, b) => b.sure - a.sure);
  return best && best.sure >= SURE_ENOUGH - LESS_SURE
    ? { ...answer, chosen: [standsOn(best.entry, part.terms)] }
    : answer;
};
