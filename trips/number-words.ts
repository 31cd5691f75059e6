/** English number words, each in the place of its number, up to twenty. */
export const NUMBER_WORDS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** The words from one number to another (both are among them), as a pattern. */
export const numberWords = (from: number, to: number): string => NUMBER_WORDS.slice(from, to + 1).join('|');

/** A small number in digits or words, as a pattern. */
export const SMALL_NUMBER = `\\d{1,3}|${numberWords(1, 20)}`;

/** The number that digits or one of the {@link NUMBER_WORDS} say; `NaN` for another word. */
export const numberSaid = (said: string): number => {
  const word = NUMBER_WORDS.indexOf(said.toLowerCase());
  return word < 0 ? Number(said) : word;
};
