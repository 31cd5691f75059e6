import { renderText } from '../../cards/render-text.ts';
import type { Reply } from '../../cards/reply.ts';
import { fold } from './fold.ts';
import { MAX_MESSAGE } from './twiml.ts';

/** A reply as one text message: plain words, folded where that is cheaper, never over {@link MAX_MESSAGE}. */
export const smsText = (reply: Reply): string => {
  const spanish = reply.language === 'es';
  let max = MAX_MESSAGE;
  let text = fold(renderText(reply, { max }), spanish);
  // Folding can lengthen a text (an ellipsis is three dots): the room shrinks until the folded text fits.
  while (text.length > MAX_MESSAGE) {
    max -= text.length - MAX_MESSAGE;
    text = fold(renderText(reply, { max }), spanish);
  }
  return text;
};
