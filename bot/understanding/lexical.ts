/** Words that carry little of what is wanted. */
const IDLE = new Set(
  'a an the of to in on at for and or is are am be do does did can could would will shall we i you it he she they me my our your us this that these those there here so please just with from as by have has had was were what which who how when where'.split(
    ' ',
  ),
);

/** The words of a text, lower case, without accents; plural and verb endings cut so that `votes` meets `vote`. */
export const stems = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !IDLE.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ing|ies|es|ed|s)$/, '') : word));

/** How much of each other's words two texts share, weighed by how rare each word is: 0 to 1. */
export const overlap = (a: readonly string[], b: readonly string[], weightOf: (stem: string) => number): number => {
  const inB = new Set(b);
  const inA = new Set(a);
  let shared = 0;
  let all = 0;
  for (const stem of new Set([...inA, ...inB])) {
    const weight = weightOf(stem);
    all += weight;
    if (inA.has(stem) && inB.has(stem)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
};
