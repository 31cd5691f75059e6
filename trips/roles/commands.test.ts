import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { granted } from '../../test/granted.ts';
import { type OpenedStore, openSqliteStore } from '../../test/stores.ts';
import { systemClock } from '../clock.ts';
import type { TripDocument } from '../documents/document.ts';
import { requestReading } from '../documents/read-later.ts';
import { removeDocument } from '../documents/remove-document.ts';
import { addExpense } from '../expenses/add-expense.ts';
import { correctExpense } from '../expenses/correct-expense.ts';
import { recordSettlement } from '../expenses/record-settlement.ts';
import { removeExpense } from '../expenses/remove-expense.ts';
import { removeSettlement } from '../expenses/remove-settlement.ts';
import { addMember } from '../families/add-member.ts';
import { changeMember } from '../families/change-member.ts';
import { describeFamily, setPreferences } from '../families/describe-family.ts';
import { noPreferences } from '../families/family.ts';
import { forgetPreference } from '../families/forget-preference.ts';
import { handOverFamily } from '../families/hand-over-family.ts';
import { rateInterests } from '../families/rate-interests.ts';
import { leaveFamily, removeMember } from '../families/remove-member.ts';
import { renameFamily } from '../families/rename-family.ts';
import { setEmergencyContacts } from '../families/set-emergency-contacts.ts';
import { giveGuestLink, revokeGuestLink } from '../guests/give-guest-link.ts';
import { joinAsGuest } from '../guests/join-as-guest.ts';
import { newId } from '../ids.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { inviteFamily, inviteMember } from '../invitations/invite.ts';
import { cancelInvitation, sendInvitation } from '../invitations/send-invitation.ts';
import { approveProposal, declineProposal } from '../itineraries/editing/decide-proposal.ts';
import { type EditPlan, editItinerary } from '../itineraries/editing/edit-itinerary.ts';
import type { PlanProposal } from '../itineraries/editing/plan-proposal.ts';
import type { Itinerary } from '../itineraries/itinerary.ts';
import { requestItinerary } from '../itineraries/request-itinerary.ts';
import { askLinkCode } from '../linking/ask-link-code.ts';
import { redeemLinkCode } from '../linking/link-accounts.ts';
import { changeDraft, dropDraft, openDraft } from '../magic-polls/change-draft.ts';
import type { PollDraft } from '../magic-polls/poll-draft.ts';
import { requestMagicPoll } from '../magic-polls/request-magic-poll.ts';
import { chooseMemories } from '../memories/choose-memories.ts';
import type { MemoryPhoto, PhotoAlbum } from '../memories/memory-photo.ts';
import { addPhoto, removePhoto, sharePhoto } from '../memories/photos.ts';
import { requestMemories } from '../memories/request-memories.ts';
import { postMessage } from '../messages/post-message.ts';
import { outboxFacts } from '../notifications/fact.ts';
import type { Listener } from '../notifications/listener.ts';
import { changeNotifications } from '../people/change-notifications.ts';
import { chooseLanguage } from '../people/choose-language.ts';
import { askToFollow, followByEmail, mailCode, unfollowByEmail } from '../people/follow-by-email.ts';
import { people } from '../people/person.ts';
import { register } from '../people/register.ts';
import { renamePerson } from '../people/rename-person.ts';
import { sayAge } from '../people/say-age.ts';
import { addOption } from '../polls/add-option.ts';
import { castBallot, recordBallot } from '../polls/cast-ballot.ts';
import { closePoll } from '../polls/close-poll.ts';
import { finalizePoll, reopenPoll } from '../polls/finalize-poll.ts';
import { openPoll } from '../polls/open-poll.ts';
import { remindMissing } from '../polls/remind-missing.ts';
import { setDeadline } from '../polls/set-deadline.ts';
import { takeBackBallot, takeBackRecorded } from '../polls/take-back-ballot.ts';
import { askErasure, confirmErasure } from '../privacy/ask-erasure.ts';
import { exportPerson } from '../privacy/export-person.ts';
import { confirmParentalConsent, giveParentalConsent, withdrawParentalConsent } from '../privacy/parental-consent.ts';
import { liftRestriction, restrictProcessing } from '../privacy/restrict.ts';
import type { Records } from '../records.ts';
import type { Outcome } from '../rejection.ts';
import { cancelReminder } from '../reminders/cancel-reminder.ts';
import { setReminder } from '../reminders/set-reminder.ts';
import { addReservation } from '../reservations/add-reservation.ts';
import { cancelReservation, changeReservation } from '../reservations/change-reservation.ts';
import { agreeToSuccession, objectToSuccession, proposeSuccession } from '../succession/succeed.ts';
import { cancelTask } from '../tasks/cancel-task.ts';
import { createTrip } from '../trips/create-trip.ts';
import { deleteTrip } from '../trips/delete-trip.ts';
import { handOverTrip } from '../trips/hand-over.ts';
import { leaveTrip, removeFamily } from '../trips/leave-trip.ts';
import { setTripStatus } from '../trips/set-status.ts';
import { type Trip, trips } from '../trips/trip.ts';
import { updateTrip } from '../trips/update-trip.ts';
import { COMMANDS, type Role } from './commands.ts';
import { familyAdminOf, familyMemberOf, memberOf, organizerOf } from './permission.ts';

