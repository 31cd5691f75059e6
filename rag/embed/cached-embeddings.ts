import { createHash } from 'node:crypto';
import type { Embeddings } from './embeddings.ts';
import type { VectorCache } from './vector-cache.ts';

/** Vectors kept in memory: about 2 KB each. */
const IN_MEMORY = 2_000;

/**
 * The same embeddings, each text made once: recent ones from memory, and those of documents (`later`) from the cache,
 * so that they outlive the process. What people ask (`now`) is never written down.
 */
export const cachedEmbeddings = (inner: Embeddings, cache: VectorCache): Embeddings => {
  const recent = new Map<string, Float32Array>();
  const remember = (key: string, vector: Float32Array): void => {
    recent.delete(key);
    recent.set(key, vector);
    if (recent.size <= IN_MEMORY) return;
    const [oldest] = recent.keys();
    if (oldest !== undefined) recent.delete(oldest);
  };
  const keyOf = (text: string): string =>
    createHash('sha256').update(`${inner.model}\u0000${text}`).digest('base64url');

  return {
    model: inner.model,
    dimensions: inner.dimensions,
    embed: async (texts, urgency = 'now') => {
      const keys = texts.map(keyOf);
      const known = new Map<string, Float32Array>();
      for (const key of keys) {
        const vector = recent.get(key);
        if (vector) known.set(key, vector);
      }
      const durable = urgency === 'later';
      if (durable) {
        const unknown = [...new Set(keys.filter((key) => !known.has(key)))];
        if (unknown.length > 0) for (const [key, vector] of await cache.get(unknown)) known.set(key, vector);
      }
      const missing = new Map<string, string>();
      for (const [position, key] of keys.entries()) if (!known.has(key)) missing.set(key, texts[position] ?? '');
      if (missing.size > 0) {
        const made = await inner.embed([...missing.values()], urgency);
        const fresh = new Map<string, Float32Array>();
        for (const [position, key] of [...missing.keys()].entries()) {
          const vector = made[position];
          if (!vector) continue;
          known.set(key, vector);
          fresh.set(key, vector);
        }
        if (durable) await cache.put(fresh);
      }
      return keys.map((key) => {
        const vector = known.get(key) ?? new Float32Array(inner.dimensions);
        remember(key, vector);
        return vector;
      });
    },
    forget: async (texts) => {
      const keys = texts.map(keyOf);
      for (const key of keys) recent.delete(key);
      await cache.remove(keys);
    },
    ready: () => inner.ready(),
    close: () => inner.close(),
  };
};
