import type { Words } from '../../cards/words/catalogue.ts';
import { instantAt } from '../../trips/dates.ts';
import type { Fact } from '../../trips/notifications/fact.ts';
import { people } from '../../trips/people/person.ts';
import { participationId, participations, type Trip } from '../../trips/trips/trip.ts';
import type { Announcers } from './announcement.ts';

type StatusFact = Extract<Fact, { kind: 'trip-status' }>;

/** A trip's new status as everyone hears it, with what comes next. */
export const sayStatus = (
  { name, startDate, endDate }: Trip,
  { status, because }: Pick<StatusFact, 'status' | 'because'>,
  { say, news }: Words,
): string => news.status(name, status, startDate && endDate ? say.range(startDate, endDate) : undefined, because);

/** So near its first day that people may be packing, or on their way. */
const NEAR_MS = 3 * 86_400_000;

const isNear = ({ startDate, timeZone }: Trip, now: number): boolean =>
  startDate !== undefined && Date.parse(instantAt(startDate, '00:00', timeZone)) - now < NEAR_MS;

export const tripAnnouncers: Announcers<'trip-status' | 'organizer-changed'> = {
  'trip-status': {
    urgent: async ({ clock }, trip, { status }) => status === 'cancelled' && isNear(trip, clock.now()),
    say: async (_house, trip, fact, _to, words) => ({ reply: { text: sayStatus(trip, fact, words) } }),
  },
  'organizer-changed': {
    topic: 'people',
    say: async ({ records }, trip, { familyId }, to, { say, news }) => {
      const seat = await records.read(participations, trip.id, participationId(trip.id, familyId));
      const organizer = await records.read(people, trip.organizerId, trip.organizerId);
      if (!seat || !organizer) return undefined;
      const text =
        to.userId === organizer.id && !to.group
          ? news.youOrganize(trip.name)
          : news.organizes(organizer.name, say.family(seat.familyName), trip.name);
      return { reply: { text } };
    },
  },
};
