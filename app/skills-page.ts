import { writeFileSync } from 'node:fs';
import { TOPICS } from '../bot/skills/every-skill.ts';
import type { Skill } from '../bot/skills/skill.ts';

const PAGE = new URL('../docs/skills.md', import.meta.url);
/** Ways of saying it that are shown. */
const SAYINGS = 3;
const COMMANDS = 4;

const cell = (words: string): string => words.replaceAll('|', '\\|');

const whoMay = ({ who, organizerOnly }: Skill): string =>
  organizerOnly ? 'the organizer' : who === 'member' ? 'anyone in a trip' : 'anyone';

const row = (skill: Skill): string => {
  const { description, examples, commands } = skill;
  const sayings = examples.slice(0, SAYINGS).map((words) => `"${words}"`);
  const words = commands
    .filter((command) => /^[\p{L}' ]+$/u.test(command))
    .slice(0, COMMANDS)
    .map((command) => command.toUpperCase());
  return `| ${[description, sayings.join('<br>'), words.join(', '), whoMay(skill)].map(cell).join(' | ')} |`;
};

/** docs/skills.md, from the definitions of the skills. */
export const skillsPage = (): string =>
  [
    '# What you can say',
    '',
    'Written by `npm run docs:skills` from the definitions in `bot/skills/`, which the assistant itself goes by; a test fails while it is not current.',
    'The sayings are examples: any words that mean the same do. Words in capitals work as a whole message, on every door. HELP and a topic (HELP POLLS) says the same in the conversation.',
    '',
    ...TOPICS.flatMap(({ name, word, skills }) => [
      `## ${name}`,
      '',
      `HELP ${word.toUpperCase()}`,
      '',
      '| what it does | say, for example | or | who |',
      '|---|---|---|---|',
      ...skills.filter(({ examples, commands }) => examples.length + commands.length > 0).map(row),
      '',
    ]),
    '## Several things at once, and second thoughts',
    '',
    'A message may ask for several things: "add Sam, he\'s 9, and move dinner to 7". If the first needs an answer, the others wait for it.',
    'Corrections go with what was changed last ("no, Saturday", "I meant 5 not 4", "not dinner, lunch"), and so does what points back ("delete it", "vote for that one", "and for the Garcias?"). UNDO takes the last change back, or says why it cannot.',
    'What is not to be done is not done: "don\'t close the poll". What may mean one of two things is asked about, and a question that is open is left by saying something else.',
    '',
  ].join('\n');

/** `npm run docs:skills` writes the page anew. */
if (import.meta.main) writeFileSync(PAGE, skillsPage());
