import { SIT_OUT } from '../trips/polls/choice.ts';
import {
  type Action,
  type ActionSet,
  type ActionStyle,
  button,
  clip,
  type Element,
  line,
  linkButton,
  run,
} from './adaptive-elements.ts';
import { aboutLines, draftBlocks, ruledOutBlocks, sharedBlocks } from './found-blocks.ts';
import { LIMIT } from './limits.ts';
import type { Card, Choice, FactsCard, ItineraryCard, PollCard, PollCardOption } from './reply.ts';
import { sharedWhy, withoutShared } from './shared-why.ts';
import type { Words } from './words/catalogue.ts';

/** A stretch of a card that is not torn over two pages. */
export type Block = readonly Element[];

/** What every page begins with, and what is spread over the pages. */
export interface Blocks {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Pixels a row of buttons may take: what a phone 320 wide leaves of a card. Buttons that run over it are cut off, not wrapped. */
const ROW_WIDTH = 288;
/** Pixels a button takes besides its words, and one character of them, as Teams draws them. */
const BUTTON_WIDTH = 40;
const CHARACTER_WIDTH = 7;
/** Keeps every block, at its longest, well under a card. */
const ITEMS_IN_A_BLOCK = 8;
const BAR = 10;

/** The card's content in reading order. */
export const blocksOf = (card: Card, style: ActionStyle, words: Words): Blocks => {
  switch (card.kind) {
    case 'poll':
      return pollBlocks(card, style, words);
    case 'draft':
      return draftBlocks(card, words);
    case 'itinerary':
      return itineraryBlocks(card, words);
    case 'facts':
      return factsBlocks(card);
  }
};

/** The choices as rows of buttons; where one is too long for a button, all stand in full above them, numbered. */
export const choiceBlocks = (choices: readonly Choice[], style: ActionStyle): readonly Block[] => {
  const listed = choices.some(({ label }) => onButton(label) !== label);
  const lines = listed
    ? choices.map(({ label }, index): Block => [line([run(`${index + 1}. ${clip(label, LIMIT.title)}`)])])
    : [];
  const named = ({ label }: Choice, index: number): string => (listed ? `${index + 1}. ${label}` : label);
  return [...lines, ...rows(choices.map((choice, index) => button(onButton(named(choice, index)), choice.act, style)))];
};

/** How broad words are, in characters of the Latin script. */
const breadth = (words: string): number => [...words].reduce((sum, one) => sum + (one > '\u2E7F' ? 2 : 1), 0);

/** Words as they fit on a button of a phone, with … where they were cut. */
const onButton = (words: string): string => {
  const most = Math.floor((ROW_WIDTH - BUTTON_WIDTH) / CHARACTER_WIDTH);
  const clean = clip(words, LIMIT.title);
  if (breadth(clean) <= most) return clean;
  let cut = '';
  for (const one of clean) {
    if (breadth(cut + one) >= most) break;
    cut += one;
  }
  return `${cut}…`;
};

/** As many buttons beside each other as a phone has room for, in their order. */
const rows = (buttons: ActionSet['actions']): readonly Block[] => {
  const sets: Action[][] = [];
  let room = 0;
  for (const one of buttons) {
    const width = BUTTON_WIDTH + CHARACTER_WIDTH * breadth(one.title);
    const row = width <= room ? sets.at(-1) : undefined;
    if (row) row.push(one);
    else sets.push([one]);
    room = (row ? room : ROW_WIDTH) - width;
  }
  return sets.map((actions) => [{ type: 'ActionSet', actions }]);
};

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

const pollBlocks = (card: PollCard, style: ActionStyle, words: Words): Blocks => {
  const { say, card: own } = words;
  const open = card.status === 'open';
  const voted = card.options.some(({ mine }) => mine);
  const votes = card.options.reduce((sum, option) => sum + option.votes, 0);
  const named = (families: readonly string[]): string =>
    families.map((name) => clip(say.family(name), LIMIT.label)).join(', ');
  const blocks: Block[] = [[line([run(own.asks(clip(card.askedBy, LIMIT.label)), { isSubtle: true })])]];
  if (!open) {
    const ended = card.status === 'finalized' ? own.settled : own.closed;
    const outcome = card.outcome === undefined ? '' : ` ${clip(card.outcome, LIMIT.title)}`;
    blocks.push([line([run(ended, { weight: 'Bolder', color: 'Accent' }), run(outcome)])]);
  }
  const shared = sharedWhy(card.options);
  const counted = votes === 0 && card.anonymous && open ? undefined : votes;
  card.options.forEach((option, index) => {
    blocks.push(optionBlock(withoutShared(option, shared), index + 1, counted, card.takes, words));
  });
  blocks.push(...sharedBlocks(card.options, shared, words), ...ruledOutBlocks(card.ruledOut, words));
  const recorded = named(card.recorded ?? []);
  if (recorded !== '') blocks.push([line([run(own.recorded(recorded), { isSubtle: true })])]);
  if (card.anonymous && open) blocks.push([line([run(own.anonymous, { isSubtle: true })])]);
  const out = named(card.sittingOut ?? []);
  if (out !== '') blocks.push([line([run(own.sittingOut(out), { isSubtle: true })])]);
  const waiting = named(card.waitingFor);
  if (waiting !== '') blocks.push([line([run(open ? own.waitingFor(waiting) : own.didNotVote(waiting))])]);
  if (!open) return { title: clip(card.question, LIMIT.title), blocks };
  if (card.closes !== undefined) blocks.push([line([run(own.ends(clip(card.closes, LIMIT.label)))])]);
  if (card.votingFor !== undefined) {
    const family = clip(say.family(card.votingFor), LIMIT.label);
    blocks.push([line([run(own.youVoteFor(family, card.takes ?? 'choice', voted), { isSubtle: true })])]);
  }
  const trip = card.tripId ? { tripId: card.tripId } : {};
  const voting = (optionId: string) => ({ skill: 'vote', input: { ...trip, pollId: card.pollId, optionId } });
  const vote = card.options.map(({ optionId, text }, index) =>
    button(onButton(`${index + 1}. ${text}`), voting(optionId), style),
  );
  const sitOut = card.maySitOut ? rows([button(onButton(own.sitOut), voting(SIT_OUT), style)]) : [];
  return { title: clip(card.question, LIMIT.title), blocks: [...blocks, ...rows(vote), ...sitOut] };
};

const optionBlock = (
  option: PollCardOption,
  number: number,
  /** Of all options together; absent while they are kept secret. */
  votes: number | undefined,
  takes: PollCard['takes'],
  words: Words,
): Block => {
  const { card: own } = words;
  const share = takes === 'score' ? (Number(option.score ?? 1) - 1) / 4 : !votes ? 0 : option.votes / votes;
  const filled = Math.round(share * BAR);
  const scored = option.score === undefined ? own.noScores : own.score(option.score);
  const count = takes === 'score' ? scored : own.families(option.votes);
  return [
    line(
      [
        run(`${option.mine ? '✓ ' : ''}${number}. ${clip(option.text, LIMIT.label)}`, { weight: 'Bolder' }),
        run(option.mine ? own.mine(option.myScore) : '', { color: 'Accent' }),
      ],
      { separator: true },
    ),
    ...aboutLines(option, words),
    ...(votes === undefined
      ? []
      : [line([run(`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${count}`)], { spacing: 'None' })]),
  ];
};

const itineraryBlocks = (card: ItineraryCard, { card: own }: Words): Blocks => {
  const blocks: Block[] = [];
  if (card.total !== undefined) blocks.push([line([run(clip(card.total, LIMIT.label), { weight: 'Bolder' })])]);
  for (const check of card.checks) {
    const mark = run(check.ok ? '✓ ' : '✗ ', { weight: 'Bolder' });
    blocks.push([line([mark, run(clip(check.text, LIMIT.note))], { spacing: 'None' })]);
  }
  for (const { label, items } of card.days) {
    chunks(items, ITEMS_IN_A_BLOCK).forEach((part, index) => {
      const heading = `${clip(label, LIMIT.label)}${index === 0 ? '' : own.continued}`;
      blocks.push([line([run(heading, { weight: 'Bolder' })], { separator: true }), ...part.map(itemLine)]);
    });
    if (items.length === 0) {
      const free = [run(clip(label, LIMIT.label), { weight: 'Bolder' }), run(`: ${own.free}`)];
      blocks.push([line(free, { separator: true })]);
    }
  }
  card.gaps.forEach((gap, index) => {
    const heading = index === 0 ? [line([run(own.stillOpenHeading, { weight: 'Bolder' })], { separator: true })] : [];
    blocks.push([...heading, line([run(`• ${clip(gap, LIMIT.note)}`)], { spacing: 'None' })]);
  });
  const whole = card.link === undefined ? undefined : linkButton(own.openPlan, card.link);
  if (whole) blocks.push([{ type: 'ActionSet', actions: [whole] }]);
  return { title: clip(card.title, LIMIT.title), blocks };
};

const itemLine = (item: ItineraryCard['days'][number]['items'][number]): Element =>
  line(
    [
      run(`${clip(item.time, LIMIT.small)}  `, { weight: 'Bolder' }),
      run(clip(item.title, LIMIT.label)),
      run(item.cost ? ` · ${clip(item.cost, LIMIT.small)}` : ''),
      run(item.note ? ` (${clip(item.note, LIMIT.note)})` : '', { isSubtle: true }),
    ],
    { spacing: 'Small' },
  );

const factsBlocks = (card: FactsCard): Blocks => ({
  title: clip(card.title, LIMIT.title),
  blocks: card.facts.map(({ label, value }) => [
    line([run(`${clip(label, LIMIT.label)}: `, { weight: 'Bolder' }), run(clip(value, LIMIT.title))], {
      spacing: 'Small',
    }),
  ]),
});
