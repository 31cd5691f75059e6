import type { Embeddings } from '../../embed/embeddings.ts';
import type { QuestionPart } from './question.ts';

/**
 * What each part of a question is compared by: as it was asked, and by its telling words, in equal shares. A question's
 * form draws it to other questions, not to what answers it; its bare words have lost how they belong together.
 */
export const meaningsOf = async (
  embeddings: Embeddings,
  parts: readonly Pick<QuestionPart, 'meaning' | 'gist'>[],
): Promise<readonly Float32Array[]> => {
  const vectors = await embeddings.embed(parts.flatMap(({ meaning, gist }) => [meaning, gist]));
  return parts.map((_, position) => {
    const asked = vectors[position * 2] ?? new Float32Array(embeddings.dimensions);
    const gist = vectors[position * 2 + 1] ?? asked;
    return asked.map((value, index) => (value + (gist[index] ?? 0)) / 2);
  });
};
