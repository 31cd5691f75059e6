import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { type Skill, skill } from './skill.ts';

/** Skills that belong together. `word` is what is said to hear of them: HELP POLLS. */
export interface Topic {
  readonly name: string;
  readonly word: string;
  readonly skills: readonly Skill[];
}

const ASKS = /^(?:help|menu)\s+(?:me\s+)?(?:(?:with|on|about|for)\s+)?(?:the |our |my |your )?(\p{L}+)[?.!]*$/iu;

/** One skill in a line: what it does, and how to say it. */
const say = ({ description, commands, examples }: Skill): string => {
  const example = examples[0] ?? commands[0];
  return `${description}${example === undefined ? '' : `: "${example}"`}`;
};

const listing = (topics: readonly Topic[]): Reply => ({
  text: 'I can help with all of these. Which one?',
  choices: topics.map(({ name, word }) => ({ label: name, act: { skill: 'topics', input: { about: word } } })),
});

/** What can be done, topic by topic, from the definitions of the skills themselves. */
export const topicsSkill = (topics: () => readonly Topic[]): Skill =>
  skill({
    name: 'topics',
    description: 'Lists what I can do about one topic: polls, money, bookings and more',
    who: 'anyone',
    reads: true,
    evenRestricted: true,
    input: z.object({ about: z.string().max(40).optional() }),
    commands: ['topics', 'more', 'more help', 'all commands', 'list of commands', 'everything you can do'],
    pattern: ASKS,
    examples: [
      'what can you do about money',
      'what can I do with polls',
      'show me everything you can do',
      'how do bookings work here',
      'tell me all the things you can do',
      'which commands are there for my family',
      'give me the long list of what you can do',
    ],
    read: (text) => {
      const said = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
      const meant = topics().find(({ word }) => said.has(word) || said.has(word.replace(/s$/, '')));
      return { about: meant?.word };
    },
    run: async (_, { about }) => {
      const all = topics();
      const topic = all.find(({ word }) => word === about);
      if (!topic) return listing(all);
      // What only a button can mean needs no telling.
      const told = topic.skills.filter(({ examples, commands }) => examples.length + commands.length > 0);
      return { text: [`${topic.name}:`, ...told.map(say)].join('\n') };
    },
  });
