import { kindAsked } from './answer-kind.ts';
import { isComparison } from './halves.ts';

/** Questions are cut here: nobody asks longer, and what is pasted behind one is not the question. */
const MAX_QUESTION = 600;
const POLITE =
  /^(?:(?:hi|hello|hey|ok|okay|oh|so|well|wait|actually|sorry|please|pls|pathfinder|quick question|thanks|thank you|i mean)[,.!:]?\s+)+/i;
/** Where one question ends and the next begins without a question mark. */
const NEXT_QUESTION =
  /(?:,?\s+and\s+|,\s+|;\s*)(?!(?:which|what|who)(?: one| of \w+(?: \w+)?)? (?:is|are|comes?|costs?) (?:the )?(?:more|less|better|best|\p{L}+(?:er|est))\b)(?=(?:also\s+)?(?:(?:by|until|till|from|at|on|in|to)\s+(?=what|when|which))?(?:what|when|where|who|whom|which|how|why|is|are|do|does|did|can|could|may|will|should|must|has|have)\b)/giu;
/** "Where and when is the dinner": two questions in one. */
const TWO_ASKED =
  /\b(what time|where|when|how much|how long|who|how far) and (what time|where|when|how much|how long|who|how far) ((?:is|are|do|does|did|can|will|must|should)\b[^,?]*?)(?= and (?:what|where|when|who|how|which|is|are|do|does|can|will)\b|[,?]|$)/gi;
/** "…on the ferry and on the bus", "the phone of the inn and of the guide", "a cot in Porto and one in Lisbon": the same is asked of two. */
const OF_TWO =
  /^(?<asked>.+?)\s+(?<first>(?:in|at|on|for|to|from|with|by|of)\s+(?:(?!\s(?:in|at|on|for|to|from|with|by|of)\s).)+?)\s+(?:and|or)\s+(?:one\s+|ones\s+|also\s+)?(?<second>(?:in|at|on|for|to|from|with|by|of)\s+(?:\S+\s*){1,5})$/i;
/** "Boats: how many are there and who steers": what stands before the colon is asked of by each. */
const TOPIC =
  /^(?<topic>(?:the |our )?[\p{L}'’-]+(?: [\p{L}'’-]+)?):\s+(?<asked>(?:what|when|where|who|whom|which|how|why)\b.*)$/iu;
/** "When must we leave the inn and when the flat": what is asked of the other thing is not said again. */
const SAID_BEFORE =
  /^(?:when|where|what time|how much|how long|how far)\s+(?:the |our )?(?:(?!(?:is|are|was|were|do|does|did|can|could|may|will|would|should|must|has|have|to|we|you|they|it|i|opens?|closes?|leaves?|starts?|begins?|ends?|arrives?|departs?)\b)[\p{L}'’-]+\s*){1,3}$/iu;
/** It has neither a verb nor a question word of its own: it asks the question before of something else. */
const OF_ANOTHER =
  /^(?:(?:and|or|but|also|then)\s+)?(?:what about|how about|(?:when|where|how much|what time)(?=\s+(?:in|at|on|for|to|from|with|by)\b))?\s*(?!.*\b(?:is|are|was|were|do|does|did|can|could|may|will|would|should|must|has|have|had|shall)\b)(?!.*\b(?:who|which|why|how)\b)/i;

/** One thing that is asked, as it was written. */
export interface Piece {
  readonly text: string;
  /** It says only what else the question before it is asked of: "and on Sunday?". */
  readonly elliptic: boolean;
}

/** The questions in a text. Where there is one, the plain statements around it are not asked for. */
export const piecesOf = (text: string): readonly Piece[] => {
  const pieces = text
    .slice(0, MAX_QUESTION)
    .replace(TWO_ASKED, '$1 $3, $2 $3')
    .split(/(?<=[?\n])|;|(?<=[.!])\s+|,\s+(?=(?:its|it's|it is|he|she|they|we|i|my|our)\b)/i)
    .flatMap((sentence) => {
      const { topic, asked } = TOPIC.exec(sentence.trim())?.groups ?? {};
      const inner = (asked ?? sentence).replace(/\?/g, ' ').split(NEXT_QUESTION);
      return inner.flatMap((piece) =>
        ofEach(piece.trim().replace(POLITE, '').trim()).map((one) => ({
          text: topic === undefined || one === '' ? one : `${one} ${topic}`,
          asks: sentence.includes('?'),
        })),
      );
    })
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))
    .map((piece) => ({
      ...piece,
      asks:
        piece.asks || /^(?:what|which|how|why)\b/i.test(piece.text) || kindAsked(piece.text.toLowerCase()) !== 'open',
    }));
  return pieces
    .filter(({ asks }) => asks || !pieces.some((piece) => piece.asks))
    .map((piece, index) => ({
      text: piece.text,
      elliptic: isElliptic(piece.text) || (index > 0 && SAID_BEFORE.test(piece.text)),
    }));
};

/** Whether it is a thing alone, of which nothing is asked or said. */
export const isBare = (text: string): boolean => OF_ANOTHER.test(text);

const isElliptic = (text: string): boolean =>
  /^(?:and|or|but|also|what about|how about|when (?:in|at|on)|where (?:in|at|on))\b/i.test(text) &&
  OF_ANOTHER.test(text);

/** A question that is asked of two places, as two questions; where they are compared, it stays one ({@link halvesOf}). */
const ofEach = (piece: string): readonly string[] => {
  if (isComparison(piece)) return [piece];
  const { asked, first, second } = OF_TWO.exec(piece)?.groups ?? {};
  return asked === undefined ? [piece] : [`${asked} ${first}`, `${asked} ${second}`];
};
