/** Where a point (x, y) goes: (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];
/** Left, foot, right, head, in points. */
export type Box = readonly [number, number, number, number];

export const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
export const UNIT_SQUARE: Box = [0, 0, 1, 1];

/** A matrix as pdf.js hands it out; the unit where it hands out none. */
export const matrixOf = (value: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = value ? [...(value as Iterable<number>)] : [];
  return [a, b, c, d, e, f];
};

/** `first`, then `then`. */
export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

/** Four numbers as a box. */
export const boxOf = ([left = 0, foot = 0, right = 0, head = 0]: readonly number[]): Box => [left, foot, right, head];

/** The box around a box after a matrix has moved it. */
export const placed = (box: readonly number[], matrix: Matrix): Box => {
  const [left = 0, foot = 0, right = 0, head = 0] = box;
  const corners = [
    [left, foot],
    [right, foot],
    [left, head],
    [right, head],
  ].map(([x = 0, y = 0]) => times([1, 0, 0, 1, x, y], matrix));
  const xs = corners.map((corner) => corner[4]);
  const ys = corners.map((corner) => corner[5]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/** Whether a point lies in a box or on its edge. */
export const isIn = ([x, y]: readonly [number, number], [left, foot, right, head]: Box): boolean =>
  x >= left && x <= right && y >= foot && y <= head;
