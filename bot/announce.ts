import type { Fact, OutboxFact } from '../trips/notifications/fact.ts';
import type { Listener } from '../trips/notifications/listener.ts';
import { trips } from '../trips/trips/trip.ts';
import type { Announcement, Announcer, Announcers, AnnouncingHouse } from './announcements/announcement.ts';
import { documentAnnouncers } from './announcements/documents.ts';
import { messageAnnouncers } from './announcements/messages.ts';
import { moneyAnnouncers } from './announcements/money.ts';
import { peopleAnnouncers } from './announcements/people.ts';
import { planAnnouncers } from './announcements/plans.ts';
import { pollAnnouncers } from './announcements/polls.ts';
import { tripAnnouncers } from './announcements/trips.ts';

/** Every kind of fact that people are told, and how. */
const ANNOUNCERS: Announcers<Exclude<Fact['kind'], 'job'>> = {
  ...pollAnnouncers,
  ...peopleAnnouncers,
  ...documentAnnouncers,
  ...messageAnnouncers,
  ...moneyAnnouncers,
  ...tripAnnouncers,
  ...planAnnouncers,
};

/** The one that tells this kind of fact; none for what is not told to people. */
export const announcerOf = (kind: Fact['kind']): Announcer<Fact['kind']> | undefined =>
  kind === 'job' ? undefined : (ANNOUNCERS[kind] as unknown as Announcer<Fact['kind']>);

/** Puts a fact into words for one conversation, as far as it may know; nothing when it is no news there. */
export const announce = async (
  house: AnnouncingHouse,
  { fact, tripId }: Pick<OutboxFact, 'fact' | 'tripId'>,
  to: Listener,
): Promise<Announcement | undefined> => {
  const announcer = announcerOf(fact.kind);
  const trip = announcer && (await house.records.read(trips, tripId, tripId));
  return trip ? announcer.say(house, trip, fact, to) : undefined;
};
