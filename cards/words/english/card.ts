import { say } from './say.ts';

/** `1`, `1 or 2`, `1, 2 or 3`, `1-4`. */
export const oneOf = (count: number): string =>
  count > 3 ? `1-${count}` : (['1', '1 or 2', '1, 2 or 3'][count - 1] ?? '');

/** What renderers say of their own around a card's content. */
export const card = {
  asks: (who: string): string => `${who} asks`,
  asked: (who: string, question: string, open: boolean): string => `${who} ${open ? 'asks' : 'asked'}: ${question}`,
  settled: 'Settled.',
  closed: 'Voting is closed.',
  hasClosed: 'Voting has closed.',
  recorded: (families: string): string => `Recorded by the organizer: ${families}.`,
  anonymous: 'Anonymous: nobody sees who votes for what. Counts show when all have answered, or at the end.',
  quorum: (families: number): string =>
    `At least ${say.families(families)} must answer, or voting goes on once more for as long.`,
  sitOut: 'We sit this one out',
  sittingOut: (families: string): string => `Sitting this one out: ${families}.`,
  waitingFor: (families: string): string => `Waiting for ${families}.`,
  didNotVote: (families: string): string => `Did not vote: ${families}.`,
  everyoneVoted: 'Every family has voted.',
  ends: (closes: string): string => `Voting ends ${closes}.`,
  /** What a click does, on a card with buttons. */
  youVoteFor: (family: string, byClick: string, change: boolean): string =>
    `You vote for ${family}: ${byClick}${change ? ' Choose another to change it until voting ends.' : ''}`,
  ownView: "My family's view",
  page: (title: string, page: number, pages: number): string => `${title} (${page} of ${pages})`,

  /** How a vote is typed, where there are no buttons. */
  reply: (family: string, options: number, closes: string | undefined): string =>
    `Vote for ${family}${closes ? ` by ${closes}` : ''}: reply ${oneOf(options)}.`,
  replySeveral: (family: string, howTo: string, closes: string | undefined): string =>
    `For ${family}${closes ? ` by ${closes}` : ''}: ${howTo}.`,
  changeSeveral: (howTo: string, closes: string | undefined): string =>
    `To change it${closes ? ` until ${closes}` : ''}: ${howTo}.`,
  votesNumber: (family: string, number: number): string => `${capital(family)} vote ${number}`,
  sendAnother: (closes: string | undefined): string => `Send ${another(closes)}`,
  votedSendAnother: (vote: string, closes: string | undefined): string => `${vote}; send ${another(closes)}`,

  draft: 'A draft: nobody is asked yet.',
  wouldEnd: (closes: string): string => `Voting would end ${closes}.`,
  forYou: 'For you:',
  see: (option: string): string => `See ${option}`,
  from: (source: string): string => `From ${source}`,
  ruledOut: 'Cannot be chosen',
  /** What is true of every option is said once. */
  ofAll: (options: number, what: string): string => `${options === 2 ? 'Both' : `All ${options}`}: ${what}.`,

  continued: ' (continued)',
  free: 'free',
  stillOpenHeading: 'Still open',
  stillOpen: (gap: string): string => `Still open: ${gap}`,
  openPlan: 'Open the whole plan',
  wholePlan: (link: string): string => `Whole plan: ${link}`,
  total: (total: string): string => `Total: ${total}`,
  check: (ok: boolean, text: string): string => `${ok ? 'OK' : 'Not met'}: ${text}`,
  passed: (count: number, about: readonly string[]): string =>
    `${count === 1 ? 'Its check passed' : `All ${count} checks passed`}${about.length > 0 ? `: ${about.join(', ')}` : ''}.`,
  nextDay: 'Reply DAY 2 for the next day.',
  more: (count: number): string => `+${count} more`,
  answerInChat: 'Nobody reads answers to this mail: tell me where we chat.',
  noMoreMail: (link: string): string => `No more mail: ${link}`,
  theRest: (link: string): string => `The rest: ${link}`,
  /** Stands where a text had to end early and no link leads to the rest. */
  askForRest: 'That is not all: ask me for the part you need.',
};

const another = (closes: string | undefined): string => `another number to change${closes ? ` until ${closes}` : ''}.`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The form by which a poll is opened. */
export const form = {
  trip: 'Trip',
  question: 'Question',
  questionExample: 'Where do we eat on Friday?',
  questionMissing: 'Ask the families something.',
  options: 'Options, one a line',
  optionsExample: 'Taverna\nPizza Roma',
  optionsMissing: 'Give at least two options.',
  oneVote: 'Every family of the trip has one vote.',
  send: 'Ask all families',
};
