import { oneSlip } from '../../trips/one-slip.ts';
import type { Skill } from '../skills/skill.ts';

/** Shorter words are too easily others: `plan` is not `play`. */
const SHORTEST_TYPO = 4;
/** Characters of a message that a skill may claim it by. */
const MOST_CLAIMED = 300;
/** The first word of a message may have a slip from so many letters on. */
const SHORTEST_LEAD_TYPO = 5;
const PICTURES = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+/gu;

/** Words to compare: lower case, without marks and pictures, and without "please" around them. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(PICTURES, ' ')
    .replace(/[“”"'’!.,;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Politeness around a command is no part of it. */
const bare = (words: string): string => words.replace(/^(?:please|pls|ok|okay) (?=\S)|(?<=\S) (?:please|pls)$/g, '');

/** The words without the politeness they end in. */
export const withoutPlease = (text: string): string =>
  text.trim().replace(/(?:[\s,]+(?:please|pls|plz|thanks?|thank you|thx|ta|btw|xx?))+[.!]*$/i, '');

/** What words say so plainly that no likeness to examples is needed. */
export interface Commands {
  /** The skill whose command is the whole message, perhaps with a slip. */
  whole(text: string): string | undefined;
  /** The skill that a message is for by its form, or by the command it begins with. */
  formed(text: string): string | undefined;
  /** The one skill that claims the words as its own; what two claim, neither gets. */
  claimed(text: string): string | undefined;
}

/** The commands, forms and claims of the skills. */
export const commandsOf = (skills: readonly Skill[]): Commands => {
  // The longest first, so that `new trip` is not taken for `new`.
  const commands = skills
    .flatMap((skill) => skill.commands.map((words) => ({ words: plain(words) || words, skill })))
    .sort((a, b) => b.words.length - a.words.length);
  /** The command that a message begins with but for a slip: `invte the Lees`. Another form of its word is none. */
  const slipped = (words: string): (typeof commands)[number] | undefined => {
    const [first = '', next] = words.split(' ', 2);
    if (first.length < SHORTEST_LEAD_TYPO || next === undefined) return undefined;
    return commands.find(
      ({ words: start, skill }) => leads(start, skill) && !first.startsWith(start) && oneSlip(start, first),
    );
  };
  const byWords = new Map(commands.map(({ words, skill }) => [words, skill.name]));
  return {
    whole: (text) => {
      const said = plain(text);
      const words = bare(said);
      return byWords.get(said) ?? byWords.get(words) ?? byWords.get(text.trim());
    },
    formed: (text) => {
      const words = plain(text);
      const formed = skills.find(({ pattern }) => pattern?.test(text));
      if (formed) return formed.name;
      const meant =
        words.length < SHORTEST_TYPO ? undefined : commands.find((candidate) => oneSlip(candidate.words, words));
      if (meant) return meant.skill.name;
      const begun = commands.find(
        ({ words: start, skill }) =>
          leads(start, skill) &&
          !skill.unless?.test(text) &&
          (words.startsWith(`${start} `) || words.startsWith(`${start}:`)),
      );
      return (begun ?? slipped(words))?.skill.name;
    },
    claimed: (text) => {
      const [one, rival] = skills.filter(({ claims }) => claims?.(text.slice(0, MOST_CLAIMED)));
      return rival ? undefined : one?.name;
    },
  };
};

const LEADING_WORDS = new Set([
  'join',
  'poll',
  'vote',
  'invite',
  'option',
  'unirme',
  'consent',
  'remind',
  'deadline',
  'mute',
  'unmute',
]);
const WHOLE_ONLY = new Set(['help', 'thanks', 'back', 'trip-summary', 'who-am-i', 'undo']);

/** Whether words may follow a command: `join K7QF42` does join, but `thanks, when is dinner` is not thanks. */
const leads = (start: string, { name }: Skill): boolean =>
  !WHOLE_ONLY.has(name) && (start.includes(' ') || LEADING_WORDS.has(start));
