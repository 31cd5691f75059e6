/** A word longer than this is known by its beginning. */
const LONGEST = 48;

/**
 * A stem (or a concept's token, which begins with `~`) in ASCII letters and digits alone, so that whatever an index
 * takes for a letter, a gap or a sign of its query language, a word stays one word: `z` before a stem, `y` before a concept.
 */
export const asciiWord = (word: string): string =>
  word.startsWith('~')
    ? `y${word.slice(1)}`
    : `z${word.slice(0, LONGEST).replace(/[^a-z0-9]/gu, (sign) => `q${(sign.codePointAt(0) ?? 0).toString(16)}q`)}`;

/** The stem that {@link asciiWord} wrote; `undefined` for a concept. */
export const stemFrom = (ascii: string): string | undefined =>
  ascii.startsWith('z')
    ? ascii
        .slice(1)
        .replace(/q([0-9a-f]{2,6})q/g, (_, hex: string) =>
          String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
        )
    : undefined;
