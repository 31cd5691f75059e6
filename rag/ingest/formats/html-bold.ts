import type { DomNode } from 'html-to-text';
import { contains, textOf } from './html-words.ts';

const LONGEST_TITLE = 70;
const BOLD_STYLE = /(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i;
/** What letters and words of one line may be wrapped in. */
const WRAPPING = new Set(['span', 'font', 'a', 'u', 'em', 'i', 'small', 'big', 'p', 'div']);
const DEEPEST_WRAPPED = 6;

/** An element whose words are bold from end to end, as tags or styles say, and read like a title: how letters are divided that use no headings. */
export const isBoldTitle = (node: DomNode): boolean =>
  // Its words last: whoever nests elements by the thousand is not to have them gathered for each.
  isBold(node, 0) && !contains(node, 'br') && !hasTwoLines(node) && isTitle(textOf([node]).trim());

/** Whether words read like what stands over others: short, and neither a sentence nor a time. */
export const isTitle = (text: string): boolean =>
  text !== '' && text.length <= LONGEST_TITLE && !/[.!?,;]$|\d:\d/.test(text);

const isBold = (node: DomNode, depth: number): boolean => {
  const { name = '', attribs, children = [] } = node;
  if (name === 'b' || name === 'strong' || BOLD_STYLE.test(attribs?.style ?? '')) return true;
  const said = children.filter(({ type, data, children: inner = [] }) =>
    type === 'tag' ? inner.length > 0 : (data ?? '').trim() !== '',
  );
  return (
    depth < DEEPEST_WRAPPED &&
    said.length > 0 &&
    said.every(
      (child) =>
        child.type === 'tag' && (isEmphasis(child) || WRAPPING.has(child.name ?? '')) && isBold(child, depth + 1),
    )
  );
};

const isEmphasis = ({ name }: DomNode): boolean => name === 'b' || name === 'strong';

const hasTwoLines = ({ children = [] }: DomNode): boolean =>
  children.filter((child) => (child.name === 'p' || child.name === 'div') && textOf([child]).trim() !== '').length > 1;
