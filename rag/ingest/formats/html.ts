import { convert, type DomNode } from 'html-to-text';
import { type Block, HIDDEN_MARK } from '../block.ts';
import { cleanLine } from '../clean-text.ts';
import { gridOf, oneHead, type Placed } from './html-grid.ts';
import { hiddenIn } from './html-hidden.ts';
import { pairsUnder } from './html-pairs.ts';
import { BLOCK_TAGS, contains, gather, MAX_DEPTH, SKIPPED_TAGS, saidBy, textOf } from './html-words.ts';
import { sayPair, withPairs } from './pairs.ts';
import { isHeaded, readTable } from './table.ts';

/** Below the headings that say what they are. */
const BOLD_LEVEL = 5;
const LONGEST_TITLE = 70;
/** An item of a list that is set by hand. */
const LISTED = /^\s*[-•–▪‣]\s+(\S.*)$/;

/** Reads HTML. Pictures become their alt text, links their words; hidden elements are kept and marked as hidden. */
export const readHtml = (html: string, options: { meter(text: string): void }): Block[] => {
  const blocks: Block[] = [];
  const isHidden = hiddenIn(html);
  let words = '';

  const put = (kind: Block['kind'], level?: number): void => {
    const text = cleanLine(words);
    words = '';
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    options.meter(text);
    blocks.push(level === undefined ? { kind, text } : { kind, text, level });
  };

  const walk = (nodes: readonly DomNode[], depth: number): void => {
    for (const node of nodes) {
      if (node.type === 'text') words += saidBy(node, words).replace(/\s+/g, ' ');
      else if (node.type === 'tag') element(node, depth);
    }
  };

  const element = (node: DomNode, depth: number): void => {
    const name = (node.name ?? '').toLowerCase();
    const children = node.children ?? [];
    if (SKIPPED_TAGS.has(name)) return;
    const pairs = depth > MAX_DEPTH ? [] : pairsUnder(node, isHidden);
    if (depth > MAX_DEPTH) words += ` ${textOf(children)} `;
    else if (isHidden(node)) hide(node);
    else if (name === 'br') words += '\n';
    else if (name === 'img') words += ` ${node.attribs?.alt ?? ''} `;
    else if (/^h[1-6]$/.test(name)) {
      paragraphs();
      walk(children, depth + 1);
      put('heading', Number(name[1]));
    } else if (pairs.length > 0) {
      paragraphs();
      for (const pair of pairs) {
        words = sayPair(pair);
        put(name === 'li' ? 'item' : 'paragraph');
      }
    } else if (name === 'li') {
      paragraphs();
      walk(children, depth + 1);
      put('item');
    } else if (name === 'table') {
      paragraphs();
      table(node, depth);
    } else if (name === 'dl') {
      paragraphs();
      described(children, depth);
      paragraphs();
    } else if ((name === 'p' || name === 'div') && isBoldTitle(node)) {
      paragraphs();
      walk(children, depth + 1);
      put('heading', blocks.length === 0 ? 1 : BOLD_LEVEL);
    } else if (name === 'tr' || name === 'ul' || name === 'ol' || BLOCK_TAGS.has(name)) {
      paragraphs();
      walk(children, depth + 1);
      paragraphs();
    } else {
      walk(children, depth + 1);
      if (name === 'td' || name === 'th') words += ' ';
    }
  };

  const hide = ({ children = [] }: DomNode): void => {
    paragraphs();
    const hidden = cleanLine(textOf(children));
    if (hidden !== '') words = `${HIDDEN_MARK} ${hidden}`;
    put('paragraph');
  };

  /** Ends a paragraph; every `<br>` in it (the only line ends left in `words`) ended one before. */
  const paragraphs = (): void => {
    for (const line of withPairs(words.split('\n'), blocks.length === 0)) {
      const item = LISTED.exec(line)?.[1];
      words = item ?? line;
      put(item === undefined ? 'paragraph' : 'item');
    }
    words = '';
  };

  /** What a list of terms says of each, as `term: what it says`; terms in a row share it. A pair may stand in a `div`. */
  const described = (children: readonly DomNode[], depth: number): void => {
    let terms: readonly string[] = [];
    let told = false;
    for (const child of children) {
      const inner = child.children ?? [];
      if (child.type !== 'tag') continue;
      if (isHidden(child)) hide(child);
      else if (child.name === 'div' && depth < MAX_DEPTH) described(inner, depth + 1);
      else if (child.name === 'dt') {
        paragraphs();
        walk(inner, depth + 1);
        terms = [...(told ? [] : terms), cleanLine(words.replaceAll('\n', ' ')).replace(/[:\s]+$/, '')];
        told = false;
        words = '';
      } else if (child.name === 'dd') {
        const [only, ...more] = inner.filter(({ type, data }) => type === 'tag' || (data ?? '').trim() !== '');
        words = terms.length === 0 ? '' : `${terms.join(', ')}: `;
        walk(only?.name === 'p' && more.length === 0 ? (only.children ?? []) : inner, depth + 1);
        paragraphs();
        told = true;
      } else element(child, depth + 1);
    }
    if (!told) words = terms.join(', ');
    paragraphs();
  };

  const table = (node: DomNode, depth: number): void => {
    const rows = rowsOf(node, 0);
    const grid = gridOf(rows);
    if (grid.some((row) => new Set(row.map((place) => place?.cell)).size === 1) || rows.flat().some(isLayout)) {
      for (const cell of rows.flat()) {
        if (isHidden(cell) || (cell.parent && isHidden(cell.parent))) hide(cell);
        else walk(cell.children ?? [], depth + 1);
        paragraphs();
      }
      return;
    }
    const visible = rows.filter((row) => !row.some((cell) => cell.parent && isHidden(cell.parent)));
    const seen = gridOf(visible);
    const isNames = (row: readonly (Placed | undefined)[]): boolean =>
      row.every((place) => !place || isName(place.cell));
    const isName = (cell: DomNode): boolean => cell.name === 'th' || textOf([cell]).trim() === '';
    const heads = seen.findIndex((row) => !isNames(row));
    const said = seen.map((row) =>
      row.map((place) =>
        place?.begins || (place && isNames(row)) ? cleanLine(visibleTextOf(place.cell, isHidden)) : '',
      ),
    );
    const told = heads > 1 ? [oneHead(said.slice(0, heads)), ...said.slice(heads)] : said;
    for (const line of readTable(told, heads !== 0 || isHeaded(told))) {
      words = line;
      put('row');
    }
    for (const row of rows) {
      if (visible.includes(row)) continue;
      words = `${HIDDEN_MARK} ${row.map((cell) => textOf(cell.children ?? [])).join(' | ')}`;
      put('row');
    }
  };

  // html-to-text parses; with one formatter at the root the walk above reads its tree, and its own output is not used.
  convert(/<body[\s>]/i.test(html) ? html : `<body>${html}</body>`, {
    formatters: { read: (body) => walk(body.children ?? [], 0) },
    selectors: [{ selector: 'body', format: 'read' }],
    limits: { maxInputLength: Number.MAX_SAFE_INTEGER },
  });
  paragraphs();
  return blocks;
};

