import type { Words } from '../../cards/words/catalogue.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import type { Announcement } from './announcement.ts';

/** What was gathered for one conversation as one message; a single piece of news is told as it is. */
export const digestReply = (
  { name }: Pick<Trip, 'name'>,
  said: readonly Announcement[],
  words: Pick<Words, 'news'>,
): Announcement | undefined => {
  const news = said.filter(({ updateOnly }) => !updateOnly);
  const [only] = news;
  if (news.length < 2) return only;
  return { reply: { text: [words.news.digest(name), ...news.map((one) => `- ${lineOf(one, words)}`)].join('\n') } };
};

/** A poll's card as a line: what is asked, or how it ended. */
const lineOf = ({ reply: { text, card } }: Announcement, { news }: Pick<Words, 'news'>): string => {
  if (card?.kind !== 'poll') return text;
  return card.outcome === undefined
    ? news.pollInDigest(card.askedBy, card.question)
    : `${card.question} ${card.outcome}`;
};
