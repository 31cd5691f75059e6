import type { Activity } from 'botbuilder';
import { ADAPTIVE_CARD, type AdaptiveCard, type OwnViews, renderAdaptive } from '../../cards/render-adaptive.ts';
import { renderText } from '../../cards/render-text.ts';
import type { Reply } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { endingStream } from './answer-stream.ts';
import { sourcesOf } from './sources.ts';

/**
 * Bytes of UTF-16, as Teams counts them, that a message should stay under; its own limit is about 100 KB.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const MAX_MESSAGE_BYTES = 80 * 1024;
/** Characters of text a message may have: with every sign escaped it still is under the message's limit. */
export const MAX_TEXT = 16_000;

/** What may be said where several families read along. */
export const forAudience = (reply: Reply, group: boolean): Reply =>
  group && reply.private ? { text: wordsIn(reply.language).talk.privateInGroup, language: reply.language } : reply;

/**
 * The reply as messages, nearly always one. Words alone are plain text, with sources for Teams' citation marks. With a
 * card the words stand on it: a message of text and card is split by Teams into two, whose ids nobody gets, so that it
 * could never be brought up to date. A card too long for one message goes on in the next. With `ownViews` an open poll
 * becomes each reader's own. Never empty.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#message-splitting
 */
export const renderTeams = (
  reply: Reply,
  ownViews?: OwnViews,
): readonly [Partial<Activity>, ...Partial<Activity>[]] => {
  const text = wordsOf(reply);
  const sources = sourcesOf(reply);
  // Nothing a person wrote may work as Markdown, HTML or a mention.
  const words: Partial<Activity> = { type: 'message', text, textFormat: 'plain', ...sources };
  // The marks of sources work in a message's own text only.
  const cited = sources.entities !== undefined;
  const beside = reply.card !== undefined || (reply.choices?.length ?? 0) > 0;
  const cards = beside
    ? renderAdaptive(reply.card, reply.choices, {
        actions: 'execute',
        text: cited ? '' : text,
        ownViews,
        language: reply.language,
      })
    : [];
  const [first, ...more] = cards.map((content) => withCard(content, text));
  if (!first) return [words];
  return cited ? [words, first, ...more] : [first, ...more];
};

// In JSON a control character takes six; shown it is nothing.
const CONTROLS = /(?!\n)\p{Cc}/gu;

/** What is said with its sources, without the card, at most {@link MAX_TEXT} characters. */
export const wordsOf = (reply: Reply): string =>
  renderText({ ...reply, card: undefined, choices: undefined }, { max: MAX_TEXT })
    .replaceAll(CONTROLS, ' ')
    .toWellFormed();

/**
 * The reply as the end of a stream, which has text and may have a card, and what does not fit into it. Its id is the
 * stream's: a card in it can be brought up to date.
 */
export const renderFinal = (
  reply: Reply,
  ownViews: OwnViews | undefined,
  streamId: string,
): readonly [Partial<Activity>, ...Partial<Activity>[]] => {
  const text = wordsOf(reply);
  const words: Partial<Activity> = { type: 'message', text, textFormat: 'plain', ...sourcesOf(reply) };
  const [card, ...more] =
    reply.card || reply.choices?.length
      ? renderAdaptive(reply.card, reply.choices, { actions: 'execute', ownViews, language: reply.language })
      : [];
  const whole = card ? { ...words, attachments: [{ contentType: ADAPTIVE_CARD, content: card }] } : words;
  const fits = 2 * JSON.stringify(whole).length + ENVELOPE_BYTES <= MAX_MESSAGE_BYTES;
  const after = [...(fits || !card ? [] : [card]), ...more].map((content) => withCard(content, text));
  return [endingStream(fits ? whole : words, streamId), ...after];
};

/** What the activity's own addressing takes. */
const ENVELOPE_BYTES = 8 * 1024;

/** The longest line that notifications and the list of chats show. */
const MAX_SUMMARY = 200;

const withCard = (content: AdaptiveCard, text: string): Partial<Activity> => ({
  type: 'message',
  summary: text.slice(0, MAX_SUMMARY).toWellFormed(),
  attachments: [{ contentType: ADAPTIVE_CARD, content }],
});
