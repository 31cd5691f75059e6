/**
 * What a table says of a word that somebody wrote. A plain `table[word]` also finds what every object has by nature, so
 * that `constructor` would be a function and not a word like others.
 */
export const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
