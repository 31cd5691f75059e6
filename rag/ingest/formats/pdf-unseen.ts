import { getResolvedPDFJS } from 'unpdf';
import { type Box, boxOf, isIn, type Matrix, matrixOf, placed, times, UNIT, UNIT_SQUARE } from './plane.ts';

/** Words that a page draws and its reader does not see. */
export interface UnseenRun {
  /** Without its spaces: what is between words is drawn in many ways. */
  readonly letters: string;
  /** Baseline, in points from the foot of the page. */
  readonly y: number;
}

/** What a page does, as pdf.js lists it. */
export interface DrawnPage {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A part of the page that was painted over; without a colour it may look like anything: a picture, a pattern. */
interface Painted {
  readonly box: Box;
  readonly colour: string | undefined;
}

interface State {
  matrix: Matrix;
  colour: string | undefined;
  alpha: number;
  mode: number;
  size: number;
  spacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
}

/** Letters below this height, in points, are dust. */
const LEAST_HEIGHT = 2;
/** How much two colours differ, of 255 in red, green or blue, before a reader tells them apart. */
const SEEN_FROM = 24;
const SEEN_ALPHA = 0.06;
/** How far below its words a shadow falls, at most, in points. */
const SHADOW = 3;
/** Modes that draw no letters (ISO 32000-1, table 106): 3 nothing, 7 a clipping path. */
const DRAWS_NOTHING = new Set([3, 7]);

/**
 * The words of a page that are drawn in the colour of what they stand on, see-through, too small to see,
 * or not at all. Words over a picture count as seen: scanners lay what they read under the picture they read it from.
 */
export const unseenRuns = async (
  { fnArray, argsArray }: DrawnPage,
  page: readonly number[],
): Promise<readonly UnseenRun[]> => {
  const { OPS } = await getResolvedPDFJS();
  const ground: Painted[] = [{ box: boxOf(page), colour: '#ffffff' }];
  const runs: UnseenRun[] = [];
  const seen: UnseenRun[] = [];
  const states: State[] = [];
  let now: State = {
    matrix: UNIT,
    colour: '#000000',
    alpha: 1,
    mode: 0,
    size: 0,
    spacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
  };
  let line: Matrix = UNIT;
  let pen: Matrix = UNIT;
  let notes = 0;
  // Pictures are left out of the list unread; what is left of one is the frame it was to be drawn in.
  let framed = false;

  const paint = (box: readonly number[], colour: string | undefined): void => {
    const [left, foot, right, head] = placed(box, now.matrix);
    if (now.alpha <= SEEN_ALPHA || right - left < LEAST_HEIGHT || head - foot < LEAST_HEIGHT) return;
    ground.push({ box: [left, foot, right, head], colour: now.alpha === 1 ? colour : undefined });
  };
  const toLine = (x: number, y: number): void => {
    line = times([1, 0, 0, 1, x, y], line);
    pen = line;
  };
  const show = (glyphs: readonly unknown[]): void => {
    const at = times(pen, now.matrix);
    const { letters, wide } = measured(glyphs, now);
    pen = times([1, 0, 0, 1, wide, 0], pen);
    if (letters === '') return;
    const end = times(pen, now.matrix);
    const height = now.size * Math.hypot(at[2], at[3]);
    const middle = [(at[4] + end[4]) / 2, (at[5] + end[5]) / 2 + height / 4] as const;
    const on = ground.findLast(({ box }) => isIn(middle, box));
    (isSeen(now, height, on) ? seen : runs).push({ letters, y: at[5] });
  };

  for (const [index, op] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[];
    if (op === OPS.beginAnnotation) notes += 1;
    else if (op === OPS.endAnnotation) notes -= 1;
    if (notes > 0) continue;
    if (framed && (op === OPS.restore || op === OPS.save || op === OPS.beginText)) paint(UNIT_SQUARE, undefined);
    if (!IN_A_FRAME.some((name) => OPS[name] === op)) framed = op === OPS.transform;
    switch (op) {
      case OPS.save:
        states.push({ ...now });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        now = states.pop() ?? now;
        break;
      case OPS.paintFormXObjectBegin:
        states.push({ ...now });
        now.matrix = times(matrixOf(args[0]), now.matrix);
        break;
      case OPS.transform:
        now.matrix = times(matrixOf(args), now.matrix);
        break;
      case OPS.setFillRGBColor:
        now.colour = typeof args[0] === 'string' ? args[0] : undefined;
        break;
      case OPS.setFillColorN:
      case OPS.setFillColorSpace:
        now.colour = undefined;
        break;
      case OPS.setGState:
        now.alpha = alphaOf(args[0]) ?? now.alpha;
        break;
      case OPS.constructPath: {
        const [then, path, box] = args;
        if (box && FILLS.some((name) => OPS[name] === then))
          paint([...(box as Iterable<number>)], isRectangle(path) ? now.colour : undefined);
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintSolidColorImageMask:
        paint(UNIT_SQUARE, undefined);
        break;
      case OPS.shadingFill:
        ground.push({ box: boxOf(page), colour: undefined });
        break;
      case OPS.beginText:
        line = UNIT;
        pen = UNIT;
        break;
      case OPS.setTextMatrix:
        line = matrixOf(args[0]);
        pen = line;
        break;
      case OPS.setLeading:
        now.leading = Number(args[0]);
        break;
      case OPS.setLeadingMoveText:
        now.leading = -Number(args[1]);
        toLine(Number(args[0]), Number(args[1]));
        break;
      case OPS.moveText:
        toLine(Number(args[0]), Number(args[1]));
        break;
      case OPS.nextLine:
        toLine(0, -now.leading);
        break;
      case OPS.setFont:
        now.size = Math.abs(Number(args[1]));
        break;
      case OPS.setTextRenderingMode:
        now.mode = Number(args[0]);
        break;
      case OPS.setCharSpacing:
        now.spacing = Number(args[0]);
        break;
      case OPS.setWordSpacing:
        now.wordSpacing = Number(args[0]);
        break;
      case OPS.setHScale:
        now.stretch = Number(args[0]) / 100;
        break;
      case OPS.showText:
        show((args[0] ?? []) as readonly unknown[]);
        break;
    }
  }
  // A pale shadow or outline of words that are seen is no secret.
  const shown = Map.groupBy(seen, ({ letters }) => letters);
  return runs.filter(({ letters, y }) => !shown.get(letters)?.some((one) => Math.abs(one.y - y) <= SHADOW));
};

/** What may be set between a picture's frame and the picture. */
const IN_A_FRAME = ['setGState', 'dependency', 'setRenderingIntent', 'setFlatness'] as const;
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const;

/** Whether a path, as pdf.js keeps it, is one upright rectangle: a corner to begin at and three lines, closed or not. */
const isRectangle = (path: unknown): boolean => {
  const data = Array.isArray(path) ? (path[0] as ArrayLike<number> | undefined) : undefined;
  if (!data) return false;
  const [begins = -1, x0, y0, first, x1, y1, second, x2, y2, third, x3, y3, ...rest] = Array.from(data);
  const lines = begins === 0 && first === 1 && second === 1 && third === 1 && rest.every((op) => op === 4);
  return (
    lines && ((y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0) || (x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0))
  );
};

const isSeen = ({ colour, alpha, mode }: State, height: number, on: Painted | undefined): boolean => {
  if (!on || height < LEAST_HEIGHT || alpha <= SEEN_ALPHA) return false;
  if (on.colour === undefined) return true;
  if (DRAWS_NOTHING.has(mode)) return false;
  return colour === undefined || mode % 4 !== 0 || differs(colour, on.colour);
};

const differs = (one: string, other: string): boolean =>
  [1, 3, 5].some(
    (from) =>
      Math.abs(Number.parseInt(one.slice(from, from + 2), 16) - Number.parseInt(other.slice(from, from + 2), 16)) >=
      SEEN_FROM,
  );

/** The letters of what is shown, and how far it moves the pen, in text space. */
const measured = (glyphs: readonly unknown[], state: State): { readonly letters: string; readonly wide: number } => {
  let letters = '';
  let wide = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') wide -= (glyph / 1_000) * state.size;
    else if (isGlyph(glyph)) {
      letters += glyph.unicode;
      wide += (glyph.width / 1_000) * state.size + state.spacing + (glyph.isSpace ? state.wordSpacing : 0);
    }
  }
  return { letters: lettersOf(letters), wide: wide * state.stretch };
};

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string';

/** A text without its spaces, its ligatures apart, as pdf.js tells text. */
export const lettersOf = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const alphaOf = (pairs: unknown): number | undefined => {
  for (const [name, value] of (Array.isArray(pairs) ? pairs : []) as readonly (readonly unknown[])[])
    if (name === 'ca') return Number(value);
  return undefined;
};
