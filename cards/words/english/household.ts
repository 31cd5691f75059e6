/** One's own family: its name, who speaks for it, who is in it, whom to call, and what was said of it. */
export const household = {
  /** What only the admin of a family does. */
  adminOnly: (what: 'rename' | 'correct' | 'hand-on' | 'take-out' | 'contacts'): string =>
    `Only the admin of your family ${{ rename: 'changes its name', correct: 'corrects names and ages', 'hand-on': 'hands that on', 'take-out': 'takes people out of it', contacts: 'names emergency contacts' }[what]}. Ask them, or say WHO AM I to see who that is.`,
  askName: (family: string): string => `You are the ${family} family here. What shall I call you instead?`,
  renamed: (family: string): string => `Done: you are ${family} from now on.`,

  speaksNow: (name: string, family: string): string =>
    `Done: ${name} speaks for ${family} from now on. Your choices in polls count as wishes.`,
  nobodyElse: 'Nobody else of your family has joined yet. Say "add my husband Tom": he gets a code to join with.',
  whoSpeaks: "Who shall speak for your family? Their vote is the family's.",

  whomOut: 'Whom shall I take out? Say the name of somebody in your family, or of a family in the trip.',
  takeFamilyOut: (family: string, trip: string): string =>
    `Take ${family} out of ${trip}? Their votes no longer count, and everyone is told.`,
  yesThem: 'Yes, take them out',
  noLeaveIt: 'No, leave it',
  unknown: (name: string, trip: string): string =>
    `I know no ${name} in your family, and no such family in ${trip}. Say TRIP or WHO AM I to see the names.`,
  takeOut: (name: string, family: string): string => `Take ${name} out of the ${family} family?`,
  yesOut: (name: string): string => `Yes, take ${name} out`,
  isOut: (name: string, family: string): string => `${name} is no longer in the ${family} family.`,
  familyIsOut: (family: string, trip: string): string =>
    `Done: ${family} are no longer in ${trip}. I told them and the others.`,

  contactsInPrivate: 'Emergency contacts are between your family and me: tell me in our private chat.',
  nobodyNamed: 'You have named nobody yet.',
  howToName: 'Say e.g. "emergency contact Rosa, grandmother, +351 210 000 000". Only your family sees it.',
  inEmergency: (contacts: string): string => `In an emergency: ${contacts}. Only your family sees this.`,
  addAnother: 'Add another the same way.',
  askContact: 'Who is it, and on what number? E.g. "Rosa, grandmother, +351 210 000 000".',
  whomRemove: (contacts: string): string => `I have ${contacts}. Whom shall I remove? Say the name.`,
  nobodyAnyMore: 'Noted: nobody is named any more.',
  notedContacts: (inEmergency: string): string => `Noted. ${inEmergency}`,

  needsInPrivate: 'What your family needs is between you and me: tell me in our private chat.',
  nothingNoted: 'I have noted no needs or wishes of your family yet. Tell me, e.g. "we are vegetarian".',
  whatBack: 'What shall I take back?',
  theBudget: 'the budget',
  thePace: 'the pace',
  allergyTo: (what: string): string => `the allergy to ${what}`,
  notFreeOn: (day: string): string => `not free on ${day}`,
  interestIn: (topic: string): string => `the interest in ${topic}`,
  takenBack: (what: string): string => `Taken back: ${what}.`,

  inPrivate: 'That is between you and me: tell me in our private chat.',
  unknownYet: 'I do not know you yet. JOIN and your code, or NEW TRIP, comes first.',
  parentDecides: 'A parent decides that: whoever speaks for your family here.',
  takesPartWith: (name: string, code: string): string => `${name} takes part with: JOIN ${code}`,
  takesPart: (name: string): string => `${name} takes part already.`,
  confirmed: (invited: string, name: string): string =>
    `Thank you, it is confirmed. ${invited}\nMY DATA shows what I keep of ${name}; WITHDRAW CONSENT FOR ${name.toUpperCase()} erases it.`,
  noChild: 'There is no child under 13 in your family. Say ADD MY and the name and age first.',
  whichChild: (children: readonly string[]): string => `Which child do you mean: ${children.join(', ')}?`,
  withdrawn: (name: string, erased: boolean): string =>
    `Your consent for ${name} is taken back.${erased ? ` ${name}'s account and what was said with it is being erased.` : ''}`,
  iAgree: 'I am the parent and I agree',
  no: 'No',
  codeFollows:
    'Thank you. In a minute I send you a second message with a code, to be sure that it is you: reply CONSENT and that code.',

  askAge: 'How old are you? Just the number.',
  parentBegins: 'Thanks for telling me. A parent has to begin: ask them to write to me first, and to add you.',
  ageNoted: 'Thanks. JOIN and your code if somebody invited you, NEW TRIP to start one, or DEMO to try a sample.',
  ageWelcome: 'Thanks, noted. Ask me anything, or say MENU.',
  parentMustAgree: (name: string, hasAdmin: boolean): string =>
    `Thanks for telling me. Before we can write to each other a parent has to agree. ${hasAdmin ? 'Ask whoever speaks for your family' : 'Ask a parent'} to say LET ${name.toUpperCase()} JOIN to me. What you wrote here is being erased.`,
};
