/** A line of a mail's head, as it is forwarded or copied: `Subject: Your stay`, `Von: …`. */
const MAIL_HEAD =
  /^[>\s*]*(?:from|to|cc|subject|sent|date|reply-to|von|an|gesendet|betreff|de|para|asunto|enviado|fecha)\s?:\s*\S/gim;
/** `Registrar: Example Ltd`, `Check-in: 15:00`. */
const LABELLED = /^[>\s*•-]*\p{L}[\p{L}\p{N} /()&'’.-]{1,40}:\s+\S.*$/gmu;
/** What machines and publishers write, and no parent texts. */
const MARKS =
  /\bunsubscribe\b|\bview (?:this|it) (?:e-?mail )?(?:in|on) (?:your|a|the) browser\b|\ball rights reserved\b|©|\bprivacy policy\b|\bterms (?:and|&) conditions\b|\bdo not reply\b|-{3,} ?(?:forwarded|original) message|\bdarse de baja\b|https?:\/\/\S+[\s\S]*https?:\/\/\S+/i;
const FEWEST_HEADS = 2;
const FEWEST_LABELS = 6;
/** Characters and lines from which on a text with such marks, or without any, was hardly typed as a message. */
const LONG_WITH_MARKS = 250;
const LONG = 900;
const MANY_LINES = 10;
const LONG_IN_LINES = 350;

/**
 * Whether a message is a text from elsewhere that was pasted or forwarded: a mail with its head, an entry of labelled
 * lines, a newsletter, a page. Such a text asks for nothing, whatever stands in it.
 */
export const isPasted = (message: string): boolean => {
  const text = message.trim();
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  if ((text.match(MAIL_HEAD)?.length ?? 0) >= FEWEST_HEADS) return true;
  if ((text.match(LABELLED)?.length ?? 0) >= FEWEST_LABELS) return true;
  return (
    text.length >= LONG ||
    (text.length >= LONG_WITH_MARKS && MARKS.test(text)) ||
    (text.length >= LONG_IN_LINES && lines >= MANY_LINES)
  );
};

const MOST_OF_A_NAME = 40;

/** What a pasted text is called: by its subject, else by its first line. */
export const nameOfPasted = (text: string): string => {
  const subject = /^[>\s*]*(?:subject|betreff|asunto)\s?:\s*(.+)$/im.exec(text)?.[1];
  const line = subject ?? text.split('\n').find((one) => /\p{L}/u.test(one)) ?? '';
  const words = line
    .replace(/[^\p{L}\p{N} .&'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_OF_A_NAME)
    .trim();
  return `${words === '' ? 'Text' : words}.txt`;
};
