import { type PlanChange, sayChanges } from '../../../trips/itineraries/editing/changes.ts';

/** Says of families that join who they are: `without the Garcias`. */
type Names = (joining: { readonly who?: readonly string[] | undefined }) => string | undefined;

/** Changes of the plan. What the planner itself has put into words comes in English and is passed through here. */
export const edits = {
  changes: (changes: readonly PlanChange[], names: Names): string => sayChanges(changes, names),
  /** What a proposed change comes to, as it is kept with the proposal. */
  summary: (summary: string): string => summary,
  /** Why something cannot be, what is to be known, what could be: a sentence of the planner's, or a choice's few words. */
  sentence: (sentence: string): string => sentence,
  without: (families: string): string => `without ${families}`,
  only: (families: string): string => `only ${families}`,

  noted: 'Noted.',
  done: 'Done.',
  holds: (checks: number): string => `Checked again: all ${checks} points hold.`,
  headsUp: (details: string): string => `Heads-up: ${details}.`,
  leavesTime: 'That leaves time; would you like something there?',
  leaveFree: 'No, keep it free',
  undo: 'Say UNDO to go back.',
  asked: (organizer: string | undefined): string =>
    `I've asked ${organizer ?? 'the organizer'}, who organizes the trip, for this change:`,
  whatYouSaid: 'what you said.',
  untilThen: 'The plan stays as it is until then.',
  wouldWork: 'What would work:',

  what: 'What shall change? E.g. "move the museum to Tuesday", "drop the boat tour", "start at 10 on Sunday" or "we\'re 40 minutes late".',
  howLate: 'How late are you? E.g. "40 minutes".',
  whichDay: 'To which day or time? E.g. "move the museum to Tuesday" or "move dinner to 8 pm".',
  splitByFamily:
    'I split by family: say which does what, e.g. "the Silvas do the aquarium while the Chens go to the winery".',
  familiesWhole:
    'I plan for whole families: children who go along with others are your own arrangement, and stay counted with their parents. I can do this, and you send yours along:',
  partInstead: (lanes: readonly (readonly [families: string, thing: string])[]): string =>
    lanes.map(([families, thing]) => `${families}: ${thing}`).join('; meanwhile '),
  whichThing: 'Which thing do you mean? Say it by its name, e.g. "drop the boat tour".',
  notBegun: (first: string): string =>
    `The trip begins on ${first}; there is nothing to be late for yet. To begin a day later, say e.g. "start at 10 on ${first}".`,
  over: 'The trip is over, so there is nothing left to be late for.',
  firstPlan: 'This is the first plan: there is nothing to go back to.',
  backAsItWas: 'Back to how it was.',
  cannotGoBack: 'I cannot go back to the version before:',
  asFirstMade: 'The plan is as it was first made.',
  version: (version: number, changes: string): string => `Version ${version}: ${changes}`,

  planChanged: (trip: string, changes: string, link: string): string =>
    `The plan of ${trip} has changed. ${changes} All of it: ${link}`,
  declined: (trip: string): string =>
    `The plan of ${trip} stays as it is: the organizer has decided against your change.`,
  noneWaits: 'No change of the plan waits to be decided.',
  withOrganizer: (changes: string): string => `With the organizer: ${changes}`,
  stays: 'The plan stays as it is.',
  /** `family` as it is said within a sentence; absent where it would tell what a family needs. */
  askFor: (family: string | undefined, summary: string): string =>
    `${family === undefined ? 'Something a family has told me asks' : `${family.charAt(0).toUpperCase()}${family.slice(1)} ask`} for a change of the plan. ${summary} Shall I make it?`,
  yes: 'Yes, change the plan',
  no: 'No, keep it',
  about: 'About the plan:',

  planDone: 'The plan is done: nothing more comes. Say EXPENSES to see who owes whom.',
  now: (what: string, until: string): string => `Now: ${what}, until ${until}.`,
  /** `day`: where it is not today. */
  next: (things: string, day: string | undefined): string => `Next${day === undefined ? '' : ` on ${day}`}: ${things}.`,
  noPlanForRain:
    'There is no plan yet, and your papers name nothing indoors. Send me a guide or a list of ideas, then say PLAN: I keep something for the rain.',
  indoors: (lines: string): string => `Indoors, from your papers: ${lines}`,
  notOfTrip: (day: string, first: string, last: string): string =>
    `${day} is not a day of the trip: it goes from ${first} to ${last}.`,
  /** What stands in the plan, where one thing is asked for. */
  onDay: (day: string, time: string, what: string): string => `${day}, ${time}: ${what}.`,
  begins: (day: string, time: string, what: string): string => `${day} begins at ${time}: ${what}.`,
  nothingAfter: 'After that nothing more is planned.',
};
