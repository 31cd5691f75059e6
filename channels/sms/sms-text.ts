import { renderText } from '../../cards/render-text.ts';
import type { Reply } from '../../cards/reply.ts';
import { fold } from './fold.ts';
import type { TextLine } from './text-line.ts';

/** A reply as one message on a line, never over what the line takes: plain words folded where that is cheaper, or all of it with what matters in bold. */
export const smsText = (reply: Reply, { maxText, billedByPart, bold }: TextLine): string => {
  if (!billedByPart) return renderText(reply, { max: maxText, roomy: true, bold });
  const spanish = reply.language === 'es';
  let max = maxText;
  let text = fold(renderText(reply, { max }), spanish);
  // Folding can lengthen a text (an ellipsis is three dots): the room shrinks until the folded text fits.
  while (text.length > maxText) {
    max -= text.length - maxText;
    text = fold(renderText(reply, { max }), spanish);
  }
  return text;
};
