import type { Activity } from 'botbuilder';
import type { Reply } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
const MAX_CITATIONS = 20;
const MAX_NAME = 80;
const MAX_ABSTRACT = 160;

/**
 * What marks an answer out of documents: the AI label, a source for each [n] in its text, and feedback buttons.
 * Nothing for a reply without sources.
 */
export const sourcesOf = ({ citations = [], language }: Reply): Partial<Activity> => {
  if (citations.length === 0) return {};
  const { say } = wordsIn(language);
  const citation = citations.slice(0, MAX_CITATIONS).map((one) => ({
    '@type': 'Claim',
    position: one.n,
    appearance: {
      '@type': 'DigitalDocument',
      name: cut(say.citation(one), MAX_NAME),
      abstract: cut(one.quote, MAX_ABSTRACT),
      ...(one.link !== undefined && { url: one.link }),
    },
  }));
  return {
    entities: [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation,
      },
    ],
    channelData: { feedbackLoop: { type: 'default' } },
  };
};

/** At most `max` UTF-16 units, never half a character. */
const cut = (text: string, max: number): string =>
  text.length <= max
    ? text
    : `${text
        .slice(0, max - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`;