const TRIPS = new URL('..', import.meta.url).pathname;
const clock = systemClock;
const TOMORROW = new Date(clock.now() + 86_400_000).toISOString();
const HOTEL = { kind: 'lodging', name: 'Hotel Miradouro', startDate: '2027-06-11' } as const;
const EUROS = { amount: 900, currency: 'EUR' };

/** What only looks, or lends a permission, or is done by the clock and not by a person. */
const NOT_COMMANDS = new Set([
  'memberOf',
  'findItinerary',
  'organizerOf',
  'familyAdminOf',
  'familyMemberOf',
  'readInvitation',
  'readDraft',
  'openShare',
  'openMemories',
  'seatFamily',
  'spendUnasked',
  'openExport',
  'closeAtDeadline',
]);

/** Worlds built so far: each has people of its own, so that one store holds them all. */
let worlds = 0;

/** A trip of three families, a trip of a fourth, and one of everything a command can be about. */
const build = async (records: Records) => {
  worlds += 1;
  const person = async (name: string, into?: string): Promise<string> =>
    (
      await register(records, clock, {
        name,
        address: { door: 'teams', value: `${name} ${worlds}` },
        ...(into !== undefined && { into: { familyId: into } }),
      })
    ).person.id;
  const adminOf = async (userId: string) => granted(await familyAdminOf(records, userId)).admin;
  const tripOf = async (userId: string, name: string) => {
    const dates = { startDate: '2027-06-11', endDate: '2027-06-15' };
    const wanted = { name, destination: name, ...dates };
    return granted(await createTrip(records, clock, await adminOf(userId), wanted)).trip;
  };
  const actors: Record<Role, string> = {
    organizer: await person('Ana Silva'),
    'family-admin': await person('Bea Chen'),
    'family-member': '',
    'other-admin': await person('Chidi Okoye'),
    'other-member': '',
    outsider: await person('Dan Ruiz'),
    nobody: 'user_nobody',
  };
  const family = (await adminOf(actors['family-admin'])).family.id;
  actors['family-member'] = await person('Wei Chen', family);
  actors['other-member'] = await person('Ada Okoye', (await adminOf(actors['other-admin'])).family.id);

  const trip = await tripOf(actors.organizer, 'Lisbon');
  const organizer = granted(await organizerOf(records, actors.organizer, trip.id, 'only the organizer')).organizer;
  for (const joining of [actors['family-admin'], actors['other-admin']]) {
    const { invitation } = granted(await inviteFamily(records, clock, organizer, { familyName: 'Another' }));
    granted(await acceptInvitation(records, clock, invitation.code, { person: (await adminOf(joining)).person }));
  }
  const other = await tripOf(actors.outsider, 'Porto');
  const chens = granted(await memberOf(records, actors['family-admin'], trip.id)).member;
  const options = [{ text: 'Taverna' }, { text: 'Pelican' }];
  const { poll } = granted(await openPoll(records, clock, chens, { question: 'Where?', options }));
  const draft: PollDraft = {
    ...{
      pk: trip.id,
      id: 'draft_1',
      type: 'poll_draft',
      _schema_version: 1,
      tripId: trip.id,
      question: 'Where to eat?',
    },
    ...{ category: 'dining', options: options.map(({ text }, index) => ({ optionId: `opt_0${index + 1}`, text })) },
    ...{ ruledOut: [], others: [], createdBy: chens.person.id, status: 'draft', createdAt: poll.createdAt },
  };
  await records.commit(trip.id, [{ put: draft }]);
  const { expense } = granted(await addExpense(records, clock, chens, { what: 'dinner', amount: EUROS }));
  const { settlement } = granted(
    await recordSettlement(records, clock, chens, {
      from: family,
      to: organizer.participation.familyId,
      amount: EUROS,
    }),
  );
  const { reservation } = granted(await addReservation(records, clock, chens, HOTEL));
  const { reminder } = granted(await setReminder(records, clock, chens, { what: 'pack', at: TOMORROW }));
  const document: TripDocument = {
    ...{ pk: trip.id, id: 'document_1', type: 'document', _schema_version: 1, tripId: trip.id, scope: 'trip' },
    ...{
      name: 'hotel.txt',
      mediaType: 'text/plain',
      bytes: 1,
      pages: 1,
      chunks: 1,
      hash: 'h',
      addedBy: actors['family-admin'],
    },
    createdAt: new Date(clock.now()).toISOString(),
  } as TripDocument;
  const plan: Itinerary = {
    ...{ pk: trip.id, id: 'itinerary_1', type: 'itinerary', _schema_version: 1, tripId: trip.id, version: 1 },
    ...{ days: [], checks: [], gaps: [], createdAt: new Date(clock.now()).toISOString() },
  };
  await records.commit(trip.id, [{ put: document }, { put: plan }]);
  const { member } = granted(await addMember(records, await adminOf(actors['family-admin']), { name: 'Mia', age: 30 }));
  const kid = granted(await addMember(records, await adminOf(actors['family-admin']), { name: 'Kim', age: 9 })).member;
  const ear: Listener = {
    ...{ pk: trip.id, id: 'listener_bea', type: 'listener', _schema_version: 1, tripId: trip.id, door: 'teams' },
    ...{ conversation: 'a:bea', group: false, userId: actors['family-admin'], familyId: family },
  };
  await records.commit(trip.id, [{ put: ear }]);
  const pending = granted(await inviteFamily(records, clock, organizer, { familyName: 'Garcia' })).invitation.code;
  const link = granted(await giveGuestLink(records, clock, chens, 'member')).token;
  // To a trip that none of them is in yet.
  const empty = await tripOf(await person('Eve Novak'), 'Faro');
  const host = granted(await memberOf(records, empty.organizerId, empty.id)).member;
  const inviting = granted(await organizerOf(records, host.person.id, empty.id, 'only the organizer')).organizer;
  const { invitation } = granted(await inviteFamily(records, clock, inviting, { familyName: 'Whoever' }));
  return {
    actors,
    family,
    trip,
    other,
    poll,
    draft,
    expense,
    settlement,
    reservation,
    reminder,
    document,
    member,
    kid,
    code: invitation.code,
    pending,
    link,
    worlds,
    host: organizer.participation.familyId,
  };
};
type World = Awaited<ReturnType<typeof build>>;

