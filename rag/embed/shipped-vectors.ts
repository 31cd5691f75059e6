import { existsSync, readFileSync } from 'node:fs';
import type { VectorCache } from './vector-cache.ts';

/**
 * Vectors that come with the product, so that a first start need not make them. One after the other: the key (32 bytes),
 * a scale (float, little endian), and a signed byte a dimension.
 */
const KEY_BYTES = 32;
const SCALE_BYTES = 4;

const sizeOf = (dimensions: number): number => KEY_BYTES + SCALE_BYTES + dimensions;

/** Writes vectors by their cache key as {@link shippedVectors} reads them, in the order of their keys. */
export const packVectors = (vectors: ReadonlyMap<string, Float32Array>): Uint8Array => {
  const parts = [...vectors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, vector]) => {
      const most = vector.reduce((so, value) => Math.max(so, Math.abs(value)), 1e-9);
      const part = Buffer.alloc(sizeOf(vector.length));
      Buffer.from(key, 'base64url').copy(part);
      part.writeFloatLE(most / 127, KEY_BYTES);
      for (const [index, value] of vector.entries()) {
        part.writeInt8(Math.round((value / most) * 127), KEY_BYTES + SCALE_BYTES + index);
      }
      return part;
    });
  return new Uint8Array(Buffer.concat(parts));
};

/** The vectors in a file, by cache key; none when the file is not there. */
export const shippedVectors = (path: URL, dimensions: number): ReadonlyMap<string, Float32Array> => {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const vectors = new Map<string, Float32Array>();
  for (let at = 0; at + sizeOf(dimensions) <= bytes.length; at += sizeOf(dimensions)) {
    const key = bytes.subarray(at, at + KEY_BYTES).toString('base64url');
    const scale = bytes.readFloatLE(at + KEY_BYTES);
    const first = at + KEY_BYTES + SCALE_BYTES;
    vectors.set(
      key,
      Float32Array.from({ length: dimensions }, (_, index) => bytes.readInt8(first + index) * scale),
    );
  }
  return vectors;
};

/** A cache that knows the shipped vectors before it looks into another. */
export const withShipped = (shipped: ReadonlyMap<string, Float32Array>, inner: VectorCache): VectorCache => ({
  ...inner,
  get: async (keys) => {
    const known = new Map(
      keys.flatMap((key) => {
        const vector = shipped.get(key);
        return vector ? [[key, vector] as const] : [];
      }),
    );
    const others = keys.filter((key) => !known.has(key));
    if (others.length > 0) for (const [key, vector] of await inner.get(others)) known.set(key, vector);
    return known;
  },
});
