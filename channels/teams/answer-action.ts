import type { Activity, InvokeResponse } from 'botbuilder';
import { ADAPTIVE_CARD, type OwnViews, renderAdaptive } from '../../cards/render-adaptive.ts';
import type { Reply } from '../../cards/reply.ts';
import { renderTeams, wordsOf } from './render-teams.ts';

const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

/** The answer to a pressed button, and what does not fit into it and is sent after it. */
export interface ActionAnswer {
  readonly response: InvokeResponse;
  readonly after: readonly Partial<Activity>[];
}

/**
 * A reply with a card or choices replaces the card that was pressed; a reply of words alone is shown beside it.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
 */
export const answerAction = (replies: readonly Reply[], ownViews?: OwnViews): ActionAnswer => {
  const shown = replies.find(({ card }) => card !== undefined) ?? replies[0];
  const others = replies.filter((reply) => reply !== shown).flatMap((reply) => renderTeams(reply, ownViews));
  if (shown === undefined) return { response: answerInWords('Done.'), after: [] };
  if (shown.denied) return { response: deniedAction(wordsOf(shown)), after: others };
  if (shown.card === undefined && !shown.choices?.length) {
    return { response: answerInWords(wordsOf(shown)), after: others };
  }
  const [card, ...pages] = renderAdaptive(shown.card, shown.choices, {
    actions: 'execute',
    text: wordsOf(shown),
    ownViews,
    language: shown.language,
  });
  const attached = pages.map((content) => ({
    type: 'message',
    attachments: [{ contentType: ADAPTIVE_CARD, content }],
  }));
  return { response: answer(ADAPTIVE_CARD, card), after: [...attached, ...others] };
};

/** Words beside the card that was pressed, which stays. */
export const answerInWords = (text: string): InvokeResponse => answer(MESSAGE, text);

const answer = (type: string, value: unknown): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

/** What an Action.Execute gets that says nothing the bot knows. */
export const MALFORMED_ACTION: InvokeResponse = {
  status: 400,
  body: {
    statusCode: 400,
    type: ERROR,
    value: { code: 'BadRequest', message: 'This button carries nothing I understand. Ask me for the card again.' },
  },
};

/** What was asked for is not the presser's: Teams shows the words beside the card. */
const deniedAction = (message: string): InvokeResponse => ({
  status: 200,
  body: { statusCode: 403, type: ERROR, value: { code: 'Forbidden', message } },
});
