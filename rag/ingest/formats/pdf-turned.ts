import type { Laid } from './pdf-form.ts';
import type { Piece } from './pdf-line.ts';

/** What stands on a page, as its reader holds it: with most of its words upright. */
interface Upright {
  readonly pieces: readonly Piece[];
  readonly laid: readonly Laid[];
  /** The height of its head and its foot. */
  readonly top: number;
  readonly bottom: number;
}

/** What is set in another direction, as along a margin, is read after the rest and stands apart from it: so far below, in points. */
const ASIDE = 100_000;

/** How often a text is turned to the left by a quarter. */
export const turnOf = ([a = 1, b = 0]: readonly number[]): number =>
  (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;

/** A page whose words may be set upwards, downwards or upside down, as boarding passes and wide tables are, turned to be read. */
export const upright = (pieces: readonly Piece[], laid: readonly Laid[], view: readonly number[]): Upright => {
  const letters = [0, 0, 0, 0];
  for (const { turn = 0, str } of pieces) letters[turn] = (letters[turn] ?? 0) + str.trim().length;
  const main = letters.indexOf(Math.max(...letters));
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  if (letters.every((count, turn) => turn === 0 || count === 0)) return { pieces, laid, top, bottom };
  const heights = [turned([left, bottom], main)[1], turned([right, top], main)[1]];
  return {
    pieces: [...pieces.filter(({ turn = 0 }) => turn === main), ...pieces.filter(({ turn = 0 }) => turn !== main)].map(
      (piece) => {
        const { turn = 0 } = piece;
        const [x, y] = turned([piece.left, piece.y], turn);
        return { ...piece, left: x, y: turn === main ? y : y - ASIDE * (turn + 1) };
      },
    ),
    laid: laid.map(({ rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [], ...one }) => {
      const [one1, one2] = [turned([x1, y1], main), turned([x2, y2], main)];
      const [xs, ys] = [
        [one1[0], one2[0]],
        [one1[1], one2[1]],
      ];
      return { ...one, rect: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
    }),
    top: Math.max(...heights),
    bottom: Math.min(...heights),
  };
};

/** Where a point goes when the page is turned so that text of this turn is level. */
const turned = ([x, y]: readonly [number, number], turn: number): readonly [number, number] => {
  if (turn === 1) return [y, -x];
  if (turn === 2) return [-x, -y];
  return turn === 3 ? [-y, x] : [x, y];
};
