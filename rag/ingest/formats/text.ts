import type { Block } from '../block.ts';
import { HIDDEN_MARK } from '../block.ts';
import { cleanLine, cleanMarkdownLine } from '../clean-text.ts';
import { notesAmong, raised } from '../marks.ts';
import { alignedAt } from './aligned.ts';
import { messagesOf } from './chat.ts';
import { withFrontMatter } from './front-matter.ts';
import { joinedLines, wordsAmong } from './hyphens.ts';
import { ledCells } from './leaders.ts';
import { withPairs } from './pairs.ts';
import { type RowCells, readTable } from './table.ts';
import { columnsApart } from './text-columns.ts';

const HEADING = /^\s{0,3}(#{1,6})\s+(.{1,500}?)\s*#*\s*$/;
const ITEM = /^\s*(?:[-*+•–—▪◦·‣●○■□☐✓✔→]|\(?\d{1,3}[.)])\s+(?:\[[ xX]?\]\s+)?(\S.*)$/;
const QUOTED = /^[ \t]{0,3}(?:>[ \t]?)+/;
const RULE = /^\s{0,3}(?:[-*_]\s*){3,}$/;
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const COMMENT = /<!--([\s\S]{0,5000}?)-->/g;
/** A paragraph's line that is at least this long was broken by its editor, not by its author. */
const WRAPPED_LINE = 60;
const MAX_HEADING = 70;
const LEAD_IN = 5;
/** Words of a title that begins with a small letter, as notes have them, at most. */
const LONGEST_LOW_TITLE = 4;

/** Reads Markdown, or plain text (`markdown` false: the same signs without emphasis, and every short line its own). */
export const readText = (text: string, options: { readonly markdown: boolean; meter(text: string): void }): Block[] => {
  const clean = options.markdown ? cleanMarkdownLine : cleanLine;
  const blocks: Block[] = [];
  const source = options.markdown
    ? withNotes(text).replace(COMMENT, (_, hidden: string) => `\n\n${HIDDEN_MARK} ${hidden.replace(/\s+/g, ' ')}\n\n`)
    : text;
  const written = unquoted(source.split(/\r\n?|\n|\u2028|\u2029|\f/));
  const lines = withPairs(options.markdown ? withFrontMatter(written) : columnsApart(written), true);
  const messages = messagesOf(lines);
  if (messages) {
    // As rows: a message is not taken apart.
    return messages.map(clean).flatMap((message): Block[] => {
      options.meter(message);
      return /[\p{L}\p{N}]/u.test(message) ? [{ kind: 'row', text: message }] : [];
    });
  }
  const notes = notesAmong(lines);
  const elsewhere = wordsAmong(() => lines);
  let paragraph: string[] = [];
  let item: string | undefined;
  /** Under a lead-in ("Allergies:"), and whether its list has begun. */
  let led = false;
  let listing = false;

  const put = (kind: Block['kind'], raw: string, level?: number): void => {
    const said = clean(raw);
    if (!/[\p{L}\p{N}]/u.test(said)) return;
    options.meter(said);
    blocks.push(level === undefined ? { kind, text: said } : { kind, text: said, level });
  };
  const flush = (alone = false): void => {
    const said = item !== undefined || paragraph.length > 0;
    if (item !== undefined) put('item', item);
    item = undefined;
    const [only] = paragraph;
    const isAlone = only !== undefined && alone && paragraph.length === 1;
    if (isAlone && isTitleLine(only)) put('heading', only, blocks.length === 0 ? 1 : 4);
    else if (isAlone && blocks.length === 0 && isTitleLine(only.replace(/\d/g, ''))) put('paragraph', only, 1);
    else for (const line of unwrap(paragraph, elsewhere)) put('paragraph', line);
    paragraph = [];
    // A lead-in speaks for the lines under it, up to the gap after them.
    if (alone && said && led && !options.markdown) leave();
  };
  const leave = (): void => {
    if (led) blocks.push({ kind: 'heading', level: LEAD_IN, text: '' });
    led = false;
    listing = false;
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    const heading = HEADING.exec(line);
    const listed = notes.has(index) ? null : ITEM.exec(line);
    const ledTo = heading ? undefined : ledCells(listed?.[1] ?? line);
    const aligned = listed || heading || ledTo ? undefined : alignedAt(lines, index);
    // In Markdown the gap may stand between the lead-in and its list; what follows the list is no longer led.
    if (options.markdown && listing && !listed && !/^\s/.test(line) && (lines[index - 1] ?? '').trim() === '') {
      flush();
      leave();
    }
    if (line.trim() === '') flush(true);
    else if (notes.has(index)) {
      flush();
      put('paragraph', line);
    } else if (ledTo) {
      flush();
      for (const row of readTable([ledTo.map(clean)], false)) put('row', row);
    } else if (aligned) {
      flush();
      for (const row of aligned.rows) put('row', row);
      index += aligned.lines - 1;
    } else if (heading) {
      flush();
      put('heading', heading[2] ?? '', heading[1]?.length ?? 1);
    } else if (/^\s*(?:={3,}|-{3,})\s*$/.test(line) && paragraph.length === 1) {
      put('heading', paragraph.pop() ?? '', line.includes('=') ? 1 : 2);
    } else if (/^\s*(?:```|~~~)/.test(line) || RULE.test(line)) flush();
    else if (line.includes('|') && TABLE_RULE.test(next)) {
      flush();
      const rows: RowCells[] = [cellsOf(line, clean)];
      index += 2;
      for (; index < lines.length && (lines[index] ?? '').includes('|'); index += 1) {
        rows.push(cellsOf(lines[index] ?? '', clean));
      }
      index -= 1;
      for (const row of readTable(rows, true)) put('row', row);
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      flush();
      for (const row of readTable([cellsOf(line, clean)], false)) put('row', row);
    } else if (listed) {
      flush();
      item = listed[1];
      listing = led;
    } else if (item !== undefined && /^\s/.test(line)) item += ` ${line.trim()}`;
    else if (isLeadIn(line) || (options.markdown && /^\*\*[^*\n]{1,70}\*\*:?\s*$/.test(line.trim()))) {
      flush();
      put('heading', line.replace(/[:\s]+$/, ''), blocks.length === 0 ? 1 : LEAD_IN);
      led = true;
      listing = false;
    } else if (paragraph.length === 0 && item === undefined && startsSection(lines[index - 1], line, next)) {
      put('heading', line, blocks.length === 0 ? 1 : 4);
    } else {
      if (item !== undefined) flush();
      paragraph.push(line);
    }
  }
  flush(true);
  return blocks;
};

/** Notes of Markdown (`[^1]`) under a raised number, as printed ones are. */
const withNotes = (text: string): string =>
  text.replace(/\[\^(\d{1,2})\](:[ \t]*)?/g, (_, number: string, begins?: string) =>
    begins === undefined ? raised(number) : `${raised(number)} `,
  );

/** A letter without the marks of what it quotes: a forwarded confirmation is all quotation. "> 30 kg" alone is no quotation. */
const unquoted = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => {
    const isQuoted = (other: string | undefined): boolean => other !== undefined && QUOTED.test(other);
    const isNumber = /^[\s>]*\d/.test(line);
    return isNumber && !isQuoted(lines[index - 1]) && !isQuoted(lines[index + 1]) ? line : line.replace(QUOTED, '');
  });

const cellsOf = (line: string, clean: (text: string) => string): RowCells =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(clean);

/** A line alone between blank lines that reads like a title: short, no stop at its end, and no fact in it. */
const isTitleLine = (line: string): boolean => {
  const text = line.trim();
  return text.length <= MAX_HEADING && !/[.!?,;:]$/.test(text) && !/\d|:\s|[@=]/.test(text) && /^\p{Lu}/u.test(text);
};

/** A short line after a gap, straight above longer ones. */
const startsSection = (before: string | undefined, line: string, next: string): boolean =>
  (before ?? '').trim() === '' &&
  (isTitleLine(line) || (isTitleLine(capital(line)) && line.trim().split(/\s+/).length <= LONGEST_LOW_TITLE)) &&
  !OPEN_END.test(line) &&
  next.trim().length > 40 &&
  next.trim().length > line.trim().length;

const capital = (line: string): string => line.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** `Allergies:` on a line of its own, or a short line in capitals. */
const isLeadIn = (line: string): boolean => {
  const text = line.trim();
  if (text.length > MAX_HEADING) return false;
  if (/^[^:.!?]{2,60}:$/.test(text)) return true;
  return (
    text.length >= 4 &&
    /\p{Lu}/u.test(text) &&
    !/\p{Ll}/u.test(text) &&
    !/\d/.test(text) &&
    /^[\p{L} &'/,-]+$/u.test(text)
  );
};

/** Lines that an editor broke, joined again; lines that their author broke, kept. */
const unwrap = (lines: readonly string[], elsewhere: (word: string) => boolean): readonly string[] => {
  const joined: string[] = [];
  const filled = isFilled(lines);
  const low = lines.filter(startsLow).length * 2 > lines.length;
  let previous = '';
  for (const line of lines) {
    const last = joined.at(-1);
    const hard =
      / {2}$|\\$/.test(previous) || /^\s*(?:[*_]{0,2}[\p{L}\p{N} ()'/&-]{2,40}[*_]{0,2}:[*_]{0,2})\s/u.test(line);
    const wrapped = filled && previous.trim().length >= WRAPPED_LINE;
    const isCut = /\p{L}[-\u00ad\u2010]\s*$/u.test(previous);
    const soft = wrapped || (startsLow(line) && (!low || isCut)) || OPEN_END.test(previous);
    if (last !== undefined && soft && !hard) joined[joined.length - 1] = joinedLines(last, line.trim(), elsewhere);
    else joined.push(line.trim().replace(/\\$/, ''));
    previous = line;
  }
  return joined;
};

/** A line that was not left at the end of anything. */
const OPEN_END = /\S, ?$|\S \S+ (?:and|or|of|the|a|an|to|in|at|on|for|with|from|by|is|are|call|until)\s*$/i;

const startsLow = (line: string): boolean => /^\s*\p{Ll}/u.test(line);

/** Whether an editor may have broken these lines: each was left only because the next one's first word had no room in it. */
const isFilled = (lines: readonly string[]): boolean => {
  const width = Math.max(...lines.map((line) => line.trim().length));
  return lines.slice(1).every((line, index) => {
    const [word = ''] = line.trim().split(' ');
    return (lines[index] ?? '').trim().length + 1 + word.length > width;
  });
};
