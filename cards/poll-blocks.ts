import { SIT_OUT } from '../trips/polls/choice.ts';
import { type ActionStyle, button, clip, type InputChoiceSet, line, run } from './adaptive-elements.ts';
import { type Block, type Blocks, onButton, rows } from './button-rows.ts';
import { aboutLines, ruledOutBlocks, sharedBlocks } from './found-blocks.ts';
import { LIMIT } from './limits.ts';
import type { PollCard, PollCardOption } from './reply.ts';
import { sharedWhy, withoutShared } from './shared-why.ts';
import type { Words } from './words/catalogue.ts';

/** Characters of a bar. */
const BAR = 10;

/** A poll as one reader may answer it. */
export const pollBlocks = (card: PollCard, style: ActionStyle, words: Words): Blocks => {
  const { say, card: own, ballots } = words;
  const takes = card.takes ?? 'choice';
  const open = card.status === 'open';
  const voted = card.options.some(({ mine }) => mine);
  const votes = card.options.reduce((sum, option) => sum + option.votes, 0);
  const named = (families: readonly string[]): string =>
    families.length === 0 ? '' : say.list(families.map((name) => clip(say.family(name), LIMIT.label)));
  const blocks: Block[] = [[line([run(own.asks(clip(card.askedBy, LIMIT.label)), { isSubtle: true })])]];
  if (!open) {
    const ended = card.status === 'finalized' ? own.settled : own.closed;
    const outcome = card.outcome === undefined ? '' : ` ${clip(card.outcome, LIMIT.title)}`;
    blocks.push([line([run(ended, { weight: 'Bolder', color: 'Accent' }), run(outcome)])]);
  }
  const shared = sharedWhy(card.options);
  const counted = votes === 0 && card.anonymous && open ? undefined : votes;
  card.options.forEach((option, index) => {
    blocks.push(optionBlock(withoutShared(option, shared), index + 1, { ...card, takes }, counted, words));
  });
  blocks.push(...sharedBlocks(card.options, shared, words), ...ruledOutBlocks(card.ruledOut, words));
  const recorded = named(card.recorded ?? []);
  if (recorded !== '') blocks.push([line([run(own.recorded(recorded), { isSubtle: true })])]);
  if (card.quorum !== undefined && open) blocks.push([line([run(own.quorum(card.quorum), { isSubtle: true })])]);
  if (card.anonymous && open) blocks.push([line([run(own.anonymous, { isSubtle: true })])]);
  const out = named(card.sittingOut ?? []);
  if (out !== '') blocks.push([line([run(own.sittingOut(out), { isSubtle: true })])]);
  const waiting = named(card.waitingFor);
  if (waiting !== '') blocks.push([line([run(open ? own.waitingFor(waiting) : own.didNotVote(waiting))])]);
  if (!open) return { title: clip(card.question, LIMIT.title), blocks };
  if (card.closes !== undefined) blocks.push([line([run(own.ends(clip(card.closes, LIMIT.label)))])]);
  if (card.votingFor !== undefined) {
    const family = clip(say.family(card.votingFor), LIMIT.label);
    blocks.push([
      line([run(own.youVoteFor(family, ballots.byClick(takes), voted && takes === 'choice'), { isSubtle: true })]),
    ]);
  }
  return {
    title: clip(card.question, LIMIT.title),
    blocks: [
      ...blocks,
      ...(takes === 'rank' || takes === 'dates' ? inputs : buttons)({ ...card, takes }, style, words),
      ...(card.mayAdd ? addition(card, style, words) : []),
    ],
  };
};

interface Voting extends PollCard {
  readonly takes: NonNullable<PollCard['takes']>;
}

const votingIn = ({ tripId, pollId }: PollCard, input: Readonly<Record<string, unknown>> = {}) => ({
  skill: 'vote',
  input: { ...(tripId ? { tripId } : {}), pollId, ...input },
});

