import { answerFeedback } from '../bot/feedback.ts';
import { sessions } from '../bot/session.ts';
import { keptAnswers } from '../channels/rest/once.ts';
import { simulatedPhoneKind, simulatedTexts } from '../channels/sms/simulated-phones.ts';
import { smsStatuses } from '../channels/sms/sms-status.ts';
import { webActivities, webConversations, webDeliveries } from '../channels/web/conversation-documents.ts';
import { budgetAccounts } from '../llm/budget.ts';
import { transformations } from '../store/transform.ts';
import { auditEntries } from '../trips/audit/audit-entry.ts';
import { consensusAnalyses } from '../trips/consensus/consensus-analysis.ts';
import { turnsLedgers } from '../trips/consensus/turns-ledger.ts';
import { documents } from '../trips/documents/document.ts';
import { removedDocuments } from '../trips/documents/remove-document.ts';
import { expenses, settlements } from '../trips/expenses/expense.ts';
import { families } from '../trips/families/family.ts';
import { givenGuestLinks, guestLinks } from '../trips/guests/guest-link.ts';
import { invitations, inviteds } from '../trips/invitations/invitation.ts';
import { itineraries, shareLinks } from '../trips/itineraries/itinerary.ts';
import { currentLinks, linkCodes } from '../trips/linking/link-code.ts';
import { messages } from '../trips/messages/message.ts';
import { deliveries, postedCards } from '../trips/notifications/delivery.ts';
import { outboxFacts } from '../trips/notifications/fact.ts';
import { listeners } from '../trips/notifications/listener.ts';
import { wrongCodes } from '../trips/people/attempts.ts';
import { mergedPeople } from '../trips/people/merged-person.ts';
import { addressEntries, people } from '../trips/people/person.ts';
import { ballots, pollPreferences, polls } from '../trips/polls/poll.ts';
import type { Entity, Kind } from '../trips/records.ts';
import { reminders } from '../trips/reminders/reminder.ts';
import { reservations } from '../trips/reservations/reservation.ts';
import { tasks } from '../trips/tasks/task.ts';
import { formerFamilies } from '../trips/trips/former-family.ts';
import { participations, trips } from '../trips/trips/trip.ts';

/** Every kind of document there is: what upgrades, exports and fixtures walk. A test demands that none is left out. */
export const EVERY_KIND: readonly Kind<Entity>[] = [
  addressEntries,
  answerFeedback,
  auditEntries,
  ballots,
  budgetAccounts,
  consensusAnalyses,
  currentLinks,
  deliveries,
  documents,
  expenses,
  families,
  formerFamilies,
  givenGuestLinks,
  guestLinks,
  invitations,
  inviteds,
  itineraries,
  keptAnswers,
  linkCodes,
  listeners,
  mergedPeople,
  messages,
  outboxFacts,
  participations,
  people,
  pollPreferences,
  polls,
  postedCards,
  reminders,
  removedDocuments,
  reservations,
  sessions,
  settlements,
  shareLinks,
  simulatedPhoneKind,
  simulatedTexts,
  smsStatuses,
  tasks,
  transformations,
  trips,
  turnsLedgers,
  webActivities,
  webConversations,
  webDeliveries,
  wrongCodes,
];
