/** The last word of a line that was cut, and how the next line goes on. */
const CUT_WORD = /(?:^|[^\p{L}-])(\p{L}{1,20})[-\u00ad\u2010]$/u;
const GOES_ON = /^(\p{Ll}{2,20})(?![\p{L}@])/u;
/** Words that are written with a hyphen behind them, and such as are written with one before them, wherever a line ends. */
const KEEPS_AFTER = new Set(
  'all anti bed bus check co day double drive drop ex first five four full half hands high ice in large late left long low mid mini multi no non off on one open out part pet pick post pre pull quick re right self semi short single six small stand stop tax three top two ultra up user walk well wi year'.split(
    ' ',
  ),
);
const KEEPS_BEFORE = new Set(
  'and away based bed bound by catering class course day done down drive facing fi fired fledged free friendly from going heated home hour in inclusive iron kept known level lit long made minute night off old on out oven owned paid priced proof run saving season service sized star stop style term the time to up way week wide year'.split(
    ' ',
  ),
);

/**
 * Two lines of one text as one: where a word was cut at the end of the first, it is whole again (`swim-` and `ming`);
 * a hyphen that is the word's own stays (`well-` and `known`), as does one that stands for a word (`pre- and`). `elsewhere` says whether the document writes a word.
 */
export const joinedLines = (first: string, second: string, elsewhere: (word: string) => boolean): string => {
  const before = CUT_WORD.exec(first)?.[1];
  if (before === undefined) return /\p{L}-$/u.test(first) ? `${first}${second}` : `${first} ${second}`;
  const [after] = GOES_ON.exec(second)?.slice(1) ?? [];
  const whole = first.slice(0, -1);
  if (first.endsWith('\u00ad')) return `${whole}${second}`;
  if (after === undefined) return `${first}${second}`;
  if (/^(?:and|or|to|und|oder|y|o|e|et|ou)$/.test(after)) return `${first} ${second}`;
  if (elsewhere(`${before}${after}`)) return `${whole}${second}`;
  const isOwn =
    elsewhere(`${before}-${after}`) || KEEPS_AFTER.has(before.toLowerCase()) || KEEPS_BEFORE.has(after.toLowerCase());
  return isOwn ? `${first}${second}` : `${whole}${second}`;
};

const WORD = /\p{L}+(?:-\p{L}+)*(?!\p{L})/gu;

/** Says whether a word stands in the texts, as {@link joinedLines} asks it; they are gathered when it first asks. */
export const wordsAmong = (texts: () => readonly string[]): ((word: string) => boolean) => {
  let words: ReadonlySet<string> | undefined;
  return (word) => {
    words ??= new Set(texts().flatMap((text) => text.toLowerCase().match(WORD) ?? []));
    return words.has(word.toLowerCase());
  };
};
