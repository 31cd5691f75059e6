import { say } from './say.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
/** What becomes of a trip and who organizes it, and leaving it. `family` is a family's name. */
export const organizing = {
  confirmOrCancel: 'Shall I confirm the trip, end it, or cancel it? Say CONFIRM TRIP, END TRIP or CANCEL TRIP.',
  /** `first`: the day it begins on. */
  notBegun: (trip: string, first: string): string =>
    `${trip} only begins on ${first}, so it is not under way and not over yet. CANCEL TRIP calls it off, DELETE TRIP takes it away with everything in it.`,
  whyCancelled: 'Why is it cancelled? I tell the other families, e.g. "the kids are ill".',
  /** Asked before the trip gets a status. */
  sure: {
    planning: 'Open the trip for planning again?',
    confirmed: 'Confirm the trip for everyone?',
    in_progress: 'Has the trip begun?',
    completed: 'Is the trip over?',
    cancelled: 'Cancel the trip for everyone?',
  },
  yesTell: 'Yes, and tell everyone',
  noLeaveIt: 'No, leave it',
  statusChange: 'the status of the trip',
  organizerChange: 'who organizes the trip',
  handedOver: (family: string, trip: string): string =>
    `Done: ${say.family(family)} organize ${trip} from now on. Thank you for doing it so far.`,
  nobodyElse: 'No other family is in the trip yet. Say INVITE to bring one in.',
  whoOrganizes: 'Who shall organize the trip from now on?',

  leaveTrip: (family: string, trip: string): string =>
    `Shall ${say.family(family)} leave ${trip}? Your votes there no longer count; what you paid or owe stays.`,
  leaveFamily: (family: string): string =>
    `Leave the ${family} family here? You keep your account, with a family of your own.`,
  yesLeave: 'Yes, leave',
  noStay: 'No, stay',
  leftTrip: (family: string, trip: string): string =>
    `${capital(say.family(family))} have left ${trip}. I told the others. If you change your mind, ask the organizer for a code.`,
  leftFamily: (family: string): string =>
    `You have left the ${family} family. NEW TRIP starts a trip of your own; JOIN and a code lets you into another.`,
  speaksForIt: (family: string): string =>
    `You speak for ${say.family(family)}: say FAMILY ADMIN to let somebody else do so first.`,
  organizesIt: 'You organize this trip: say HAND OVER first, or CANCEL TRIP to call it off for everyone.',
  adminOnly: (family: string): string =>
    `Only the admin of ${say.family(family)} takes your family out of a trip. Say LEAVE THE FAMILY to go alone.`,

  deletesTrip: (trip: string, others: number): string =>
    `Delete ${trip} for good? Its documents, polls, plans and expenses go with it, for everyone.${others === 0 ? '' : ` ${others === 1 ? 'The other family is' : `The other ${others} families are`} told.`} CANCEL TRIP calls it off and keeps them.`,
  yesDelete: (trip: string): string => `Yes, delete ${trip}`,
  noKeep: 'No, keep it',
  deleted: (trip: string): string =>
    `${trip} is deleted, with everything in it. NEW TRIP starts another, MY TRIPS shows the others.`,

  objected: 'Noted: the proposal is over, and everyone is told. The organizer stays.',
  agreeOrObject: 'Say AGREE or OBJECT.',
  youOrganize: 'You organize this trip. Say HAND OVER to give it to somebody else.',
  whoTakesOver:
    "When the organizer can't be reached, somebody else can take over: everyone is told, every other family must agree, and the organizer can object. Who shall it be?",
  nothingProposed: 'There is nothing to agree or object to just now. Say TRIP to see where things stand.',
  newOrganizer: (trip: string): string => `Every family agrees: ${trip} has a new organizer. Everyone is told.`,
};
