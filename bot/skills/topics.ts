import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { type Skill, skill } from './skill.ts';

/** Skills that belong together. `word` is what is said to hear of them: HELP POLLS. */
export interface Topic {
  readonly name: string;
  readonly word: string;
  readonly skills: readonly Skill[];
}

const ASKS = /^(?:help|menu)\s+(?:me\s+)?(?:(?:with|on|about|for)\s+)?(?:the |our |my |your )?(\p{L}+)[?.!]*$/iu;

/** One skill in a line: what it does, and how to say it. */
const say = ({ name, description, commands, examples }: Skill, { topics }: Words): string =>
  topics.line(name, description, examples[0] ?? commands[0]);

const listing = (all: readonly Topic[], { topics }: Words): Reply => ({
  text: topics.which,
  choices: all.map(({ name, word }) => ({
    label: topics.name(word, name),
    act: { skill: 'topics', input: { about: word } },
  })),
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
    run: async ({ words }, { about }) => {
      const all = topics();
      const topic = all.find(({ word }) => word === about);
      if (!topic) return listing(all, words);
      // What only a button can mean needs no telling.
      const told = topic.skills.filter(({ examples, commands }) => examples.length + commands.length > 0);
      const name = words.topics.name(topic.word, topic.name);
      return { text: [`${name}:`, ...told.map((one) => say(one, words))].join('\n') };
    },
  });
