import { say } from './say.ts';

/** What a message said of a family; words of food and walking are as the family said them. */
export interface Understood {
  readonly adults?: number | undefined;
  readonly children?: readonly { readonly age?: number | undefined }[] | undefined;
  readonly diet: readonly string[];
  readonly allergies: readonly string[];
  readonly mobility: readonly string[];
  readonly budget?: string | undefined;
  /** The budget is so much for each of so many. */
  readonly each?: { readonly amount: string; readonly people: number } | undefined;
  readonly pace?: 'slow' | 'steady' | 'full' | undefined;
  readonly interests: readonly (readonly [topic: string, score: number])[];
  /** The first and the last day they are not free, in words. */
  /** Days without a gap, first and last. */
  readonly away: readonly (readonly [first: string, last: string])[];
}

export type Missing = 'budget' | 'walking' | 'food' | 'dates' | 'likes';

const MISSING: Readonly<Record<Missing, string>> = {
  budget: 'budget',
  walking: 'walking',
  food: 'food',
  dates: "dates you can't do",
  likes: 'what you like',
};

/** A family, its people, and who is invited. */
export const family = {
  /** Words of diets, mobility and interests that are kept in English, as the reader says them. */
  word: (word: string): string => word,
  understood: (said: Understood): string => {
    const { adults, children = [], diet, allergies, mobility, budget, each, pace, interests, away } = said;
    const ages = children.map(({ age }) =>
      age === undefined ? 'a child' : age === 0 ? 'a baby' : `a child of ${age}`,
    );
    const parts = [
      ...(adults === undefined ? [] : [adults === 1 ? '1 adult' : `${adults} adults`]),
      ...ages,
      ...diet.map((item) => (item.startsWith('no ') ? `${item} for one of you` : `${item} food`)),
      ...allergies.map((what) => `an allergy to ${what}`),
      ...mobility.map((item) => (item === 'wheelchair' || item === 'stroller' ? `a ${item} with you` : item)),
      ...(budget ? [`a budget of ${budget}${each ? ` (${each.amount} each for ${each.people})` : ''}`] : []),
      ...(pace ? [`a ${pace} pace`] : []),
      ...interests.map(([topic, score]) => `${topic} ${score} of 5`),
      ...(away.length > 0
        ? [
            `not free ${away.map(([first, last]) => (first === last ? `on ${first}` : `from ${first} to ${last}`)).join(' and ')}`,
          ]
        : []),
    ];
    return `Got it: ${say.list(parts)}.`;
  },
  anythingElse: (missing: readonly Missing[]): string =>
    missing.length === 0
      ? 'Say WHO AM I to see all I know.'
      : `Anything else I should know: ${missing.map((one) => MISSING[one]).join(', ')}?`,
  memberNoted: (name: string, now: string | number): string => `Noted: ${name} is ${now}.`,
  whichDaysAway: 'Which days of the trip are you not there? E.g. "we can\'t do 12 June".',
  whichChild: (age: number): string => `Who is ${age} now?`,
  /** `people`: by their names, with their ages where they are known. */
  whoseAge: (people: string): string =>
    `Whose name or age shall I correct? Say e.g. "Leo is 5 now" or "Adult 2 is called Wei". I have ${people}.`,
  /** `unnamed`: one who was only counted so far. */
  unknownMember: (name: string, family: string, people: string, unnamed: string | undefined): string =>
    `I don't know ${name} in the ${family} family. There are ${people}.${unnamed === undefined ? '' : ` If ${name} is one of them, say e.g. "${unnamed} is ${name}".`}`,
  agesInPrivate: 'Names and ages are between your family and me: tell me in our private chat.',
  adminCorrects: 'Only the admin of your family corrects names and ages. Ask them, or say WHO AM I to see who that is.',
  whoOf: (all: number): string =>
    `${all} of you: how many adults, and how old are the children? E.g. "2 adults, kids 4 and 9", or "all adults".`,
  eachOfHowMany: (amount: string): string => `${amount} each: for how many of you? E.g. "2 adults, kids 4 and 9".`,
  ask: 'Tell me about your family in a line: how many adults, the children\'s ages, food, walking, budget. E.g. "2 adults, kids 4 and 9, one vegetarian".',
  notedInGroup: 'Noted for your family. Such things are safer in our private chat: I keep them to your family.',

  known: 'This is what I know of you; only your family sees it.',
  knownInGroup: (name: string): string => `You're ${name}. I tell what I know of your family in our private chat only.`,
  labels: {
    you: 'You',
    family: 'Family',
    members: 'Members',
    food: 'Food',
    allergies: 'Allergies',
    mobility: 'Getting around',
    budget: 'Budget',
    pace: 'Pace',
    interests: 'Interests',
    away: 'Not free',
    notes: 'Notes',
    emergency: 'In an emergency',
    trips: 'Trips',
  },
  speaksFor: (family: string): string => `${family}, and you speak for it`,
  noTrips: 'none yet',

  needsCountry: 'I need the number with its country code, so that I text the right phone: e.g. "+1 555 0100".',
  whichToInvite: 'Which family shall I make a code for? Just the name, e.g. Silva.',
  codeFor: (family: string, code: string): string => `The code for the ${family} family is ${code}.`,
  code: (family: string, code: string, days: number, trip: string): string =>
    `Here is the code for the ${family} family: ${code}. They text or write "join ${code}" to me within ${days} days, and they're in ${trip}. Or give me their number or e-mail, and I send it: "invite the ${family} family at +1 555 0100".`,
  codes: (codes: readonly (readonly [family: string, code: string])[], days: number, trip: string): string =>
    `Here are the codes, good for ${days} days:\n${codes.map(([family, code]) => `${family}: join ${code}`).join('\n')}\nEach family texts or writes me its line, and they're in ${trip}.`,
  shallISend: (said: string, door: 'email' | 'text', hint: string): string =>
    `${said} Shall I ${door === 'email' ? 'e-mail' : 'text'} the invitation to ${hint} in your name? Only if they expect it: it names you and says how to stop.`,
  yesExpected: 'Yes, they expect it',
  noByHand: 'No, I hand it over myself',
  invitedAlready: (detail: string | undefined): string => `${detail ?? 'They are invited already'}.`.replace(/^t/, 'T'),
  sendAgain: 'Send it again',
  cancelInvitation: 'Cancel that invitation',
  whoIsInvited: 'Who is invited?',
  whomToAdd: 'Whom shall I add to your family? Tell me the name, and the age if it is a child.',
  adminAdds: 'Only the admin of your family adds people to it.',
  added: (name: string, family: string): string => `${name} is in the ${family} family now.`,
  addedAlready: (name: string, family: string): string => `${name} is in the ${family} family already.`,
  addedWithCode: (name: string, family: string, code: string): string =>
    `${name} is in the ${family} family now. To take part, ${name} writes "join ${code}" to me. Your vote stays the family's one vote.`,
};
