/** A sentence as the domain says it, from where the last one ended, and the same in Spanish. */
export type Opening = readonly [english: RegExp, spanish: (...parts: readonly string[]) => string];

/** Sentences one after another, each by the first pattern that fits where it begins; nothing where one is not known. */
export const inTurn = (text: string, sentences: readonly Opening[]): string | undefined => {
  const said: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const found = sentences.flatMap(([english, spanish]) => {
      const match = english.exec(rest);
      return match?.index === 0 && match[0] !== '' ? [{ match, spanish }] : [];
    })[0];
    if (!found) return undefined;
    said.push(found.spanish(...found.match.slice(1)));
    rest = rest.slice(found.match[0].length);
  }
  return said.join(' ');
};
