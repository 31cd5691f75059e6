import type { Courier } from '../../bot/delivery.ts';
import { renderText } from '../../cards/render-text.ts';
import { wordsIn } from '../../cards/words/words.ts';
import type { Mailer } from './mailer.ts';

export interface EmailCourierParts {
  readonly mailer: Mailer;
  /** Whether an address has opted in and not out; for an `unasked` message, only not out. */
  readonly mayWriteTo: (address: string, unasked?: boolean) => Promise<boolean>;
  /** The link by which an address ends all mail to it. */
  readonly unsubscribeLink: (address: string) => Promise<string>;
}

/** The longest subject line; beyond it mail programs show an ellipsis anyway. */
const MAX_SUBJECT = 120;

/** Writes to e-mail addresses; there is no conversation by e-mail, so nothing comes in. */
export const emailCourier = ({ mailer, mayWriteTo, unsubscribeLink }: EmailCourierParts): Courier => ({
  door: 'email',
  deliver: async (to, reply, key) => {
    if (!(await mayWriteTo(to.conversation, to.unasked))) return { status: 'refused', why: 'opted-out' };
    const text = renderText(reply, { oneWay: true });
    const headline = reply.card?.kind === 'poll' ? reply.card.question : text.split('\n', 1)[0];
    const subject = (reply.subject ?? headline ?? '').slice(0, MAX_SUBJECT);
    const unsubscribe = await unsubscribeLink(to.conversation);
    const { answerInChat, noMoreMail } = wordsIn(reply.language).card;
    const notes = [...(to.unasked ? [] : [answerInChat]), noMoreMail(unsubscribe)];
    return mailer.send({
      to: to.conversation,
      subject,
      text: `${text}\n\n--\n${notes.join('\n')}`,
      key,
      unsubscribe,
    });
  },
});
