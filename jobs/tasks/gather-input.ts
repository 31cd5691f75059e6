import type { Library } from '../../rag/library.ts';
import { readLedger, turnsIn } from '../../trips/consensus/turns-ledger.ts';
import { effectivePreferences } from '../../trips/families/effective-preferences.ts';
import { families } from '../../trips/families/family.ts';
import type { TripId } from '../../trips/ids.ts';
import { weightsFrom } from '../../trips/itineraries/giving-way.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import type { Decision, PlanningFamily } from '../../trips/itineraries/planning-facts.ts';
import type { Relaxation } from '../../trips/itineraries/relaxation.ts';
import { ballots, polls } from '../../trips/polls/poll.ts';
import { goingAlong } from '../../trips/polls/sitting-out.ts';
import type { Records } from '../../trips/records.ts';
import { fixedPoints } from '../../trips/reservations/fixed-points.ts';
import { reservations } from '../../trips/reservations/reservation.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { trips } from '../../trips/trips/trip.ts';
import type { PlanningInput } from './planning-input.ts';

/** Everything planning starts from. Only documents the whole trip may read: a family's private papers stay its own. */
export const gatherInput = async (
  records: Records,
  library: Pick<Library, 'passages'>,
  tripId: TripId,
  giving: readonly Relaxation[],
): Promise<PlanningInput | 'dates-missing'> => {
  const trip = await records.read(trips, tripId, tripId);
  if (!trip?.startDate || !trip.endDate) return 'dates-missing';
  const [seats, allPolls, votes, passages, noted, ledger, latest] = await Promise.all([
    familiesIn(records, tripId),
    records.list(polls, tripId),
    records.list(ballots, tripId),
    library.passages({ tripId, familyId: undefined }),
    records.list(reservations, tripId),
    readLedger(records, tripId),
    latestItinerary(records, tripId),
  ]);
  const there = await Promise.all(seats.map(({ familyId }) => records.read(families, familyId, familyId)));
  const decided = allPolls.flatMap((poll): readonly Decision[] => {
    const option = poll.status === 'open' ? undefined : poll.options.find(({ optionId }) => optionId === poll.winner);
    if (!option) return [];
    const who = goingAlong(
      poll,
      seats.map(({ familyId }) => familyId),
      votes,
    );
    return [{ question: poll.question, choice: option.text, details: option.details, price: option.price, who }];
  });
  const weights = weightsFrom(
    turnsIn(ledger),
    seats.map(({ familyId }) => familyId),
  );
  const { startDate, endDate, destination, budget, rules, stops } = trip;
  return {
    trip: { startDate, endDate, destination, budget, rules },
    families: there.flatMap((family): readonly PlanningFamily[] =>
      family
        ? [
            {
              id: family.id,
              members: family.members,
              preferences: effectivePreferences(family),
              weight: weights.get(family.id),
            },
          ]
        : [],
    ),
    decided,
    passages,
    stops,
    giving,
    asked: latest?.asked,
    reserved: {
      booked: fixedPoints(noted, { startDate, endDate }),
      cancelled: noted
        .filter(({ status, scope }) => status === 'cancelled' && scope === 'trip')
        .map(({ name, startDate: day }) => ({ name, startDate: day })),
    },
  };
};
