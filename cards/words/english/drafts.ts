import type { PollCategory } from '../../../trips/polls/poll.ts';

/** Options that are looked for, and the draft that is made of them. */
export const drafts = {
  askAbout: 'What shall the poll be about? E.g. "where to eat on Saturday", "a hotel", "which day for the zoo".',
  lookingAlready: "I'm looking already, and tell you here what I find.",
  lookingAndOpen: 'On it: I look in your documents for what suits every family, and open the poll.',
  looking: 'On it: I look in your documents for what suits every family. You see a draft before anybody is asked.',
  orSendOwn: 'Or send your own options: A, B or C.',

  none: 'There is no draft of a poll. Say e.g. "make a poll about where to eat on Saturday", and I look for options.',
  ready: 'Here is a draft of your poll.',
  here: 'Here is the draft.',
  how: 'Open it, or say e.g. "drop B", "add the beach" or "ask: Where do we meet?".',
  saving: "🐢 I'm in saving mode, so it comes straight from your documents.",
  open: 'Open it for every family',
  throwAway: 'Throw it away',
  thrownAway: (question: string): string => `Thrown away: "${question}". Nobody was asked.`,
  isOut: 'Your poll is out to every family; here is where yours goes:',
  thereAre: (options: number): string => `There are ${options} options.`,
  isNoOption: (said: string): string => `"${said}" is none of the options.`,
  out: (option: string): string => `${option} is out.`,
  in: (option: string): string => `${option} is in.`,
  mind: (option: string, out: string): string =>
    `Mind that ${option} is ${out}: it can only win if those it concerns vote for it.`,
  questionChanged: 'The question is changed.',
  deadlineSet: 'The deadline is set.',
  needsTwo: 'A poll needs two options at least.',
  nothingDifferent: 'Nothing is different.',
  /** What a family would pay, beside the others: `Chens EUR 56`. */
  share: (family: string, sum: string): string => `${family.replace(/^the /, '')} ${sum}`,

  /** Offered where families see something differently; it names nobody. */
  offer: (category: PollCategory, day: string | undefined): string =>
    `You see ${{ dining: 'where to eat', lodging: 'where to stay', activity: 'what to do', date: 'the day', transport: 'how to get there' }[category]}${day === undefined ? '' : ` on ${day}`} differently. Shall I make a poll, so that every family has its say?`,
  offerYes: 'Yes, look for options',
  offerNo: 'No, thanks',
  offersAgain: 'Good. When families see something differently in a group chat, I offer a poll, once.',
  offersNoMore: 'Fine, I offer no polls by myself any more. You can always ask for one.',
};
