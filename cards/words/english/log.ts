import { say } from './say.ts';

/** What was changed of a trip, in words. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'its name',
  destination: 'where it goes',
  startDate: 'the dates',
  endDate: 'the dates',
  timeZone: 'the time zone',
  budget: 'the budget',
  budgetSplit: 'how the budget is divided',
  stops: 'the stops',
  weighting: 'how votes count',
};
const changes = (changed: string): string =>
  say.list([...new Set(changed.split(', ').map((field) => FIELDS[field] ?? field))].filter(Boolean)) || 'the trip';

/** Names what an act was done to. */
export type About = Readonly<Record<string, string | number | boolean | undefined>>;

/** What each act is in words. */
const ACTS: Readonly<Record<string, (about: About) => string>> = {
  createTrip: () => 'started the trip',
  updateTrip: ({ changed }) => `changed ${changes(String(changed ?? ''))}`,
  setTripStatus: ({ to }) => `set the trip to ${String(to).replace('_', ' ')}`,
  handOverTrip: () => 'handed the trip over',
  inviteFamily: ({ family }) => `invited ${family ?? 'a family'}`,
  cancelInvitation: ({ family }) => `withdrew the invitation of ${family ?? 'a family'}`,
  joinTrip: () => 'joined with the family',
  leaveTrip: ({ family }) => `left with ${family ?? 'the family'}`,
  removeFamily: ({ family }) => `took out ${family ?? 'a family'}`,
  addDocument: ({ document }) => `added ${document ?? 'a document'}`,
  removeDocument: ({ document }) => `removed ${document ?? 'a document'}`,
  openPoll: () => 'opened a poll',
  closePoll: () => 'closed a poll',
  setDeadline: () => 'said when a poll ends',
  requestItinerary: () => 'asked for a plan',
  cancelTask: () => 'stopped work that was going on',
  editItinerary: ({ proposed }) => (proposed ? 'asked for a change of the plan' : 'changed the plan'),
  approveProposal: () => 'agreed to a change of the plan',
  declineProposal: () => 'decided against a change of the plan',
  addExpense: () => 'wrote down an expense',
  correctExpense: ({ what }) => `put right the expense ${what ?? ''}`.trim(),
  removeExpense: ({ what }) => `took out the expense ${what ?? ''}`.trim(),
  recordSettlement: () => 'noted a payment between families',
  removeSettlement: () => 'took out a payment between families',
  addReservation: ({ name }) => `noted ${name ?? 'a booking'}`,
  changeReservation: ({ name }) => `changed ${name ?? 'a booking'}`,
  cancelReservation: ({ name }) => `cancelled ${name ?? 'a booking'}`,
  setReminder: () => 'set a reminder for everyone',
  cancelReminder: () => 'cancelled a reminder',
  takeBackRecorded: () => 'took back a vote that was recorded',
  changeDraft: () => 'changed the draft of a poll',
  dropDraft: () => 'threw the draft of a poll away',
  giveGuestLink: () => 'made a link for guests',
  revokeGuestLink: () => 'closed the link for guests',
  chooseMemories: () => 'chose what the memories show',
  proposeSuccession: () => 'proposed another organizer',
  agreeToSuccession: () => 'agreed to another organizer',
  objectToSuccession: () => 'objected to another organizer',
  succeed: () => 'took over as the organizer',
};

/** `castBallotFor` as `cast ballot for`: an act without words of its own still says what it was. */
const spelled = (act: string): string => act.replace(/([A-Z])/g, ' $1').toLowerCase();

/** Who did what in a trip. */
export const log = {
  nothing: (trip: string): string => `Nothing was changed in ${trip} yet.`,
  newestFirst: (trip: string): string => `In ${trip}, the newest first.`,
  title: 'What changed',
  somebody: 'Somebody who left',
  did: (name: string, act: string, about: About): string => `${name} ${ACTS[act]?.(about) ?? spelled(act)}`,
};
