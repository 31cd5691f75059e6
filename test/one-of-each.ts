import type { AnswerFeedback } from '../bot/feedback.ts';
import type { Session } from '../bot/session.ts';
import type { PushSubscription } from '../channels/push/push-subscription.ts';
import type { KeptAnswer } from '../channels/rest/once.ts';
import { type SmsLine, type SmsPlace, textsPartition } from '../channels/sms/send-queue.ts';
import type { SentText } from '../channels/sms/sent-text.ts';
import { phonePartition, type SimulatedPhone, type SimulatedText } from '../channels/sms/simulated-phones.ts';
import type { SmsStatus } from '../channels/sms/sms-status.ts';
import {
  type WebActivity,
  type WebConversation,
  type WebDelivery,
  webActivities,
} from '../channels/web/conversation-documents.ts';
import type { JobLine, JobRecord } from '../jobs/service-bus/job-record.ts';
import type { BudgetAccount } from '../llm/budget.ts';
import type { ModelTranscript } from '../llm/transcript.ts';
import type { SearchVectors } from '../rag/search-vectors.ts';
import type { Transformation } from '../store/transform.ts';
import type { AuditEntry } from '../trips/audit/audit-entry.ts';
import type { ConsensusAnalysis } from '../trips/consensus/consensus-analysis.ts';
import type { TurnsLedger } from '../trips/consensus/turns-ledger.ts';
import type { TripDocument } from '../trips/documents/document.ts';
import type { RemovedDocument } from '../trips/documents/remove-document.ts';
import type { Expense, Settlement } from '../trips/expenses/expense.ts';
import type { RemovedExpense } from '../trips/expenses/remove-expense.ts';
import { type Family, noPreferences } from '../trips/families/family.ts';
import type { GivenGuestLink, GuestLink } from '../trips/guests/guest-link.ts';
import type { Invitation, Invited } from '../trips/invitations/invitation.ts';
import type { PlanProposal } from '../trips/itineraries/editing/plan-proposal.ts';
import type { Itinerary, ShareLink } from '../trips/itineraries/itinerary.ts';
import type { CurrentLink, LinkCode } from '../trips/linking/link-code.ts';
import type { PollDraft } from '../trips/magic-polls/poll-draft.ts';
import type { MemoryChoice, MemoryLane, MemoryLink } from '../trips/memories/memory-lane.ts';
import type { MemoryPhoto } from '../trips/memories/memory-photo.ts';
import type { TripMessage } from '../trips/messages/message.ts';
import type { DeadFact, Delivery, PostedCard } from '../trips/notifications/delivery.ts';
import type { OutboxFact } from '../trips/notifications/fact.ts';
import { conversationKey, type Listener } from '../trips/notifications/listener.ts';
import { addressKey } from '../trips/people/addresses.ts';
import type { WrongCodes } from '../trips/people/attempts.ts';
import type { MergedPerson } from '../trips/people/merged-person.ts';
import type { AddressEntry, Person } from '../trips/people/person.ts';
import type { SpokenIn } from '../trips/people/spoken-in.ts';
import type { Ballot, Poll, PollPreference } from '../trips/polls/poll.ts';
import type { Consent } from '../trips/privacy/consent.ts';
import type { Erasure } from '../trips/privacy/erasure.ts';
import type { ExportLink } from '../trips/privacy/export-link.ts';
import type { Entity, Records } from '../trips/records.ts';
import type { Reminder } from '../trips/reminders/reminder.ts';
import type { Reservation } from '../trips/reservations/reservation.ts';
import type { Succession } from '../trips/succession/succession.ts';
import type { Task } from '../trips/tasks/task.ts';
import type { DeletedTrip } from '../trips/trips/deleted-trip.ts';
import type { FormerFamily } from '../trips/trips/former-family.ts';
import type { Participation, Trip } from '../trips/trips/trip.ts';

