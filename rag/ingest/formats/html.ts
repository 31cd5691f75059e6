import { convert, type DomNode } from 'html-to-text';
import { type Block, HIDDEN_MARK } from '../block.ts';
import { cleanLine } from '../clean-text.ts';
import { isBoldTitle } from './html-bold.ts';
import { hiddenIn } from './html-hidden.ts';
import { pairsUnder } from './html-pairs.ts';
import { tableParts } from './html-table.ts';
import { BLOCK_TAGS, isStruck, MAX_DEPTH, SKIPPED_TAGS, saidBy, textOf } from './html-words.ts';
import { sayPair, withPairs } from './pairs.ts';

/** Below the headings that say what they are. */
const BOLD_LEVEL = 5;
/** What stands over some rows of a table holds for no more than those. */
const OVER_ROWS = 6;
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
    if (SKIPPED_TAGS.has(name) || isStruck(node)) return;
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
      title(node, depth);
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

  const title = ({ children = [] }: DomNode, depth: number): void => {
    walk(children, depth + 1);
    put(overKind(words), blocks.length === 0 ? 1 : BOLD_LEVEL);
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
    let over = false;
    const stand = (kind: Block['kind']): void => {
      put(kind, OVER_ROWS);
      over = true;
    };
    for (const part of tableParts(node, isHidden)) {
      if (part.kind === 'rows') {
        for (const row of part.rows) {
          words = row;
          put('row');
        }
      } else if (part.kind === 'over') {
        words = part.text;
        stand(part.isRow ? 'row' : overKind(part.text));
      } else {
        if (isHidden(part.cell) || (part.cell.parent && isHidden(part.cell.parent))) hide(part.cell);
        else if (isBoldTitle(part.cell)) title(part.cell, depth);
        else walk(part.cell.children ?? [], depth + 1);
        paragraphs();
      }
    }
    if (over) blocks.push({ kind: 'heading', level: OVER_ROWS, text: '' });
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

/** A number in what stands above others may be what is looked for: it is said as well. */
const overKind = (text: string): 'heading' | 'paragraph' => (/\d/.test(text) ? 'paragraph' : 'heading');
