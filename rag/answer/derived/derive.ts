import { agePrice } from './age-price.ts';
import { bestOf } from './best-of.ts';
import { contents } from './contents.ts';
import type { Derive } from './derived.ts';
import { each } from './each.ts';
import { inTime } from './in-time.ts';
import { knownAs } from './known-as.ts';
import { measured } from './measured.ts';
import { ofSomebody } from './of-somebody.ts';
import { order } from './order.ts';
import { partyPrice } from './party-price.ts';
import { ranged } from './ranged.ts';
import { span } from './spans.ts';

const WAYS: readonly Derive[] = [
  each,
  contents,
  agePrice,
  measured,
  ranged,
  ofSomebody,
  span,
  inTime,
  order,
  partyPrice,
  bestOf,
  knownAs,
];

/** The first way that works the answer out from what the papers say. */
export const derive: Derive = async (answer, ask) => {
  for (const way of WAYS) {
    const derived = await way(answer, ask);
    if (derived) return derived;
  }
  return undefined;
};
