/** Vectors made before, by a key that names the model and the text. Losing any of it costs time only. */
export interface VectorCache {
  /** The vectors there are; a key without one is absent. */
  get(keys: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  /** Removing what is not there is not an error. */
  remove(keys: readonly string[]): Promise<void>;
  put(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}
