import { type ActionStyle, button, clip, type Element, line, linkButton, run } from './adaptive-elements.ts';
import { type Block, type Blocks, onButton, rows } from './button-rows.ts';
import { draftBlocks } from './found-blocks.ts';
import { LIMIT } from './limits.ts';
import { pollBlocks } from './poll-blocks.ts';
import type { Card, Choice, FactsCard, ItineraryCard } from './reply.ts';
import type { Words } from './words/catalogue.ts';

/** Keeps every block, at its longest, well under a card. */
const ITEMS_IN_A_BLOCK = 8;

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

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

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