const rowsOf = (node: DomNode, depth: number): DomNode[][] =>
  (node.children ?? []).flatMap((child) => {
    if (child.type !== 'tag') return [];
    if (child.name === 'tr') {
      return [(child.children ?? []).filter((cell) => cell.name === 'td' || cell.name === 'th')];
    }
    return depth < 3 ? rowsOf(child, depth + 1) : [];
  });

/** Whether a cell is a part of a page that a table lays out, not a value: it holds more than one paragraph of words. */
const isLayout = (cell: DomNode): boolean =>
  contains(cell, 'table') ||
  contains(cell, 'li') ||
  (cell.children ?? []).filter(({ name, children }) => name === 'p' && textOf(children ?? []).trim() !== '').length > 1;

/** A paragraph that is set in bold from end to end and reads like a title: how letters are divided that use no headings. */
const isBoldTitle = ({ children = [] }: DomNode): boolean => {
  const said = children.filter((child) => child.type === 'tag' || (child.data ?? '').trim() !== '');
  const text = textOf(children).trim();
  return (
    said.length > 0 &&
    said.every(({ name }) => name === 'b' || name === 'strong') &&
    text.length <= LONGEST_TITLE &&
    !/[.!?,;]$|\d:\d/.test(text)
  );
};

const visibleTextOf = (cell: DomNode, isHidden: (node: DomNode) => boolean): string => {
  const said = gather([cell], (node) => !isHidden(node));
  const all = textOf([cell]);
  return said === all ? said : `${said} ${HIDDEN_MARK} ${gather([cell], () => true, isHidden)}`;
};
