import type { Trip } from '../../trips/trips/trip.ts';
import type { Announcement } from './announcement.ts';

/** What was gathered for one conversation as one message; a single piece of news is told as it is. */
export const digestReply = ({ name }: Pick<Trip, 'name'>, said: readonly Announcement[]): Announcement | undefined => {
  const news = said.filter(({ updateOnly }) => !updateOnly);
  const [only] = news;
  if (news.length < 2) return only;
  return { reply: { text: [`News from ${name}:`, ...news.map((one) => `- ${lineOf(one)}`)].join('\n') } };
};

/** A poll's card as a line: what is asked, or how it ended. */
const lineOf = ({ reply: { text, card } }: Announcement): string => {
  if (card?.kind !== 'poll') return text;
  return card.outcome === undefined
    ? `${card.askedBy} asks: ${card.question} Say RESULTS to see it and vote.`
    : `${card.question} ${card.outcome}`;
};
