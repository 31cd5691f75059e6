import type { Conversation, SpokenName, Topic } from '../retrieve/spoken-of.ts';
import { type Term, termsOf } from '../words/terms.ts';
import { type AnswerKind, kindAsked } from './answer-kind.ts';
import { askedTerms, PLACE_STEMS } from './asked-terms.ts';

/** At most this many things are answered at once. */
const MAX_PARTS = 3;
/** Questions are cut here: nobody asks longer, and what is pasted behind one is not the question. */
const MAX_QUESTION = 600;

export interface WeightedTerm extends Term {
  /** 1 for what was asked; less for what was only spoken of before. */
  readonly weight: number;
  /** It says which thing is meant, not what is asked about it. */
  readonly names: boolean;
}

/** One thing that is asked. */
export interface QuestionPart {
  /** As it was asked. */
  readonly text: string;
  /** With what "it" stands for: this is what is compared by meaning. */
  readonly meaning: string;
  readonly kind: AnswerKind;
  readonly terms: readonly WeightedTerm[];
  /** Its telling words alone: a passage states what a question asks, and shares its words, not its form. */
  readonly gist: string;
  /** Documents and headings the conversation was about, when the question names none itself. */
  readonly topic: readonly string[];
  /** All that it may be about, each as likely as its weight says. */
  readonly about: readonly SpokenName[];
  /** Several things may be wanted ("which restaurants…", "what can we do…"). */
  readonly many: boolean;
}

const ANAPHOR =
  /\b(?:it|its|it's|they|they're|them|their|theirs|there|that|this|these|those|he|she|him|her|his|the (?:place|hotel|restaurant|same|other)|either|one|ones|both)\b/;
const FOLLOW_UP = /^(?:and|or|but|also|what about|how about|what if)\b/;
const POLITE =
  /^(?:(?:hi|hello|hey|ok|okay|oh|so|well|wait|actually|sorry|please|pathfinder|quick question|thanks|thank you)[,.!:]?\s+)+/i;
const MANY =
  /\btell (?:me|us) (?:more |all )?about\b|\b(?:which|what)\s+(?:other\s+|good\s+)?(?!is\b|was\b|does\b|has\b|this\b|\p{L}*(?:ss|us)\b)\p{L}+s\b|\bwhat (?:can|could|should) (?:we|i|you|one)\b|\b(?:all|list|any(?:thing)? else|options|ideas|recommend|tips)\b|\bwhich (?:ones|of)\b/u;
/** Where one question ends and the next begins without a question mark. */
const NEXT_QUESTION =
  /(?:,?\s+and\s+|,\s+|;\s*)(?=(?:also\s+)?(?:what|when|where|who|whom|which|how|why|is|are|do|does|did|can|could|may|will|should|must|has|have)\b)/gi;

/** Takes a question apart, and puts in place of "it" and "there" what was spoken of before. */
export const readQuestion = (text: string, conversation: Conversation): readonly QuestionPart[] => {
  const parts: QuestionPart[] = [];
  for (const piece of piecesOf(text)) {
    const low = piece.toLowerCase();
    const kind = kindAsked(low);
    const terms = askedTerms(piece, kind);
    const leans = ANAPHOR.test(low) || FOLLOW_UP.test(low) || terms.length === 0;
    const previous = parts.at(-1);
    const topic = previous && previous.terms.length > 0 ? topicOf(previous) : conversation.topic;
    if (terms.length === 0 && (kind === 'open' || topic.terms.length === 0)) continue;
    const own = new Set(terms.map(({ stem }) => stem));
    const named = conversation.namedIn(piece);
    const naming = new Set([...PLACE_STEMS, ...named.flatMap(({ name }) => termsOf(name).map(({ stem }) => stem))]);
    const added = leans ? topic.terms.filter(({ stem }) => !own.has(stem)) : [];
    // What has a name is as good as asked; what was merely talked of is a hint.
    const weight = topic.names.length > 0 || terms.length === 0 ? 1 : 0.6;
    parts.push({
      text: piece,
      // What has a name is found by it; its words would only draw in whatever repeats the name.
      meaning:
        added.length === 0 || topic.names.length > 0 ? piece : `${piece} (${added.map(({ word }) => word).join(' ')})`,
      kind,
      terms: [
        ...terms.map((term) => ({ ...term, weight: 1, names: naming.has(term.stem) })),
        ...added.map((term) => ({ ...term, weight, names: true })),
      ],
      gist: gistOf(piece, naming),
      topic: named.length > 0 ? [] : topic.names,
      about: conversation.about(piece),
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

const topicOf = (part: QuestionPart): Topic => ({ names: part.topic, terms: part.terms });

/** The words that tell what is asked, without those that say about which thing; all of it where nothing is left. */
const gistOf = (piece: string, naming: ReadonlySet<string>): string => {
  const telling = termsOf(piece).filter(({ stem }) => !naming.has(stem));
  return telling.length > 0 ? telling.map(({ word }) => word).join(' ') : piece;
};
