import { meaningsOf } from '../answer/question/meaning.ts';
import { readQuestion } from '../answer/question/question.ts';
import type { Embeddings } from '../embed/embeddings.ts';
import type { Question } from '../library.ts';
import type { SearchIndex } from '../search-index.ts';
import type { Evidence } from './evidence.ts';
import { retrieve } from './retrieve.ts';
import { readConversation } from './spoken-of.ts';

/** The sentences nearest to a question, best first, at most `most`; to one of several parts, when it has them. */
export const find = async (
  index: SearchIndex,
  embeddings: Embeddings,
  { text, scope, history }: Question,
  most: number,
): Promise<readonly Evidence[]> => {
  const parts = readQuestion(text, await readConversation(index, scope, text, history));
  const vectors = await meaningsOf(embeddings, parts);
  const best = new Map<string, Evidence>();
  for (const [position, part] of parts.entries()) {
    const vector = vectors[position];
    if (!vector) continue;
    const { evidence } = await retrieve(index, scope, { ...part, vector }, most);
    for (const entry of evidence) {
      const key = `${entry.passage.documentId} ${entry.passage.ordinal} ${entry.unit}`;
      const known = best.get(key);
      if (!known || known.score < entry.score) best.set(key, entry);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, most);
};
