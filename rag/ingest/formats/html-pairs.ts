import type { DomNode } from 'html-to-text';
import { cleanLine } from '../clean-text.ts';
import { BLOCK_TAGS, textOf } from './html-words.ts';
import { isNameOver, isTelling, isValue, type Pair } from './pairs.ts';

/** What names and values are set in side by side, or one under the other. */
const HOLDERS = new Set(['div', 'li', 'section', 'article', 'a', 'button']);
const PARTS = new Set(['div', 'span', 'p', 'b', 'strong', 'em', 'i', 'small', 'label', 'time']);
/** Names and values that alternate in one element, at least. */
const FEWEST_PARTS = 4;

/** The names and values that an element holds and nothing else, as pages set them that use no list of terms; none where it is no such element. */
export const pairsUnder = (node: DomNode, isHidden: (node: DomNode) => boolean): readonly Pair[] => {
  const parts = partsOf(node, isHidden);
  if (parts.length === 2) {
    const [pair] = paired(parts);
    if (!pair) return [];
    return isTelling(pair.value) || besides(node).some((one) => paired(partsOf(one, isHidden)).length === 1)
      ? [pair]
      : [];
  }
  return parts.length >= FEWEST_PARTS && parts.length % 2 === 0 && alternate(parts) ? paired(parts) : [];
};

/** The elements right before and after one. */
const besides = (node: DomNode): readonly DomNode[] => {
  const all = (node.parent?.children ?? []).filter(({ type }) => type === 'tag');
  const at = all.indexOf(node);
  return all.slice(Math.max(0, at - 1), at + 2).filter((one) => one !== node);
};

/** The children of an element that has no words beside them, each a line by itself; none where it is built otherwise. */
const partsOf = (node: DomNode, isHidden: (node: DomNode) => boolean): readonly DomNode[] => {
  if (!HOLDERS.has(node.name ?? '')) return [];
  const parts = (node.children ?? []).filter(({ type, data }) => type === 'tag' || (data ?? '').trim() !== '');
  const isPart = (part: DomNode): boolean =>
    part.type === 'tag' && PARTS.has(part.name ?? '') && isOneLine(part, isHidden, 0);
  return parts.every(isPart) ? parts : [];
};

const BREAKING = new Set([...BLOCK_TAGS, 'br', 'li', 'ul', 'ol', 'table', 'tr', 'td', 'img', 'h1', 'h2', 'h3', 'h4']);
const MOST_INSIDE = 4;

/** Whether nothing in an element begins a line of its own, and nothing is hidden in it. */
const isOneLine = (part: DomNode, isHidden: (node: DomNode) => boolean, depth: number): boolean =>
  !isHidden(part) &&
  (part.children ?? []).every(
    (inner) =>
      inner.type !== 'tag' ||
      (depth < MOST_INSIDE && !BREAKING.has(inner.name ?? '') && isOneLine(inner, isHidden, depth + 1)),
  );

/** Each two of the parts as a name and its value; none where one pair is not. */
const paired = (parts: readonly DomNode[]): readonly Pair[] => {
  const pairs: Pair[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [name = '', value = ''] = parts.slice(at, at + 2).map((part) => cleanLine(textOf([part])));
    // Words that begin with a small letter right behind others may be the rest of them: programs cut lines up at will.
    const isRest = /^\p{Ll}/u.test(value) && parts[at + 1]?.name !== 'div' && parts[at + 1]?.name !== 'p';
    if (!isNameOver(name.replace(/:$/, '')) || !isValue(value) || isRest) return [];
    pairs.push({ name: name.replace(/:$/, ''), value });
  }
  return pairs;
};

/** Whether every other part is set like the first, and those between them all in another way. */
const alternate = (parts: readonly DomNode[]): boolean => {
  const looks = parts.map(({ name, attribs }) => `${name} ${attribs?.class ?? ''} ${attribs?.style ?? ''}`);
  return looks[0] !== looks[1] && looks.every((look, index) => look === looks[index % 2]);
};
