import type { Attribute } from './attributes/attribute.ts';
import { COMING_AND_GOING } from './attributes/coming-and-going.ts';
import { GETTING_ABOUT } from './attributes/getting-about.ts';
import { IN_THE_HOUSE } from './attributes/in-the-house.ts';
import { MONEY } from './attributes/money.ts';
import { PEOPLE_AND_TROUBLE } from './attributes/people-and-trouble.ts';
import { RULES } from './attributes/rules.ts';

/**
 * What travellers ask of bookings, house manuals, tickets, guides, rules and letters. In lower case, without accents and
 * with straight apostrophes, in English and Spanish. A pattern takes no word that names a thing: what stands around it is looked at, not taken.
 * Earlier ones take their words first.
 */
export const ATTRIBUTES: readonly Attribute[] = [
  ...COMING_AND_GOING,
  ...IN_THE_HOUSE,
  ...GETTING_ABOUT,
  ...MONEY,
  ...RULES,
  ...PEOPLE_AND_TROUBLE,
];
