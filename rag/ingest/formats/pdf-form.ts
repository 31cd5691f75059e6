import type { Piece } from './pdf-line.ts';

/** What is laid over a page, as pdf.js lists it: a form's field, or words typed onto the page. */
export interface Laid {
  readonly subtype?: string;
  readonly hidden?: boolean;
  readonly password?: boolean;
  readonly annotationFlags?: number;
  /** Left, foot, right, head, in points. */
  readonly rect?: readonly number[];
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly exportValue?: string;
  readonly buttonValue?: string | null;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly alternativeText?: string;
  readonly contentsObj?: { readonly str?: string };
}

/** Not to be shown, or not on screens (ISO 32000-2, table 167: bits 2 and 6). */
const UNSEEN_FLAGS = 0b100010;
/** Fields of one page that are read; a form for people has some dozens. */
const MOST_FIELDS = 500;
/** Letters of a field are set about this large, and are about half as wide, in points. */
const LETTER = 10;
/** How far a field stands from its name, in points: behind it on its line, or below it. */
const FARTHEST_BEHIND = 320;
const FARTHEST_BELOW = 26;
const FARTHEST_BEFORE = 24;
const FARTHEST_ASIDE = 12;

/** The pieces of a page, and what was filled in on it, each value behind the words it stands beside. */
export const filledIn = (
  pieces: readonly Piece[],
  laid: readonly Laid[],
  meter: (text: string) => void,
): readonly Piece[] => {
  const filled = laid.slice(0, MOST_FIELDS).flatMap((one) => {
    const piece = filledPiece(one);
    meter(piece?.str ?? '');
    return piece ? [{ piece, isMark: isMark(one), name: one.alternativeText?.trim() ?? '' }] : [];
  });
  if (filled.length === 0) return pieces;
  const all = [...pieces];
  for (const { piece, isMark: mark, name } of filled) {
    const behind = nearest(all, (one) =>
      isLevel(one, piece) && one.left + one.width <= piece.left + 2 ? piece.left - one.left - one.width : Number.NaN,
    );
    const before = nearest(all, (one) =>
      isLevel(one, piece) && one.left >= piece.left ? one.left - piece.left - piece.width : Number.NaN,
    );
    const over = nearest(all, (one) =>
      one.y > piece.y && Math.abs(one.left - piece.left) <= FARTHEST_ASIDE ? one.y - piece.y : Number.NaN,
    );
    if (mark && before.far <= FARTHEST_BEFORE) all.splice(before.at, 0, { ...piece, y: all[before.at]?.y ?? piece.y });
    else if (behind.far <= FARTHEST_BEHIND) all.splice(behind.at + 1, 0, { ...piece, y: all[behind.at]?.y ?? piece.y });
    else if (over.far <= FARTHEST_BELOW) {
      const label = all[over.at];
      const left = label ? label.left + label.width + 2 * LETTER : piece.left;
      all.splice(over.at + 1, 0, { ...piece, left, y: label?.y ?? piece.y });
    } else all.push(name === '' ? piece : { ...piece, str: `${name}: ${piece.str}` });
  }
  return all;
};

const isMark = ({ checkBox, radioButton }: Laid): boolean => checkBox === true || radioButton === true;

/** What a field holds, where it stands; `undefined` where it is empty, unseen or a secret. */
const filledPiece = (laid: Laid): Piece | undefined => {
  const [left = 0, foot = 0, right = 0, head = 0] = laid.rect ?? [];
  const str = laid.hidden || laid.password || ((laid.annotationFlags ?? 0) & UNSEEN_FLAGS) > 0 ? '' : heldBy(laid);
  if (str === '' || right <= left) return undefined;
  const height = Math.min(LETTER, head - foot);
  // In a field of several lines the first stands at its head.
  const y = head - foot > 3 * LETTER ? head - 1.2 * LETTER : (head + foot - height) / 2 + height * 0.15;
  return { str, left, y, height, width: Math.min(right - left, (str.length * height) / 2), unseen: false };
};

const heldBy = (laid: Laid): string => {
  if (laid.subtype === 'FreeText') return oneLine(laid.contentsObj?.str);
  if (laid.subtype !== 'Widget') return '';
  if (isMark(laid)) {
    const own = laid.radioButton ? laid.buttonValue : laid.exportValue;
    return typeof laid.fieldValue === 'string' && laid.fieldValue === own ? '\u2611' : '\u2610';
  }
  if (laid.fieldType !== 'Tx' && laid.fieldType !== 'Ch') return '';
  return Array.isArray(laid.fieldValue) ? laid.fieldValue.map(oneLine).join(', ') : oneLine(laid.fieldValue);
};

const oneLine = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');

/** Whether two pieces stand on one line. */
const isLevel = (one: Piece, other: Piece): boolean =>
  Math.abs(one.y - other.y) <= Math.max(one.height, other.height) * 0.7;

/** The piece that is least far, as `far` tells it (not a number where it is out of the question). */
const nearest = (
  pieces: readonly Piece[],
  far: (piece: Piece) => number,
): { readonly at: number; readonly far: number } => {
  let found = { at: -1, far: Number.POSITIVE_INFINITY };
  for (const [at, piece] of pieces.entries()) {
    const distance = piece.str.trim() === '' ? Number.NaN : far(piece);
    if (distance < found.far) found = { at, far: distance };
  }
  return found;
};
