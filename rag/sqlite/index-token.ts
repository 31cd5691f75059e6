import { asciiWord, stemFrom } from '../words/ascii-word.ts';

/**
 * A stem or concept token as one shelf's index knows it: the shelf's number, then the word in ASCII, whose first letter
 * ends the number. FTS5's idea of a letter is older than JavaScript's: a sign it took for a gap would split the word,
 * and what comes after the gap could pose as a word of another shelf.
 */
export const indexToken = (shelf: number, word: string): string => `${shelf}${asciiWord(word)}`;

/** The stem in a token made by {@link indexToken} for the shelf. */
export const stemOf = (shelf: number, token: string): string => stemFrom(token.slice(`${shelf}`.length)) ?? '';
