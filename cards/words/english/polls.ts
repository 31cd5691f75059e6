import type { Breach } from '../../../trips/consensus/constraints.ts';
import { oneOf } from './card.ts';
import { say } from './say.ts';

/** `A` or `B` of what a poll takes. */
export type Takes = 'choice' | 'score' | 'approval';

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
  /** Why it came out so, in English, where it is known. */
  readonly explained?: string | undefined;
}

/** Where an open poll stands. */
export interface Count {
  /** Options with their votes and what these weigh, the leading one first. */
  readonly options: readonly { readonly text: string; readonly votes: number; readonly weight: number }[];
  /** Instead of votes, where families give scores. */
  readonly scores?: readonly { readonly text: string; readonly score: string }[] | undefined;
  /** Nobody is to see counts yet. */
  readonly secret?: boolean | undefined;
  /** Families do not count the same, so votes alone would say who leads wrongly. */
  readonly weighed: boolean;
  readonly waitingFor: readonly string[];
  /** Families that want none of the options. */
  readonly sittingOut: readonly string[];
}

const COUNTS: Readonly<Record<Takes, string>> = {
  choice: 'One vote a family',
  score: 'Each family scores every option, 5 the best',
  approval: 'Each family picks all that suit it',
};
const VERBS: Readonly<Record<Takes, string>> = { choice: 'vote', score: 'score', approval: 'pick' };

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Polls and votes. */
export const polls = {
  each: (price: string): string => `${price} each`,
  forAll: (price: string): string => `${price} for all`,
  forYou: (price: string): string => `${price} for you`,
  noneLiked:
    'No option is one that half of the families would be glad of. Shall I look for others, nearer to what they said?',
  lookForOthers: 'Yes, look for others',
  leaveIt: 'No, leave it',
  outcome: ({ winner, votes, families, tied, explained }: Outcome): string => {
    if (explained !== undefined) return explained;
    if (winner !== undefined) return `${winner} it is: ${votes} of ${say.families(families)} voted for it.`;
    return tied.length > 0 ? `It's a tie between ${say.list(tied)}, ${votes} each.` : 'Nobody voted.';
  },
  count: ({ options, scores, secret, weighed, waitingFor, sittingOut }: Count): string => {
    const parts = scores
      ? scores.map(({ text, score }) => `${text} ${score}`)
      : options.map(({ text, votes, weight }) => `${text} ${weighed ? `${votes} (counting ${weight})` : votes}`);
    if (secret)
      return `Nobody sees who votes for what${waitingFor.length > 0 ? `; waiting for ${say.list(waitingFor)}` : ''}.`;
    const counted = `So far: ${parts.length > 0 ? parts.join(', ') : 'no scores'}`;
    const line = sittingOut.length > 0 ? `${counted}; ${say.list(sittingOut)} sit this one out` : counted;
    return waitingFor.length > 0 ? `${line}; waiting for ${say.list(waitingFor)}.` : `${line}. Every family has voted.`;
  },
  /** What a family does with a ballot: `vote 2) Salty Pelican`. */
  choice: (takes: Takes, named: readonly string[]): string => `${VERBS[takes]} ${say.list(named)}`,
  /** What a family does that wants none of the options, in place of `choice`. */
  sitsOut: 'sit this one out',
  scoreWords: ['1: rather not', '2', '3: fine', '4: glad of it', '5: our favourite'],

  example: 'poll: where do we eat? A, B or C',
  askQuestion: 'What shall the families vote on? E.g. "Where do we eat on Friday? Taverna, Pelican or Pizza Roma".',
  askOptions: (question: string): string => `"${question}" What are the options? E.g. "A, B or C".`,
  openAlready: 'That poll is open already.',
  out: (takes: Takes): string => `Your poll is out to every family. ${COUNTS[takes]}; here is where yours goes:`,

  noneOpenStart: 'There is no open poll right now. Start one: "poll: where do we eat? A, B or C".',
  noneOpen: 'There is no open poll right now.',
  notYours: 'That poll is not one of your trip. Say RESULTS to see those that are.',
  notOneOfYourTrips: 'That poll is not one of your trips.',
  which: 'More than one poll is open. Which one do you mean?',
  takesOne: (question: string, last: number): string => `"${question}" takes one answer: reply one number, 1-${last}.`,
  picksWithoutScores: 'In this poll you pick all that suit you, without scores: e.g. "1 3".',
  needsScores: 'In this poll each option has a score, 5 the best: e.g. "1=4 2=2".',
  noSuchOption: (count: number, said: string): string => `There are ${count} options: ${said} is none of them.`,
  numbersThere: (count: number): string => `There are ${count} options: reply ${oneOf(count)}.`,
  howGood: (option: string): string => `How good is ${option} for your family, 5 the best?`,
  whichOption: (count: number): string => `Which one shall it be? Reply ${oneOf(count)}.`,
  noted: (choice: string, family: string): string =>
    `Noted: you'd ${choice}. ${capital(family)} have one vote, and their admin casts it.`,
  voted: (family: string, choice: string, changed: boolean): string =>
    `${capital(family)}${changed ? ' now' : ''} ${choice}.`,
  /** What the family's own limits say against what it votes for. */
  headsUp: (breaches: readonly Pick<Breach, 'constraint' | 'says'>[]): string =>
    `Heads-up: ${say.list(breaches.map(({ says }) => says))}.`,
  sendAnother: 'Send another number to change.',
  next: 'Next:',

  none: 'No polls yet. Start one: "poll: where do we eat? A, B or C".',
  over: 'Voting is over:',
  open: 'Voting is open.',
  openToo: 'Voting is open here, too.',
  noneToClose: 'No poll is open. Say RESULTS to see how the last one ended.',
  whichToClose: 'Which poll shall I close?',
  closedAlready: 'That one is closed already:',
  closed: 'Closed:',
};
