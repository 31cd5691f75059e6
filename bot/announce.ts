import type { Reply } from '../cards/reply.ts';
import type { Fact, NewsFact, OutboxFact } from '../trips/notifications/fact.ts';
import type { Listener, Recipient } from '../trips/notifications/listener.ts';
import { trips } from '../trips/trips/trip.ts';
import type { Announcement, Announcer, Announcers, AnnouncingHouse } from './announcements/announcement.ts';
import { digestReply } from './announcements/digest.ts';
import { documentAnnouncers } from './announcements/documents.ts';
import { draftAnnouncers } from './announcements/drafts.ts';
import { messageAnnouncers } from './announcements/messages.ts';
import { moneyAnnouncers } from './announcements/money.ts';
import { NOTICES, type Notifier } from './announcements/notices.ts';
import { peopleAnnouncers } from './announcements/people.ts';
import { planAnnouncers } from './announcements/plans.ts';
import { pollAnnouncers } from './announcements/polls.ts';
import { reminderAnnouncers } from './announcements/reminders.ts';
import { reservationAnnouncers } from './announcements/reservations.ts';
import { successionAnnouncers } from './announcements/succession.ts';
import { tripAnnouncers } from './announcements/trips.ts';

/** Every kind of fact that people are told, and how. */
const ANNOUNCERS: Announcers<NewsFact['kind']> = {
  ...pollAnnouncers,
  ...draftAnnouncers,
  ...peopleAnnouncers,
  ...documentAnnouncers,
  ...messageAnnouncers,
  ...moneyAnnouncers,
  ...tripAnnouncers,
  ...successionAnnouncers,
  ...planAnnouncers,
  ...reminderAnnouncers,
  ...reservationAnnouncers,
};

/** The one that tells this kind of fact; none for what is not told to everyone who listens. */
export const announcerOf = (kind: Fact['kind']): Announcer<NewsFact['kind']> | undefined =>
  kind in ANNOUNCERS ? (ANNOUNCERS as unknown as Record<string, Announcer<NewsFact['kind']>>)[kind] : undefined;

/** Puts a fact into words for one conversation, as far as it may know; nothing when it is no news there. */
export const announce = async (
  house: AnnouncingHouse,
  { fact, tripId }: Pick<OutboxFact, 'fact' | 'tripId'>,
  to: Listener,
): Promise<Announcement | undefined> => {
  const trip = await house.records.read(trips, tripId, tripId);
  if (!trip) return undefined;
  if (fact.kind !== 'digest') return announcerOf(fact.kind)?.say(house, trip, fact as NewsFact, to);
  const mine = fact.of.filter(({ onlyFamily }) => onlyFamily === undefined || onlyFamily === to.familyId);
  const said: Announcement[] = [];
  for (const one of mine) {
    const announcement = await announce(house, { fact: one.fact, tripId }, to);
    if (announcement) said.push(announcement);
  }
  return digestReply(trip, said);
};

/** Puts a notice into words for the one it is for; nothing when there is no longer anything to say. */
export const notify = async (house: AnnouncingHouse, fact: Fact, to: Recipient): Promise<Reply | undefined> =>
  fact.kind in NOTICES
    ? (NOTICES as Readonly<Record<string, Notifier<Fact['kind']>>>)[fact.kind]?.(house, fact, to)
    : undefined;
