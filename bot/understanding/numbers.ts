const WORDS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

/** A small number in digits or words, as a pattern. */
export const SMALL_NUMBER = `\\d{1,3}|${WORDS.slice(1).join('|')}`;

/** The number that `SMALL_NUMBER` matched. */
export const smallNumber = (said: string): number => {
  const word = WORDS.indexOf(said.toLowerCase());
  return word < 0 ? Number(said) : word;
};
