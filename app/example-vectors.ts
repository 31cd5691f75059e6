import { writeFileSync } from 'node:fs';
import { SKILLS } from '../bot/skills/every-skill.ts';
import { cachedEmbeddings } from '../rag/embed/cached-embeddings.ts';
import { localEmbeddings } from '../rag/embed/local-embeddings.ts';
import { packVectors } from '../rag/embed/shipped-vectors.ts';

/** The vectors of what skills say people say: learned once here, not at each first start. */
export const EXAMPLE_VECTORS = new URL('../bot/understanding/example-vectors.bin', import.meta.url);

/** Every saying the router learns from. */
export const exampleTexts = (): readonly string[] => [...new Set(SKILLS.flatMap(({ examples }) => examples))];

/** `npm run docs:vectors` writes them anew; run it after a change of examples. */
if (import.meta.main) {
  const made = new Map<string, Float32Array>();
  const local = localEmbeddings({ workers: 2 });
  const embeddings = cachedEmbeddings(local, {
    get: async () => new Map(),
    remove: async () => undefined,
    put: async (vectors) => {
      for (const [key, vector] of vectors) made.set(key, vector);
    },
  });
  await embeddings.embed(exampleTexts(), 'later');
  writeFileSync(EXAMPLE_VECTORS, packVectors(made));
  await local.close();
  console.log(`${made.size} vectors written.`);
}
