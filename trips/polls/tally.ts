import { GLAD, LOWEST, type ScoreBallot, takesPart } from '../consensus/ballot.ts';
import { decide } from '../consensus/decide.ts';
import { compare, fractionOf } from '../consensus/fraction.ts';
import { headToHead } from '../consensus/rules/schulze.ts';
import { NO_TURNS } from '../consensus/turns.ts';
import type { Participation } from '../trips/trip.ts';
import { ballotKind } from './ballot-kinds.ts';
import { type Scores, scoresOf } from './choice.ts';
import type { Ballot, Poll, PollPreference } from './poll.ts';
import { type Counting, weightIn } from './weights.ts';

export interface OptionTally {
  readonly optionId: string;
  /** Families that vote for it: that give it 4 or 5, rank it first, or can come then. */
  readonly families: readonly string[];
  /** How many they are; in an anonymous poll they are counted and not named. */
  readonly votes: number;
  /** The sum of their weights; equals the number of families when each counts the same. */
  readonly weight: number;
  /** Where families give scores: the mean of all that voted, 1 to 5, by their weights; absent before the first. */
  readonly score?: number | undefined;
  /** Of dates: how many families can come if need be, and how many cannot. */
  readonly ifNeedBe?: number | undefined;
  readonly cannot?: number | undefined;
  /** Where families rank: how many other options it beats one against one. */
  readonly beats?: number | undefined;
}

/** Where a poll stands. Families are named by id; every family has one ballot at most. */
export interface Tally {
  readonly options: readonly OptionTally[];
  readonly waitingFor: readonly string[];
  /** Families that have answered and want none of the options: they do something else meanwhile. */
  readonly sittingOut: readonly string[];
  /** The option with most weight, the highest score, or the first by the kind's own rule; absent without a vote or on a tie. */
  readonly leader?: string | undefined;
  /** The options that share the lead, when more than one does. */
  readonly tied: readonly string[];
  /** What each family that counts says of the options, 1 to 5; one that is not named has 1. */
  readonly says: Readonly<Record<string, Scores>>;
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
  const says = new Map<string, Scores>();
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
  const voters = seats.flatMap((seat): readonly Voter[] => {
    const { familyId } = seat;
    const scores = says.get(familyId);
    const weight = weightIn(options.counting ?? { weighting: 'equal' }, seat);
    return scores && takesPart({ scores }) ? [{ familyId, scores, weight }] : [];
  });
  const counted = poll.options.map(({ optionId }): OptionTally => {
    const glad = voters.filter(({ scores }) => wants(poll.kind, scores, optionId));
    return {
      optionId,
      families: glad.map(({ familyId }) => familyId),
      votes: glad.length,
      weight: glad.reduce((sum, { weight }) => sum + weight, 0),
      ...(poll.kind === 'score' && meanOf(voters, optionId)),
      ...(poll.kind === 'dates' && whoCannot(voters, optionId)),
    };
  });
  const { rule } = ballotKind(poll.kind);
  const { leaders, beats } = rule === 'turns' ? standingsOf(poll.kind, counted) : standingsBy(rule, poll, voters);
  return {
    options: beats ? counted.map((one) => ({ ...one, beats: beats(one.optionId) })) : counted,
    waitingFor: seats.filter(({ familyId }) => !says.has(familyId)).map(({ familyId }) => familyId),
    sittingOut: [...says].flatMap(([familyId, scores]) => (takesPart({ scores }) ? [] : [familyId])),
    leader: leaders.length === 1 ? leaders[0] : undefined,
    tied: leaders.length > 1 ? leaders : [],
    says: Object.fromEntries(says),
  };
};

interface Voter {
  readonly familyId: string;
  readonly scores: Scores;
  readonly weight: number;
}

/** Whether a family that said this votes for the option. */
const wants = (kind: Poll['kind'], scores: Scores, optionId: string): boolean =>
  (scores[optionId] ?? LOWEST) >= (kind === 'rank' ? Math.max(...Object.values(scores)) : GLAD);

const meanOf = (voters: readonly Voter[], optionId: string): Pick<OptionTally, 'score'> => {
  const all = voters.reduce((sum, { weight }) => sum + weight, 0);
  const points = voters.reduce((sum, { scores, weight }) => sum + weight * (scores[optionId] ?? LOWEST), 0);
  return all > 0 ? { score: points / all } : {};
};

/** Who has said nothing of a date, which was added later, is neither. */
const whoCannot = (voters: readonly Voter[], optionId: string): Pick<OptionTally, 'ifNeedBe' | 'cannot'> => {
  const said = voters.flatMap(({ scores }) => scores[optionId] ?? []);
  return {
    ifNeedBe: said.filter((score) => score > LOWEST && score < GLAD).length,
    cannot: said.filter((score) => score === LOWEST).length,
  };
};

interface Standings {
  readonly leaders: readonly string[];
  readonly beats?: (optionId: string) => number;
}

/** Who leads by votes or by scores: turns are looked at when the poll is settled. */
const standingsOf = (kind: Poll['kind'], counted: readonly OptionTally[]): Standings => {
  const standsAt = ({ weight, score }: OptionTally): number => (kind === 'score' ? (score ?? 0) : weight);
  const most = Math.max(0, ...counted.map(standsAt));
  return {
    leaders: most === 0 ? [] : counted.filter((one) => standsAt(one) === most).map(({ optionId }) => optionId),
  };
};

/** Who leads by a rule of its own, before turns are looked at. */
const standingsBy = (
  rule: 'one-against-one' | 'days',
  { options }: Pick<Poll, 'options'>,
  voters: readonly Voter[],
): Standings => {
  const ids = options.map(({ optionId }) => optionId);
  const ballots = voters.map(({ weight, ...ballot }): ScoreBallot => ({ ...ballot, weight: fractionOf(weight) }));
  const { winner, tied } = decide(ids, ballots, NO_TURNS, rule);
  const leaders = winner === undefined ? tied : [winner];
  if (rule === 'days') return { leaders };
  const { over } = headToHead(ids, ballots);
  const wins = (one: string, other: string): boolean => compare(over(one, other), over(other, one)) > 0;
  return { leaders, beats: (one) => ids.filter((other) => wins(one, other)).length };
};

/** What a family says through its members; nothing when none of them has said anything. */
const ofMembers = (kind: Poll['kind'], preferences: readonly PollPreference[]): Scores | undefined => {
  const means = meansOf(preferences);
  if (means.size === 0) return undefined;
  return Math.max(...means.values()) <= LOWEST ? {} : ballotKind(kind).ofMembers(Object.fromEntries(means));
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
