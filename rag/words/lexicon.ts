import { TABLE } from './lexicon/at-the-table.ts';
import { TRAVEL } from './lexicon/getting-about.ts';
import { HOUSE } from './lexicon/in-the-house.ts';
import { OUTSIDE } from './lexicon/out-and-about.ts';
import { PAYING } from './lexicon/paying-and-booking.ts';
import { CARE } from './lexicon/people-and-care.ts';

/**
 * How travellers ask for a thing and how papers tell it, domain by domain: British, American and Australian words, labels of forms,
 * and compounds. As `NEAR_WORDS`, and like them never of two things that are told apart (those are `SIBLINGS`). A word with another
 * sense stands in a compound only; a compound that would hide a word which names the same thing stands beside that word.
 */
export const LEXICON: readonly (readonly string[])[] = [HOUSE, TABLE, PAYING, TRAVEL, OUTSIDE, CARE]
  .flat()
  .map((line) => line.split(', '));
