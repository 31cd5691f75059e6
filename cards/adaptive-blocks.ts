import { sayFamily } from '../trips/families/family.ts';
import {
  type ActionSet,
  type ActionStyle,
  button,
  clip,
  type Element,
  line,
  linkButton,
  run,
} from './adaptive-elements.ts';
import type { Card, Choice, FactsCard, ItineraryCard, PollCard, PollCardOption } from './reply.ts';

/** A stretch of a card that is not torn over two pages. */
export type Block = readonly Element[];

/** What every page begins with, and what is spread over the pages. */
export interface Blocks {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Bytes of UTF-8 that one saying may have on a card; the domain's own limits are far below. */
const LIMIT = { title: 600, label: 200, note: 300, small: 60, button: 80 } as const;
/** Teams and Web Chat show this many buttons in a row; more would be hidden. https://adaptivecards.io/explorer/ActionSet.html */
const BUTTONS_IN_A_ROW = 5;
/** Keeps every block, at its longest, well under a card. */
const ITEMS_IN_A_BLOCK = 8;
const BAR = 10;

/** The card's content in reading order. */
export const blocksOf = (card: Card, style: ActionStyle): Blocks => {
  switch (card.kind) {
    case 'poll':
      return pollBlocks(card, style);
    case 'itinerary':
      return itineraryBlocks(card);
    case 'facts':
      return factsBlocks(card);
  }
};

/** The choices as rows of buttons. */
export const choiceBlocks = (choices: readonly Choice[], style: ActionStyle): readonly Block[] =>
  rows(choices.map(({ label, act }) => button(clip(label, LIMIT.button), act, style)));

const rows = (buttons: ActionSet['actions']): readonly Block[] =>
  chunks(buttons, BUTTONS_IN_A_ROW).map((actions) => [{ type: 'ActionSet', actions }]);

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

const pollBlocks = (card: PollCard, style: ActionStyle): Blocks => {
  const open = card.status === 'open';
  const voted = card.options.some(({ mine }) => mine);
  const votes = card.options.reduce((sum, option) => sum + option.votes, 0);
  const blocks: Block[] = [[line([run(`${clip(card.askedBy, LIMIT.label)} asks`, { isSubtle: true })])]];
  if (!open) {
    const ended = card.status === 'finalized' ? 'Settled.' : 'Voting is closed.';
    const outcome = card.outcome === undefined ? '' : ` ${clip(card.outcome, LIMIT.title)}`;
    blocks.push([line([run(ended, { weight: 'Bolder', color: 'Accent' }), run(outcome)])]);
  }
  card.options.forEach((option, index) => {
    blocks.push(optionBlock(option, index + 1, votes));
  });
  const waiting = card.waitingFor.map((name) => clip(sayFamily(name), LIMIT.label)).join(', ');
  if (waiting !== '') blocks.push([line([run(open ? `Waiting for ${waiting}.` : `Did not vote: ${waiting}.`)])]);
  if (!open) return { title: clip(card.question, LIMIT.title), blocks };
  if (card.closes !== undefined) blocks.push([line([run(`Voting ends ${clip(card.closes, LIMIT.label)}.`)])]);
  if (card.votingFor !== undefined) {
    const family = clip(sayFamily(card.votingFor), LIMIT.label);
    const change = voted ? ' Choose another to change it until voting ends.' : '';
    blocks.push([line([run(`You vote for ${family}: one family, one vote.${change}`, { isSubtle: true })])]);
  }
  const vote = card.options.map(({ optionId, text }, index) =>
    button(
      clip(`${index + 1}. ${text}`, LIMIT.button),
      { skill: 'vote', input: { ...(card.tripId ? { tripId: card.tripId } : {}), pollId: card.pollId, optionId } },
      style,
    ),
  );
  return { title: clip(card.question, LIMIT.title), blocks: [...blocks, ...rows(vote)] };
};

const optionBlock = (option: PollCardOption, number: number, votes: number): Block => {
  const filled = votes === 0 ? 0 : Math.round((option.votes / votes) * BAR);
  const about = [option.details && clip(option.details, LIMIT.note), option.price && clip(option.price, LIMIT.small)];
  const said = about.filter(Boolean).join(' · ');
  return [
    line(
      [
        run(`${option.mine ? '✓ ' : ''}${number}. ${clip(option.text, LIMIT.label)}`, { weight: 'Bolder' }),
        run(option.mine ? " (your family's choice)" : '', { color: 'Good' }),
      ],
      { separator: true },
    ),
    ...(said === '' ? [] : [line([run(said, { isSubtle: true })], { spacing: 'None' })]),
    line([run(`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${families(option.votes)}`)], { spacing: 'None' }),
  ];
};

const families = (count: number): string => `${count} ${count === 1 ? 'family' : 'families'}`;

const itineraryBlocks = (card: ItineraryCard): Blocks => {
  const blocks: Block[] = [];
  if (card.total !== undefined) blocks.push([line([run(clip(card.total, LIMIT.label), { weight: 'Bolder' })])]);
  for (const check of card.checks) {
    const mark = check.ok ? run('✓ ', { color: 'Good' }) : run('✗ ', { color: 'Attention' });
    blocks.push([line([mark, run(clip(check.text, LIMIT.note))], { spacing: 'None' })]);
  }
  for (const { label, items } of card.days) {
    chunks(items, ITEMS_IN_A_BLOCK).forEach((part, index) => {
      const heading = `${clip(label, LIMIT.label)}${index === 0 ? '' : ' (continued)'}`;
      blocks.push([line([run(heading, { weight: 'Bolder' })], { separator: true }), ...part.map(itemLine)]);
    });
    if (items.length === 0) {
      blocks.push([line([run(clip(label, LIMIT.label), { weight: 'Bolder' }), run(': free')], { separator: true })]);
    }
  }
  card.gaps.forEach((gap, index) => {
    const heading = index === 0 ? [line([run('Still open', { weight: 'Bolder' })], { separator: true })] : [];
    blocks.push([...heading, line([run(`• ${clip(gap, LIMIT.note)}`)], { spacing: 'None' })]);
  });
  const whole = card.link === undefined ? undefined : linkButton('Open the whole plan', card.link);
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
