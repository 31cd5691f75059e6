/** How chats that are copied or sent out of a phone begin each message: when, and who; `[12/06/27, 18:03] Ana: …`, `6/14/27, 9:02 PM - Tom: …`. */
const STAMP =
  /^\s*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? (?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.? ?m\.?)?(?:\]| [-–])\s/iu;
const FROM = /^[^:\n]{1,40}: \S/u;
/** Messages that prove that a text is a chat. */
const FEWEST_MESSAGES = 2;

/**
 * The messages of a chat, each on one line with when it was written and by whom, however many lines it had: without
 * that nobody knows who "I" is. `undefined` where a text is none.
 */
export const messagesOf = (lines: readonly string[]): readonly string[] | undefined => {
  const [first = ''] = lines.filter((line) => line.trim() !== '');
  const said = lines.filter((line) => STAMP.test(line) && FROM.test(line.replace(STAMP, '')));
  if (said.length < FEWEST_MESSAGES || !STAMP.test(first)) return undefined;
  const messages: string[] = [];
  for (const line of lines) {
    const text = line.trim();
    if (STAMP.test(line)) messages.push(text);
    else if (text !== '') messages.push(`${messages.pop() ?? ''} ${text}`);
  }
  return messages;
};