/** Calls a command as somebody, through the permission it asks for. */
type Attempt = (records: Records, userId: string, world: World) => Promise<Outcome<unknown>>;

const inTrip =
  (
    call: (records: Records, member: Parameters<typeof openPoll>[2], world: World) => Promise<Outcome<unknown>>,
  ): Attempt =>
  async (records, userId, world) => {
    const found = await memberOf(records, userId, world.trip.id);
    return found.ok ? call(records, found.member, world) : found;
  };
const organizing =
  (
    call: (records: Records, held: Parameters<typeof inviteFamily>[2], world: World) => Promise<Outcome<unknown>>,
  ): Attempt =>
  async (records, userId, world) => {
    const found = await organizerOf(records, userId, world.trip.id, 'only the organizer');
    return found.ok ? call(records, found.organizer, world) : found;
  };
/** As the admin of the Chens: whoever is not one of them does not learn that they are there. */
const ofFamily =
  (
    call: (records: Records, held: Parameters<typeof addMember>[1], world: World) => Promise<Outcome<unknown>>,
  ): Attempt =>
  async (records, userId, world) => {
    const member = await familyMemberOf(records, userId, world.family);
    if (!member.ok) return member;
    const found = await familyAdminOf(records, userId);
    return found.ok ? call(records, found.admin, world) : found;
  };
