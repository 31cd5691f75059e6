import type { Language } from '../trips/language.ts';
import { blocksOf, choiceBlocks } from './adaptive-blocks.ts';
import { type ActionStyle, type Element, line, paragraphs, run } from './adaptive-elements.ts';
import type { Block } from './button-rows.ts';
import type { Card, Choice } from './reply.ts';
import type { Words } from './words/catalogue.ts';
import { wordsIn } from './words/words.ts';

/** The content of an attachment of type {@link ADAPTIVE_CARD}. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  /** All its words for who cannot see the card, with Markdown's signs escaped because clients read it as Markdown. */
  readonly fallbackText: string;
  /** What the card is named by for who hears it: clients make it the label of the whole, and read the rest element by element. */
  readonly speak?: string;
  readonly body: readonly Element[];
  readonly refresh?: Refresh;
}

/**
 * How a card in a group becomes each reader's own: Teams asks for it by itself for everybody where few read along,
 * else for the users named; the others ask by hand.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
 */
interface Refresh {
  readonly action: {
    readonly type: 'Action.Execute';
    readonly title: string;
    readonly verb: string;
    readonly data: { readonly view: { readonly tripId: string; readonly pollId: string } };
  };
  readonly userIds: readonly string[];
}

/** Whose view of a card is fetched at once, and the verb it is fetched with. */
export interface OwnViews {
  readonly verb: string;
  readonly userIds: readonly string[];
}

/** The attachment type of an Adaptive Card. */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
/** Bytes of UTF-8 a card may have. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/what-are-cards */
export const MAX_CARD_BYTES = 28 * 1024;
/** What the frame of a card takes: type, schema, version, brackets. */
const FRAME_BYTES = 512;
const PARAGRAPH_BYTES = 1500;
/** Teams renders up to this version of Adaptive Cards. */
const VERSION = '1.5';
/** So many users at most see their own view of a card by itself. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
const MAX_OWN_VIEWS = 60;

/**
 * The card and the choices as Adaptive Cards 1.5, in reading order: one card, or several when one would be over
 * {@link MAX_CARD_BYTES} (a long itinerary), none when there is nothing to show. `text` stands first on the card,
 * for doors that carry no text beside it; with `ownViews` each reader of an open poll gets it with their own family's
 * choice. What people wrote is shown as written: no Markdown, HTML or mention in it works.
 */
export const renderAdaptive = (
  card: Card | undefined,
  choices: readonly Choice[] = [],
  {
    actions,
    text = '',
    ownViews,
    language,
  }: {
    readonly actions: ActionStyle;
    readonly text?: string;
    readonly ownViews?: OwnViews | undefined;
    /** The language of the reply it is part of. */
    readonly language?: Language | undefined;
  },
): readonly AdaptiveCard[] => {
  const words = wordsIn(language);
  const content = card && blocksOf(card, actions, words);
  const said: readonly Block[] = paragraphs(text, PARAGRAPH_BYTES).map((paragraph) => [line([run(paragraph)])]);
  const title = content && heading(content.title);
  const blocks = [
    ...said,
    ...(title ? [[title]] : []),
    ...(content?.blocks ?? []),
    ...choiceBlocks(
      choices.filter((choice) => !isOnCard(choice, card)),
      actions,
    ),
  ];
  if (blocks.length === 0) return [];
  const refresh = ownViews && refreshOf(card, ownViews, words);
  const spoken = spokenAs(content?.title ?? '');
  const whole = asCard(blocks.flat(), spoken, refresh);
  // A character takes three bytes at most: nearly every card is known to fit without being measured block by block.
  if (3 * JSON.stringify(whole).length <= MAX_CARD_BYTES) return [whole];
  const again = (page: number, pages: number): Block =>
    content === undefined ? [] : [heading(pages === 1 ? content.title : words.card.page(content.title, page, pages))];
  const pages = paged(
    blocks,
    cost(again(1, blocks.length)) +
      Buffer.byteLength(JSON.stringify(spoken)) +
      (refresh ? JSON.stringify(refresh).length : 0),
  );
  const first = pages.findIndex((page) => title !== undefined && page.includes(title));
  return pages.map((page, index) => {
    const named = again(index - first + 1, pages.length - first);
    const body =
      index > first ? [...named, ...page] : page.flatMap((element) => (element === title ? named : [element]));
    return asCard(body, spoken, index === 0 ? refresh : undefined);
  });
};

/** Clients may take it for speech markup (SSML), in which these signs have a meaning. */
const spokenAs = (title: string): string => title.replaceAll(/[<>&]/g, ' ').trim();

const refreshOf = (card: Card | undefined, { verb, userIds }: OwnViews, words: Words): Refresh | undefined =>
  card?.kind === 'poll' && card.status === 'open' && card.tripId !== undefined
    ? {
        action: {
          type: 'Action.Execute',
          title: words.card.ownView,
          verb,
          data: { view: { tripId: card.tripId, pollId: card.pollId } },
        },
        userIds: userIds.slice(0, MAX_OWN_VIEWS),
      }
    : undefined;

/** A poll brings its own buttons: a choice that says the same is not shown twice. */
const isOnCard = ({ act }: Choice, card: Card | undefined): boolean =>
  card?.kind === 'poll' &&
  card.status === 'open' &&
  act.skill === 'vote' &&
  act.input.pollId === card.pollId &&
  card.options.some(({ optionId }) => optionId === act.input.optionId);

const heading = (title: string): Element => line([run(title, { weight: 'Bolder', size: 'Large' })]);

/** Blocks in order, as many to a page as fit; `overhead` is what each page carries besides. */
const paged = (blocks: readonly Block[], overhead: number): readonly Block[] => {
  const room = MAX_CARD_BYTES - FRAME_BYTES - overhead;
  const pages: Element[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    const bytes = cost(block);
    if (used > 0 && used + bytes > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(...block);
    used += bytes;
  }
  return pages;
};

/** Bytes that a block adds to its page: itself and its words in `fallbackText`. */
const cost = (block: Block): number =>
  Buffer.byteLength(JSON.stringify(block)) + Buffer.byteLength(JSON.stringify(wordsOf(block)));

const asCard = (body: readonly Element[], speak: string, refresh?: Refresh): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: VERSION,
  fallbackText: wordsOf(body),
  ...(speak === '' ? {} : { speak }),
  body,
  ...(refresh ? { refresh } : {}),
});

const MARKDOWN = /[\\`*_~[\]<>#|!]/g;

const wordsOf = (body: readonly Element[]): string => body.map(wordsOfElement).join('\n');

const wordsOfElement = (element: Element): string => {
  switch (element.type) {
    case 'Input.ChoiceSet':
      return `${escaped(element.label)}: ${element.choices.map(({ title }) => escaped(title)).join(' / ')}`;
    case 'Input.Text':
      return `${escaped(element.label)}: …`;
    case 'ActionSet':
      // A mark that Latin-1 has: one character beyond it and the whole message is kept, joined and encoded at twice the cost.
      return element.actions
        .map((action) =>
          action.type === 'Action.OpenUrl' ? `${action.title}: ${action.url}` : `· ${escaped(action.title)}`,
        )
        .join('\n');
    case 'RichTextBlock':
      return escaped(element.inlines.map(({ text }) => text).join(''));
  }
};

const escaped = (text: string): string => text.replaceAll(MARKDOWN, '\\$&');
