import { oneSlip } from '../../trips/one-slip.ts';
import type { Poll } from '../../trips/polls/poll.ts';
import { answerText, answerWord, writtenOut } from './answer-lexicon.ts';
import { NAMED_DAYS, namedDays, optionsOn } from './named-days.ts';

/** What is looked at of a poll to read an answer to it. */
export type Asked = Pick<Poll, 'options' | 'kind'>;

/** One thing that words of an answer do: name an option, or one of several (`ids`), say how good it is, or judge. */
export type Token =
  | { readonly does: 'option'; readonly ids: readonly string[]; readonly ordinal?: boolean }
  | { readonly does: 'score'; readonly score: number }
  | { readonly does: 'stop' }
  | { readonly does: Exclude<ReturnType<typeof answerWord>, undefined> };

const ORDINALS: readonly string[] = [
  'first|1st|primer[oa]?s?',
  'second|2nd|segund[oa]s?',
  'third|3rd|tercer[oa]?s?',
  'fourth|4th|cuart[oa]s?',
  'fifth|5th|quint[oa]s?',
];
const COUNTS: readonly string[] = ['two|2|dos|couple(?: of)?', 'three|3|tres', 'four|4|cuatro'];
const SEVERAL = new RegExp(
  `\\b(?:(?<end>first|last|primer[oa]s|ultim[oa]s) (?<count>${COUNTS.join('|')})|(?<counted>${COUNTS.join('|')}) (?<ended>first|last|primer[oa]s|ultim[oa]s))\\b`,
  'g',
);
const ONE = new RegExp(`\\b(?:${ORDINALS.map((word) => `(${word})`).join('|')}|(last|ultim[oa]))\\b`, 'g');
const NUMBER = /(?<![\d@-])(?:(?:number|option|choice|opcion|numero|#) ?)?(\d{1,2})(?![\d-])/g;
/** The words of an answer, with the marks of what was found in it. */
export const words = (text: string): readonly string[] => text.match(/@\d+|[\p{L}\p{N}]+/gu) ?? [];
const ENDINGS = /(?:ing|um|us|os|as|es|ed|o|a|e|s)$/;
const SHORTEST_STEM = 3;
const stem = (word: string): string => {
  const cut = word.replace(ENDINGS, '');
  return cut.length < SHORTEST_STEM ? word : cut;
};
const SHORTEST_TYPO = 5;
const SHORTEST_START = 4;
/** How well a word said is a word of an option: 0 is not at all. */
const likeness = (said: string, own: string): number => {
  if (writtenOut(said) === writtenOut(own)) return 3;
  if (stem(said) === stem(own)) return 2;
  if (said.length >= SHORTEST_START && own.startsWith(said)) return 2;
  return said.length >= SHORTEST_TYPO && own.length >= SHORTEST_TYPO && oneSlip(said, own) ? 1 : 0;
};

/** The options that have a word, as it is or nearly; an exact one counts before a slip. */
const optionsWith = ({ options }: Asked, said: string): readonly string[] => {
  const scored = options.map(({ optionId, text }) => ({
    optionId,
    like: Math.max(0, ...words(answerText(text)).map((own) => likeness(said, own))),
  }));
  const best = Math.max(...scored.map(({ like }) => like));
  return best === 0 ? [] : scored.filter(({ like }) => like === best).map(({ optionId }) => optionId);
};

/** Puts what names options by their day, place or number in tokens of the text; `found` keeps which they are. */
const marked = (poll: Asked, said: string, found: Extract<Token, { does: 'option' }>[]): string => {
  const ids = poll.options.map(({ optionId }) => optionId);
  const mark = (token: Omit<Extract<Token, { does: 'option' }>, 'does'>): string => {
    found.push({ does: 'option', ...token });
    return ` @${found.length - 1} `;
  };
  const each = (chosen: readonly string[]): string => chosen.map((id) => mark({ ids: [id], ordinal: true })).join('');
  const dated = poll.options.some(({ days }) => days !== undefined);
  const byDay = dated
    ? said.replace(NAMED_DAYS, (match, ...given) => {
        const groups = given.at(-1) as Readonly<Record<string, string | undefined>>;
        // "2" is the second option; "the 2nd" may be a day.
        if (/^\d{1,2}$/.test(match) && Number(match) <= ids.length) return match;
        const on = optionsOn(poll.options, namedDays(groups)).map(({ optionId }) => optionId);
        return on.length === 0 ? match : mark({ ids: on });
      })
    : said;
  const several = byDay.replace(SEVERAL, (match, ...given) => {
    const { end, ended = end, count, counted = count } = given.at(-1) as Readonly<Record<string, string | undefined>>;
    const many = 2 + COUNTS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(counted ?? ''));
    if (many > ids.length) return match;
    return each(/^(?:first|primer)/.test(ended ?? '') ? ids.slice(0, many) : ids.slice(-many));
  });
  const inPlace = several.replace(ONE, (match, ...given) => {
    if (optionsWith(poll, match).length > 0) return match;
    const at = given.slice(0, ORDINALS.length).findIndex((group) => group !== undefined);
    const id = at < 0 ? ids.at(-1) : ids[at];
    return id === undefined ? match : each([id]);
  });
  if (poll.kind === 'score') return inPlace;
  return inPlace.replace(NUMBER, (match, number: string) => {
    const id = ids[Number(number) - 1];
    return id === undefined ? match : mark({ ids: [id] });
  });
};

/** The message in tokens; nothing when it has a word that neither names an option nor belongs to an answer. */
export const tokensOf = (poll: Asked, text: string): readonly Token[] | undefined => {
  const found: Extract<Token, { does: 'option' }>[] = [];
  const said = marked(poll, answerText(text), found);
  const tokens: Token[] = [];
  for (const word of said.match(/@\d+|[\p{L}\p{N}]+|[,;.:!\n()]/gu) ?? []) {
    if (/^[,;.:!\n()]$/.test(word)) {
      tokens.push({ does: 'stop' });
      continue;
    }
    const token = word.startsWith('@') ? found[Number(word.slice(1))] : undefined;
    const does = answerWord(word, poll.kind === 'dates');
    const ids = token || (does !== undefined && does !== 'filler' && does !== 'yes') ? [] : optionsWith(poll, word);
    const score = poll.kind === 'score' && /^[1-5]$/.test(word) ? Number(word) : undefined;
    if (token) tokens.push(token);
    else if (score !== undefined) tokens.push({ does: 'score', score });
    else if (ids.length > 0 && (does === undefined || ids.length < poll.options.length) && does !== 'filler')
      tokens.push({ does: 'option', ids });
    else if (does !== undefined) tokens.push({ does });
    else if (ids.length > 0) tokens.push({ does: 'filler' });
    else return undefined;
  }
  return tokens;
};

/** One option after the other: words that stand together and may be of the same one name it together. */
export const grouped = (tokens: readonly Token[], kind: Asked['kind']): readonly Token[] => {
  const byWords = tokens.some((token) => token.does === 'option' && !token.ordinal);
  const groups: Token[] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    // "Castle first, then the beach": the place of an option is said, and no other one.
    if (kind === 'rank' && token.does === 'option' && token.ordinal && byWords) continue;
    const shared =
      token.does === 'option' && last?.does === 'option' && !token.ordinal && !last.ordinal
        ? token.ids.filter((id) => last.ids.includes(id))
        : [];
    if (shared.length > 0) groups[groups.length - 1] = { does: 'option', ids: shared };
    else groups.push(token);
  }
  return groups;
};
