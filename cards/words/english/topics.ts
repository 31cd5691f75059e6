/** Everything that can be done, topic by topic. */
export const topics = {
  which: 'I can help with all of these. Which one?',
  /** A topic, by the word that is said for it. */
  name: (_word: string, name: string): string => name,
  /** What a skill does, and how to say it. */
  line: (_skill: string, description: string, example: string | undefined): string =>
    `${description}${example === undefined ? '' : `: "${example}"`}`,
};
