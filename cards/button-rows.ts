import { type Action, type ActionSet, clip, type Element } from './adaptive-elements.ts';
import { LIMIT } from './limits.ts';

/** A stretch of a card that is not torn over two pages. */
export type Block = readonly Element[];

/** What every page begins with, and what is spread over the pages. */
export interface Blocks {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Pixels a row of buttons may take: what a phone 320 wide leaves of a card. Buttons that run over it are cut off, not wrapped. */
const ROW_WIDTH = 288;
/** Pixels a button takes besides its words, and one character of them, as Teams draws them. */
const BUTTON_WIDTH = 40;
const CHARACTER_WIDTH = 7;
/** How broad words are, in characters of the Latin script. */
const breadth = (words: string): number => [...words].reduce((sum, one) => sum + (one > '\u2E7F' ? 2 : 1), 0);

/** Words as they fit on a button of a phone, with … where they were cut. */
export const onButton = (words: string): string => {
  const most = Math.floor((ROW_WIDTH - BUTTON_WIDTH) / CHARACTER_WIDTH);
  const clean = clip(words, LIMIT.title);
  if (breadth(clean) <= most) return clean;
  let cut = '';
  for (const one of clean) {
    if (breadth(cut + one) >= most) break;
    cut += one;
  }
  return `${cut}…`;
};

/** As many buttons beside each other as a phone has room for, in their order. */
export const rows = (buttons: ActionSet['actions']): readonly Block[] => {
  const sets: Action[][] = [];
  let room = 0;
  for (const one of buttons) {
    const width = BUTTON_WIDTH + CHARACTER_WIDTH * breadth(one.title);
    const row = width <= room ? sets.at(-1) : undefined;
    if (row) row.push(one);
    else sets.push([one]);
    room = (row ? room : ROW_WIDTH) - width;
  }
  return sets.map((actions) => [{ type: 'ActionSet', actions }]);
};
