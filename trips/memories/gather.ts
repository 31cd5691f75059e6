import { daysBetween } from '../dates.ts';
import { documents } from '../documents/document.ts';
import { expenses } from '../expenses/expense.ts';
import type { Itinerary } from '../itineraries/itinerary.ts';
import { latestItinerary } from '../itineraries/latest-itinerary.ts';
import { messages } from '../messages/message.ts';
import type { Money } from '../money.ts';
import { familyInTrip, people } from '../people/person.ts';
import { SIT_OUT } from '../polls/choice.ts';
import { type Ballot, ballots, type Poll, polls } from '../polls/poll.ts';
import type { Records } from '../records.ts';
import { reservations } from '../reservations/reservation.ts';
import { type Participation, participations, type Trip } from '../trips/trip.ts';
import type { FamilyDeeds, MemoryLane, PollOutcome, TripStatistics } from './memory-lane.ts';

/** What a memory lane is made of. */
export type Gathered = Pick<MemoryLane, 'statistics' | 'outcomes' | 'deeds'>;

/** Counts what there was in a trip, from its own documents alone. */
export const gatherMemories = async (records: Records, trip: Trip): Promise<Gathered> => {
  const { id } = trip;
  const [seats, held, votes, said, papers, booked, spent, plan] = await Promise.all([
    records.list(participations, id),
    records.list(polls, id),
    records.list(ballots, id),
    records.list(messages, id),
    records.list(documents, id),
    records.list(reservations, id),
    records.list(expenses, id),
    latestItinerary(records, id),
  ]);
  const givenBy = await Promise.all(
    papers
      .filter(({ scope }) => scope === 'trip')
      .map(async ({ addedBy }) => {
        const person = await records.read(people, addedBy, addedBy);
        return person && familyInTrip(person, id);
      }),
  );
  const ids = new Set(seats.map(({ familyId }) => familyId));
  const cast = votes.filter(({ familyId }) => ids.has(familyId));
  const named = held.flatMap((poll): readonly Counted[] => {
    const answers = cast.filter(({ pollId }) => pollId === poll.id);
    return poll.anonymous || answers.length < 2 ? [] : [{ poll, answers }];
  });
  // A proxy ballot was written down by the organizer, and says nothing of how quick a family was.
  const quickest = named.map(({ answers }) => firstOf(answers.filter(({ byProxy }) => !byProxy)));
  const deedsOf = ({ familyId, heads }: Participation): FamilyDeeds => {
    const own = named.flatMap(({ poll, answers }) =>
      answers.filter((ballot) => ballot.familyId === familyId).map((ballot) => ({ poll, ballot })),
    );
    const decided = own.filter(({ poll, ballot }) => poll.winner !== undefined && ballot.optionId !== SIT_OUT);
    const agreed = decided.filter(({ poll, ballot }) => ballot.optionId === poll.winner).length;
    return {
      familyId,
      heads: Math.max(1, heads),
      answered: own.length,
      first: quickest.filter((first) => first === familyId).length,
      agreed,
      wentAlong: decided.length - agreed,
      messages: said.filter((message) => message.familyId === familyId).length,
      papers:
        givenBy.filter((from) => from === familyId).length +
        booked.filter(({ scope, bookedBy }) => scope === 'trip' && bookedBy === familyId).length,
    };
  };
  const statistics: TripStatistics = {
    days: trip.startDate && trip.endDate ? daysBetween(trip.startDate, trip.endDate).length : 0,
    families: seats.length,
    people: seats.reduce((sum, { heads }) => sum + Math.max(1, heads), 0),
    cities: trip.stops?.map(({ city }) => city) ?? [trip.destination],
    places: plan ? placesIn(plan).size : 0,
    ...(plan && fullestDay(plan)),
    pollsHeld: held.length,
    namedPolls: named.length,
    votes: cast.length,
    messages: said.length,
    spent: totals(spent.map(({ amount }) => amount)),
  };
  return { statistics, outcomes: outcomesOf(held, cast), deeds: seats.map(deedsOf) };
};

interface Counted {
  readonly poll: Poll;
  readonly answers: readonly Ballot[];
}

/** The family that answered first; nobody when two did at the same moment. What it said at first counts, not when it last changed its mind. */
const firstOf = (answers: readonly Ballot[]): string | undefined => {
  const times = answers
    .map(({ familyId, timestamp, history }) => ({ familyId, at: history?.[0]?.at ?? timestamp }))
    .sort((a, b) => a.at.localeCompare(b.at));
  const [first, second] = times;
  return first && first.at !== second?.at ? first.familyId : undefined;
};

const outcomesOf = (held: readonly Poll[], cast: readonly Ballot[]): readonly PollOutcome[] =>
  [...held]
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .flatMap(({ id, question, options, winner, status }) => {
      const choice = options.find(({ optionId }) => optionId === winner);
      if (status === 'open' || !choice) return [];
      const answers = cast.filter(({ pollId, optionId }) => pollId === id && optionId !== SIT_OUT);
      const votes = answers.filter(({ optionId }) => optionId === winner).length;
      return [{ question, choice: choice.text, votes, of: answers.length }];
    });

const isPlace = ({ kind }: Itinerary['days'][number]['items'][number]): boolean => kind === 'sight' || kind === 'meal';

const placesIn = ({ days }: Itinerary): ReadonlySet<string> =>
  new Set(days.flatMap(({ items }) => items.filter(isPlace).map(({ place, title }) => place ?? title)));

/** The day with most sights and meals; none when two days have as many. */
const fullestDay = ({ days }: Itinerary): Pick<TripStatistics, 'fullestDay'> => {
  const [fullest, next] = days
    .map(({ date, items }) => ({ date, things: items.filter(isPlace).length }))
    .sort((a, b) => b.things - a.things);
  return fullest && fullest.things > (next?.things ?? 0) ? { fullestDay: fullest } : {};
};

const totals = (amounts: readonly Money[]): Money[] =>
  [...Map.groupBy(amounts, ({ currency }) => currency)]
    .map(([currency, all]) => ({ currency, amount: all.reduce((sum, { amount }) => sum + amount, 0) }))
    .sort((a, b) => a.currency.localeCompare(b.currency));