const inFamily =
  (call: (records: Records, held: Parameters<typeof setPreferences>[1]) => Promise<Outcome<unknown>>): Attempt =>
  async (records, userId, { family }) => {
    const found = await familyMemberOf(records, userId, family);
    return found.ok ? call(records, found.member) : found;
  };

/** An editor that does whatever it is asked: who may ask it is what matters here. */
const obliging: EditPlan = async (_, plan) => ({ ok: true, plan, checks: [], remarks: [], offers: [] });
/** A change of the plan that the family has proposed. */
const proposed = async (records: Records, tripId: string, familyId: string): Promise<string> => {
  const proposal: PlanProposal = {
    ...{ pk: tripId, id: newId('proposal'), type: 'plan_proposal', _schema_version: 1, tripId },
    ...{
      edit: { kind: 'mend' },
      summary: '',
      proposedBy: 'user_bea',
      familyId,
      status: 'waiting',
      createdAt: TOMORROW,
    },
  };
  await records.commit(tripId, [{ put: proposal }]);
  return proposal.id;
};

/** An album that takes anything for a photo: who may do what with one is what matters here. */
const obligingAlbum: PhotoAlbum = {
  develop: async (bytes) => ({ full: bytes, thumbnail: bytes, width: 1, height: 1 }),
  put: async () => undefined,
  get: async () => undefined,
  remove: async () => undefined,
};
/** A photo that the family's admin has added. */
const photographed = async (
  records: Records,
  tripId: string,
  familyId: string,
  actors: World['actors'],
): Promise<string> => {
  const photo: MemoryPhoto = {
    ...{ pk: tripId, id: newId('photo'), type: 'memory_photo', _schema_version: 1, tripId, familyId },
    ...{ addedBy: actors['family-admin'], shared: false, width: 1, height: 1, bytes: 1, full: 'a', thumbnail: 'b' },
    createdAt: TOMORROW,
  };
  await records.commit(tripId, [{ put: photo }]);
  return photo.id;
};

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  createTrip: async (records, userId) => {
    const found = await familyAdminOf(records, userId);
    return found.ok ? createTrip(records, clock, found.admin, { name: 'New', destination: 'Rome' }) : found;
  },
  updateTrip: organizing((records, held) => updateTrip(records, clock, held, { name: 'Changed' })),
  setTripStatus: organizing((records, held) => setTripStatus(records, clock, held, { status: 'confirmed' })),
  handOverTrip: organizing((records, held, { family }) => handOverTrip(records, clock, held, family)),
  deleteTrip: organizing((records, held) => deleteTrip(records, clock, held)),
  proposeSuccession: inTrip((records, member, { family }) => proposeSuccession(records, clock, member, family)),
  agreeToSuccession: inTrip((records, member) => agreeToSuccession(records, clock, member)),
  objectToSuccession: inTrip((records, member) => objectToSuccession(records, clock, member)),
  inviteFamily: organizing((records, held) => inviteFamily(records, clock, held, { familyName: 'Ruiz' })),
  sendInvitation: organizing((records, held, { pending, worlds }) =>
    sendInvitation(records, clock, held, pending, { door: 'email', value: `garcia-${worlds}@example.com` }),
  ),
  cancelInvitation: organizing((records, held, { pending }) => cancelInvitation(records, clock, held, pending)),
  giveGuestLink: inTrip((records, member) => giveGuestLink(records, clock, member, 'family')),
  revokeGuestLink: inTrip((records, member) => revokeGuestLink(records, clock, member, 'family')),
  joinAsGuest: async (records, userId, { link }) => {
    const person = await records.read(people, userId, userId);
    return person ? joinAsGuest(records, clock, link, { person }) : { ok: false, reason: 'not-found' };
  },
  redeemLinkCode: async (records, userId) => {
    const person = await records.read(people, userId, userId);
    if (!person) return { ok: false, reason: 'not-found' };
    worlds += 1;
    const address = { door: 'sms' as const, value: `+1555${String(worlds).padStart(7, '0')}` };
    const { code } = await askLinkCode(records, clock, person);
    return redeemLinkCode(records, clock, code, { address });
  },
  acceptInvitation: async (records, userId, { code }) => {
    const person = await records.read(people, userId, userId);
    return person ? acceptInvitation(records, clock, code, { person }) : { ok: false, reason: 'not-found' };
  },
  removeDocument: inTrip((records, member, { document }) =>
    removeDocument(records, clock, async () => undefined, member, document.id),
  ),
  openPoll: inTrip((records, member) =>
    openPoll(records, clock, member, { question: 'When?', options: [{ text: 'May' }, { text: 'June' }] }),
  ),
  closePoll: inTrip((records, member, { poll }) => closePoll(records, clock, member, poll.id)),
  finalizePoll: organizing((records, held, { poll }) =>
    finalizePoll(records, clock, held, poll.id, { optionId: 'opt_01' }),
  ),
  reopenPoll: organizing(async (records, held, { poll }) => {
    await closePoll(records, clock, held, poll.id);
    return reopenPoll(records, clock, held, poll.id);
  }),
  recordBallot: organizing((records, held, { poll, family }) =>
    recordBallot(records, clock, held, poll.id, { familyId: family, said: 'opt_01' }),
  ),
  castBallot: inTrip((records, member, { poll }) => castBallot(records, clock, member, poll.id, 'opt_01')),
  takeBackBallot: inTrip(async (records, member, { poll }) => {
    await castBallot(records, clock, member, poll.id, 'opt_01');
    return takeBackBallot(records, clock, member, poll.id);
  }),
  takeBackRecorded: organizing(async (records, held, { poll, family }) => {
    await recordBallot(records, clock, held, poll.id, { familyId: family, said: 'opt_01' });
    return takeBackRecorded(records, clock, held, poll.id, { familyId: family });
  }),
  setDeadline: inTrip((records, member, { poll }) => setDeadline(records, clock, member, poll.id, TOMORROW)),
  remindMissing: inTrip((records, member, { poll }) => remindMissing(records, clock, member, poll.id)),
  addOption: inTrip((records, member, { poll }) =>
    addOption(records, clock, member, poll.id, { text: 'Somewhere else' }),
  ),
  requestMagicPoll: (records, userId, { trip }) =>
    requestMagicPoll(records, clock, { tripId: trip.id, userId, words: 'where to eat' }),
  changeDraft: inTrip((records, member, { draft }) =>
    changeDraft(records, clock, member, draft.id, { question: 'Where to?' }),
  ),
  openDraft: inTrip((records, member, { draft }) => openDraft(records, clock, member, draft.id)),
  dropDraft: inTrip((records, member, { draft }) => dropDraft(records, clock, member, draft.id)),
  requestItinerary: (records, userId, { trip }) => requestItinerary(records, clock, { tripId: trip.id, userId }),
  cancelTask: async (records, userId, { trip, actors }) => {
    const asked = await requestItinerary(records, clock, { tripId: trip.id, userId: actors.organizer });
    return asked.ok ? cancelTask(records, clock, userId, asked.taskId) : asked;
  },
  editItinerary: inTrip((records, member) => editItinerary(records, clock, obliging, member, { kind: 'start' })),
  approveProposal: organizing(async (records, held, { family }) => {
    const id = await proposed(records, held.trip.id, family);
    return approveProposal(records, clock, obliging, held, id);
  }),
  declineProposal: inTrip(async (records, member, { family }) =>
    declineProposal(records, clock, member, await proposed(records, member.trip.id, family)),
  ),
  requestMemories: async (records, userId, { trip }) => {
    const over = await records.read(trips, trip.id, trip.id);
    await records.commit(trip.id, over ? [{ put: { ...over, status: 'completed' } as Trip }] : []);
    return requestMemories(records, clock, { tripId: trip.id, userId });
  },
  addPhoto: inTrip(async (records, member) => {
    const added = await addPhoto(records, clock, obligingAlbum, member, { bytes: new Uint8Array([1]) });
    return added.ok ? added : { ok: false, reason: 'invalid' };
  }),
  sharePhoto: inTrip(async (records, member, { family, actors }) =>
    sharePhoto(records, clock, member, await photographed(records, member.trip.id, family, actors), true),
  ),
  removePhoto: inTrip(async (records, member, { family, actors }) =>
    removePhoto(records, clock, obligingAlbum, member, await photographed(records, member.trip.id, family, actors)),
  ),
  chooseMemories: inTrip((records, member) => chooseMemories(records, clock, member, { costs: true })),
  requestReading: (records, userId, { trip }) =>
    requestReading(records, clock, {
      tripId: trip.id,
      userId,
      key: 'example',
      file: { staged: 'staged/example', name: 'guide.pdf', scope: 'trip' },
    }),
  postMessage: inTrip((records, member) => postMessage(records, clock, member, { text: 'We are at the gate' })),
  addExpense: inTrip((records, member) => addExpense(records, clock, member, { what: 'taxi', amount: EUROS })),
  removeExpense: inTrip((records, member, { expense }) => removeExpense(records, clock, member, expense.id)),
  correctExpense: inTrip((records, member, { expense }) =>
    correctExpense(records, clock, member, expense.id, { amount: { amount: 4_200, currency: 'EUR' } }),
  ),
  recordSettlement: inTrip((records, member, { family, host }) =>
    recordSettlement(records, clock, member, { from: family, to: host, amount: EUROS }),
  ),
  removeSettlement: inTrip((records, member, { settlement }) =>
    removeSettlement(records, clock, member, settlement.id),
  ),
  leaveTrip: inTrip((records, member) => leaveTrip(records, clock, member)),
  removeFamily: organizing((records, held, { family }) => removeFamily(records, clock, held, family)),
  renameFamily: ofFamily((records, admin) => renameFamily(records, admin, 'Chen-Wu')),
  changeMember: ofFamily((records, admin, { member }) => changeMember(records, admin, member.id, { age: 31 })),
  removeMember: ofFamily((records, admin, { member }) => removeMember(records, clock, admin, member.id)),
  handOverFamily: ofFamily(async (records, admin) => {
    const wei = admin.family.members.find(({ name }) => name === 'Wei Chen');
    return handOverFamily(records, clock, admin, wei?.id ?? '');
  }),
  leaveFamily: inFamily((records, member) => leaveFamily(records, clock, member)),
  addReservation: inTrip((records, member) => addReservation(records, clock, member, { ...HOTEL, name: 'Villa Sol' })),
  changeReservation: inTrip((records, member, { reservation }) =>
    changeReservation(records, clock, member, reservation.id, { name: 'Villa Sol' }),
  ),
  cancelReservation: inTrip((records, member, { reservation }) =>
    cancelReservation(records, clock, member, reservation.id),
  ),
  setReminder: inTrip((records, member) => setReminder(records, clock, member, { what: 'pack', at: TOMORROW })),
  cancelReminder: inTrip((records, member, { reminder }) => cancelReminder(records, clock, member, reminder.id)),
  addMember: ofFamily((records, admin) => addMember(records, admin, { name: 'Leo', age: 4 })),
  inviteMember: ofFamily((records, admin, { member }) => inviteMember(records, clock, admin, member.id)),
  setEmergencyContacts: ofFamily((records, admin) =>
    setEmergencyContacts(records, admin, [{ name: 'Rosa', phone: '+351210000000' }]),
  ),
  describeFamily: inFamily((records, member) => describeFamily(records, member, { diet: ['vegetarian'] })),
  forgetPreference: inFamily((records, member) => forgetPreference(records, member, { what: 'budget' })),
  rateInterests: inFamily((records, member) => rateInterests(records, member, { beach: 5 })),
  setPreferences: inFamily((records, member) => setPreferences(records, member, noPreferences)),
  exportPerson: (records, userId) =>
    exportPerson(
      records,
      clock,
      { kinds: [], original: async () => undefined, picture: async () => undefined },
      userId,
    ),
  askErasure: (records, userId) => askErasure(records, clock, userId),
  confirmErasure: async (records, userId, { actors }) => {
    const { erasure } = granted(await askErasure(records, clock, actors['family-admin']));
    return confirmErasure(records, clock, userId, erasure.id);
  },
  restrictProcessing: (records, userId) => restrictProcessing(records, clock, userId),
  sayAge: (records, userId) => sayAge(records, clock, userId, 40),
  giveParentalConsent: ofFamily((records, admin, { kid }) =>
    giveParentalConsent(records, clock, admin, kid.id, { said: 'yes', language: 'en' }),
  ),
  confirmParentalConsent: ofFamily(async (records, admin, { kid }) => {
    granted(await giveParentalConsent(records, clock, admin, kid.id, { said: 'yes', language: 'en' }));
    const told = (await records.list(outboxFacts, admin.family.id)).map(({ fact }) => fact);
    const code = told.map((fact) => (fact.kind === 'parental-consent' ? fact.code : '')).join('');
    return confirmParentalConsent(records, clock, admin, code);
  }),
  withdrawParentalConsent: ofFamily((records, admin, { kid }) =>
    withdrawParentalConsent(records, clock, admin, kid.id),
  ),
  liftRestriction: (records, userId) => liftRestriction(records, userId),
  renamePerson: (records, userId) => renamePerson(records, userId, 'Somebody New'),
  chooseLanguage: (records, userId) => chooseLanguage(records, userId, 'es'),
  askToFollow: inTrip((records, member, { worlds }) =>
    askToFollow(records, clock, member, `own-${worlds}@example.com`),
  ),
  followByEmail: inTrip((records, member, { worlds }) => {
    const email = `mine-${worlds}@example.com`;
    return followByEmail(records, clock, member, { email, code: mailCode(records, clock, member.person.id, email) });
  }),
  unfollowByEmail: inTrip((records, member) => unfollowByEmail(records, member)),
  changeNotifications: (records, userId) =>
    changeNotifications(records, userId, (now) => ({ ...now, muted: ['polls'] })),
};

