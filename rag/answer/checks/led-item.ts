import { innermost } from './check.ts';

/** What may, must or cannot be, what is in a price and what is not: an item under it alone says nothing, or the contrary. */
const SAYS_OF_ITEMS =
  /\b(?:not|no|never|without|except|exclud\p{L}*|forbidden|prohibited|banned|cannot|can|can['’]t|may|must|mustn['’]t|don['’]t|please|bring|pack|allowed|permitted|includ\p{L}*|provid\p{L}*|required|needed|optional|refused|accepted|covered)\b/iu;
const LONGEST_ITEM = 80;

/** Words of a list: short, and without a verb or a stop. */
const isBareItem = (text: string): boolean =>
  text.length <= LONGEST_ITEM &&
  !/[.!?:|]|\b(?:is|are|was|were|be|can|cannot|may|must|will|has|have|had|do|does|costs?|please)\b/i.test(text);

/** Whether a sentence is a bare item of a list, and what stands over it says what holds of it: it is told with that, and without the item before. */
export const isLed = (text: string, heading: string | undefined): boolean => {
  const over = innermost(heading);
  return isBareItem(text) && SAYS_OF_ITEMS.test(over) && !text.toLowerCase().startsWith(over.toLowerCase());
};