/** Somebody of whom there is one document of every kind. Every string of theirs that is kept holds one of these words. */
export const BEA = {
  userId: 'user_bea-canary',
  familyId: 'family_bea-canary',
  /** An account of hers that went up in this one. */
  before: 'user_bea-canary-before',
  phone: '+15550102',
  web: 'conversation_bea-canary',
} as const;
const ANA = { userId: 'user_ana', familyId: 'family_ana' } as const;
export const TRIP = 'trip_1';
const AT = '2027-03-01T10:00:00.000Z';
const EUROS = { amount: 900, currency: 'EUR' };

const made = <E extends Entity>(
  pk: string,
  id: string,
  type: E['type'],
  rest: Omit<E, 'pk' | 'id' | 'type' | '_schema_version'>,
  version = 1,
): E => ({ pk, id, type, _schema_version: version, ...rest }) as unknown as E;

const seatOf = (who: { userId: string; familyId: string }, familyName: string, joinedAt: string): Participation =>
  made<Participation>(TRIP, `participation_${TRIP}_${who.familyId}`, 'participation', {
    ...{ tripId: TRIP, tripName: 'Lisbon', familyId: who.familyId, familyName, adminId: who.userId },
    ...{ heads: 1, joinedAt },
  });

/**
 * One document of every kind there is, as it is when it concerns Bea; `canary` stands in every personal string. The
 * documents of kinds that hold nothing of hers are here too.
 */
