import { openTalk } from './talk.ts';

/** Words of English that stand in nearly every English sentence of ours, and in none of our Spanish ones. */
export const ENGLISH =
  /\b(?:the|you|your|yours|is|are|and|with|say|vote|for|of|to|it|that|this|have|not|what|which|who|shall|will|done|noted|only)\b/i;

/** A conversation by text in Spanish, with the organizer of a sample trip. */
export const openSpanishTalk = async () => {
  const talk = await openTalk();
  const bea = await talk.organizer();
  await bea.say('háblame en español');
  return {
    /** What is answered: words and choices, without links. */
    answer: async (words: string): Promise<string> =>
      (await bea.say(words))
        .flatMap(({ text, choices = [] }) => [text, ...choices.map(({ label }) => label)])
        .join('\n')
        .replace(/https?:\S+/g, ''),
    close: talk.close,
  };
};
