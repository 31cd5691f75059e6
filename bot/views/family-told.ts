import type { Words } from '../../cards/words/catalogue.ts';
import { nextDay } from '../../trips/dates.ts';
import type { Description } from '../../trips/families/describe-family.ts';
import type { Money } from '../../trips/money.ts';

/** Days in order, as spans without a gap. */
const withoutGaps = (days: readonly string[]): readonly (readonly [first: string, last: string])[] => {
  const spans: [string, string][] = [];
  for (const day of [...days].sort()) {
    const last = spans.at(-1);
    if (last && nextDay(last[1]) >= day) last[1] = day;
    else spans.push([day, day]);
  }
  return spans;
};

/** What a family would spend for each of so many. */
export interface Each {
  readonly amount: Money;
  readonly people: number;
}

/** What was understood, said back so that a mistake shows. Allergies are said without a name. */
export const sayUnderstood = (said: Description, { say, family }: Words, each?: Each): string => {
  const { diet = [], allergies = [], mobility = [], interests = {}, unavailable = [], budget, ...people } = said;
  // "No nuts" says it already.
  const others = allergies.filter(
    (what) => !diet.some((item) => item.startsWith('no ') && what.includes(item.slice(3).replace(/s$/, ''))),
  );
  return family.understood({
    ...people,
    diet,
    allergies: others,
    mobility,
    interests: Object.entries(interests),
    budget: budget && say.money(budget),
    each: each && { amount: say.money(each.amount), people: each.people },
    away: withoutGaps(unavailable).map(([first, last]) => [say.day(first), say.day(last)] as const),
  });
};
