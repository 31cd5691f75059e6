/** Vectors made before, by a key that names the model and the text. Losing any of it costs time only. */
export interface VectorCache {
  /** The vectors there are; a key without one is absent. */
  get(keys: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  put(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}
