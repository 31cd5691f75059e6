import { expenses } from '../expenses/expense.ts';
import { effectivePreferences } from '../families/effective-preferences.ts';
import { families as familyKind, noPreferences } from '../families/family.ts';
import type { Money } from '../money.ts';
import { ballotKind } from '../polls/ballot-kinds.ts';
import type { Poll } from '../polls/poll.ts';
import { readStandings, type Standing } from '../polls/standing.ts';
import { weightIn } from '../polls/weights.ts';
import type { Records } from '../records.ts';
import { familiesIn } from '../trips/create-trip.ts';
import type { Participation, Trip } from '../trips/trip.ts';
import { type Analysis, analyse, type Question } from './analyse.ts';
import type { ScoreBallot } from './ballot.ts';
import { type ConsensusAnalysis, documentOf } from './consensus-analysis.ts';
import { type ConsensusFamily, optionFrom } from './facts.ts';
import { fractionOf } from './fraction.ts';
import type { Turns } from './turns.ts';

/** The families of a trip with what they need, wish and have spent. For the engine alone: it is not filtered. */
export const familiesToWeigh = async (
  records: Records,
  tripId: string,
  seats?: readonly Participation[],
): Promise<readonly ConsensusFamily[]> => {
  const [seated, spent] = await Promise.all([seats ?? familiesIn(records, tripId), records.list(expenses, tripId)]);
  return Promise.all(
    seated.map(async ({ familyId, familyName, heads }) => {
      const family = await records.read(familyKind, familyId, familyId);
      const preferences = family ? effectivePreferences(family) : noPreferences;
      const currency = preferences.budget?.currency;
      const amount = spent.reduce(
        (sum, expense) => sum + (expense.amount.currency === currency ? (expense.parts[familyId] ?? 0) : 0),
        0,
      );
      const had: Money | undefined = currency === undefined ? undefined : { amount, currency };
      return { id: familyId, name: familyName, heads, members: family?.members ?? [], preferences, spent: had };
    }),
  );
};

/** What a poll asks, with the ballots as they stand. */
export const questionFrom = ({ poll, seats, tally }: Standing, trip: Trip): Question => ({
  question: poll.question,
  options: poll.options.map(optionFrom),
  anonymous: poll.anonymous,
  by: ballotKind(poll.kind).rule,
  ballots: seats.flatMap((seat): ScoreBallot[] => {
    const scores = tally.says[seat.familyId];
    return scores ? [{ familyId: seat.familyId, scores, weight: fractionOf(weightIn(trip, seat)) }] : [];
  }),
});

/** Whether a poll asks when the trip is to be: the days it has are no limit then. One day alone is for something in it. */
const asksWhen = ({ kind, options }: Pick<Poll, 'kind' | 'options'>): boolean =>
  kind === 'dates' && options.every(({ days = [] }) => days.length > 1);

/** The latest open polls a poll may be traded with; more would only make the proposal longer. */
const TRADED_WITH = 3;

/** Analyses a poll as it stands; the trip's other open polls are what it may be traded with. */
export const analysePoll = async (
  records: Records,
  trip: Trip,
  standing: Standing,
  others: readonly Standing[],
  turns: Turns,
): Promise<Analysis> =>
  analyse(questionFrom(standing, trip), {
    trip: asksWhen(standing.poll) ? { ...trip, startDate: undefined, endDate: undefined } : trip,
    families: await familiesToWeigh(records, trip.id, standing.seats),
    turns,
    others: others
      .filter(({ poll }) => poll.status === 'open' && poll.id !== standing.poll.id)
      .slice(-TRADED_WITH)
      .map((other) => questionFrom(other, trip)),
  });

/** The analysis of a poll that is about to open: conflicts that are there before anybody votes. */
export const analysisAtOpening = async (
  records: Records,
  trip: Trip,
  poll: Poll,
  at: string,
): Promise<ConsensusAnalysis> => {
  const [standing] = await readStandings(records, trip, [poll]);
  const question = standing ? questionFrom(standing, trip) : { question: poll.question, options: [], ballots: [] };
  const families = await familiesToWeigh(records, trip.id, standing?.seats);
  return documentOf(analyse({ ...question, ballots: [] }, { trip, families }), {
    tripId: trip.id,
    pollId: poll.id,
    over: false,
    at,
  });
};
