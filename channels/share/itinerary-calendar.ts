import { hash } from 'node:crypto';
import ical from 'ical-generator';
import { instantAt } from '../../trips/dates.ts';
import type { Itinerary, ItineraryItem } from '../../trips/itineraries/itinerary.ts';
import { sayRain } from '../../trips/itineraries/say-rain.ts';
import { sayMoney } from '../../trips/money.ts';
import type { Trip } from '../../trips/trips/trip.ts';

/** The media type of a calendar (RFC 5545). */
export const CALENDAR = 'text/calendar; charset=utf-8';

/** Free time is nothing to be reminded of. */
const isEvent = ({ kind }: ItineraryItem): boolean => kind !== 'free';

/** The same for the same thing in every version of a plan, so that calendars move it instead of doubling it. */
const uidOf = (tripId: string, name: string): string =>
  `${hash('sha256', [tripId, name].join('\u0000'), 'hex').slice(0, 32)}@pathfinder`;

const wordsOf = (item: ItineraryItem): string =>
  [
    item.note,
    sayRain(item),
    item.cost && (item.cost.amount === 0 ? 'Free' : `${sayMoney(item.cost)} for everyone`),
    item.source && `From ${item.source.name}${item.source.page === undefined ? '' : `, page ${item.source.page}`}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n');

/** A plan as a calendar that any calendar program opens or follows. `url` is the page of the plan, where there is one. */
export const itineraryCalendar = (
  { days, version, createdAt }: Pick<Itinerary, 'days' | 'version' | 'createdAt'>,
  trip: Pick<Trip, 'id' | 'name' | 'destination' | 'timeZone'>,
  url?: string,
): string => {
  const calendar = ical({
    name: trip.name,
    prodId: { company: 'Pathfinder', product: 'Itinerary', language: 'EN' },
    // How often a calendar that follows the plan looks again, in seconds.
    ttl: 3_600,
    ...(url !== undefined && { url }),
  });
  const seen = new Map<string, number>();
  for (const { date, items } of days) {
    for (const item of items.filter(isEvent)) {
      const end = item.end < item.start ? item.start : item.end;
      const name = item.candidateId ?? `${item.kind} ${item.title}`;
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      calendar.createEvent({
        id: uidOf(trip.id, `${name} ${before}`),
        sequence: version,
        stamp: new Date(createdAt),
        lastModified: new Date(createdAt),
        start: new Date(instantAt(date, item.start, trip.timeZone)),
        end: new Date(instantAt(date, end, trip.timeZone)),
        summary: item.title,
        description: wordsOf(item) || null,
        location:
          item.place ??
          (item.kind === 'meal' || item.kind === 'sight' ? `${item.title}, ${item.city ?? trip.destination}` : null),
        ...(url !== undefined && { url }),
      });
    }
  }
  return calendar.toString();
};
