/**
 * As much of `body` as fits into `max` UTF-16 units together with `tail` (kept whole, on its own lines) and `more`
 * (what tells of the rest). It ends at a line, else a sentence, else a word; only a single word longer than all the room is cut.
 */
export const fitText = (body: string, tail: string, more: string, max: number, joint = '\n'): string => {
  const closing = [more, tail].filter(Boolean).join('\n');
  if (closing.length + joint.length > max * MOST_FOR_CLOSING) {
    return tail === '' ? cut(body, max) : fitText(`${body}\n${tail}`, '', more, max, joint);
  }
  const room = max - closing.length - (closing === '' ? 0 : joint.length);
  return [cut(body, room), closing].filter(Boolean).join(joint);
};

/** When what is kept whole would take more of the room than this, it is cut with the rest. */
const MOST_FOR_CLOSING = 0.8;

/** A boundary is good enough when it wastes no more than this part of the room. */
const MOST_WASTED = 0.4;

const cut = (text: string, room: number): string => {
  if (text.length <= room) return text;
  const least = room * (1 - MOST_WASTED);
  // One unit more than the room: a boundary right after the last unit that fits is a boundary too.
  const window = text.slice(0, room + 1);
  const line = window.lastIndexOf('\n');
  if (line >= least) return window.slice(0, line).trimEnd();
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('? '));
  if (sentence + 1 >= least) return window.slice(0, sentence + 1);
  const word = Math.max(window.lastIndexOf(' '), line);
  if (word > 0) return window.slice(0, word).trimEnd();
  return withoutHalfCharacter(text.slice(0, room));
};

const withoutHalfCharacter = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text);
