import type { PollKind } from '../../../trips/polls/poll.ts';
import { oneOf } from './card.ts';
import { say } from './say.ts';

/** How an option stands, as its poll's kind counts it. */
export interface OptionStands {
  readonly votes: number;
  /** The mean of the scores: `3.7`. */
  readonly score?: string | undefined;
  /** Of how many other options it beats how many, one against one. */
  readonly beats?: number | undefined;
  readonly ifNeedBe?: number | undefined;
  readonly cannot?: number | undefined;
}

/** What one family gave an option, where the kind of poll has more than yes. */
export interface OwnAnswer {
  readonly score?: number | undefined;
  /** In a ranking, counted from 1. */
  readonly place?: number | undefined;
  readonly day?: DayAnswer | undefined;
}

/** Whether a family can come on a date. */
export type DayAnswer = 'yes' | 'if-need-be' | 'no';

const DAYS: Readonly<Record<DayAnswer, string>> = { yes: 'yes', 'if-need-be': 'if need be', no: 'no' };

const nth = (place: number): string => `${place}${['th', 'st', 'nd', 'rd'][place] ?? 'th'}`;

const given = ({ score, place, day }: OwnAnswer): string | undefined =>
  score !== undefined ? `${score}` : place !== undefined ? nth(place) : day && DAYS[day];

/** How an option stands where a vote says more than yes; nothing before the first score. */
const graded = (
  kind: 'score' | 'rank' | 'dates',
  { votes, score, beats = 0, ifNeedBe = 0, cannot = 0 }: OptionStands,
): string | undefined => {
  if (kind === 'score') return score === undefined ? undefined : `${score} of 5`;
  if (kind === 'rank') return `ahead of ${beats}${votes > 0 ? `, first for ${votes}` : ''}`;
  return [`${votes} yes`, ifNeedBe > 0 && `${ifNeedBe} if need be`, cannot > 0 && `${cannot} no`]
    .filter(Boolean)
    .join(', ');
};

