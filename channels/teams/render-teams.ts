import type { Activity, Attachment } from 'botbuilder';
import { ADAPTIVE_CARD, type AdaptiveCard, type OwnViews, renderAdaptive } from '../../cards/render-adaptive.ts';
import { renderText } from '../../cards/render-text.ts';
import type { Reply } from '../../cards/reply.ts';
import { sourcesOf } from './sources.ts';

/**
 * Bytes of UTF-16, as Teams counts them, that a message should stay under; its own limit is about 100 KB.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const MAX_MESSAGE_BYTES = 80 * 1024;
/** Characters of text a message may have: with every sign escaped it still is under the message's limit. */
export const MAX_TEXT = 16_000;

const PRIVATE_IN_GROUP: Reply = {
  text: "That is your family's own matter, so I don't say it in a group. Write to me directly and I'll tell you.",
};

/** What may be said where several families read along. */
export const forAudience = (reply: Reply, group: boolean): Reply => (group && reply.private ? PRIVATE_IN_GROUP : reply);

/**
 * The reply as messages, nearly always one: its words and sources as plain text, the card beside it, sources for
 * Teams' citation marks; with `ownViews` an open poll becomes each reader's own. A plan too long for one message goes on in the next. Never empty.
 */
export const renderTeams = (
  reply: Reply,
  ownViews?: OwnViews,
): readonly [Partial<Activity>, ...Partial<Activity>[]] => {
  const cards = renderAdaptive(reply.card, reply.choices, { actions: 'execute', ownViews });
  const text = wordsOf(reply);
  const words: Partial<Activity> = {
    type: 'message',
    text,
    // Nothing a person wrote may work as Markdown, HTML or a mention.
    textFormat: 'plain',
    ...sourcesOf(reply),
  };
  const [first = [], ...rest] = shared(cards, 2 * JSON.stringify(words).length);
  return [withCards(words, first), ...rest.map((more) => withCards({ type: 'message' }, more))];
};

// In JSON a control character takes six; shown it is nothing.
const CONTROLS = /(?!\n)\p{Cc}/gu;

/** What is said with its sources, without the card, at most {@link MAX_TEXT} characters. */
export const wordsOf = ({ text, citations }: Reply): string =>
  renderText({ text, citations }, { max: MAX_TEXT }).replaceAll(CONTROLS, ' ').toWellFormed();

/** What the activity's own addressing takes. */
const ENVELOPE_BYTES = 8 * 1024;

/** Cards in order, as many to a message as fit. */
const shared = (cards: readonly AdaptiveCard[], words: number): readonly (readonly AdaptiveCard[])[] => {
  const messages: AdaptiveCard[][] = [[]];
  let used = words + ENVELOPE_BYTES;
  for (const card of cards) {
    const bytes = 2 * JSON.stringify(card).length;
    if (used + bytes > MAX_MESSAGE_BYTES) {
      messages.push([]);
      used = ENVELOPE_BYTES;
    }
    messages.at(-1)?.push(card);
    used += bytes;
  }
  return messages;
};

const withCards = (activity: Partial<Activity>, cards: readonly AdaptiveCard[]): Partial<Activity> =>
  cards.length === 0 ? activity : { ...activity, attachments: cards.map(attachment), attachmentLayout: 'list' };

const attachment = (content: AdaptiveCard): Attachment => ({ contentType: ADAPTIVE_CARD, content });