/** Every exported function of the domain that takes the records and may be refused. */
const commandsInSources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return commandsInSources(path);
    if (!entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) return [];
    const declared =
      /export const (\w+) = (?:async )?\(\s*records: Records,(?:(?!export const)[\s\S])*?\): Promise<\s*Outcome</g;
    return [...readFileSync(path, 'utf8').matchAll(declared)].map(([, name = '']) => name);
  });

/** What leaves no line in the log of a trip, and why. */
const UNLOGGED: Readonly<Record<string, string>> = {
  deleteTrip: 'the log goes with the trip; the note of its deletion says who',
  takeBackBallot: 'as with castBallot, whoever has voted is shown',
  castBallot: 'the poll shows who voted, and the ballot what it was before',
  postMessage: 'everyone reads it',
  setReminder: 'it is for a family; one for everyone is logged',
  cancelReminder: 'it is for a family; one for everyone is logged',
  sendInvitation: 'the invitation says when it was sent',
  agreeToSuccession: 'nobody may at this point',
  objectToSuccession: 'nobody may at this point',
  revokeGuestLink: 'there is none to close at this point',
  joinAsGuest: "a family's own people",
  redeemLinkCode: "a person's own accounts",
  inviteMember: "a family's own people",
  addMember: "a family's own people",
  changeMember: "a family's own people",
  removeMember: "a family's own people",
  renameFamily: "a family's own name",
  handOverFamily: "a family's own people",
  leaveFamily: "a family's own people",
  setEmergencyContacts: "a family's own matter",
  describeFamily: "a family's own matter",
  forgetPreference: "a family's own matter",
  rateInterests: "a family's own matter",
  setPreferences: "a family's own matter",
  renamePerson: "a person's own name",
  chooseLanguage: "a person's own matter",
  changeNotifications: "a person's own matter",
  askToFollow: "a person's own matter",
  followByEmail: "a person's own matter",
  unfollowByEmail: "a person's own matter",
  exportPerson: "a person's own data",
  askErasure: "a person's own data",
  confirmErasure: "a person's own data",
  restrictProcessing: "a person's own data",
  sayAge: "a person's own age",
  giveParentalConsent: 'the consent says when and by whom',
  confirmParentalConsent: 'the consent says when and by whom',
  withdrawParentalConsent: 'the consent says when and by whom',
  liftRestriction: "a person's own data",
};

