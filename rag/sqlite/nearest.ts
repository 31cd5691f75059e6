import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { packedCosine, signsOf } from './packed-vector.ts';

/**
 * Units whose signs are most alike are compared in full: this many times the units wanted, and never fewer than
 * `LEAST_COMPARED`. Signs alone lead astray among near neighbours, so the first look is wide.
 */
const COMPARED = 6;
const LEAST_COMPARED = 200;

/** Finds the units of a shelf nearest to a packed vector. */
export interface Nearest {
  /** The passages of the `most` nearest units, nearest first, each as often as its units are near. */
  onShelf(shelf: number, vector: Uint8Array, most: number): readonly number[];
  /** The same among the passages that stand under a name; every one of them is compared. */
  underName(shelf: number, name: string, vector: Uint8Array, most: number): readonly number[];
}

// CROSS JOIN keeps SQLite from going through the whole shelf and looking each passage up among the names.
const UNDER = `passage_names n CROSS JOIN unit_vectors v ON v.shelf = n.shelf AND v.passage = n.passage
  WHERE n.shelf = ? AND n.name = ?`;

/** With sqlite-vec: a shelf is gone through by the signs of its vectors, an eighth of their bytes, and the best compared in full. */
export const nearestByExtension = (handle: DatabaseSync): Nearest => {
  const onShelf = handle.prepare(
    `SELECT v.passage FROM (
       SELECT passage, unit FROM unit_signs WHERE shelf = ?
       ORDER BY vec_distance_hamming(vec_bit(signs), vec_bit(?)) LIMIT ?
     ) c JOIN unit_vectors v ON v.shelf = ? AND v.passage = c.passage AND v.unit = c.unit
     ORDER BY vec_distance_cosine(vec_int8(v.vector), vec_int8(?)) LIMIT ?`,
  );
  const underName = handle.prepare(
    `SELECT v.passage FROM ${UNDER} ORDER BY vec_distance_cosine(vec_int8(v.vector), vec_int8(?)) LIMIT ?`,
  );
  const passages = (found: readonly unknown[]): readonly number[] =>
    (found as readonly { readonly passage: number }[]).map(({ passage }) => passage);
  return {
    onShelf: (shelf, vector, most) => {
      const compared = Math.max(LEAST_COMPARED, most * COMPARED);
      return passages(onShelf.all(shelf, signsOf(vector), compared, shelf, vector, most));
    },
    underName: (shelf, name, vector, most) => passages(underName.all(shelf, name, vector, most)),
  };
};

/** Without it: every vector is compared, in JavaScript, some times slower. */
export const nearestByHand = (handle: DatabaseSync): Nearest => {
  const onShelf = handle.prepare('SELECT passage, vector FROM unit_vectors WHERE shelf = ?');
  const underName = handle.prepare(`SELECT v.passage, v.vector FROM ${UNDER}`);
  const best = (units: Iterable<unknown>, vector: Uint8Array, most: number): readonly number[] => {
    const scored: { readonly passage: number; readonly score: number }[] = [];
    for (const unit of units as Iterable<{ readonly passage: number; readonly vector: Uint8Array }>) {
      scored.push({ passage: unit.passage, score: packedCosine(unit.vector, vector) });
    }
    scored.sort((a, b) => b.score - a.score);
    return scored.slice(0, most).map(({ passage }) => passage);
  };
  const of = (statement: { iterate(...values: SQLInputValue[]): Iterable<unknown> }, ...values: SQLInputValue[]) =>
    statement.iterate(...values);
  return {
    onShelf: (shelf, vector, most) => best(of(onShelf, shelf), vector, most),
    underName: (shelf, name, vector, most) => best(of(underName, shelf, name), vector, most),
  };
};