export const oneOfEach = (records: Pick<Records, 'lookupKey'>): readonly Entity[] => {
  const address = { door: 'sms', value: BEA.phone } as const;
  const addressId = addressKey(records, address);
  const key = conversationKey(records, 'sms', BEA.phone);
  const webKey = conversationKey(records, 'web', BEA.web);
  const phone = phonePartition(records, BEA.phone);
  const texts = textsPartition(records, BEA.phone);
  const { userId, familyId } = BEA;
  return [
    made<Person>(userId, userId, 'user', {
      ...{ name: 'Bea canary', familyId, addresses: [address], createdAt: AT, mergedFrom: [BEA.before] },
    }),
    made<SpokenIn>(userId, `spoken_${webKey}`, 'spoken_in', {
      ...{ door: 'web', conversation: BEA.web, key: webKey, group: false },
    }),
    made<AddressEntry>(addressId, addressId, 'address', {
      ...{ door: 'sms', userId, optedIn: { wording: 'yes canary', at: AT } },
    }),
    made<Family>(
      familyId,
      familyId,
      'family',
      {
        ...{ name: 'Canary', adminId: userId, preferences: { ...noPreferences, notes: 'canary' }, createdAt: AT },
        members: [{ id: 'member_1', name: 'Bea canary', child: false, userId, contact: { phone: BEA.phone } }],
        emergencyContacts: [{ name: 'Rosa canary', phone: '+351210000000' }],
      },
      2,
    ),
    { ...seatOf(BEA, 'Canary', AT), pk: familyId },
    made<FormerFamily>(familyId, `former_trip_2_${familyId}`, 'former_family', {
      ...{ tripId: 'trip_2', familyId, familyName: 'Canary', leftAt: AT },
    }),
    made<FormerFamily>('trip_2', `former_trip_2_${familyId}`, 'former_family', {
      ...{ tripId: 'trip_2', familyId, familyName: 'Canary', leftAt: AT },
    }),
    seatOf(BEA, 'Canary', AT),
    seatOf(ANA, 'Silva', AT),
    made<Trip>(TRIP, TRIP, 'trip', {
      ...{ name: 'Lisbon', destination: 'Lisbon', timeZone: 'UTC', weighting: 'equal', organizerId: userId },
      ...{ status: 'cancelled', cancelledBecause: 'canary is ill', createdAt: AT },
    }),
    made<Invitation>('invitation_AAAAAA', 'invitation_AAAAAA', 'invitation', {
      ...{ code: 'AAAAAA', kind: 'trip', tripId: TRIP, familyName: 'Canary friends', invitedBy: userId },
      ...{ invitedByName: 'Bea canary', expiresAt: AT, sentTo: address },
    }),
    made<Invited>(familyId, 'invited_AAAAAA', 'invited', { code: 'AAAAAA' }),
    made<KeptAnswer>(userId, 'request_1', 'rest_answer', {
      ...{ ttl: 86_400, fingerprint: 'canary', busyUntil: AT, answer: { status: 200, headers: {}, text: 'canary' } },
    }),
    made<ModelTranscript>(TRIP, 'model_transcript_1', 'model_transcript', {
      ...{ at: AT, feature: 'answers', provider: 'openai', model: 'gpt-4o-mini', userId, tripId: TRIP, ms: 900 },
      exchange: '{"messages":[{"role":"user","text":"canary"}]}',
    }),
    made<ModelTranscript>(userId, 'model_transcript_2', 'model_transcript', {
      ...{ at: AT, feature: 'understanding', provider: 'openai', model: 'gpt-4o-mini', userId, ms: 900 },
      exchange: '{"messages":[{"role":"user","text":"canary"}]}',
    }),
    made<BudgetAccount>(`ai_budget_user_${userId}_2027-03-01`, `ai_budget_user_${userId}_2027-03-01`, 'ai_budget', {
      ...{ scope: 'user', spent: 1, holds: {}, usage: {} },
    }),
    made<SearchVectors>('search_vectors', 'search_vectors', 'search_vectors', { model: 'words-64' }),
    made<MergedPerson>(BEA.before, 'merged', 'merged_user', { into: userId, at: AT }),
    made<CurrentLink>(userId, 'current_link', 'current_link', { linkId: 'canary' }),
    made<LinkCode>('link_1', 'link_1', 'link_code', { userId, expiresAt: '2027-03-01T10:10:00.000Z' }),
    made<WrongCodes>(`wrong_codes_${userId}`, `wrong_codes_${userId}`, 'wrong_codes', { at: [AT] }),
    made<GuestLink>('guest_link_1', 'guest_link_1', 'guest_link', {
      ...{ tripId: TRIP, place: 'member', familyId, createdBy: userId, expiresAt: '2027-03-30T10:00:00.000Z' },
    }),
    made<GivenGuestLink>(TRIP, `guest_link_${familyId}`, 'given_guest_link', { token: 'canary', expiresAt: AT }),
    made<TurnsLedger>(TRIP, 'turns_ledger', 'turns_ledger', { families: { [familyId]: 1 }, others: 0, decisions: [] }),
    made<ConsensusAnalysis>(TRIP, 'consensus_1', 'consensus_analysis', {
      ...{ tripId: TRIP, pollId: 'poll_1', decisionType: 'poll', status: 'conflict_identified', agreement: [] },
      ...{ suggestedCompromises: [], finalDecision: null, createdAt: AT },
      options: [{ optionId: 'opt_01', breaches: [{ constraint: 'diet', familyId, says: 'canary' }] }],
      conflicts: [
        {
          ...{ type: 'diet', details: 'the Canarys eat no walnuts', involvedFamilies: [familyId], openly: [] },
          ...{ relatedOptions: [], own: { [familyId]: 'canary' } },
        },
      ],
    }),
    made<DeletedTrip>(TRIP, `deleted_${TRIP}`, 'deleted_trip', {
      ...{ tripId: TRIP, name: 'Lisbon', timeZone: 'UTC', deletedBy: userId, byFamily: 'Canary', deletedAt: AT },
      ...{ seats: [{ familyId, adminId: userId }], cleared: 1 },
    }),
    made<JobRecord>('job_1', 'job_1', 'job', {
      ...{ kind: 'plan-itinerary', key: 'task_1', payload: { tripId: TRIP, taskId: 'task_1' }, state: 'waiting' },
      ...{ attempts: 0, availableAt: 0, ticket: '1', sent: false },
    }),
    made<JobLine>('job_line_1', 'job_line_1', 'job_line', { jobs: ['job_1'] }),
    made<Transformation>('transformation', 'transformation', 'transformation', {
      ...{ goal: '1', look: 1, seen: 0, found: 0, unreadable: 0, rewritten: 0, startedAt: AT },
    }),
    made<Succession>(TRIP, 'succession_1', 'succession', {
      ...{ tripId: TRIP, nominee: familyId, from: userId, proposedBy: familyId, agreed: { [familyId]: AT } },
      ...{ status: 'open', createdAt: AT, expiresAt: AT },
    }),
    made<Consent>(userId, 'consent_child_member_2', 'consent', {
      ...{
        purpose: 'child',
        about: 'member_2',
        wording: 'canary',
        version: 1,
        said: 'yes',
        givenAt: AT,
        code: 'canary',
      },
    }),
    made<AuditEntry>(TRIP, `audit_${AT}_1`, 'audit_entry', {
      ...{ act: 'joinTrip', userId, at: AT, about: { familyId, family: 'Canary' } },
    }),
    made<Poll>(TRIP, 'poll_1', 'magic_poll', {
      ...{ tripId: TRIP, question: 'Where?', createdBy: userId, createdByName: 'Bea canary', status: 'open' },
      options: [
        {
          optionId: 'opt_01',
          text: 'Taverna',
          cost: { total: EUROS, shares: { [familyId]: 450, [ANA.familyId]: 450 } },
        },
      ],
      createdAt: AT,
    }),
    made<PollDraft>(TRIP, 'draft_1', 'poll_draft', {
      ...{ tripId: TRIP, question: 'Where?', category: 'dining', createdBy: userId, status: 'draft', createdAt: AT },
      ...{ options: [{ optionId: 'opt_01', text: 'Taverna' }], ruledOut: [], others: [] },
    }),
    made<Ballot>(TRIP, `ballot_poll_1_${familyId}`, 'ballot', {
      ...{ pollId: 'poll_1', familyId, userId, optionId: 'opt_01', timestamp: AT },
      history: [{ optionId: 'opt_02', userId, at: AT }],
    }),
    made<PollPreference>(TRIP, `preference_poll_1_${userId}`, 'poll_preference', {
      ...{ pollId: 'poll_1', familyId, userId, scores: { opt_01: 5 }, timestamp: AT },
    }),
    made<TripDocument>(TRIP, 'document_canary', 'document', {
      ...{ tripId: TRIP, name: 'canary.txt', mediaType: 'text/plain', bytes: 1, hash: 'canary', pages: 1, chunks: 1 },
      ...{ scope: 'family', familyId, addedBy: userId, createdAt: AT },
    }),
    made<RemovedDocument>(TRIP, 'removed_document_2', 'removed_document', { scope: 'family', familyId }),
    made<RemovedExpense>(TRIP, 'removed_expense_2', 'removed_expense', {}),
    made<Itinerary>(TRIP, 'itinerary_1', 'itinerary', {
      ...{ tripId: TRIP, version: 1, checks: [], gaps: [], createdAt: AT },
      days: [
        {
          date: '2027-06-11',
          items: [
            {
              ...{ start: '09:00', end: '10:00', kind: 'sight', title: 'Castle' },
              source: { documentId: 'document_canary', name: 'canary.txt' },
            },
          ],
        },
      ],
    }),
    made<ShareLink>('share_1', 'share_1', 'share_link', { tripId: TRIP, itineraryId: 'itinerary_1', expiresAt: AT }),
    made<Task>(TRIP, 'task_1', 'task', {
      ...{ tripId: TRIP, kind: 'plan-itinerary', status: 'queued', progress: 0, step: '', requestedBy: userId },
      ...{ requestKey: `rest ${userId} 1`, createdAt: AT, updatedAt: AT },
    }),
    made<MemoryPhoto>(TRIP, 'photo_1', 'memory_photo', {
      ...{ tripId: TRIP, familyId, addedBy: userId, caption: 'canary at the beach', shared: true, createdAt: AT },
      ...{ width: 4, height: 3, bytes: 1, full: 'photos/photo_1.jpg', thumbnail: 'photos/photo_1.small.jpg' },
    }),
    made<MemoryChoice>(TRIP, `memory_choice_${familyId}`, 'memory_choice', {
      ...{ tripId: TRIP, familyId, costs: true, named: true },
    }),
    made<MemoryLane>(TRIP, `memories_${TRIP}`, 'memory_lane', {
      ...{ tripId: TRIP, outcomes: [], token: 'AAAAAAAAAAAAAAAAAAAAAA', createdAt: AT, updatedAt: AT },
      statistics: {
        ...{ days: 5, families: 2, people: 4, cities: ['Lisbon'], places: 1, pollsHeld: 1, namedPolls: 1, votes: 1 },
        ...{ messages: 1, spent: [EUROS] },
      },
      deeds: [
        { familyId, heads: 2, answered: 1, first: 1, agreed: 0, wentAlong: 0, messages: 1, papers: 0 },
        { familyId: ANA.familyId, heads: 2, answered: 1, first: 0, agreed: 1, wentAlong: 0, messages: 0, papers: 1 },
      ],
    }),
    made<MemoryLink>('memory_link_AAAAAAAAAAAAAAAAAAAAAA', 'memory_link_AAAAAAAAAAAAAAAAAAAAAA', 'memory_link', {
      ...{ tripId: TRIP, expiresAt: AT },
    }),
    made<Expense>(TRIP, 'expense_1', 'expense', {
      ...{ tripId: TRIP, what: 'canary pills', amount: EUROS, paidBy: familyId, split: { by: 'family' } },
      ...{ parts: { [familyId]: 450, [ANA.familyId]: 450 }, day: '2027-03-01', addedBy: userId, createdAt: AT },
    }),
    made<Settlement>(TRIP, 'settlement_1', 'settlement', {
      ...{ tripId: TRIP, from: ANA.familyId, to: familyId, amount: EUROS, addedBy: userId, createdAt: AT },
    }),
    made<Reservation>(TRIP, 'reservation_1', 'reservation', {
      ...{
        tripId: TRIP,
        kind: 'lodging',
        name: 'Hotel',
        startDate: '2027-06-11',
        confirmation: 'canary',
        scope: 'trip',
      },
      ...{ bookedBy: familyId, status: 'booked', addedBy: userId, createdAt: AT },
      source: { documentId: 'document_canary', document: 'canary.txt', quote: 'canary' },
    }),
    made<Reminder>(TRIP, 'reminder_1', 'reminder', {
      ...{ tripId: TRIP, kind: 'reminder', what: 'canary pills', at: AT, for: 'me', userId, familyId },
      ...{ tellings: [AT], status: 'waiting', createdAt: AT },
    }),
    made<PlanProposal>(TRIP, 'proposal_1', 'plan_proposal', {
      ...{ tripId: TRIP, edit: { kind: 'mend' }, summary: 'canary', proposedBy: userId, familyId },
      ...{ status: 'waiting', createdAt: AT },
    }),
    made<TripMessage>(TRIP, 'message_1', 'message', {
      ...{ tripId: TRIP, userId, userName: 'Bea canary', familyId, familyName: 'Canary', text: 'canary' },
      ...{ everywhere: false, createdAt: AT },
    }),
    made<Listener>(TRIP, `listener_${key}`, 'listener', {
      ...{ tripId: TRIP, door: 'sms', conversation: BEA.phone, group: false, userId, familyId },
    }),
    made<OutboxFact>(TRIP, 'fact_1', 'outbox_fact', {
      ...{ fact: { kind: 'family-joined', familyId, familyName: 'Canary' }, tripId: TRIP, attempts: 0 },
      ...{ createdAt: AT, dueAt: AT },
    }),
    made<DeadFact>(TRIP, 'dead_fact_2', 'dead_fact', {
      ...{ fact: { kind: 'family-joined', familyId, familyName: 'Canary' }, reason: 'not told', diedAt: AT },
    }),
    made<Delivery>(TRIP, `delivery_fact_1_${key}`, 'delivery', {
      ...{ status: 'sent', startedAt: AT, userId, text: 'canary' },
    }),
    made<PostedCard>(TRIP, `posted_poll_1_${key}`, 'posted_card', { pollId: 'poll_1', messageId: 'canary' }),
    made<Session>(key, 'session', 'session', {
      ...{ tripId: TRIP, history: ['canary?'], voices: [userId] },
      ...{ events: '1', answered: [{ event: '1', replies: [{ text: 'canary' }] }] },
      heard: [{ familyId, category: 'dining', says: 'wants', words: ['canary'], at: AT }],
    }),
    made<Session>(BEA.web, 'session', 'session', { history: ['canary?'], voices: [userId] }),
    made<AnswerFeedback>(key, 'feedback_1', 'answer_feedback', {
      ...{ by: addressId, messageId: 'canary', reaction: 'like', words: 'canary', at: AT },
    }),
    made<WebConversation>(BEA.web, 'conversation', 'web_conversation', {
      ...{ user: 'dl_canary', last: 1, waiting: [1], createdAt: AT, dueAt: AT },
    }),
    made<WebActivity>(
      ...([BEA.web, 'activity_0000000001', 'web_activity'] as const),
      {
        sequence: 1,
        lines: [
          {
            ...{ activity: { type: 'message', text: 'canary' }, at: AT, inbound: true, replyTo: 1 },
            received: {
              ...{ event: 'message', user: 'dl_canary', text: 'canary' },
              files: [{ name: 'c', mediaType: 'c', blob: 'web-uploads/1' }],
            },
          },
        ],
      },
      webActivities.version,
    ),
    made<PushSubscription>(BEA.web, 'push_1', 'push_subscription', {
      ...{ endpoint: 'https://push.example/canary', keys: { p256dh: 'canary', auth: 'canary' }, since: AT },
    }),
    made<WebDelivery>(BEA.web, 'delivery_1', 'web_delivery', { sequence: 1, content: 'canary' }),
    made<SimulatedPhone>(phone, 'simulated_phone', 'simulated_phone', { texts: 1 }),
    made<SimulatedText>(phone, 'text_1', 'simulated_text', { number: 1, text: 'canary', at: AT }),
    made<SmsLine>('sms_line_1', 'sms_line_1', 'sms_line', { freeAt: AT }),
    made<SmsPlace>(texts, 'sms_place_1', 'sms_place', { order: AT, at: AT, heldUntil: AT, tries: 0 }),
    made<SentText>(texts, 'sms_sent_1', 'sms_sent', {
      ...{ messageSid: '1', sender: '+15550000', text: 'canary', before: 0 },
      to: { door: 'sms', conversation: BEA.phone },
    }),
    made<OutboxFact>(texts, 'fact_again_1', 'outbox_fact', {
      ...{ fact: { kind: 'text-again', said: 'canary' }, tripId: texts, attempts: 0, createdAt: AT, dueAt: AT },
      to: { door: 'sms', conversation: BEA.phone },
    }),
    made<SmsStatus>('sms_status_1', 'sms_status_1', 'sms_status', { messageSid: '1', state: 'sent', updatedAt: AT }),
    made<ExportLink>('export_link_1', 'export_link_1', 'export_link', {
      userId,
      expiresAt: '2027-03-01T11:00:00.000Z',
    }),
    made<Erasure>('erasure_1', 'erasure_1', 'erasure', {
      ...{ status: 'asked', userId, removed: {}, anonymised: {}, askedAt: AT },
    }),
  ];
};
