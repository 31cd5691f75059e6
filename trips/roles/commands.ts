import type { Reason } from '../rejection.ts';

/** Whoever acts, by what they are to the trip and the family that a command is about. */
export type Role =
  /** Organizes the trip; admin of a family in it, but not of the family it is about. */
  | 'organizer'
  /** Admin of the family it is about. */
  | 'family-admin'
  /** In the family it is about, and not its admin. */
  | 'family-member'
  /** Admin of another family in the same trip. */
  | 'other-admin'
  /** In another family of the trip, and not its admin. */
  | 'other-member'
  /** Admin of a family in another trip, which they organize. */
  | 'outsider'
  /** Without an account. */
  | 'nobody';

/** Who may call a command: `yes`, or the reason with which they are refused. */
export type Rule = Readonly<Record<Role, 'yes' | Reason>>;

const inTrip: Rule = {
  organizer: 'yes',
  'family-admin': 'yes',
  'family-member': 'yes',
  'other-admin': 'yes',
  'other-member': 'yes',
  outsider: 'not-found',
  nobody: 'not-found',
};
const onlyOrganizer: Rule = {
  ...inTrip,
  'family-admin': 'not-allowed',
  'family-member': 'not-allowed',
  'other-admin': 'not-allowed',
  'other-member': 'not-allowed',
};
/** Of one's own family, whose existence is nobody else's business. */
const ownFamily: Rule = {
  organizer: 'not-found',
  'family-admin': 'yes',
  'family-member': 'yes',
  'other-admin': 'not-found',
  'other-member': 'not-found',
  outsider: 'not-found',
  nobody: 'not-found',
};
const oneself: Rule = { ...inTrip, outsider: 'yes' };
const nobodyElse: Rule = { ...ownFamily, 'family-admin': 'not-found', 'family-member': 'not-found' };
const ownFamilyAdmin: Rule = { ...ownFamily, 'family-member': 'not-allowed' };