describe('the table of roles', () => {
  let opened: OpenedStore;
  let world: World | undefined;
  beforeAll(async () => {
    opened = await openSqliteStore(clock);
  });
  afterAll(() => opened.close());

  test('should list every command there is, and none that is gone', () => {
    const found = commandsInSources(TRIPS).filter((name) => !NOT_COMMANDS.has(name));
    expect(found.length).toBeGreaterThan(15);
    expect([...new Set(found)].sort()).toEqual(Object.keys(COMMANDS).sort());
    expect(Object.keys(ATTEMPTS).sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  const cases = Object.entries(COMMANDS).flatMap(([command, rule]) =>
    Object.entries(rule).map(([role, expected]) => [command, role as Role, expected] as const),
  );
  test.each(cases)('%s by the %s: %s', async (command, role, expected) => {
    world ??= await build(opened.store);
    const outcome = await ATTEMPTS[command]?.(opened.store, world.actors[role], world);
    // What is refused changes nothing, so the next one finds the same world.
    if (outcome?.ok !== false) world = undefined;
    expect(outcome?.ok ? 'yes' : outcome?.reason).toBe(expected);
  });

  /** What somebody may do whose data is restricted: get it, have it erased, or take the restriction back. */
  const EVEN_RESTRICTED = new Set([
    'exportPerson',
    'askErasure',
    'confirmErasure',
    'restrictProcessing',
    'liftRestriction',
    // How one is written to is one's own to say.
    'changeNotifications',
    'chooseLanguage',
  ]);

  test.each(Object.keys(COMMANDS))('%s by somebody whose data is restricted', async (command) => {
    const world = await build(opened.store);
    const who = COMMANDS[command]?.organizer === 'yes' ? world.actors.organizer : world.actors['family-admin'];
    granted(await restrictProcessing(opened.store, clock, who));
    const outcome = await ATTEMPTS[command]?.(opened.store, who, world);
    expect(outcome?.ok ? 'yes' : outcome?.reason).toBe(EVEN_RESTRICTED.has(command) ? 'yes' : 'restricted');
  });

  const logged = Object.entries(COMMANDS).filter(([command]) => UNLOGGED[command] === undefined);
  test.each(logged)('%s leaves a line in the log of the trip', async (command, rule) => {
    const world = await build(opened.store);
    const [role] = Object.entries(rule).find(([, expected]) => expected === 'yes') ?? ['nobody'];
    const types: string[] = [];
    const watched: Records = {
      ...opened.store,
      commit: (pk, changes) => {
        types.push(...changes.flatMap((change) => ('put' in change ? [change.put.type] : [])));
        return opened.store.commit(pk, changes);
      },
    };
    granted(
      (await ATTEMPTS[command]?.(watched, world.actors[role as Role], world)) ?? { ok: false, reason: 'invalid' },
    );
    expect(types).toContain('audit_entry');
  });
});
