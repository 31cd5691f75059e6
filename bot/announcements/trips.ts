import { instantAt, sayRange } from '../../trips/dates.ts';
import { sayFamily } from '../../trips/families/family.ts';
import type { Fact } from '../../trips/notifications/fact.ts';
import { people } from '../../trips/people/person.ts';
import { participationId, participations, type Trip } from '../../trips/trips/trip.ts';
import type { Announcers } from './announcement.ts';

type StatusFact = Extract<Fact, { kind: 'trip-status' }>;

/** A trip's new status as everyone hears it, with what comes next. */
export const sayStatus = (trip: Trip, { status, because }: Pick<StatusFact, 'status' | 'because'>): string => {
  const dates = trip.startDate && trip.endDate ? `, ${sayRange(trip.startDate, trip.endDate)}` : '';
  switch (status) {
    case 'planning':
      return `${trip.name} is open for planning again. Say TRIP to see where it stands.`;
    case 'confirmed':
      return `${trip.name} is confirmed${dates}. Say PLAN for the days, or ask me anything about it.`;
    case 'in_progress':
      return `${trip.name} has begun. Ask me what is next whenever you like.`;
    case 'completed':
      return `${trip.name} is over. Say WHO OWES to settle up.`;
    case 'cancelled':
      return `${trip.name} is cancelled: ${because ?? 'no reason was given'}. Say WHO OWES if something was paid already.`;
  }
};

/** So near its first day that people may be packing, or on their way. */
const NEAR_MS = 3 * 86_400_000;

const isNear = ({ startDate, timeZone }: Trip, now: number): boolean =>
  startDate !== undefined && Date.parse(instantAt(startDate, '00:00', timeZone)) - now < NEAR_MS;

export const tripAnnouncers: Announcers<'trip-status' | 'organizer-changed'> = {
  'trip-status': {
    urgent: async ({ clock }, trip, { status }) => status === 'cancelled' && isNear(trip, clock.now()),
    say: async (_, trip, fact) => ({ reply: { text: sayStatus(trip, fact) } }),
  },
  'organizer-changed': {
    topic: 'people',
    say: async ({ records }, trip, { familyId }, to) => {
      const seat = await records.read(participations, trip.id, participationId(trip.id, familyId));
      const organizer = await records.read(people, trip.organizerId, trip.organizerId);
      if (!seat || !organizer) return undefined;
      const text =
        to.userId === organizer.id && !to.group
          ? `You organize ${trip.name} from now on: you invite families, settle dates and budget, and can hand it over.`
          : `${organizer.name} of ${sayFamily(seat.familyName)} organizes ${trip.name} from now on.`;
      return { reply: { text } };
    },
  },
};
