import type { Reply } from '../cards/reply.ts';
import { wordsIn } from '../cards/words/words.ts';
import { invitationId, invitations } from '../trips/invitations/invitation.ts';
import type { Language } from '../trips/language.ts';
import type { Fact, NewsFact, OutboxFact } from '../trips/notifications/fact.ts';
import type { Listener, Recipient } from '../trips/notifications/listener.ts';
import { personBehind } from '../trips/people/merged-person.ts';
import { people } from '../trips/people/person.ts';
import { trips } from '../trips/trips/trip.ts';
import { aiBudgetAnnouncers } from './announcements/ai-budget.ts';
import type { Announcement, Announcer, Announcers, AnnouncingHouse } from './announcements/announcement.ts';
import { digestReply } from './announcements/digest.ts';
import { documentAnnouncers } from './announcements/documents.ts';
import { draftAnnouncers } from './announcements/drafts.ts';
import { memoryAnnouncers } from './announcements/memories.ts';
import { messageAnnouncers } from './announcements/messages.ts';
import { moneyAnnouncers } from './announcements/money.ts';
import { NOTICES, type Notifier } from './announcements/notices.ts';
import { offerAnnouncers } from './announcements/offers.ts';
import { peopleAnnouncers } from './announcements/people.ts';
import { planAnnouncers } from './announcements/plans.ts';
import { pollDeadlineAnnouncers } from './announcements/poll-deadlines.ts';
import { pollAnnouncers } from './announcements/polls.ts';
import { reminderAnnouncers } from './announcements/reminders.ts';
import { reservationAnnouncers } from './announcements/reservations.ts';
import { successionAnnouncers } from './announcements/succession.ts';
import { tripAnnouncers } from './announcements/trips.ts';
import { readSessionAt } from './kept-session.ts';

/** Every kind of fact that people are told, and how. */
const ANNOUNCERS: Announcers<NewsFact['kind']> = {
  ...pollAnnouncers,
  ...pollDeadlineAnnouncers,
  ...draftAnnouncers,
  ...offerAnnouncers,
  ...peopleAnnouncers,
  ...documentAnnouncers,
  ...messageAnnouncers,
  ...moneyAnnouncers,
  ...tripAnnouncers,
  ...successionAnnouncers,
  ...planAnnouncers,
  ...memoryAnnouncers,
  ...reminderAnnouncers,
  ...reservationAnnouncers,
  ...aiBudgetAnnouncers,
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
  const words = wordsIn(await languageOf(house, to));
  if (fact.kind !== 'digest') {
    const said = await announcerOf(fact.kind)?.say(house, trip, fact as NewsFact, to, words);
    return said && { ...said, reply: { ...said.reply, language: said.reply.language ?? words.language } };
  }
  const mine = fact.of.filter(({ onlyFamily }) => onlyFamily === undefined || onlyFamily === to.familyId);
  const said: Announcement[] = [];
  for (const one of mine) {
    const announcement = await announce(house, { fact: one.fact, tripId }, to);
    if (announcement) said.push(announcement);
  }
  const digest = digestReply(trip, said, words);
  return digest && { ...digest, reply: { ...digest.reply, language: digest.reply.language ?? words.language } };
};

/** What its person has asked to be spoken to in, else what is spoken there; a group has its own language. */
const languageOf = async (
  { records }: AnnouncingHouse,
  { group, userId, language }: Listener,
): Promise<Language | undefined> =>
  (group ? undefined : (await records.read(people, userId, userId))?.language) ?? language;

/** Puts a notice into words for the one it is for; nothing when there is no longer anything to say. */
export const notify = async (house: AnnouncingHouse, fact: Fact, to: Recipient): Promise<Reply | undefined> => {
  if (!(fact.kind in NOTICES)) return undefined;
  const words = wordsIn(await languageThere(house, fact, to));
  const said = await (NOTICES as Readonly<Record<string, Notifier<Fact['kind']>>>)[fact.kind]?.(house, fact, to, words);
  return said && { ...said, language: words.language };
};

/** What was last spoken in the conversation; what goes to an address that has not spoken is in its sender's language. */
const languageThere = async (
  { records }: AnnouncingHouse,
  fact: Fact,
  { door, conversation }: Recipient,
): Promise<Language | undefined> => {
  const kept = await readSessionAt(records, { door, conversation });
  if (kept) return kept.session.language;
  if (fact.kind === 'email-code') return (await personBehind(records, fact.userId))?.language ?? fact.language;
  if (fact.kind !== 'invitation') return undefined;
  const invitation = await records.read(invitations, invitationId(fact.code), invitationId(fact.code));
  return invitation && (await personBehind(records, invitation.invitedBy))?.language;
};
