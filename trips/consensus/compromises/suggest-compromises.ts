import type { Matter } from '../conflicts/conflict.ts';
import type { Compromise } from './compromise.ts';
import { relaxations } from './relax.ts';
import { sharedOptions } from './shared.ts';
import { splits } from './split.ts';
import { type Tradable, trades } from './trade.ts';

/** The ways out of one matter, the nearest first: an option to meet on, a split, a trade with another decision, a limit to move. */
export const suggestCompromises = (
  matter: Matter,
  tradable?: { readonly this: Tradable; readonly others: readonly Tradable[] },
): readonly Compromise[] => [
  ...sharedOptions(matter),
  ...splits(matter),
  ...(tradable?.others.flatMap((other) => trades(tradable.this, other, matter.families)) ?? []),
  ...relaxations(matter),
];
