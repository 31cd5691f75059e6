import { clip, type Element, line, linkButton, run } from './adaptive-elements.ts';
import { onButton } from './button-rows.ts';
import { capital } from './found-text.ts';
import { letterOf } from './letters.ts';
import { LIMIT } from './limits.ts';
import type { DraftCard, FoundOption, RuledOut } from './reply.ts';
import { sharedWhy, withoutShared } from './shared-why.ts';
import type { Words } from './words/catalogue.ts';

/** What is known of an option, a line for each sort of thing. */
export const aboutLines = (
  { text, details, place, picture, price, total, yours, shares, why, forYou, source }: FoundOption,
  { card: own }: Words,
): readonly Element[] => {
  const prices = [price, total, yours].filter((one) => one !== undefined).map((one) => clip(one, LIMIT.small));
  const link = picture === undefined ? undefined : linkButton(onButton(own.see(text)), picture);
  const about = [details && clip(details, LIMIT.note), place && clip(place, LIMIT.label), ...prices]
    .filter(Boolean)
    .join(' · ');
  const lines = [
    about !== '' && line([run(about, { isSubtle: true })], { spacing: 'None' }),
    shares !== undefined && line([run(clip(shares, LIMIT.note), { isSubtle: true })], { spacing: 'None' }),
    why !== undefined && line([run(clip(capital(why), LIMIT.note))], { spacing: 'None' }),
    forYou !== undefined &&
      line([run(own.forYou, { weight: 'Bolder' }), run(` ${clip(forYou, LIMIT.note)}`)], { spacing: 'None' }),
    source !== undefined && line([run(own.from(clip(source, LIMIT.label)), { isSubtle: true })], { spacing: 'None' }),
  ];
  const said: readonly Element[] = lines.filter((one) => one !== false);
  return link ? [...said, { type: 'ActionSet', actions: [link] }] : said;
};

/** What speaks for all options alike, said once. */
export const sharedBlocks = (
  options: readonly FoundOption[],
  shared: readonly string[],
  { card: own }: Words,
): readonly (readonly Element[])[] =>
  shared.length === 0
    ? []
    : [[line([run(clip(own.ofAll(options.length, shared.join(', ')), LIMIT.note))], { separator: true })]];

/** What was found and cannot be chosen, struck out, with the reason beside it. */
export const ruledOutBlocks = (
  ruledOut: readonly RuledOut[] | undefined,
  { card: own }: Words,
): readonly (readonly Element[])[] =>
  (ruledOut ?? []).map(({ text, why, source }, index) => [
    ...(index === 0 ? [line([run(own.ruledOut, { weight: 'Bolder' })], { separator: true })] : []),
    line([run(clip(text, LIMIT.label), { strikethrough: true }), run(`: ${clip(why, LIMIT.note)}`)], {
      spacing: 'Small',
    }),
    ...(source === undefined
      ? []
      : [line([run(own.from(clip(source, LIMIT.label)), { isSubtle: true })], { spacing: 'None' })]),
  ]);

/** A poll that nobody votes on yet. */
export const draftBlocks = (card: DraftCard, words: Words) => {
  const shared = sharedWhy(card.options);
  return {
    title: clip(card.question, LIMIT.title),
    blocks: [
      [line([run(words.card.draft, { isSubtle: true })])],
      ...card.options.map((option, index) => [
        line([run(`${letterOf(index)}. ${clip(option.text, LIMIT.label)}`, { weight: 'Bolder' })], { separator: true }),
        ...aboutLines(withoutShared(option, shared), words),
      ]),
      ...sharedBlocks(card.options, shared, words),
      ...ruledOutBlocks(card.ruledOut, words),
      ...(card.closes === undefined ? [] : [[line([run(words.card.wouldEnd(clip(card.closes, LIMIT.label)))])]]),
    ],
  };
};
