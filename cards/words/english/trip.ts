import { plural } from '../plural.ts';

const count = plural('en');

/** Beginning a trip, joining one, and the trip at a glance. */
export const trip = {
  demoProgress: 'Setting up a sample trip and reading its documents…',
  demoAgain: (where: string, dates: string, family: string, company: string): string =>
    `Your sample trip is still here: ${where}, ${dates}. You speak for ${family}, with ${company}.`,
  demo: (where: string, dates: string, family: string, company: string, documents: number): string =>
    `Here is a sample trip: ${where}, ${dates}. You speak for ${family} (Leo, 4, can't have nuts), with ${company}. I've read ${documents} documents: ask "when can we check in?", or say PLAN.`,
  demoVote: 'First, your vote decides:',
  demoSettled: 'The dinner is settled:',
  lisbon: 'Lisbon',

  askCode: 'What is the code? It has six letters and digits, like K7QF42.',
  linkGone: 'That link has run out or was closed. Ask whoever sent it for a new one, or JOIN with a code.',
  unknownCode: (code: string): string =>
    `I don't know the code ${code}. Please check it with whoever sent it, and try JOIN and the code again.`,
  askAge: 'How old are you? Say it like this: I am 34.',
  withFamily: (family: string, name: string): string =>
    `You're with the ${family} family now, ${name}. When your family is in a trip, you'll hear of it here.`,
  /** `You're in Lisbon 2027 (11-15 June 2027) for the Chen family, with the Silvas`. */
  joined: (trip: string, dates: string | undefined, family: string, company: string): string =>
    `You're in ${at(trip, dates)} for the ${family} family${company === '' ? '' : `, with ${company}`}.`,
  joinedAlready: (trip: string, dates: string | undefined, family: string, company: string): string =>
    `You're in ${at(trip, dates)} for the ${family} family already${company === '' ? '' : `, with ${company}`}.`,
  welcome: (name: string | undefined): string => `Welcome${name === undefined ? '' : `, ${name}`}!`,
  whatName: 'What shall I call you?',
  askAnything: 'Ask me anything, or say MENU.',

  askName: 'What shall I call you? First and family name, e.g. Ana Silva.',
  niceToMeet: (name: string, family: string): string => `Nice to meet you, ${name}. Here you're with ${family}.`,
  niceToMeetOne: (name: string, family: string): string =>
    `Nice to meet you, ${name}. Here your family is ${family}, until you say e.g. "our family name is Silva".`,
  helloFamily: (family: string): string =>
    `Hello to ${family}! So that others see who of you asks, say e.g. "my name is Ana Silva".`,
  aboutFamily: 'How many are you, and how old are the children? E.g. "2 adults, kids 4 and 9"',

  askDestination:
    'Lovely. Where to, and when? E.g. "Lisbon, 11-15 June 2027". The dates can wait if you don\'t know them yet.',
  adminOnly: (family: string): string =>
    `Only the admin of the ${family} family starts trips for it. Ask them to text NEW TRIP.`,
  setUp: (trip: string, dates: string | undefined, budget: string | undefined, rules: readonly string[]): string =>
    `${trip} is set up${dates === undefined ? '' : `, ${dates}`}${budget === undefined ? '' : `, ${budget} for everyone`}${rules.length === 0 ? '' : `, with ${rules.join(', ')}`}.`,
  /** How long and within which days it is to be, as far as known; `roughly` is `late May 2027`. */
  datesLater: (days: number | undefined, roughly: string | undefined): string => {
    const known = [days && count(days, { one: 'day', other: 'days' }), roughly].filter(Boolean).join(' in ');
    if (known === '') return 'Tell me the dates when you have them.';
    return `${known.charAt(0).toUpperCase()}${known.slice(1)}: tell me the ${days === undefined ? 'dates' : 'first one'} when you know ${days === undefined ? 'them' : 'it'}.`;
  },
  othersToInvite: (families: number): string =>
    `For the other ${families === 1 ? 'family' : `${families} families`} say e.g. "invite the Silvas".`,
  /** A sum without its currency. */
  budgetIn: (budget: number): string => `${budget} of what for everyone? Say e.g. "budget ${budget} euros".`,
  timesAreUtc: 'Times are UTC until you say e.g. "our time zone is Lisbon".',
  whatIsYourName: 'So that the other families know who asks: what is your name? E.g. Ana Silva.',
  howToInvite:
    'To invite a family, say e.g. "invite the Silvas" and I\'ll give you a code for them. Send me bookings and guides, and I answer from them.',

  whichDays: 'Which days? E.g. "11-15 June 2027".',
  settled: (trip: string, dates: string | undefined, budget: string | undefined): string =>
    `Settled: ${trip}${dates === undefined ? '' : `, ${dates}`}${budget === undefined ? '' : `, ${budget} for everyone`}. Say PLAN and I make a plan of it.`,

  using: (trip: string): string => `We're talking about ${trip} now. Ask me anything, or say MENU.`,
  which: 'Which trip?',
  whichInstead: (said: string): string => `I don't see a trip called ${said}. Which of these?`,

  /** `You're going to Rome, 11-15 June 2027.` Without days it is said how to settle them. */
  whenAndWhere: (where: string, dates: string | undefined, length: string | undefined): string =>
    dates === undefined
      ? `You're going to ${where}${length === undefined ? '' : `, ${length}`}. The dates aren't settled yet: say e.g. "11-15 June".`
      : `You're going to ${where}, ${dates}.`,
  atAGlance: (trip: string): string => `${trip} at a glance.`,
  where: 'Where',
  when: 'When',
  notSettled: 'not settled yet',
  organizer: 'Organizer',
  families: 'Families',
  budget: 'Budget',
  forEveryone: (budget: string): string => `${budget} for everyone`,
  documents: 'Documents',
  noDocuments: 'none yet: send me one',
  openPolls: 'Open polls',
  none: 'none',
};

const at = (trip: string, dates: string | undefined): string => `${trip}${dates === undefined ? '' : ` (${dates})`}`;
