import { DAY_SCORES, HIGHEST } from '../../trips/consensus/ballot.ts';
import { SIT_OUT } from '../../trips/polls/choice.ts';
import type { Poll } from '../../trips/polls/poll.ts';
import { readSaidOfOptions, type SaidOfOptions } from '../understanding/said-of-options.ts';
import { type Reading, saidBefore } from './said-in-poll.ts';
import type { TripContext } from './skill.ts';

/** What an answer in words comes to in an open poll, as its kind takes it; nothing when the words say more than an answer. */
export const readInWords = async (context: TripContext, poll: Poll, typed: string): Promise<Reading | undefined> => {
  const said = poll.status === 'open' ? readSaidOfOptions(poll, typed) : undefined;
  if (!said) return undefined;
  const { ballots, polls } = context.words;
  const count = poll.options.length;
  if (said.all === 'none') return { cast: SIT_OUT };
  if (said.all === 'any')
    return poll.kind === 'dates' || poll.kind === 'approval'
      ? { cast: poll.options.map(({ optionId }) => optionId) }
      : { say: { text: polls.yoursToSay(count) } };
  if (said.among.length > 0) return { say: { text: ballots.whichOfThem(numbered(poll, said.among)) } };
  return IN_KIND[poll.kind ?? 'choice'](context, poll, said);
};

/** Options as a list to answer: `1) Taverna`. */
const numbered = ({ options }: Poll, ids: readonly string[]): readonly string[] =>
  options.flatMap(({ optionId, text }, index) => (ids.includes(optionId) ? [`${index + 1}) ${text}`] : []));

type InKind = (context: TripContext, poll: Poll, said: SaidOfOptions) => Promise<Reading | undefined>;

const needs = ({ words: { ballots } }: TripContext, { kind = 'choice', question, options }: Poll): Reading => ({
  say: { text: ballots.needs(kind, question, options.length) },
});

/** Asks for what is wanted, where only what is not was said. */
const onlyNot = ({ words: { ballots } }: TripContext, poll: Poll, not: readonly string[]): Reading => {
  const others = poll.options.map(({ optionId }) => optionId).filter((id) => !not.includes(id));
  return { say: { text: ballots.notThose(poll.kind ?? 'choice', numbered(poll, not), numbered(poll, others)) } };
};

const choice: InKind = async (context, poll, { yes, maybe, no }) => {
  const wanted = [...yes, ...maybe];
  const [one, other] = wanted;
  if (one === undefined) return onlyNot(context, poll, no);
  return other === undefined
    ? { cast: one }
    : { say: { text: context.words.ballots.oneOfThem(numbered(poll, wanted)) } };
};

const score: InKind = async (context, poll, { yes, no, maybe, scores }) => {
  if (Object.keys(scores).length > 0) return { cast: { ...(await saidBefore(context, poll)), ...scores } };
  // One that is wanted is asked for its score.
  return yes.length === 1 && no.length + maybe.length === 0 ? undefined : needs(context, poll);
};

const approval: InKind = async (context, poll, { yes, maybe, no, also }) => {
  if (maybe.length > 0) return needs(context, poll);
  const before = also || yes.length === 0 ? Object.keys((await saidBefore(context, poll)) ?? {}) : [];
  const picked = [...new Set([...before, ...yes])].filter((id) => !no.includes(id));
  return picked.length > 0
    ? { cast: Object.fromEntries(picked.map((id) => [id, HIGHEST])) }
    : onlyNot(context, poll, no);
};

const rank: InKind = async (context, poll, { yes, maybe, no }) =>
  yes.length > 0 && maybe.length + no.length === 0 ? { cast: yes } : needs(context, poll);

/** One date alone, and what is no date, is told beside what the family has said of the others. */
const dates: InKind = async (context, poll, { yes, maybe, no, also, only }) => {
  const said = {
    ...Object.fromEntries(yes.map((id) => [id, DAY_SCORES.yes])),
    ...Object.fromEntries(maybe.map((id) => [id, DAY_SCORES['if-need-be']])),
    ...Object.fromEntries(no.map((id) => [id, DAY_SCORES.no])),
  };
  const beside = also || (!only && Object.keys(said).length === 1) || yes.length + maybe.length === 0;
  const before = beside ? await saidBefore(context, poll) : undefined;
  return yes.length + maybe.length === 0 && before === undefined
    ? onlyNot(context, poll, no)
    : { cast: { ...before, ...said } };
};

const IN_KIND: Readonly<Record<NonNullable<Poll['kind']>, InKind>> = { choice, score, approval, rank, dates };
