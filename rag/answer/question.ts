import type { Term } from '../words/terms.ts';
import { type AnswerKind, kindAsked } from './answer-kind.ts';
import { askedTerms } from './asked-terms.ts';
import { knownNames, namedIn, spokenOf, type Topic } from './spoken-of.ts';

/** At most this many things are answered at once. */
const MAX_PARTS = 3;
/** Questions are cut here: nobody asks longer, and what is pasted behind one is not the question. */
const MAX_QUESTION = 600;

export interface WeightedTerm extends Term {
  /** 1 for what was asked; less for what was only spoken of before. */
  readonly weight: number;
}

/** One thing that is asked. */
export interface QuestionPart {
  /** As it was asked. */
  readonly text: string;
  /** With what "it" stands for: this is what is compared by meaning. */
  readonly meaning: string;
  readonly kind: AnswerKind;
  readonly terms: readonly WeightedTerm[];
  /** Documents and headings the conversation was about, when the question names none itself. */
  readonly about: readonly string[];
  /** Several things may be wanted ("which restaurants…", "what can we do…"). */
  readonly many: boolean;
}

const ANAPHOR =
  /\b(?:it|its|it's|they|they're|them|their|theirs|there|that|this|these|those|he|she|him|her|his|the (?:place|hotel|restaurant|same|other)|either|one|ones|both)\b/;
const FOLLOW_UP = /^(?:and|or|but|also|what about|how about|what if)\b/;
const POLITE =
  /^(?:(?:hi|hello|hey|ok|okay|oh|so|well|wait|actually|sorry|please|pathfinder|quick question|thanks|thank you)[,.!:]?\s+)+/i;
const MANY =
  /\b(?:which|what)\s+(?:other\s+|good\s+)?\p{L}+s\b|\bwhat (?:can|could|should) (?:we|i|you|one)\b|\b(?:all|list|any(?:thing)? else|options|ideas|recommend|tips)\b|\bwhich (?:ones|of)\b/u;
/** Where one question ends and the next begins without a question mark. */
const NEXT_QUESTION =
  /(?:,?\s+and\s+|,\s+|;\s*)(?=(?:also\s+)?(?:what|when|where|who|whom|which|how|why|is|are|do|does|did|can|could|may|will|should|must|has|have)\b)/gi;

/** Takes a question apart, and puts in place of "it" and "there" what was spoken of before. `names` are those of documents and headings. */
export const readQuestion = (
  text: string,
  history: readonly string[],
  names: readonly string[],
): readonly QuestionPart[] => {
  const known = knownNames(names);
  const before = spokenOf(history, known);
  const parts: QuestionPart[] = [];
  for (const piece of piecesOf(text)) {
    const low = piece.toLowerCase();
    const kind = kindAsked(low);
    const terms = askedTerms(piece, kind);
    const leans = ANAPHOR.test(low) || FOLLOW_UP.test(low) || terms.length === 0;
    const previous = parts.at(-1);
    const topic = previous && previous.terms.length > 0 ? topicOf(previous) : before;
    if (terms.length === 0 && (kind === 'open' || topic.terms.length === 0)) continue;
    const own = new Set(terms.map(({ stem }) => stem));
    const added = leans ? topic.terms.filter(({ stem }) => !own.has(stem)) : [];
    // What has a name is as good as asked; what was merely talked of is a hint.
    const weight = topic.names.length > 0 || terms.length === 0 ? 1 : 0.6;
    parts.push({
      text: piece,
      meaning: added.length === 0 ? piece : `${piece} (${added.map(({ word }) => word).join(' ')})`,
      kind,
      terms: [...terms.map((term) => ({ ...term, weight: 1 })), ...added.map((term) => ({ ...term, weight }))],
      about: known.length > 0 && namedIn(piece, known).length > 0 ? [] : topic.names,
      many: MANY.test(low),
    });
    if (parts.length === MAX_PARTS) break;
  }
  return parts;
};

/** The questions in a text. Where there is one, the plain statements around it are not asked for. */
const piecesOf = (text: string): readonly string[] => {
  const pieces = text
    .slice(0, MAX_QUESTION)
    .split(/(?<=[?\n])|;|(?<=[.!])\s+/)
    .flatMap((sentence) => {
      const inner = sentence.replace(/\?/g, ' ').split(NEXT_QUESTION);
      return inner.map((piece) => ({ text: piece.trim().replace(POLITE, '').trim(), asks: sentence.includes('?') }));
    })
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))
    .map((piece) => ({ ...piece, asks: piece.asks || kindAsked(piece.text.toLowerCase()) !== 'open' }));
  return pieces.filter(({ asks }) => asks || !pieces.some((piece) => piece.asks)).map((piece) => piece.text);
};

const topicOf = (part: QuestionPart): Topic => ({ names: part.about, terms: part.terms });
