import type { DomNode } from 'html-to-text';
import { raised } from '../marks.ts';

/** Elements that stand on lines of their own. */
export const BLOCK_TAGS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form header hr main nav p pre section summary'.split(
    ' ',
  ),
);
/** Never words of the document: code, styling, and things that load or send. */
export const SKIPPED_TAGS = new Set(
  'script style template noscript head title svg math canvas iframe object embed audio video select textarea map link meta base'.split(
    ' ',
  ),
);
const STRUCK_TAGS = new Set(['del', 's', 'strike']);

/** Whether words are struck out: a price of before, a line that was taken back. They are no longer said. */
export const isStruck = ({ name, attribs }: DomNode): boolean =>
  STRUCK_TAGS.has(name ?? '') || /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i.test(attribs?.style ?? '');

/** Elements nested deeper than this are read as plain words; no page written for people comes near. */
export const MAX_DEPTH = 200;

/** The words of a text after those before it: a digit set above the line stays apart from what it stands behind. */
export const saidBy = ({ data = '', parent }: DomNode, before: string): string =>
  (parent?.name === 'sup' || parent?.parent?.name === 'sup') && !/(?:^|[^\p{L}])[ckd]?m$/u.test(before)
    ? raised(data.trim())
    : data;

/** Whether an element of this name stands anywhere in it. */
export const contains = (node: DomNode, name: string, depth = 0): boolean =>
  depth < MAX_DEPTH && (node.children ?? []).some((child) => child.name === name || contains(child, name, depth + 1));

/** All words under the nodes, without recursion: depth is the sender's to choose. */
export const textOf = (nodes: readonly DomNode[]): string => gather(nodes, () => true);

/** The words under the nodes that it enters; with `only`, those of them that stand in such a node. */
export const gather = (
  nodes: readonly DomNode[],
  enters: (node: DomNode) => boolean,
  only?: (node: DomNode) => boolean,
): string => {
  const parts: string[] = [];
  const stack = [...nodes].reverse().map((node) => ({ node, inside: only === undefined }));
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node } = entry;
    if (node.type === 'text') {
      if (entry.inside) parts.push(saidBy(node, parts.at(-1) ?? ''));
      continue;
    }
    const isSkipped = SKIPPED_TAGS.has(node.name ?? '') || isStruck(node);
    if (node.type !== 'tag' || isSkipped || !enters(node)) continue;
    if (node.name === 'br') parts.push(' ');
    if (node.name === 'img' && entry.inside) parts.push(node.attribs?.alt ?? '');
    const inside = entry.inside || (only?.(node) ?? false);
    for (const child of [...(node.children ?? [])].reverse()) stack.push({ node: child, inside });
    if (BLOCK_TAGS.has(node.name ?? '')) parts.push(' ');
  }
  return parts.join('');
};
