import { medalOf, numbersOf } from '../../cards/memories.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { ShownMemories } from '../../trips/memories/shown-memories.ts';
import type { House } from '../house.ts';

/** A memory lane as it is told: one line with its link and, where it is not to be `short` (texts), a card with the numbers and the medals. */
export const memoriesReply = (
  { publicUrl }: Pick<House, 'publicUrl'>,
  shown: ShownMemories,
  words: Words,
  say: 'ready' | 'here',
  short: boolean,
): Reply => {
  const { trip, superlatives, photos, families, token } = shown;
  const { memories } = words;
  const link = `${publicUrl()}/s/${token}${words.language === 'en' ? '' : `?lang=${words.language}`}`;
  const numbers = numbersOf(shown, words);
  const medals = superlatives.map((one) => medalOf(one, families, words));
  const text = memories[say](trip.name, numbers.slice(0, 3).join(', '), link);
  if (short) return { text };
  return {
    text,
    card: {
      kind: 'facts',
      title: memories.title(trip.name),
      facts: [
        { label: memories.numbers, value: numbers.join(', ') },
        ...medals.map(({ name, who, proof }) => ({ label: name, value: `${who}: ${proof}` })),
        ...(photos.length > 0 ? [{ label: memories.photos, value: String(photos.length) }] : []),
      ],
    },
  };
};
