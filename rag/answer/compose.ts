import type { Citation } from '../../trips/documents/citation.ts';
import type { Answer } from '../library.ts';
import { isFragment } from '../retrieve/entry.ts';
import type { Evidence } from '../retrieve/evidence.ts';
import { stretchesOf } from '../search-index.ts';
import { termsOf } from '../words/terms.ts';
import { innermost } from './checks/check.ts';
import { isLed } from './checks/led-item.ts';
import type { Chosen, Conclusion } from './chosen.ts';
import { PLACE_STEMS } from './question/asked-terms.ts';
import type { WeightedTerm } from './question/question.ts';

/** Puts chosen sentences together, each as it stands in its document, and what follows from them; each marked with its source. */
export const compose = (chosen: readonly Chosen[], conclusions: readonly Conclusion[] = []): Answer => {
  const sources: {
    readonly evidence: Evidence;
    readonly quotes: string[];
    readonly spans: (readonly [number, number])[];
  }[] = [];
  const said = new Set<string>();
  const sentences: string[] = [];
  /** The heading told last: what stands under it, too, needs no second telling. */
  let above: string | undefined;
  for (const { evidence, lead, terms, against, verdict } of chosen) {
    const { documentId, page } = evidence.passage;
    let n = sources.findIndex(
      ({ evidence: known }) => known.passage.documentId === documentId && known.passage.page === page,
    );
    if (n < 0) n = sources.push({ evidence, quotes: [], spans: [] }) - 1;
    for (const quote of lead === undefined ? [evidence.text] : [lead, evidence.text]) {
      if (said.has(quote)) continue;
      said.add(quote);
      sources[n]?.quotes.push(quote);
      if (quote === evidence.text && evidence.passage.kind === undefined)
        sources[n]?.spans.push(...stretchesOf(evidence.span));
      const needed = quote === evidence.text && lead === undefined ? neededHeading(evidence, terms) : undefined;
      const heading = needed === above ? undefined : needed;
      above = needed ?? (innermost(evidence.passage.heading) === above ? above : undefined);
      const but = against && sentences.length > 0 ? `But ${evidence.passage.document} says: ` : '';
      const first = verdict !== undefined && quote === (lead ?? evidence.text) ? `${verdict}: ` : '';
      sentences.push(marked(`${first}${but}${withHeading(heading, readable(quote))}`, [n + 1]));
    }
  }
  if (sentences.length === 0) return { found: false };
  for (const { text, from } of conclusions) {
    const behind = from.map(
      ({ evidence: { passage } }) =>
        sources.findIndex(
          ({ evidence: known }) =>
            known.passage.documentId === passage.documentId && known.passage.page === passage.page,
        ) + 1,
    );
    // What it stands on may have found no place in the answer.
    if (from.every(({ evidence }) => said.has(evidence.text))) sentences.push(marked(text, [...new Set(behind)]));
  }
  const citations = sources.map(
    ({ evidence: { passage }, quotes, spans }, index): Citation => ({
      n: index + 1,
      documentId: passage.documentId,
      document: passage.document,
      page: passage.page,
      quote: quotes.join(' … '),
      spans: spans.length > 0 ? spans : undefined,
      kind: passage.kind,
    }),
  );
  return { found: true, text: sentences.join(' '), citations };
};

/** "Tickets: EUR 10 adult". */
const LABELLED = /^[^.|]{1,30}: /;
/** A name that is told before bare words is no longer. */
const LONGEST_NAME = 60;

/** The innermost heading, when what was asked stands in it and not in the sentence, or it says of what bare words hold: an item of a list, or what stands under the name of a place. */
const neededHeading = (
  { passage, text, description }: Evidence,
  terms: readonly WeightedTerm[],
): string | undefined => {
  const { kind } = passage;
  const heading = innermost(passage.heading);
  if (heading === '') return undefined;
  if (isLed(text, heading)) return heading;
  if (
    kind === undefined &&
    heading.length <= LONGEST_NAME &&
    (isFragment(text) || (description !== undefined && LABELLED.test(text)))
  )
    return heading;
  const above = new Set(termsOf(heading).map(({ stem }) => stem));
  const here = new Set(termsOf(text).map(({ stem }) => stem));
  return terms.some(({ stem }) => !PLACE_STEMS.has(stem) && above.has(stem) && !here.has(stem)) ? heading : undefined;
};

const withHeading = (heading: string | undefined, sentence: string): string => {
  if (heading === undefined) return sentence;
  if (/[?!.:]$/.test(heading)) return `${heading} ${sentence}`;
  return LABELLED.test(sentence) ? `${heading} - ${sentence}` : `${heading}: ${sentence}`;
};

/** A table row as words: its bars become the punctuation one would say, and empty cells nothing. */
const readable = (quote: string): string => {
  const [first = '', ...rest] = quote.split(/(?:^|\s)\|(?=\s|$)/).flatMap((cell) => cell.trim() || []);
  if (rest.length === 0) return first;
  // A column for the hours that says "closed" is no hour.
  const told = rest.map((cell) =>
    cell.replace(/\b(?:open|hours|opening(?: hours| times)?|times?): (closed|shut)\b/i, '$1'),
  );
  return `${first}${told[0]?.includes(': ') ? ' - ' : ': '}${told.join(', ')}`;
};

/** A stop that belongs to the word before it: "4 p.m.". */
const SHORTENED = /\b(?:\p{L}\.)+\p{L}\.$|\b(?:etc|approx|incl|excl|max|min|tel|no|nr)\.$/iu;

/** The mark goes before the stop, so that it is plain which sentence it belongs to. */
const marked = (sentence: string, numbers: readonly number[]): string => {
  const marks = numbers.map((n) => `[${n}]`).join('');
  const stop = SHORTENED.test(sentence) ? undefined : /[.!?…]$/.exec(sentence)?.[0];
  return stop === undefined ? `${sentence} ${marks}.` : `${sentence.slice(0, -stop.length)} ${marks}${stop}`;
};
