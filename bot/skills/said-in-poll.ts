import { DAY_SCORES, HIGHEST } from '../../trips/consensus/ballot.ts';
import type { Said as Choosing, Scores } from '../../trips/polls/choice.ts';
import { ballotId, ballots, type Poll } from '../../trips/polls/poll.ts';
import type { BallotWords } from '../understanding/ballot-words.ts';
import { optionsInOrder } from '../understanding/option-words.ts';
import { dayChoices, scoreChoices } from '../views/ballot.ts';
import type { Said, TripContext } from './skill.ts';

/** What comes of an answer: a ballot to cast, or what to say instead. */
export type Reading = { readonly cast: Choosing } | { readonly say: Said };

/** Several options by number, in a poll of any kind. */
export const readSeveral = async (context: TripContext, poll: Poll, given: BallotWords): Promise<Reading> => {
  const { polls, ballots: words } = context.words;
  const { kind = 'choice', options } = poll;
  const { scores, picks, days } = given;
  const count = options.length;
  const idOf = (number: string | number): string => options[Number(number) - 1]?.optionId ?? '';
  const out = [...Object.keys(scores ?? days ?? {}), ...(picks ?? []).map(String)].find(
    (number) => idOf(number) === '',
  );
  const unfit: Reading = { say: { text: words.needs(kind, poll.question, count) } };
  const byId = (all: Scores): Scores =>
    Object.fromEntries(Object.entries(all).map(([number, score]) => [idOf(number), score]));
  const fits = { choice: false, score: scores, approval: picks, rank: picks, dates: days ?? picks }[kind];
  if (!fits && poll.status === 'open') return unfit;
  if (out !== undefined) return { say: { text: polls.noSuchOption(count, out) } };
  if (picks) return { cast: picks.map(idOf) };
  if (!days) return { cast: byId(scores ?? {}) };
  const said = byId(Object.fromEntries(Object.entries(days).map(([number, day]) => [number, DAY_SCORES[day]])));
  // One date alone is told beside what the family has said of the others.
  return { cast: Object.keys(said).length === 1 ? { ...(await saidBefore(context, poll)), ...said } : said };
};

/** One option that was pressed: asks how good it is where that matters, or adds it to what the family has said. */
export const readOne = async (
  context: TripContext,
  poll: Poll,
  optionId: string,
  { score, pressed }: { readonly score: number | undefined; readonly pressed: boolean },
): Promise<Reading> => {
  const { words } = context;
  const text = poll.options.find((option) => option.optionId === optionId)?.text;
  const asks = text !== undefined && score === undefined && poll.status === 'open';
  switch (poll.kind) {
    case 'score':
      if (asks) return { say: { text: words.polls.howGood(text), choices: scoreChoices(poll, optionId, words) } };
      return { cast: { ...(await saidBefore(context, poll)), [optionId]: score ?? HIGHEST } };
    case 'dates':
      if (asks && pressed)
        return { say: { text: words.ballots.canYou(text), choices: dayChoices(poll, optionId, words) } };
      return { cast: score === undefined ? [optionId] : { ...(await saidBefore(context, poll)), [optionId]: score } };
    case 'approval':
      return { cast: pressed ? await toggled(context, poll, optionId) : optionId };
    default:
      return { cast: optionId };
  }
};

/** Says that something is not so, or perhaps: which of several options it is said of is not guessed. */
const DOUBT =
  /\b(?:not|no|nope|never|neither|except|but|can'?t|cannot|don'?t|won'?t|doesn'?t|maybe|perhaps|possibly|if|before|over|than|last|least|worst|tal vez|quiz[aá]s?|excepto|menos|pero|antes|[uú]ltim[ao]|peor)\b/i;

/** Options by what they are called, in a poll where naming several says something: in the order they are wanted, or as dates on which the family can come. */
export const readNamed = ({ words }: TripContext, poll: Poll, said: string): Reading | undefined => {
  if ((poll.kind !== 'rank' && poll.kind !== 'dates' && poll.kind !== 'approval') || poll.status !== 'open')
    return undefined;
  const named = optionsInOrder(poll, said);
  if (named.length === 0) return undefined;
  return DOUBT.test(said)
    ? { say: { text: words.ballots.needs(poll.kind, poll.question, poll.options.length) } }
    : { cast: named };
};

/** What was filled in on a card: by option, whether the family can come, or its place. */
export const readFilled = ({ words }: TripContext, poll: Poll, filled: Readonly<Record<string, string>>): Reading => {
  const answers = poll.options.flatMap(({ optionId }) => {
    const answer = filled[optionId];
    return answer === undefined ? [] : [{ optionId, answer }];
  });
  if (poll.kind === 'dates') {
    const days = answers.flatMap(({ optionId, answer }) => {
      const score = Object.hasOwn(DAY_SCORES, answer) ? DAY_SCORES[answer as keyof typeof DAY_SCORES] : undefined;
      return score === undefined ? [] : [[optionId, score] as const];
    });
    return days.length === 0 ? { say: { text: words.ballots.nothingSaid } } : { cast: Object.fromEntries(days) };
  }
  const placed = answers
    .map(({ optionId, answer }) => ({ optionId, place: Number(answer) }))
    .filter(({ place }) => Number.isInteger(place) && place > 0)
    .sort((a, b) => a.place - b.place);
  if (placed.length === 0) return { say: { text: words.ballots.nothingSaid } };
  if (new Set(placed.map(({ place }) => place)).size < placed.length)
    return { say: { text: words.ballots.placeTwice } };
  return { cast: placed.map(({ optionId }) => optionId) };
};

/** What the family picks once it has pressed one option: that one more, or one less. */
const toggled = async (context: TripContext, poll: Poll, optionId: string): Promise<Choosing> => {
  const { [optionId]: had, ...others } = (await saidBefore(context, poll)) ?? {};
  return had !== undefined && Object.keys(others).length > 0 ? others : { ...others, [optionId]: HIGHEST };
};

/** The scores of the family's ballot so far. */
export const saidBefore = async ({ house, member }: TripContext, poll: Poll): Promise<Scores | undefined> =>
  (await house.records.read(ballots, member.trip.id, ballotId(poll.id, member.participation.familyId)))?.scores;
