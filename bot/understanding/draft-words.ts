/** What words change about a draft of a poll. */
export interface DraftWords {
  /** Places of options, from 0. */
  readonly drop?: readonly number[] | undefined;
  /** Names of options to leave out. */
  readonly dropNamed?: readonly string[] | undefined;
  readonly add?: readonly string[] | undefined;
  readonly question?: string | undefined;
  readonly what?: 'open' | 'drop' | undefined;
  /** When voting is to end, in words. */
  readonly closes?: string | undefined;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const OPEN =
  /^(?:ok(?:ay)?,? |yes,? |please )*(?:open|start|launch|publish|send)(?: it| the (?:poll|draft|vote))?(?: out)?(?: (?:for|to) (?:everyone|everybody|every family|all families|all))?(?: now| please)?[.!]?$/i;
const THROW =
  /^(?:throw it away|forget (?:it|the (?:poll|draft))|discard(?: it| the draft)?|never ?mind|(?:delete|drop|cancel) (?:it|the (?:poll|draft)))[.!]?$/i;
const DROP = /^(?:please )?(?:drop|remove|leave out|take out|take off|strike|delete|without|skip|not)\s+(.{1,200})$/i;
const ADD = /^(?:please )?(?:add|include|put (?:in|back)|also|and also|with)\s+(.{1,200})$/i;
const ASK =
  /^(?:ask|question|the question (?:is|should be)|change the question to|call it|rename it(?: to)?)\s*:?\s+(.{3,300})$/i;
const CLOSES =
  /^(?:close|end|voting ends?|deadline|until|vote|let them vote|answers?)(?: it)?(?: (?:by|at|on|until))?:?\s+(.{3,40})$/i;

const split = (list: string): readonly string[] =>
  list
    .split(/\s*(?:,|;|&|\band\b)\s*/i)
    .map((part) =>
      part
        .replace(/[.!]+$/, '')
        .replace(/\s+(?:to|from|in) the (?:poll|draft|list|options|vote)$/i, '')
        .trim(),
    )
    .filter((part) => part !== '');

/** The place that a word of position names: `the second`, `B`, `option 2`, `no. 3`, `the last one`. */
const placeOf = (words: string, count: number): number | undefined => {
  const plain = words
    .replace(/^the /i, '')
    .replace(/\s+(?:one|option)$/i, '')
    .trim();
  if (/^last$/i.test(plain)) return count - 1;
  const ordinal = ORDINALS.indexOf(plain.toLowerCase());
  if (ordinal >= 0) return ordinal;
  const number = /^(?:option |number |no\.? ?|#)?(\d{1,2})(?:st|nd|rd|th)?$/i.exec(plain)?.[1];
  if (number !== undefined) return Number(number) - 1;
  const letter = /^(?:option )?([a-j])\)?$/i.exec(plain)?.[1];
  return letter === undefined ? undefined : letter.toUpperCase().charCodeAt(0) - 65;
};

/** Reads what is to be different about a draft of `count` options; empty when the words say nothing of the kind. */
export const readDraftWords = (given: string, count: number): DraftWords => {
  const text = given.trim();
  if (OPEN.test(text)) return { what: 'open' };
  if (THROW.test(text)) return { what: 'drop' };
  const question = ASK.exec(text)?.[1]?.trim();
  if (question !== undefined) return { question: /[?.!]$/.test(question) ? question : `${question}?` };
  const parts = text.split(
    /(?:\s*[,;.]\s*(?:(?:and|then|but)\s+)?|\s+(?:and|then|but)\s+)(?=(?:please )?(?:drop|remove|leave out|take out|strike|add|include|put)\b)/i,
  );
  const drop: number[] = [];
  const dropNamed: string[] = [];
  const add: string[] = [];
  for (const part of parts) {
    const [dropped, added] = [DROP.exec(part)?.[1], ADD.exec(part)?.[1]];
    for (const one of split(dropped ?? '')) {
      const place = placeOf(one, count);
      if (place === undefined) dropNamed.push(one);
      else drop.push(place);
    }
    add.push(...split(added ?? ''));
  }
  if (drop.length + dropNamed.length + add.length > 0) {
    const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
    return { drop: some(drop), dropNamed: some(dropNamed), add: some(add) };
  }
  const closes = CLOSES.exec(text)?.[1];
  return closes === undefined ? {} : { closes };
};
