import { z } from 'zod';
import type { Asked } from './trips.ts';

const citations = z.array(
  z.object({
    n: z.number(),
    documentId: z.string(),
    document: z.string(),
    page: z.number().optional(),
    quote: z.string(),
  }),
);

/** What the product answered. */
export const answered = z.object({
  /** False: it says that the papers do not tell, perhaps with the lines that stand nearest. */
  found: z.boolean(),
  answer: z.string(),
  citations,
  /** The lines that stand nearest to a part that is not answered beside one that is: they count as near and no more. */
  nearest: z.object({ text: z.string(), citations }).optional(),
});
export type Answered = z.infer<typeof answered>;

/** What is right and wrong with one answer. */
export interface Judged {
  /** It was told outright, and every gold string stands in it; of a question without an answer: it was refused. */
  readonly contains: boolean;
  /** It was told outright, and every document that is needed is cited, at its page. */
  readonly cited: boolean;
  /** The same, counting also the lines that stood nearest where it, or a part of it, was refused. */
  readonly near: { readonly contains: boolean; readonly cited: boolean };
  /** What it states without a source: a sentence without a mark, a mark without a source, a quote or number that is not in the document. */
  readonly uncited: readonly string[];
}

const plain = (text: string): string => text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ');

/** Judges an answer. `textOf` gives the words that were read in a document. */
export const judge = (asked: Asked, said: Answered, textOf: (documentId: string) => string): Judged => {
  const { found, nearest } = said;
  const about = `${asked.q} ${asked.history.join(' ')}`;
  const all = [said, ...(nearest ? [{ ...nearest, answer: nearest.text }] : [])];
  const uncited = all.flatMap((one) => (one.citations.length > 0 ? stray(one, textOf, about) : []));
  if (asked.kind === 'none') return { contains: !found, cited: true, near: { contains: !found, cited: true }, uncited };
  const told = tellsAll(asked, said.answer, said.citations);
  const near = nearest
    ? tellsAll(asked, `${said.answer} ${nearest.text}`, [...said.citations, ...nearest.citations])
    : told;
  return { contains: found && told.contains, cited: found && told.cited, near, uncited };
};

const tellsAll = ({ has, from }: Asked, said: string, citations: Answered['citations']): Judged['near'] => {
  const answer = plain(said);
  return {
    contains: citations.length > 0 && has.every((gold) => [gold].flat().some((words) => answer.includes(plain(words)))),
    cited: from.every((place) => place.split('|').some((one) => isCited(one, citations))),
  };
};

const isCited = (place: string, citations: Answered['citations']): boolean => {
  const [document, page] = place.split('#');
  return citations.some((one) => one.document === document && (page === undefined || one.page === Number(page)));
};

const MARKED = /(.*?)\[(\d+)\][.!?…]?\s*/gs;
const NUMBER = /\d[\d.,:]*\d|\d/g;

/** "3 x EUR 120 = EUR 360 [1].", "EUR 85 is more than EUR 11 [1][2].": what follows from cited numbers. */
const FOLLOWS =
  /(?:(?<=[.!?…] )|^)(?<said>[^.!?=[]*?[^[=]* = [^[=]+|[^[.]*\d[^[]* is (?:more|less|later|earlier|the same|a \p{L}+day)[^[]*?) (?<marks>(?:\[\d+\])+)\./u;

const value = (number: string): number =>
  Math.round(Number(number.replace(/[,.](?=\d{3}\b)/g, '').replace(',', '.')) * 100);

/** Whether a calculation holds, and all that goes into it stands in a cited source or was asked. */
const holds = (said: string, known: string): boolean => {
  const [left = '', right] = said.split(' = ');
  if (!(left.match(NUMBER) ?? []).every((number) => known.includes(number))) return false;
  if (right === undefined) return true;
  const [from = '', to] = left.split(' to ');
  if (to !== undefined) return right.startsWith(spanOf(from, to));
  const parts = left
    .split(' + ')
    .map((part) => (part.match(NUMBER) ?? []).reduce((product, number) => (product * value(number)) / 100, 100));
  return value(right.match(NUMBER)?.[0] ?? '') === parts.reduce((a, b) => a + b, 0);
};

/** `7 nights` of two days, `2 h 37 min` of two times. */
const spanOf = (from: string, to: string): string => {
  const days = (Date.parse(`${to} UTC`) - Date.parse(`${from} UTC`)) / 86_400_000;
  if (Number.isInteger(days)) return `${days} night`;
  const [start = 0, end = 0] = [from, to].map((clock) => {
    const [hour = 0, minute = 0] = clock.match(/\d+/g)?.map(Number) ?? [];
    return (/p\.?m/i.test(clock) && hour < 12 ? hour + 12 : hour) * 60 + minute;
  });
  const [hours, minutes] = [Math.floor((end - start) / 60), (end - start) % 60];
  return [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''].filter(Boolean).join(' ');
};

const stray = (
  { answer: whole, citations }: Pick<Answered, 'answer' | 'citations'>,
  textOf: (documentId: string) => string,
  asked: string,
): readonly string[] => {
  const wrong: string[] = [];
  const { said = '', marks = '' } = FOLLOWS.exec(whole)?.groups ?? {};
  const behind = citations
    .filter(({ n }) => marks.includes(`[${n}]`))
    .map(({ documentId }) => plain(textOf(documentId)));
  const follows = said !== '' && holds(said, `${behind.join(' ')} ${asked}`);
  const answer = follows ? whole.replace(`${said} ${marks}.`, '') : whole;
  let end = 0;
  for (const marked of answer.matchAll(MARKED)) {
    const [whole, sentence = '', n] = marked;
    end = marked.index + whole.length;
    const source = citations.find((one) => one.n === Number(n));
    if (!source) {
      wrong.push(`no source for ${whole}`);
      continue;
    }
    const known = `${source.document} ${plain(textOf(source.documentId))}`;
    const numbers = sentence.match(NUMBER) ?? [];
    if (numbers.some((number) => !known.includes(number))) wrong.push(`a number that is not in its source: ${whole}`);
    for (const quote of source.quote.split(' … '))
      if (!known.includes(plain(quote))) wrong.push(`a quote that is not in its source: ${quote}`);
  }
  if (answer.slice(end).trim() !== '') wrong.push(`without a mark: ${answer.slice(end)}`);
  return wrong;
};
