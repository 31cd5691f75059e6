/** Words that name no thing by themselves. */
const NO_NAME =
  /^(?:the|for|and|was|were|not|that|this|our|expense|payment|bill|cost|del|los|las|que|era|fue|fueron|gasto|last|wrong|remove|delete|take|out|from|our|please|one)$/;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !NO_NAME.test(word))
      .map((word) => word.replace(/(?:es|s)$/, '')),
  );

/** A word cut short stands for the whole: `super` for `supermercado`. */
const SHORTEST = 4;
const begins = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST && long.startsWith(short);
};

/** Whether what is called by the one is named in the other: `the taxis` in "that taxi was 24". */
export const namesSame = (one: string, other: string): boolean => {
  const theirs = wordsOf(other);
  return [...wordsOf(one)].some((word) => [...theirs].some((other) => word === other || begins(word, other)));
};
