import type { Participation } from '../trips/trip.ts';
import type { Ballot, Poll, PollPreference } from './poll.ts';
import { type Counting, weightIn } from './weights.ts';

export interface OptionTally {
  readonly optionId: string;
  /** Families that vote for it. */
  readonly families: readonly string[];
  /** The sum of their weights; equals the number of families when each counts the same. */
  readonly weight: number;
}

/** Where a poll stands. Families are named by id; every family has one ballot at most. */
export interface Tally {
  readonly options: readonly OptionTally[];
  readonly waitingFor: readonly string[];
  /** The option with most weight; absent without a vote or on a tie. */
  readonly leader?: string | undefined;
  /** The options that share the lead, when more than one does. */
  readonly tied: readonly string[];
}

/**
 * Counts the ballots of the families in the trip. A family whose admin has not voted counts through its members'
 * preferences when `membersDecide` (voting is over): the option with their highest mean.
 */
export const tallyOf = (
  poll: Pick<Poll, 'options'>,
  seats: readonly Participation[],
  ballots: readonly Ballot[],
  options: {
    readonly counting?: Counting;
    readonly preferences?: readonly PollPreference[];
    readonly membersDecide?: boolean;
  } = {},
): Tally => {
  const choices = new Map<string, string>();
  for (const { familyId } of seats) {
    const ballot = ballots.find((candidate) => candidate.familyId === familyId);
    const choice =
      ballot?.optionId ??
      (options.membersDecide
        ? favourite((options.preferences ?? []).filter((one) => one.familyId === familyId))
        : undefined);
    if (choice !== undefined) choices.set(familyId, choice);
  }
  const weightOf = (seat: Participation): number => weightIn(options.counting ?? { weighting: 'equal' }, seat);
  const counted = poll.options.map(({ optionId }) => {
    const votes = seats.filter(({ familyId }) => choices.get(familyId) === optionId);
    return {
      optionId,
      families: votes.map(({ familyId }) => familyId),
      weight: votes.reduce((sum, seat) => sum + weightOf(seat), 0),
    };
  });
  const most = Math.max(0, ...counted.map(({ weight }) => weight));
  const leaders = most === 0 ? [] : counted.filter(({ weight }) => weight === most).map(({ optionId }) => optionId);
  return {
    options: counted,
    waitingFor: seats.filter(({ familyId }) => !choices.has(familyId)).map(({ familyId }) => familyId),
    leader: leaders.length === 1 ? leaders[0] : undefined,
    tied: leaders.length > 1 ? leaders : [],
  };
};

/** The option with the highest mean score among a family's members; the earlier one on a tie. */
const favourite = (preferences: readonly PollPreference[]): string | undefined => {
  const sums = new Map<string, { total: number; count: number }>();
  for (const { scores } of preferences) {
    for (const [optionId, score] of Object.entries(scores)) {
      const sum = sums.get(optionId) ?? { total: 0, count: 0 };
      sums.set(optionId, { total: sum.total + score, count: sum.count + 1 });
    }
  }
  return [...sums.entries()].sort(
    ([a, x], [b, y]) => y.total / y.count - x.total / x.count || a.localeCompare(b),
  )[0]?.[0];
};
