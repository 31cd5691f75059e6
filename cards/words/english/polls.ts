import type { Breach } from '../../../trips/consensus/constraints.ts';
import { oneOf } from './card.ts';
import { say } from './say.ts';

/** How a poll ended, as facts; texts are the people's own. */
export interface Outcome {
  readonly winner?: string | undefined;
  /** Families that voted for the winner, or for each of those that tied. */
  readonly votes: number;
  readonly families: number;
  readonly tied: readonly string[];
  /** Whether anybody voted. */
  readonly voted: boolean;
  /** The winner has more votes than any other option, and votes are all that was counted. */
  readonly plain: boolean;
  /** Why it came out so, where it is known. */
  readonly explained?: string | undefined;
}

/** Where an open poll stands. */
export interface Count {
  /** Where options stand, the leading one first: `Salty Pelican 2`. */
  readonly options: readonly string[];
  /** Nobody is to see counts yet. */
  readonly secret?: boolean | undefined;
  readonly waitingFor: readonly string[];
  /** Families that want none of the options. */
  readonly sittingOut: readonly string[];
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Polls and votes. */
export const polls = {
  each: (price: string): string => `${price} each`,
  forAll: (price: string): string => `${price} for all`,
  /** What the organizer is asked about days that won. */
  makeTripDates: (dates: string): string => `Shall I make ${dates} the dates of the trip?`,
  setThem: 'Yes, set them',
  forYou: (price: string): string => `${price} for you`,
  noneLiked:
    'No option is one that half of the families would be glad of. Shall I look for others, nearer to what they said?',
  lookForOthers: 'Yes, look for others',
  leaveIt: 'No, leave it',
  splitUp: (along: string, option: string, out: string): string =>
    `Split up: ${along} go for ${option}, ${out} do something else meanwhile, and all meet again afterwards. Shall I settle it so? The plan then leaves ${out} free.`,
  settleSplit: 'Yes, settle it so',
  voteAgain: 'No, vote again',
  level: 'The families are level, so it is for you as the organizer to say which one stands.',
  everyoneAgain: 'Let everyone vote again',
  outcome: ({ winner, votes, families, tied, explained }: Outcome): string => {
    if (explained !== undefined) return explained;
    if (winner !== undefined) return `${winner} it is: ${votes} of ${say.families(families)} voted for it.`;
    return tied.length > 0 ? `It's a tie between ${say.list(tied)}, ${votes} each.` : 'Nobody voted.';
  },
  count: ({ options, secret, waitingFor, sittingOut }: Count): string => {
    if (secret)
      return `Nobody sees who votes for what${waitingFor.length > 0 ? `; waiting for ${say.list(waitingFor)}` : ''}.`;
    const counted = `So far: ${options.length > 0 ? options.join(', ') : 'no scores'}`;
    const line = sittingOut.length > 0 ? `${counted}; ${say.list(sittingOut)} sit this one out` : counted;
    return waitingFor.length > 0 ? `${line}; waiting for ${say.list(waitingFor)}.` : `${line}. Every family has voted.`;
  },
  /** What a family does that wants none of the options. */
  sitsOut: 'sit this one out',
  scoreWords: ['1: rather not', '2', '3: fine', '4: glad of it', '5: our favourite'],

  example: 'poll: where do we eat? A, B or C',
  askQuestion: 'What shall the families vote on? E.g. "Where do we eat on Friday? Taverna, Pelican or Pizza Roma".',
  askOptions: (question: string): string => `"${question}" What are the options? E.g. "A, B or C".`,
  openAlready: 'That poll is open already.',
  out: (asks: string): string => `Your poll is out to every family. ${asks}; here is where yours goes:`,

  noneOpenStart: 'There is no open poll right now. Start one: "poll: where do we eat? A, B or C".',
  noneOpen: 'There is no open poll right now.',
  notYours: 'That poll is not one of your trip. Say RESULTS to see those that are.',
  notOneOfYourTrips: 'That poll is not one of your trips.',
  which: 'More than one poll is open. Which one do you mean?',
  noSuchOption: (count: number, said: string): string => `There are ${count} options: ${said} is none of them.`,
  numbersThere: (count: number): string => `There are ${count} options: reply ${oneOf(count)}.`,
  howGood: (option: string): string => `How good is ${option} for your family, 5 the best?`,
  yoursToSay: (count: number): string =>
    `The vote is your family's own: reply ${oneOf(count)}, or say "skip this one" and the others decide.`,
  whichOption: (count: number): string => `Which one shall it be? Reply ${oneOf(count)}.`,
  noted: (choice: string, family: string): string =>
    `Noted: you'd ${choice}. ${capital(family)} have one vote, and their admin casts it.`,
  voted: (family: string, choice: string, changed: boolean): string =>
    `${capital(family)}${changed ? ' now' : ''} ${choice}.`,
  /** What the family's own limits say against what it votes for. */
  headsUp: (breaches: readonly Pick<Breach, 'constraint' | 'says'>[]): string =>
    `Heads-up: ${say.list(breaches.map(({ says }) => says))}.`,
  sendAnother: 'Send another number to change.',
  answerAgain: 'Answer again to change it.',
  next: 'Next:',
  nothingToTakeBack: 'Your family has no vote in an open poll that I could take back.',
  whichToTakeBack: 'Which vote shall I take back?',
  tookBack: (family: string, as: 'ballot' | 'preference'): string =>
    as === 'ballot'
      ? `Taken back: ${family} have not voted now. You can vote again while it is open:`
      : 'Taken back: what you wished for is forgotten.',
  askNewOption: 'What shall I add? Send the option.',
  whichToAddTo: (option: string): string => `Which poll shall I add "${option}" to?`,
  whetherToAdd: (option: string, question: string): string => `"${question}" Shall I add "${option}"?`,
  yesAdd: 'Yes, add it',
  noAdd: 'No, leave it as it is',
  optionAdded: (number: number, option: string): string =>
    `Added: ${number}) ${option}. Votes so far stay as they are, and every family hears of it:`,
  optionThere: (number: number, option: string): string => `That is there already: ${number}) ${option}.`,

  none: 'No polls yet. Start one: "poll: where do we eat? A, B or C".',
  over: 'Voting is over:',
  open: 'Voting is open.',
  whichDates: 'Which dates suit you?',
  inWhichOrder: 'In which order do you like these?',
  openUntil: (when: string | undefined): string =>
    when === undefined
      ? 'No end is set: voting stays open until somebody says CLOSE, or e.g. "close the poll on Friday at 6 pm".'
      : `Voting ends ${when}.`,
  openToo: 'Voting is open here, too.',
  reminding: (question: string, families: string): string =>
    `I remind ${families} of "${question}" now, once an hour at most.`,
  noneMissing: 'Every family has voted: there is nobody to remind.',
  onlyYou: 'Only your own family has not voted yet.',
  cannotWithdraw: (question: string): string =>
    `"${question}" cannot be unasked: the families have seen it. I can end voting now; what was voted then counts.`,
  endIt: 'End voting now',
  leaveOpen: 'Leave it open',
  whichEnds: 'Which poll do you mean?',
  askDeadline: (question: string): string => `When shall voting on "${question}" end? E.g. "Friday at noon".`,
  endsAt: (question: string, when: string): string =>
    `Voting on "${question}" ends at ${when}. Families that have not voted are reminded before.`,
  noneToClose: 'No poll is open. Say RESULTS to see how the last one ended.',
  whichToClose: 'Which poll shall I close?',
  closedAlready: 'That one is closed already:',
  closed: 'Closed:',
};
