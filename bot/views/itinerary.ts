import type { ItineraryCard, Reply } from '../../cards/reply.ts';
import { sayDay } from '../../trips/dates.ts';
import { CHECK_NAMES } from '../../trips/itineraries/check-names.ts';
import type { Itinerary, PlanCheck } from '../../trips/itineraries/itinerary.ts';
import { shareItinerary } from '../../trips/itineraries/share-itinerary.ts';
import { sayMoney } from '../../trips/money.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import type { House } from '../house.ts';

/** That nothing is planned twice or at one time goes without saying where words are few. */
const TOO_PLAIN: readonly PlanCheck['constraint'][] = ['duplicates', 'overlap', 'dates'];

const shownCheck = ({ ok, detail, constraint }: PlanCheck): ItineraryCard['checks'][number] => ({
  ok,
  text: detail,
  ...(TOO_PLAIN.includes(constraint) ? {} : { name: CHECK_NAMES[constraint] }),
});

/** A plan as a reply: all of it, or one day (1-based); with the link to the page that shows everything. */
export const itineraryReply = async (
  { records, clock, publicUrl }: Pick<House, 'records' | 'clock' | 'publicUrl'>,
  itinerary: Itinerary,
  trip: Pick<Trip, 'name' | 'budget'>,
  { text, day }: { readonly text: string; readonly day?: number | undefined },
): Promise<Reply> => {
  const link = `${publicUrl()}/s/${await shareItinerary(records, clock, itinerary)}`;
  const days = itinerary.days.map(({ date, items }, index) => ({
    label: `Day ${index + 1}, ${sayDay(date)}`,
    items: items.map(({ start, title, cost, note }) => ({
      time: start,
      title,
      cost: cost && (cost.amount === 0 ? 'free' : sayMoney(cost)),
      note,
    })),
  }));
  const total =
    itinerary.total &&
    (trip.budget ? `${sayMoney(itinerary.total)} of ${sayMoney(trip.budget)}` : sayMoney(itinerary.total));
  return {
    text,
    card: {
      kind: 'itinerary',
      title: trip.name,
      days: day === undefined ? days : days.slice(day - 1, day),
      total: day === undefined ? total : undefined,
      checks: day === undefined ? itinerary.checks.map(shownCheck) : [],
      gaps: day === undefined ? itinerary.gaps : [],
      link,
    },
  };
};
