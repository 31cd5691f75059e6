import { say } from './say.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const now = (families: number): string => `${families === 1 ? 'one family' : `${families} families`} now`;

/** A trip's status after a change. */
export type Status = 'planning' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled';

/** What people hear without having asked. */
export const news = {
  digest: (trip: string): string => `News from ${trip}:`,
  pollInDigest: (askedBy: string, question: string): string =>
    `${askedBy} asks: ${question} Say RESULTS to see it and vote.`,

  pollOpened: 'A question for every family:',
  pollUpdated: 'The count has changed:',
  pollOptionAdded: (number: number, option: string): string => `There is a new option, ${number}) ${option}:`,
  pollClosed: 'Voting is over:',
  pollFinalized: 'It is final:',
  pollReopened: 'Voting is open again, with the votes so far:',
  /** `until`: the new deadline, in words. */
  pollExtended: (answered: number, needed: number, until: string): string =>
    `${answered < needed ? `Only ${answered} of the ${needed} families needed have answered, so voting` : 'Voting'} goes on until ${until}. Then it closes as it is:`,
  pollReminderGroup: (closes: string | undefined): string =>
    `Not every family has answered this yet${closes === undefined ? '' : `; voting ends ${closes}`}:`,
  pollReminder: (closes: string | undefined): string =>
    `Your family has not answered this yet${closes === undefined ? '' : `; voting ends ${closes}`}. "We sit this one out" is an answer, too:`,
  pollAnswered: (question: string): string => `Every family has answered "${question}" Say CLOSE to end voting now.`,

  documentAdded: (trip: string, document: string): string => `New in ${trip}: ${document}. Ask me anything about it.`,
  documentUnread: (document: string, why: string): string => `I could not take in ${document}. ${why}`,
  toEveryone: (who: string, family: string, text: string): string => `${who} (${family}) to everyone: ${text}`,

  paid: (family: string, amount: string, what: string, part: string | undefined): string =>
    `${capital(family)} paid ${amount} for ${what}.${part === undefined ? '' : ` Your part: ${part}.`} Say WHO OWES to see where everyone stands.`,
  paidAfterAll: (family: string, amount: string, what: string, part: string | undefined): string =>
    `Put right: ${family} paid ${amount} for ${what}.${part === undefined ? '' : ` Your part: ${part}.`} Say WHO OWES to see where everyone stands.`,
  paidBack: (from: string, to: string, amount: string): string => `${capital(from)} paid ${to} ${amount}.`,
  otherFamily: 'other',

  /** `family` is the name alone; absent for a guest without one. */
  familyJoined: (family: string | undefined, trip: string, families: number): string =>
    `${family === undefined ? 'A guest' : `The ${family} family`} has joined ${trip}: ${now(families)}.`,
  familyLeft: (family: string, trip: string, families: number, removed: boolean): string =>
    `The ${family} family ${removed ? 'was taken out of' : 'has left'} ${trip}: ${now(families)}.`,
  memberJoined: (name: string | undefined, trip: string): string =>
    `${name ?? 'Somebody who has not said their name'} is with your family here now, and takes part in ${trip}.`,
  youSpeakFor: (family: string): string =>
    `You speak for ${family} from now on: your choice in a poll is the family's vote, and you invite people into it.`,
  speaksFor: (name: string, family: string): string => `${name} speaks for ${family} from now on.`,
  youOrganize: (trip: string): string =>
    `You organize ${trip} from now on: you invite families, settle dates and budget, and can hand it over.`,
  organizes: (name: string, family: string, trip: string): string =>
    `${name} of ${family} organizes ${trip} from now on.`,

  /** `dates`: `11-15 June 2027`, when they are settled. */
  status: (trip: string, status: Status, dates: string | undefined, because: string | undefined): string =>
    ({
      planning: `${trip} is open for planning again. Say TRIP to see where it stands.`,
      confirmed: `${trip} is confirmed${dates === undefined ? '' : `, ${dates}`}. Say PLAN for the days, or ask me anything about it.`,
      in_progress: `${trip} has begun. Ask me what is next whenever you like.`,
      completed: `${trip} is over. Say WHO OWES to settle up.`,
      cancelled: `${trip} is cancelled: ${because ?? 'no reason was given'}. Say WHO OWES if something was paid already.`,
    })[status],

  reminder: (what: string, from: string | undefined): string =>
    `Reminder${from === undefined ? '' : ` from ${from}`}: ${what}.`,
  due: (what: string, by: string, today: boolean, from: string | undefined): string =>
    `Due ${today ? 'today' : 'tomorrow'}${from === undefined ? '' : ` from ${from}`}: ${what} (by ${by}).`,

  booking: (change: 'added' | 'changed' | 'cancelled', family: string, what: string): string =>
    `${
      {
        added: `${capital(family)} booked ${what}.`,
        changed: `Changed, booked by ${family}: ${what}.`,
        cancelled: `Cancelled, booked by ${family}: ${what}.`,
      }[change]
    } Say BOOKINGS to see all.`,

  /** Above the plan of today. */
  dayPlan: (number: number, place: string): string => `Good morning. Day ${number} in ${place}:`,
  cannotFit: (reason: string): string =>
    `I can't fit everything. ${reason} The smallest changes that would fit; which may I try?`,
  planReady: (days: number): string => `Your plan is ready: ${say.days(days)}.`,
  /** Of a plan that holds nothing but coming, going and free time. */
  planBare: (days: number): string =>
    `The ${say.days(days)} are laid out, and I know of nothing to put into them yet. Send me a guide, a booking or a list of ideas, then say PLAN again.`,
  /** What the planner says it is doing, in English as it is kept; undefined when it cannot be said otherwise. */
  planStep: (step: string): string | undefined => step,

  proposed: (by: string, nominee: string, trip: string): string =>
    `${capital(by)} propose that ${nominee} organizes ${trip}, because its organizer can't be reached.`,
  nominee: (name: string | undefined, family: string): string => `${name ?? 'the admin'} of ${family}`,
  takesEffect: (at: string): string => `It comes about at ${at} unless the organizer says OBJECT.`,
  mustAgree: (missing: string): string =>
    `Every other family must agree; ${missing === '' ? 'all have' : `missing: ${missing}`}.`,
  objectToStay: 'If you are there, say OBJECT: then you stay the organizer.',
  doYouAgree: 'Do you agree? Say AGREE or OBJECT.',
  staysOrganizer: (name: string, trip: string, objected: string | undefined): string =>
    `${objected === undefined ? 'Not every family agreed in time' : `${capital(objected)} object`}: ${name} stays the organizer of ${trip}.`,

  invitesToTrip: (from: string, family: string, trip: string): string =>
    `${from} invites the ${family} family to plan ${trip} together`,
  invitesToFamily: (from: string, family: string): string => `${from} invites you to join the ${family} family`,
  invitationMail: (from: string, purpose: string, link: string, code: string, until: string): string =>
    `Hello,\n\n${purpose} with Pathfinder, which helps families plan trips by text, in Teams and on the web.\n\nTo take part, open ${link} or send JOIN ${code} to Pathfinder. The code works until ${until}.\n\n${from} gave me this address for the invitation alone; I write to it for nothing else. If you don't want to take part, you need do nothing.`,
  invitationText: (purpose: string, code: string, until: string): string =>
    `Pathfinder here: ${purpose} by text. Reply JOIN ${code} by ${until} to take part. Msg rates may apply. HELP for help, STOP to stop.`,

  parentAgreed: (child: string, code: string): string =>
    `You agreed that ${child} may write to me. If that was you, reply CONSENT ${code}. If it was not, do nothing: without it ${child} gets no account and I keep nothing ${child} writes.`,
  mailCode: (name: string, code: string): { readonly subject: string; readonly text: string } => ({
    subject: `${code} is your Pathfinder code`,
    text: `Hello,\n\n${name} asked Pathfinder to send the news of a trip to this address. If that is you, say this code where you chat with me:\n\n${code}\n\nIf it is not, do nothing: without it I write to you for nothing else.`,
  }),
  linked:
    'Linked: I know you here and in the other chat as one person now, with one family and one vote. If that was not you, say WHO AM I and tell whoever runs Pathfinder.',
  tripDeleted: (trip: string, family: string): string =>
    `${trip} is gone: ${family}, who organized it, deleted it with everything in it. NEW TRIP starts another.`,
  takenOutOfTrip: (family: string, trip: string): string =>
    `${capital(family)} are no longer in ${trip}: its organizer took your family out. Ask them if that surprises you.`,
  takenOutOfFamily: (family: string): string =>
    `You are no longer with the ${family} family here: its admin took you out. What you said to me yourself stays yours. NEW TRIP starts a trip of your own; JOIN and a code lets you into another.`,

  /** Of the trip that is named, or of the reader's own day. 100: too little is left for a model to answer. */
  aiBudget: (trip: string | undefined, percent: number, spent: string, limit: string): string => {
    const whose = trip === undefined ? 'your AI budget for today' : `the AI budget of ${trip}`;
    if (percent >= 100)
      return `🐢 ${capital(whose)} (${limit}) is as good as used up. ${trip === undefined ? 'Until tomorrow' : 'From now on'} I answer straight from your documents where it no longer reaches; plans, polls and everything else work as before.`;
    const so = `${percent === 50 ? 'Half' : `${percent}%`} of ${whose} is used: ${spent} of ${limit}.`;
    return `${so} ${percent < 80 ? 'Nothing changes yet.' : 'I use a smaller model where I can; at the end of it I answer straight from your documents.'}`;
  },
};
