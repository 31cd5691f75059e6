import { sayDay, sayInstant, sayRange, sayRoughly } from '../../../trips/dates.ts';
import { sayCitation } from '../../../trips/documents/citation.ts';
import { sayFamily } from '../../../trips/families/family.ts';
import { listed } from '../../../trips/listed.ts';
import { type Money, sayMoney } from '../../../trips/money.ts';
import { plural } from '../plural.ts';

const count = plural('en');

/** How things are named that stand in many sentences. */
export const say = {
  /** `the Chens`. */
  family: (name: string): string => sayFamily(name),
  money: (money: Money): string => sayMoney(money),
  day: (day: string): string => sayDay(day),
  range: (start: string, end: string): string => sayRange(start, end),
  /** `late May 2027`. */
  roughly: (start: string, end: string): string => sayRoughly(start, end),
  instant: (iso: string, timeZone: string): string => sayInstant(iso, timeZone),
  list: (items: readonly string[]): string => listed(items),
  /** `A, B or C`. */
  either: (items: readonly string[]): string => listed(items, 'or'),
  citation: (source: Parameters<typeof sayCitation>[0]): string => sayCitation(source),
  days: (days: number): string => count(days, { one: 'day', other: 'days' }),
  families: (families: number): string => count(families, { one: 'family', other: 'families' }),
  votes: (votes: number): string => count(votes, { one: 'vote', other: 'votes' }),
  familyThatLeft: 'a family that left',
};