/** A button an option, where pressing one is an answer. */
const buttons = (card: Voting, style: ActionStyle, words: Words): readonly Block[] => [
  ...rows(
    card.options.map(({ optionId, text }, index) =>
      button(onButton(`${index + 1}. ${text}`), votingIn(card, { optionId }), style),
    ),
  ),
  ...sitOut(card, style, words),
];

/** A list an option and one button that sends them, where an answer says something of every option. */
const inputs = (card: Voting, style: ActionStyle, words: Words): readonly Block[] => [
  ...card.options.map((option, index): Block => [inputFor(option, index + 1, card, words)]),
  ...rows([button(onButton(words.ballots.send), votingIn(card, { filled: {} }), style)]),
  ...sitOut(card, style, words),
];

const inputFor = (
  { optionId, text, own }: PollCardOption,
  number: number,
  { takes, options }: Voting,
  { ballots }: Words,
): InputChoiceSet => ({
  type: 'Input.ChoiceSet',
  id: optionId,
  label: `${number}. ${clip(text, LIMIT.label)}`,
  style: 'compact',
  ...(takes === 'dates'
    ? {
        value: own?.day ?? 'no',
        choices: (['yes', 'if-need-be', 'no'] as const).map((value) => ({ title: ballots.day(value), value })),
      }
    : {
        value: `${own?.place ?? NO_PLACE}`,
        choices: [
          { title: ballots.noPlace, value: NO_PLACE },
          ...options.map((_, index) => ({ title: ballots.place(index + 1), value: `${index + 1}` })),
        ],
      }),
});
/** Stands for no place in a ranking: a client may leave out what is empty. */
const NO_PLACE = '-';

const sitOut = (card: Voting, style: ActionStyle, { card: own }: Words): readonly Block[] =>
  card.maySitOut ? rows([button(onButton(own.sitOut), votingIn(card, { optionId: SIT_OUT }), style)]) : [];

/** A line in which an option is written that is not there yet. */
const addition = ({ tripId, pollId }: PollCard, style: ActionStyle, { ballots }: Words): readonly Block[] => {
  const act = { skill: 'add-option', input: { ...(tripId ? { tripId } : {}), pollId, filled: {} } };
  return [
    [
      {
        type: 'Input.Text',
        id: 'new_option',
        label: ballots.newOption,
        placeholder: ballots.newOptionExample,
        maxLength: MOST_CHARACTERS,
      },
      { type: 'ActionSet', actions: [button(onButton(ballots.add), act, style)] },
    ],
  ];
};
/** As much as a card's input may send. */
const MOST_CHARACTERS = 100;

/** How full the bar of an option is, 0 to 1. */
const fullness = (
  { votes, score, beats = 0, ifNeedBe = 0, cannot = 0 }: PollCardOption,
  { takes, options }: Voting,
  all: number,
): number => {
  switch (takes) {
    case 'score':
      return (Number(score ?? 1) - 1) / 4;
    case 'rank':
      return options.length < 2 ? 0 : beats / (options.length - 1);
    case 'dates':
      return (votes + ifNeedBe / 2) / Math.max(1, votes + ifNeedBe + cannot);
    default:
      return all === 0 ? 0 : votes / all;
  }
};

const optionBlock = (
  option: PollCardOption,
  number: number,
  card: Voting,
  /** Of all options together; absent while they are kept secret. */
  votes: number | undefined,
  words: Words,
): Block => {
  const filled = Math.round(fullness(option, card, votes ?? 0) * BAR);
  const mine = option.mine ? words.ballots.mine(option.own ?? {}) : '';
  return [
    line(
      [
        run(`${option.mine && option.own?.day !== 'no' ? '✓ ' : ''}${number}. ${clip(option.text, LIMIT.label)}`, {
          weight: 'Bolder',
        }),
        run(mine, { color: 'Accent' }),
      ],
      { separator: true },
    ),
    ...aboutLines(option, words),
    ...(votes === undefined
      ? []
      : [
          line([run(`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${words.ballots.stands(card.takes, option)}`)], {
            spacing: 'None',
          }),
        ]),
  ];
};
