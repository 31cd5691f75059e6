/**
 * What the domain found out and says in English, as it is kept: why a poll came out so, what stands between families, where
 * they could meet, what is known of an option. The English words are those; other languages put them into their own.
 */
export const reasons = {
  /** Sentences: a conflict, a compromise, what a draft lacks. */
  said: (sentences: string): string => sentences,
  /** Why an option is out, or what speaks for it: phrases with commas between them. */
  phrases: (phrases: string): string => phrases,
  /** What is known of an option, with `; ` between. What a document says is not touched. */
  details: (details: string): string => details,
  /** Why a poll came out so, with the names of its options; nothing where it cannot be said in this language. */
  explained: (explanation: string, _options: readonly string[]): string | undefined => explanation,
};
