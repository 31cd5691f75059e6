import { TABLE } from './concepts/at-the-table.ts';
import { TRAVEL } from './concepts/getting-about.ts';
import { HOUSE } from './concepts/in-the-house.ts';
import { ANYTHING } from './concepts/of-anything.ts';
import { OUTSIDE } from './concepts/out-and-about.ts';
import { PAYING } from './concepts/paying-and-booking.ts';
import { CARE } from './concepts/people-and-care.ts';

/**
 * Words that travellers and those who write for travellers use for one thing, domain by domain. A question in one word
 * finds a sentence in another; it counts for a little less than the word itself. Members are words or compounds.
 */
export const CONCEPTS: readonly (readonly string[])[] = [HOUSE, TABLE, PAYING, TRAVEL, OUTSIDE, CARE, ANYTHING]
  .flat()
  .map((line) => line.split(', '));
