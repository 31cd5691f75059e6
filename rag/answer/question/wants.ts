import type { Embeddings } from '../../embed/embeddings.ts';
import type { Question } from '../../library.ts';
import { retrieve } from '../../retrieve/retrieve.ts';
import { type Conversation, readConversation } from '../../retrieve/spoken-of.ts';
import type { SearchIndex } from '../../search-index.ts';
import { termsOf } from '../../words/terms.ts';
import { choose } from '../choose.ts';
import { meaningsOf } from './meaning.ts';
import { readQuestion } from './question.ts';
import { type Act, actOf } from './talk.ts';

/** A turn is cut here: what it wants it has said by then. */
const LONGEST = 600;

/**
 * Whether a turn asks for what documents tell. What reads like an entry of a record (an address, a number) is asked of
 * the documents only when one of them holds it.
 */
export const wants = async (
  index: SearchIndex,
  embeddings: Embeddings,
  { text, scope, history }: Question,
): Promise<boolean> => {
  const conversation = await readConversation(index, scope, text, history);
  const acts = actsOf(text, conversation);
  if (acts.some(({ act }) => act === 'asks')) return true;
  for (const { sentence } of acts.filter(({ act }) => act === 'asks-entry')) {
    const parts = readQuestion(sentence, conversation);
    const vectors = await meaningsOf(embeddings, parts);
    for (const [position, part] of parts.entries()) {
      const vector = vectors[position];
      if (!vector) continue;
      const { evidence } = await retrieve(index, scope, { ...part, vector });
      if (choose(part, evidence, { most: 1 }).chosen.length > 0) return true;
    }
  }
  return false;
};

const actsOf = (
  text: string,
  conversation: Conversation,
): readonly { readonly sentence: string; readonly act: Act }[] =>
  text
    .slice(0, LONGEST)
    .split(/(?<=[.?!])\s+|\n/)
    .map((sentence) => {
      const naming = conversation.namedIn(sentence).flatMap(({ name }) => termsOf(name).map(({ stem }) => stem));
      return { sentence, act: actOf(sentence, new Set(naming)) };
    });
