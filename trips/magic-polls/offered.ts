import type { Money } from '../money.ts';
import type { PollOption } from '../polls/poll.ts';

/** Something a poll could offer: an option with what it rests on. Its `optionId` names it among the others found. */
export interface Offered {
  readonly option: PollOption;
  /** All that is said of it, for matching wishes; never shown. */
  readonly about: string;
  /** Why it cannot be had when it is asked for, for everybody: `closed on Mon 14 Jun`. */
  readonly out?: string | undefined;
  /** What others thought of it, 1-5. */
  readonly rating?: number | undefined;
}

/** A part of a family's price, by its id, in minor units of the total's currency. */
export interface GroupCost {
  readonly total: Money;
  readonly shares: Readonly<Record<string, number>>;
}
