import { choosing, GLAD, LOWEST, takesPart } from '../consensus/ballot.ts';
import type { Participation } from '../trips/trip.ts';
import { scoresOf } from './choice.ts';
import type { Ballot, Poll, PollPreference } from './poll.ts';
import { type Counting, weightIn } from './weights.ts';

export interface OptionTally {
  readonly optionId: string;
  /** Families that vote for it; where they give scores, those that give it 4 or 5. */
  readonly families: readonly string[];
  /** How many they are; in an anonymous poll they are counted and not named. */
  readonly votes: number;
  /** The sum of their weights; equals the number of families when each counts the same. */
  readonly weight: number;
  /** Where families give scores: the mean of all that voted, 1 to 5, by their weights; absent before the first. */
  readonly score?: number | undefined;
}

/** Where a poll stands. Families are named by id; every family has one ballot at most. */
export interface Tally {
  readonly options: readonly OptionTally[];
  readonly waitingFor: readonly string[];
  /** Families that have answered and want none of the options: they do something else meanwhile. */
  readonly sittingOut: readonly string[];
  /** The option with most weight, or the highest score; absent without a vote or on a tie. */
  readonly leader?: string | undefined;
  /** The options that share the lead, when more than one does. */
  readonly tied: readonly string[];
  /** What each family that counts says of the options, 1 to 5; one that is not named has 1. */
  readonly says: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Counts the ballots of the families in the trip. A family whose admin has not voted counts through its members'
 * preferences when `membersDecide` (voting is over): the mean of their scores, as a ballot of the poll's kind.
 */
export const tallyOf = (
  poll: Pick<Poll, 'options' | 'kind'>,
  seats: readonly Participation[],
  ballots: readonly Ballot[],
  options: {
    readonly counting?: Counting;
    readonly preferences?: readonly PollPreference[];
    readonly membersDecide?: boolean;
  } = {},
): Tally => {
  const says = new Map<string, Readonly<Record<string, number>>>();
  for (const { familyId } of seats) {
    const ballot = ballots.find((candidate) => candidate.familyId === familyId);
    const said = ballot
      ? scoresOf(ballot)
      : options.membersDecide
        ? ofMembers(
            poll.kind,
            (options.preferences ?? []).filter((one) => one.familyId === familyId),
          )
        : undefined;
    if (said) says.set(familyId, said);
  }
  const voters = seats.flatMap(({ familyId, ...seat }) => {
    const scores = says.get(familyId);
    const weight = weightIn(options.counting ?? { weighting: 'equal' }, { familyId, ...seat });
    return scores && takesPart({ scores }) ? [{ familyId, scores, weight }] : [];
  });
  const all = voters.reduce((sum, { weight }) => sum + weight, 0);
  const counted = poll.options.map(({ optionId }) => {
    const glad = voters.filter(({ scores }) => (scores[optionId] ?? LOWEST) >= GLAD);
    const points = voters.reduce((sum, { scores, weight }) => sum + weight * (scores[optionId] ?? LOWEST), 0);
    return {
      optionId,
      families: glad.map(({ familyId }) => familyId),
      votes: glad.length,
      weight: glad.reduce((sum, { weight }) => sum + weight, 0),
      ...(poll.kind === 'score' && all > 0 && { score: points / all }),
    };
  });
  const standsAt = ({ weight, score }: OptionTally): number => (poll.kind === 'score' ? (score ?? 0) : weight);
  const most = Math.max(0, ...counted.map(standsAt));
  const leaders = most === 0 ? [] : counted.filter((one) => standsAt(one) === most).map(({ optionId }) => optionId);
  return {
    options: counted,
    waitingFor: seats.filter(({ familyId }) => !says.has(familyId)).map(({ familyId }) => familyId),
    sittingOut: [...says].flatMap(([familyId, scores]) => (takesPart({ scores }) ? [] : [familyId])),
    leader: leaders.length === 1 ? leaders[0] : undefined,
    tied: leaders.length > 1 ? leaders : [],
    says: Object.fromEntries(says),
  };
};

/** What a family says through its members; nothing when none of them has said anything. */
const ofMembers = (
  kind: Poll['kind'],
  preferences: readonly PollPreference[],
): Readonly<Record<string, number>> | undefined => {
  const means = meansOf(preferences);
  const [favourite] = [...means].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  if (!favourite) return undefined;
  if (favourite[1] <= LOWEST) return {};
  if (kind === 'score') return Object.fromEntries(means);
  const liked = kind === 'approval' ? [...means].filter(([, mean]) => mean >= GLAD) : [];
  return scoresOf(
    liked.length > 0
      ? { optionId: favourite[0], scores: choosing(liked.map(([optionId]) => optionId)) }
      : { optionId: favourite[0] },
  );
};

/** The mean score of each option among a family's members. */
const meansOf = (preferences: readonly PollPreference[]): ReadonlyMap<string, number> => {
  const given = Map.groupBy(
    preferences.flatMap(({ scores }) => Object.entries(scores)),
    ([optionId]) => optionId,
  );
  return new Map(
    [...given].map(([optionId, all]) => [optionId, all.reduce((sum, [, score]) => sum + score, 0) / all.length]),
  );
};
