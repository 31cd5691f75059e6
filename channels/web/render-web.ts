import type { Activity } from 'botbuilder';
import { ADAPTIVE_CARD, renderAdaptive } from '../../cards/render-adaptive.ts';
import { renderText } from '../../cards/render-text.ts';
import type { Reply } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';

/** What our own page reads from an activity's `channelData.pathfinder`; other clients do without. */
export interface PageHints {
  /** What stands beside the cards; `text` says all of it, cards included. */
  readonly line?: string | undefined;
  /** Of the messages with the same key only the newest is worth showing; `message:<id>` replaces that one. */
  readonly replaces?: string | undefined;
  /** It only brings that one up to date, and is shown where that stands. */
  readonly quietly?: true;
}

/** Characters one web message may have: far above what is said, far below what a page can show. */
export const MAX_TEXT = 20_000;

/** Renderings kept, and the most characters of a reply that is kept with one: a few megabytes at most. */
const KEPT = 200;
const LONGEST_KEPT = 4_000;

/** {@link renderWeb}, which makes what is said again and again only once: help, a poll that many are shown. What it gives is shared, and never changed. */
export const renderingOnce = (): ((reply: Reply) => Partial<Activity>) => {
  const made = new Map<string, Partial<Activity>>();
  return (reply) => {
    const said = JSON.stringify(reply);
    const known = made.get(said);
    if (known) return known;
    const activity = renderWeb(reply);
    if (said.length > LONGEST_KEPT) return activity;
    const oldest = made.size < KEPT ? undefined : made.keys().next().value;
    if (oldest !== undefined) made.delete(oldest);
    made.set(said, activity);
    return activity;
  };
};

/** A reply as a Direct Line message: complete as plain text, and as Adaptive Cards whose buttons are Action.Submit. */
export const renderWeb = (reply: Reply): Partial<Activity> => {
  const replaces = replacesOf(reply);
  const cards = [
    ...renderAdaptive(reply.card, reply.choices, { actions: 'submit', language: reply.language }),
    ...sourceCards(reply),
  ];
  const hints: PageHints = {
    ...(cards.length === 0
      ? {}
      : {
          line: renderText(
            { ...reply, card: undefined, choices: undefined, citations: unlinked(reply) },
            { max: MAX_TEXT },
          ),
        }),
    ...(replaces === undefined ? {} : { replaces }),
  };
  return {
    type: 'message',
    text: atMost(renderText(reply), reply),
    // Nothing a person wrote may work as Markdown or HTML.
    textFormat: 'plain',
    ...(cards.length === 0
      ? {}
      : { attachments: cards.map((content) => ({ contentType: ADAPTIVE_CARD, content })), attachmentLayout: 'list' }),
    ...(Object.keys(hints).length === 0 ? {} : { channelData: { pathfinder: hints } }),
  };
};

/** Sources that have no button of their own beside the words. */
const unlinked = ({ citations }: Reply): Reply['citations'] => citations?.filter(({ link }) => link === undefined);

/** A button for each source that can be opened: at the page, with the cited words marked. */
const sourceCards = ({ citations = [], language }: Reply): readonly object[] => {
  const { say } = wordsIn(language);
  const actions = citations.flatMap((citation) =>
    citation.link === undefined
      ? []
      : [{ type: 'Action.OpenUrl', title: `[${citation.n}] ${say.citation(citation)}`, url: citation.link }],
  );
  if (actions.length === 0) return [];
  return [{ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'ActionSet', actions }] }];
};

/** The whole of it in words; only what is longer than a message may be is told in its short form. */
const atMost = (text: string, reply: Reply): string =>
  text.length <= MAX_TEXT ? text : renderText(reply, { max: MAX_TEXT });

/** A poll is one thing however often it is shown. */
const replacesOf = ({ card }: Reply): string | undefined => (card?.kind === 'poll' ? `poll:${card.pollId}` : undefined);
