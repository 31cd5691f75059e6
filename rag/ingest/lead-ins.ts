import { type Block, HIDDEN_MARK } from './block.ts';
import { sentencesOf } from './sentences.ts';

/** Below every heading: it speaks for its list alone. */
const LEAD_IN = 6;
/** What introduces a list is one clause; what is longer is a text of which the list is the end. */
const LONGEST_LEAD_IN = 120;

/**
 * The blocks with what introduces a list ("Not included:", the last sentence of its paragraph) as a heading over it:
 * without it an item says nothing, or the contrary. What follows the list no longer stands under it.
 */
export const withLeadIns = (blocks: readonly Block[]): readonly Block[] => {
  const led: Block[] = [];
  let leading = false;
  for (const [index, block] of blocks.entries()) {
    if (leading && block.kind !== 'item') {
      led.push(ended(blocks[index - 1]));
      leading = false;
    }
    const intro = blocks[index + 1]?.kind === 'item' ? leadInOf(block) : undefined;
    if (intro) {
      const before = block.text.slice(0, -intro.length).trim();
      if (before !== '') led.push({ ...block, text: before });
      led.push({ ...block, kind: 'heading', level: LEAD_IN, text: intro.replace(/[:\s]+$/, '') });
      leading = true;
    } else led.push(block);
  }
  return led;
};

/** The heading that ends what a heading of this level was over. */
const ended = (last: Block | undefined): Block => ({
  kind: 'heading',
  level: LEAD_IN,
  text: '',
  ...(last?.page === undefined ? {} : { page: last.page }),
});

const leadInOf = ({ kind, level, text }: Block): string | undefined => {
  if (kind !== 'paragraph' || level !== undefined || !text.endsWith(':') || text.startsWith(HIDDEN_MARK)) {
    return undefined;
  }
  const last = sentencesOf(text).at(-1);
  return last !== undefined && last.length <= LONGEST_LEAD_IN ? last : undefined;
};
