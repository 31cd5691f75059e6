import { choosing, GLAD, HIGHEST, IF_NEED_BE, LOWEST, ranking } from '../consensus/ballot.ts';
import type { Rule } from '../consensus/decide.ts';
import { type Outcome, rejected } from '../rejection.ts';
import { type Choice, type Scores, SIT_OUT } from './choice.ts';
import type { Poll, PollKind } from './poll.ts';

type Read = Outcome<{ choice: Choice }>;

/** How polls of one kind are answered and decided. */
export interface BallotKind {
  /** Reads scores, 1 to 5 for options of the poll, as a ballot. */
  read(options: readonly string[], scores: Scores): Read;
  /** Reads options named one after the other, where their order says something. */
  readonly readOrder?: (options: readonly string[], named: readonly string[]) => Read;
  /** What a family says through the mean of its members' scores, of which one at least is above the lowest. */
  ofMembers(means: Scores): Scores;
  readonly rule: Rule;
}

/** The options with the highest score, in the order of the poll; none when no score is above the lowest. */
const bestOf = (options: readonly string[], scores: Scores): readonly string[] => {
  const most = Math.max(LOWEST, ...Object.values(scores));
  return most === LOWEST ? [] : options.filter((option) => scores[option] === most);
};

const gladOf = (options: readonly string[], scores: Scores): readonly string[] =>
  options.filter((option) => (scores[option] ?? LOWEST) >= GLAD);

const read = (choice: Choice): Read => ({ ok: true, choice });

const NONE_WANTED = rejected('invalid', 'those scores want none of the options: give at least one of them more than 1');

const choice: BallotKind = {
  read: (options, scores) => {
    const [favourite, rival] = bestOf(options, scores);
    if (favourite === undefined) return NONE_WANTED;
    return rival === undefined
      ? read({ optionId: favourite })
      : rejected('invalid', 'this poll takes one option, and those scores put several first');
  },
  // Level favourites of a family are settled by their names, the same each time they are counted.
  ofMembers: (means) => choosing([...bestOf(Object.keys(means).sort(), means)].slice(0, 1)),
  rule: 'turns',
};

const score: BallotKind = {
  read: (options, scores) => {
    if (!Object.values(scores).every(Number.isInteger))
      return rejected('invalid', `a score is a whole number from ${LOWEST} to ${HIGHEST}`);
    const [favourite] = bestOf(options, scores);
    return favourite === undefined ? NONE_WANTED : read({ optionId: favourite, scores });
  },
  ofMembers: (means) => means,
  rule: 'turns',
};

/** The options that the family would be glad of. */
const approval: BallotKind = {
  read: (options, scores) => {
    const [favourite] = bestOf(options, scores);
    if (favourite === undefined) return NONE_WANTED;
    const approved = gladOf(options, scores);
    return approved[0] === undefined
      ? rejected('invalid', `in this poll a score of ${GLAD} or 5 picks an option, and none has that`)
      : read({ optionId: approved[0], scores: choosing(approved) });
  },
  ofMembers: (means) => {
    const liked = gladOf(Object.keys(means), means);
    return liked.length > 0 ? choosing(liked) : choice.ofMembers(means);
  },
  rule: 'turns',
};

/** Options in the order they are wanted; those not named come last together. */
const rank: BallotKind = {
  read: (options, scores) => {
    const wanted = options.filter((option) => (scores[option] ?? LOWEST) > LOWEST);
    const order = wanted.toSorted((a, b) => (scores[b] ?? LOWEST) - (scores[a] ?? LOWEST));
    if (order[0] === undefined) return NONE_WANTED;
    if (new Set(order.map((option) => scores[option])).size < order.length)
      return rejected('invalid', 'a ranking puts no two options level, but those that come last');
    return read({ optionId: order[0], scores: ranking(order, options.length) });
  },
  readOrder: (options, named) =>
    named[0] === undefined
      ? rejected('invalid', 'a ranking names one option at least')
      : read({ optionId: named[0], scores: ranking(named, options.length) }),
  ofMembers: (means) => means,
  rule: 'one-against-one',
};

/**
 * Days on which a family can come, can come if need be, or cannot: a score of 4 or 5, of 2 or 3, and of 1. Each is kept,
 * so that of a day that is added later the family has said nothing.
 */
const dates: BallotKind = {
  read: (options, scores) => {
    const [favourite] = bestOf(options, scores);
    // No day at all is an answer, too.
    const said = Object.fromEntries(options.map((option) => [option, scores[option] ?? LOWEST]));
    return read(
      favourite === undefined ? { optionId: SIT_OUT, scores: {} } : { optionId: favourite, scores: inThree(said) },
    );
  },
  ofMembers: (means) => inThree(means),
  rule: 'days',
};

const inThree = (scores: Scores): Scores =>
  Object.fromEntries(
    Object.entries(scores).map(([option, score]) => [option, score >= GLAD ? 5 : score > LOWEST ? IF_NEED_BE : LOWEST]),
  );

const KINDS: Readonly<Record<PollKind, BallotKind>> = { choice, score, approval, rank, dates };

/** How a poll of this kind is answered; one of one choice when it says nothing. */
export const ballotKind = (kind: Poll['kind']): BallotKind => KINDS[kind ?? 'choice'];
