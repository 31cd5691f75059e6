/** A word longer than this is known by its beginning. */
const LONGEST = 48;

/**
 * A stem (or a concept's token, which begins with `~`) as one shelf's index knows it: the shelf's number, a letter
 * that ends the number, and the word in ASCII alone. FTS5's idea of a letter is older than JavaScript's: a sign it took
 * for a gap would split the word, and what comes after the gap could pose as a word of another shelf.
 */
export const indexToken = (shelf: number, word: string): string => {
  if (word.startsWith('~')) return `${shelf}y${word.slice(1)}`;
  return `${shelf}z${word
    .slice(0, LONGEST)
    .replace(/[^a-z0-9]/gu, (sign) => `q${(sign.codePointAt(0) ?? 0).toString(16)}q`)}`;
};

/** The stem in a token made by {@link indexToken} for the shelf. */
export const stemOf = (shelf: number, token: string): string =>
  token
    .slice(`${shelf}z`.length)
    .replace(/q([0-9a-f]{2,6})q/g, (_, hex: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
    );
