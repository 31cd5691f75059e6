import { termsAsked, termsOf } from '../../words/terms.ts';

/** A number to call is told for whatever goes wrong: what does need not stand beside it. */
const IN_TROUBLE = /\b(?:if|when|in case)\b.*$/;
const TROUBLE: ReadonlySet<string> = new Set(['emergency', 'break down', 'any hour']);

/** Stems of what has gone wrong where it is asked whom to call then: "the cable car" of "if the cable car breaks down". */
export const inTrouble = (piece: string): ReadonlySet<string> => {
  const [clause = ''] = IN_TROUBLE.exec(piece.toLowerCase()) ?? [];
  const meant = termsAsked(piece).filter((term) => term.meant === 'asked');
  if (!meant.some(({ word }) => TROUBLE.has(word))) return new Set();
  const asked = new Set(meant.map(({ stem }) => stem));
  return new Set(termsOf(clause).flatMap(({ stem }) => (asked.has(stem) ? [] : [stem])));
};
