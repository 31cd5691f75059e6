/** What is said around every skill: hello, help, and what was not understood. */
export const talk = {
  introduction:
    'Pathfinder here: I help families plan trips together. Reply DEMO to try a sample trip, JOIN and your code if a friend invited you, or NEW TRIP to start one.',
  groupIntroduction: 'Pathfinder here: mention me to plan a trip together. Private things stay in our own chat.',
  /** What phones are told before they are written to. */
  textNotice: 'Msg rates may apply. HELP for help, STOP to stop.',
  starts: { demo: 'Show me a demo', newTrip: 'Start a new trip', join: 'I have a code' },
  inTrip: { summary: 'Our trip so far', polls: 'Open polls', plan: 'Plan our trip' },
  help: 'Ask me anything about the trip, "poll: where do we eat? A, B or C" to let the families vote, or PLAN for an itinerary. Send me a booking or a guide and I answer from it. You can start here:',
  groupHelp:
    'Pathfinder here. Mention me with a question, "poll: where do we eat? A, B or C", or PLAN. Private things stay in our own chat.',
  thanks: 'Any time. I am here when the next question comes up.',
  /** Somebody is coming or away for a moment; nobody else was told. */
  onTheWay: 'Got it, see you in a bit. If the others should know, say e.g. "tell everyone we come at 8".',
  allRight: "All right. I'm here when you need me.",
  /** Whoever was asked does not know yet. */
  noHurry: 'No hurry: tell me when you know.',
  /** A nod, where something else was asked. */
  stillOpen: (question: string, thanked: boolean): string => `${thanked ? 'Any time' : 'All right'}. ${question}`,
  askedAgain: (question: string): string => `Once more: ${question}`,
  bye: "Talk soon. I'm here whenever something comes up.",
  dropped: 'Done. Ask me about the trip, or say MENU.',
  droppedAlone: 'Done. DEMO, JOIN and your code, or NEW TRIP: which shall it be?',

  notUnderstood:
    'I didn\'t get that. Ask me about the trip\'s documents, start a poll ("poll: where do we eat? A, B or C"), or say PLAN. MENU shows more.',
  /** When the message before was not understood either. */
  stillNotUnderstood: "Sorry, I still don't follow. Say it in other words, or start here:",
  leftOut: (requests: readonly string[]): string =>
    `I left out ${requests.map((one) => `"${one}"`).join(' and ')}: say it again if you still want it.`,
  leftAlone: 'All right, I leave it as it is.',
  whichOfTwo: 'I am not sure what you mean. Which is it?',
  neither: 'Neither',
  saving: "🐢 I'm in saving mode today (the AI budget is used up), so I go by plain words.",
  outOfRange: (most: number): string => `Reply 1-${most}.`,
  yesByNumber: (most: number): string =>
    `By text I go by the number: reply 1 for yes${most === 2 ? ', 2 for no' : `, or 2-${most} for the others`}.`,
  unreadable: "I couldn't read that. Say MENU to see what I can do.",
  anotherTrip: 'That is not one of your trips. If you were invited, send JOIN and your code.',
  noTrip:
    "You're not in a trip yet. JOIN and your code if you were invited, NEW TRIP to start one, or DEMO to try a sample.",
  whichTrip: 'You are in more than one trip. Which one do you mean?',
  private: 'That is between your family and me: ask me in our private chat.',
  privateInGroup:
    "That is your family's own matter, so I don't say it in a group. Write to me directly and I'll tell you.",

  welcomeBack: (name?: string): string =>
    `Welcome back${name === undefined ? '' : `, ${name}`}. Text HELP to see what I can do.`,
  /** Said once where nobody else confirms an opt-out. */
  stopped: 'Done: you hear nothing more from me here. Text START if you want me back.',
  hereAgain:
    'Pathfinder here again: I help families plan trips together by text. Reply DEMO, JOIN and your code, or NEW TRIP. STOP to stop.',

  speaking: 'English it is. Say MENU to see what I can do, or "háblame en español" to change back.',
  speakingInGroup: 'English it is, for everybody here.',
  whichLanguage: 'I speak English and Spanish. Which shall it be?',
  languages: { en: 'English', es: 'Español' },
};
