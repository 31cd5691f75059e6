import type { Poll } from '../../trips/polls/poll.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
/** Words of a vote that name no option. */
const FILLER = new Set(
  'i we us our my the a an to for with of on in and vote votes voting choose chose pick prefer prefers like would rather go going take want family families is it be please option number put down count change choice one d ll m re el la los las de del por un una y o nosotros nos nuestra nuestro voto votamos vota queremos quiero prefiero preferimos elegimos elijo mejor opcion familia para gusta'.split(
    ' ',
  ),
);

const telling = (text: string): readonly string[] =>
  plain(text)
    .split(' ')
    .filter((word) => word !== '' && !FILLER.has(word));

/** The option somebody means by its words: the one that shares the most of them, when only one does. */
export const matchOption = (poll: Pick<Poll, 'options'>, words: string): string | undefined => {
  const exact = poll.options.find(({ text }) => plain(text) === plain(words));
  if (exact) return exact.optionId;
  const said = new Set(telling(words));
  const scored = poll.options.map(({ optionId, text }) => ({
    optionId,
    shared: telling(text).filter((word) => said.has(word)).length,
  }));
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  const best = scored.filter(({ shared }) => shared === most);
  return most > 0 && best.length === 1 ? best[0]?.optionId : undefined;
};

/** Whether words may answer the poll by naming one of its options, or several where several are taken. */
export const names = (poll: Pick<Poll, 'options' | 'kind'>, words: string): boolean =>
  matchOption(poll, words) !== undefined ||
  ((poll.kind === 'rank' || poll.kind === 'dates' || poll.kind === 'approval') &&
    optionsInOrder(poll, words).length > 0);

/** The options that words name, in the order they name them, each by words that no other option has. */
export const optionsInOrder = ({ options }: Pick<Poll, 'options'>, words: string): readonly string[] => {
  const said = plain(words).split(' ');
  const own = options.map(({ optionId, text }) => ({ optionId, words: telling(text) }));
  return own
    .map(({ optionId, words: named }) => {
      const others = new Set(own.flatMap((other) => (other.optionId === optionId ? [] : other.words)));
      const marks = named.filter((word) => !others.has(word));
      return { optionId, at: said.findIndex((word) => marks.includes(word)) };
    })
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ optionId }) => optionId);
};
