import { letterOf } from './letters.ts';
import type { DraftCard, FoundOption, RuledOut } from './reply.ts';
import { sharedWhy } from './shared-why.ts';
import type { Words } from './words/catalogue.ts';

/** How much of a card is told: everything, what one needs to decide, or the least that can still be answered. */
export type Detail = 'full' | 'short' | 'bare';

/** The longest first thing said of an option that is still told in short: what sort of thing it is. */
const SORT = 32;

/** People's words on one line of their own, so that no line break in them can pass for a line of ours. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What is said of an option before its price. */
export const detailsIn = ({ details = '', place = '', source }: FoundOption, detail: Detail): string => {
  if (detail === 'full') return [details, place].map(oneLine).filter(Boolean).join(', ');
  const [sort = ''] = details.split(';');
  return detail === 'short' && source !== undefined && sort.length <= SORT ? oneLine(sort) : '';
};

/** What an option costs: in short, what the reader needs to decide. */
export const pricesIn = ({ price, total, yours }: FoundOption, detail: Detail): string => {
  const all = detail === 'full' ? [price, total, yours] : [price ?? total, ...(detail === 'short' ? [yours] : [])];
  return all.flatMap((one) => (one === undefined ? [] : [oneLine(one)])).join(', ');
};

/** What speaks for an option, what each family pays, and where it is said; in short nothing. */
export const moreOf = (
  { shares, why, forYou, source, picture }: FoundOption,
  detail: Detail,
  { card: own }: Words,
): string =>
  detail === 'full'
    ? [
        shares && ` (${oneLine(shares)})`,
        why && `. ${capital(oneLine(why))}`,
        forYou && `. ${own.forYou} ${oneLine(forYou)}`,
        source && ` [${oneLine(source)}]`,
        picture && ` ${oneLine(picture)}`,
      ]
        .filter(Boolean)
        .join('')
    : '';

/** What is known of the options beside them: what cannot be chosen, what all have in common, and their sources. */
export const aroundOptions = (
  {
    options,
    ruledOut = [],
  }: { readonly options: readonly FoundOption[]; readonly ruledOut?: readonly RuledOut[] | undefined },
  detail: Detail,
  { card: own, say }: Words,
): readonly string[] => {
  const out =
    detail === 'bare' || ruledOut.length === 0
      ? ''
      : `${own.ruledOut}: ${ruledOut.map(({ text, why }) => `${oneLine(text)} (${oneLine(why)})`).join('; ')}.`;
  if (detail === 'full') return [out];
  const shared = sharedWhy(options);
  const sources = [...new Set(options.flatMap(({ source }) => (source === undefined ? [] : [oneLine(source)])))];
  return [
    out,
    shared.length === 0 ? '' : own.ofAll(options.length, shared.join(', ')),
    sources.length === 0 ? '' : `${own.from(say.list(sources))}.`,
  ];
};

/** A poll that nobody votes on yet, its options lettered; `shorten` cuts a text to so many characters. */
export const draftLines = (
  card: DraftCard,
  detail: Detail,
  words: Words,
  cut: (text: string, max: 'question' | 'option' | 'price') => string,
): readonly string[] => [
  cut(oneLine(card.question), 'question'),
  ...card.options.map((option, index) => {
    const said = [
      cut(oneLine(option.text), 'option'),
      detailsIn(option, detail),
      cut(pricesIn(option, detail), 'price'),
    ];
    return `${letterOf(index)}) ${said.filter(Boolean).join(', ')}${moreOf(option, detail, words)}`;
  }),
  ...aroundOptions(card, detail, words),
  card.closes ? words.card.wouldEnd(oneLine(card.closes)) : '',
];
