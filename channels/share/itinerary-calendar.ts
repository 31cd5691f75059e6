import { hash } from 'node:crypto';
import ical from 'ical-generator';
import { instantAt, nextDay } from '../../trips/dates.ts';
import { type PlanLine, type ShownPlan, shownDays, whereIs } from './shown-plan.ts';

/** The media type of a calendar (RFC 5545). */
export const CALENDAR = 'text/calendar; charset=utf-8';

/** Free time is nothing to be reminded of. */
const isEvent = ({ item }: PlanLine): boolean => item.kind !== 'free';

/** The same for the same thing in every version of a plan, so that calendars move it instead of doubling it. */
const uidOf = (tripId: string, name: string): string =>
  `${hash('sha256', [tripId, name].join('\u0000'), 'hex').slice(0, 32)}@pathfinder`;

const wordsOf = ({ who, note, rain, cost, item, source }: PlanLine, { words }: ShownPlan): string =>
  [who, note, rain, cost !== undefined && item.cost?.amount !== 0 ? words.planSheet.forEveryone(cost) : cost, source]
    .filter((part) => part !== undefined)
    .join('\n');

/**
 * A plan as a calendar that any calendar program opens or follows. In everybody's calendar a thing that only some join
 * says so in its title. `url` is the page of the plan, where there is one.
 */
export const itineraryCalendar = (shown: ShownPlan, url?: string): string => {
  const { itinerary, trip, seats, words, only } = shown;
  const own = seats.find(({ familyId }) => familyId === only);
  const calendar = ical({
    name: own === undefined ? trip.name : `${trip.name} · ${words.say.family(own.familyName)}`,
    prodId: { company: 'Pathfinder', product: 'Itinerary', language: words.language.toUpperCase() },
    // How often a calendar that follows the plan looks again, in seconds.
    ttl: 3_600,
    ...(url !== undefined && { url }),
  });
  const { version, createdAt } = itinerary;
  const seen = new Map<string, number>();
  for (const { date, lines } of shownDays(shown)) {
    for (const line of lines.filter(isEvent)) {
      const { item, title, who } = line;
      const name = item.candidateId ?? `${item.kind} ${item.title}`;
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      calendar.createEvent({
        id: uidOf(trip.id, `${name} ${before}`),
        sequence: version,
        stamp: new Date(createdAt),
        lastModified: new Date(createdAt),
        start: new Date(instantAt(date, item.start, trip.timeZone)),
        // What ends before it begins ends after midnight.
        end: new Date(instantAt(item.end < item.start ? nextDay(date) : date, item.end, trip.timeZone)),
        summary: own === undefined && who !== undefined ? `${title} · ${who}` : title,
        description: wordsOf(line, shown) || null,
        location:
          item.place !== undefined || item.kind === 'meal' || item.kind === 'sight' ? whereIs(item, trip) : null,
        ...(url !== undefined && { url }),
      });
    }
  }
  return calendar.toString();
};
