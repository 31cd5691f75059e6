import type { Activity } from 'botbuilder';
import type { Element } from '../cards/adaptive-elements.ts';
import type { AdaptiveCard } from '../cards/render-adaptive.ts';

/** A conversation as a person reads it, in Markdown. */
export interface Transcript {
  /** A heading, and where what follows happens. */
  scene(title: string, about: string): void;
  said(who: string, what: string): void;
  /** What the assistant shows: its messages, or the card a button is answered with. */
  shows(messages: readonly Partial<Activity>[], to?: string): void;
  text(): string;
}

export const transcript = (title: string, about: string): Transcript => {
  const parts: string[] = [`# ${title}`, about];
  return {
    scene: (heading, where) => {
      parts.push(`## ${heading}`, where);
    },
    said: (who, what) => {
      parts.push(`**${who}**: ${what}`);
    },
    shows: (messages, to = 'Pathfinder') => {
      for (const message of messages) parts.push(`**${to}**:\n${quoted(wordsOf(message))}`);
    },
    text: () => `${parts.join('\n\n')}\n`,
  };
};

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const wordsOf = ({ text, attachments = [], entities = [] }: Partial<Activity>): string => {
  const marks = entities.some(({ additionalType }) => String(additionalType) === 'AIGeneratedContent')
    ? ['*(AI-generated; thumbs up and down; each [n] opens its source)*']
    : [];
  return [
    ...(text ? [text.replaceAll('\n', '\\\n')] : []),
    ...marks,
    ...attachments.map(({ content }) => cardOf(content)),
  ].join('\n\n');
};

/** A card as lines, its buttons in brackets. */
const cardOf = ({ body, refresh }: AdaptiveCard): string =>
  [
    '*card*',
    ...body.map((element) => `${linesOf(element)}\\`),
    ...(refresh ? ["*(each reader's own view comes by refresh)*"] : []),
  ]
    .join('\n')
    .replace(/\\$/, '');

const linesOf = (element: Element): string => {
  switch (element.type) {
    case 'ActionSet':
      return element.actions.map(({ title }) => `[ ${title} ]`).join(' ');
    case 'Input.ChoiceSet':
      return `${element.label}: ( ${element.choices.map(({ title }) => title).join(' | ')} )`;
    case 'Input.Text':
      return `${element.label}: ( ${element.placeholder} )`;
    case 'RichTextBlock':
      return element.inlines
        .map(({ text, weight }) => (weight === 'Bolder' ? `**${text.trim()}**` : text))
        .join(' ')
        .trim();
  }
};