/** How polls of each kind are answered and counted. */
export const ballots = {
  /** What a poll of the kind asks of every family. */
  asks: (kind: PollKind): string =>
    ({
      choice: 'One vote a family',
      score: 'Each family scores every option, 5 the best',
      approval: 'Each family picks all that suit it',
      rank: 'Each family ranks the options, best first',
      dates: 'Each family says when it can come: yes, if need be, or no',
    })[kind],
  /** What a family does with a ballot: `vote 2) Salty Pelican`. */
  chooses: (kind: Exclude<PollKind, 'dates'>, named: readonly string[]): string =>
    kind === 'rank'
      ? `rank ${named.map((one, place) => (place === 0 ? `${one} first` : `then ${one}`)).join(', ')}`
      : `${{ choice: 'vote', score: 'score', approval: 'pick' }[kind]} ${say.list(named)}`,
  /** The same of dates. */
  canCome: (yes: readonly string[], ifNeedBe: readonly string[]): string =>
    ifNeedBe.length === 0
      ? `say yes to ${say.list(yes)}`
      : yes.length === 0
        ? `can only come if need be: ${say.list(ifNeedBe)}`
        : `say yes to ${say.list(yes)}, and if need be to ${say.list(ifNeedBe)}`,
  canNever: 'say no to all of them',
  /** How an option stands, beside its name on a card. */
  stands: (kind: PollKind, option: OptionStands): string =>
    kind === 'choice' || kind === 'approval' ? say.families(option.votes) : (graded(kind, option) ?? 'no scores'),
  /** The same in a line of text. */
  counted: (kind: PollKind, option: OptionStands): string =>
    kind === 'choice' || kind === 'approval' ? say.votes(option.votes) : (graded(kind, option) ?? ''),
  /** Where an option stands in the line that tells of all: `Taverna 3.7`. */
  soFar: (
    kind: PollKind,
    text: string,
    { votes, score, beats = 0, ifNeedBe = 0 }: OptionStands,
    weighed: number | undefined,
  ): string => {
    switch (kind) {
      case 'score':
        return `${text} ${score ?? ''}`.trim();
      case 'rank':
        return `${text} ahead of ${beats}`;
      case 'dates':
        return `${text} ${votes} yes${ifNeedBe > 0 ? ` + ${ifNeedBe} if need be` : ''}`;
      default:
        return `${text} ${weighed === undefined ? votes : `${votes} (counting ${weighed})`}`;
    }
  },
  /** What the reader's family gave, beside the option's name on a card, and in a line of text. */
  mine: (answer: OwnAnswer): string => {
    const said = given(answer);
    return said === undefined ? " (your family's choice)" : ` (your family: ${said})`;
  },
  yours: (answer: OwnAnswer): string => {
    const said = given(answer);
    return said === undefined ? ' (yours)' : ` (yours: ${said})`;
  },
  /** How a vote is typed, where there are no buttons: the words after `For the Chens by 20:00: `. */
  howTo: (kind: Exclude<PollKind, 'choice'>, last: number): string =>
    ({
      score: `score each, 5 the best, e.g. "1=4 ${last}=2"`,
      approval: `reply all that suit you, e.g. "1 ${last}"`,
      rank: `rank them, best first, e.g. "${last} 1"`,
      dates: `say when you can, e.g. "1 yes, 2 maybe${last > 2 ? `, ${last} no` : ''}"`,
    })[kind],
  /** What a click does, on a card. */
  byClick: (kind: PollKind): string =>
    ({
      choice: 'one family, one vote.',
      score: 'score each option, 5 the best. Choose one to score it, or to change its score.',
      approval: 'choose all that suit you; choose one again to take it back.',
      rank: 'give the options places, 1 the best, and send. What has no place comes last.',
      dates: 'say for each date whether you can come, and send.',
    })[kind],
  /** What answers a vote that does not fit the kind of poll. */
  needs: (kind: PollKind, question: string, last: number): string =>
    ({
      choice: `"${question}" takes one answer: reply one number, ${oneOf(last)}.`,
      score: 'In this poll each option has a score, 5 the best: e.g. "1=4 2=2".',
      approval: 'In this poll you pick all that suit you, without scores: e.g. "1 3".',
      rank: `In this poll you rank the options, best first: e.g. "${last} 1".`,
      dates: 'In this poll you say when you can come: e.g. "1 yes, 2 maybe, 3 no".',
    })[kind],
  /** What answers several options where one is to be said. */
  oneOfThem: (named: readonly string[]): string =>
    `This poll takes one answer a family. Which of them: ${say.either(named)}?`,
  /** What answers words that fit several options: `friday`, where two have one. */
  whichOfThem: (named: readonly string[]): string => `Which of them do you mean: ${say.either(named)}?`,
  /** What answers words that only say what is not wanted. */
  notThose: (kind: PollKind, not: readonly string[], others: readonly string[]): string =>
    others.length === 1
      ? `Not ${say.either(not)}, then. Is it ${say.list(others)} for your family? Send its number.`
      : `Not ${say.either(not)}, then. ${
          kind === 'choice'
            ? `Which of the others shall it be: ${say.either(others)}?`
            : kind === 'dates' || kind === 'approval'
              ? `Which of the others suit you: ${say.either(others)}? All of them: "all but ${not.map((one) => one.split(')', 1)[0]).join(' and ')}".`
              : ballots.needs(kind, '', not.length + others.length)
        }`,
  day: (answer: DayAnswer): string => ({ yes: 'Yes', 'if-need-be': 'If need be', no: 'No' })[answer],
  place: (place: number): string => nth(place),
  noPlace: 'No place',
  send: 'Send our answer',
  newOption: 'Something else?',
  newOptionExample: 'Another option',
  add: 'Add it',
  mayAdd: 'To add one: "add an option: ...".',
  canYou: (date: string): string => `Can your family come on ${date}?`,
  placeTwice: 'Two options have the same place: give each its own, or none.',
  nothingSaid: 'Nothing was said yet: answer for one option at least.',
};