/** Every command of the domain and who may call it, on the trip, family or thing of the role's description. */
export const COMMANDS: Readonly<Record<string, Rule>> = {
  createTrip: {
    organizer: 'yes',
    'family-admin': 'yes',
    'family-member': 'not-allowed',
    'other-admin': 'yes',
    'other-member': 'not-allowed',
    outsider: 'yes',
    nobody: 'not-found',
  },
  updateTrip: onlyOrganizer,
  setTripStatus: onlyOrganizer,
  handOverTrip: onlyOrganizer,
  deleteTrip: onlyOrganizer,
  /** In an emergency: the family's admin is to organize. */
  proposeSuccession: {
    ...inTrip,
    organizer: 'wrong-status',
    'family-member': 'not-allowed',
    'other-member': 'not-allowed',
  },
  /** The organizer hands the trip over instead; with no proposal open there is nothing to agree to. */
  agreeToSuccession: {
    ...inTrip,
    organizer: 'wrong-status',
    'family-admin': 'not-found',
    'family-member': 'not-allowed',
    'other-admin': 'not-found',
    'other-member': 'not-allowed',
  },
  objectToSuccession: {
    ...inTrip,
    organizer: 'not-found',
    'family-admin': 'not-found',
    'family-member': 'not-allowed',
    'other-admin': 'not-found',
    'other-member': 'not-allowed',
  },
  inviteFamily: onlyOrganizer,
  /** An invitation to the trip; one to a family is its admin's in the same way. */
  sendInvitation: onlyOrganizer,
  cancelInvitation: onlyOrganizer,
  /** To the organizer's trip; a link into a family is its admin's in the same way. */
  giveGuestLink: onlyOrganizer,
  revokeGuestLink: onlyOrganizer,
  /** Into the family that gave the link out: whoever is in another one that is in use stays there. */
  joinAsGuest: {
    organizer: 'wrong-status',
    'family-admin': 'yes',
    'family-member': 'yes',
    'other-admin': 'wrong-status',
    'other-member': 'wrong-status',
    outsider: 'wrong-status',
    nobody: 'not-found',
  },
  /** One's own two accounts; anybody who has one may. */
  redeemLinkCode: { ...inTrip, outsider: 'yes' },
  /** With a code for another trip than one's own: it is not yet theirs, and anybody with an account may use it. */
  acceptInvitation: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-member': 'not-allowed',
    outsider: 'yes',
  },
  /** The trip's document that the family's admin has added. */
  removeDocument: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  openPoll: inTrip,
  /** The poll that the family's admin has opened. */
  closePoll: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  setDeadline: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  remindMissing: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  finalizePoll: onlyOrganizer,
  reopenPoll: onlyOrganizer,
  castBallot: inTrip,
  takeBackBallot: inTrip,
  takeBackRecorded: onlyOrganizer,
  /** To a poll that the family's admin has opened, and that does not let everybody. */
  addOption: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  /** For the family, which answered elsewhere. */
  recordBallot: onlyOrganizer,
  requestMagicPoll: inTrip,
  /** The draft of a poll that the family's admin has asked for. */
  changeDraft: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  openDraft: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  dropDraft: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  requestItinerary: inTrip,
  /** Who asked for it may, too. */
  cancelTask: onlyOrganizer,
  /** The organizer's is done at once, anybody else's is proposed to the organizer. */
  editItinerary: inTrip,
  /** What the family's admin has proposed. */
  approveProposal: onlyOrganizer,
  declineProposal: { ...inTrip, 'other-admin': 'not-allowed', 'other-member': 'not-allowed' },
  requestReading: inTrip,
  requestMemories: inTrip,
  addPhoto: inTrip,
  /** The photo that the family's admin has added. */
  sharePhoto: ownFamilyAdmin,
  removePhoto: ownFamilyAdmin,
  /** For one's own family. */
  chooseMemories: { ...inTrip, 'family-member': 'not-allowed', 'other-member': 'not-allowed' },
  postMessage: inTrip,
  addExpense: inTrip,
  /** The expense that the family's admin has written down, which the family has paid. */
  removeExpense: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  /** The same expense. */
  correctExpense: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  /** From the family to the organizer's. */
  recordSettlement: { ...inTrip, 'other-admin': 'not-allowed', 'other-member': 'not-allowed' },
  /** The same payment. */
  removeSettlement: { ...inTrip, 'other-admin': 'not-allowed', 'other-member': 'not-allowed' },
  /** The family leaves: its admin's decision. The organizer's family stays while it organizes. */
  leaveTrip: { ...inTrip, organizer: 'wrong-status', 'family-member': 'not-allowed', 'other-member': 'not-allowed' },
  removeFamily: onlyOrganizer,
  addReservation: inTrip,
  /** The reservation that the family's admin has noted, which the family has booked. */
  changeReservation: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  cancelReservation: {
    ...inTrip,
    'family-member': 'not-allowed',
    'other-admin': 'not-allowed',
    'other-member': 'not-allowed',
  },
  setReminder: inTrip,
  /** The reminder that the family's admin has set for the family; whoever is not in it does not know of it. */
  cancelReminder: {
    ...inTrip,
    organizer: 'not-found',
    'family-member': 'not-allowed',
    'other-admin': 'not-found',
    'other-member': 'not-found',
  },
  addMember: ownFamilyAdmin,
  renameFamily: ownFamilyAdmin,
  changeMember: ownFamilyAdmin,
  removeMember: ownFamilyAdmin,
  handOverFamily: ownFamilyAdmin,
  /** The family's admin hands it over first. */
  leaveFamily: { ...ownFamily, 'family-admin': 'not-allowed' },
  inviteMember: ownFamilyAdmin,
  setEmergencyContacts: ownFamilyAdmin,
  describeFamily: ownFamily,
  forgetPreference: ownFamily,
  /** Their own. */
  rateInterests: ownFamily,
  setPreferences: ownFamily,
  /** Oneself. */
  renamePerson: oneself,
  chooseLanguage: oneself,
  exportPerson: oneself,
  askErasure: oneself,
  /** The erasure that the family's admin has asked for. */
  confirmErasure: { ...nobodyElse, 'family-admin': 'yes' },
  restrictProcessing: oneself,
  liftRestriction: oneself,
  sayAge: oneself,
  giveParentalConsent: ownFamilyAdmin,
  confirmParentalConsent: ownFamilyAdmin,
  withdrawParentalConsent: ownFamilyAdmin,
  changeNotifications: oneself,
  /** The trip's news to one's own mailbox. */
  askToFollow: inTrip,
  followByEmail: inTrip,
  unfollowByEmail: inTrip,
};
