import type { Act, Choice } from '../../cards/reply.ts';
import type { Session } from '../session.ts';
import type { Skill } from '../skills/skill.ts';
import type { IntentClassifier } from './intents/classifier.ts';
import { oneSlip } from './typos.ts';

/** What a message was understood to ask for. */
export type Understood =
  | { readonly kind: 'act'; readonly act: Act }
  /** Free words for a skill; its own `read` takes the input out of them. */
  | {
      readonly kind: 'skill';
      readonly skill: string;
      readonly text: string;
      readonly known?: Readonly<Record<string, unknown>>;
      readonly slot?: string;
    }
  /** A number outside the list that was asked. */
  | { readonly kind: 'out-of-range'; readonly most: number }
  | { readonly kind: 'unclear' };

/** Probability from which the classifier's word is taken. Measured by `npm run eval -- utterances`. */
const SURE = 0.3;
/** A question needs more than this to be taken for a command instead of a question to the documents. */
const SURE_OF_A_COMMAND = 0.45;

/** Shorter words are too easily others: `plan` is not `play`. */
const SHORTEST_TYPO = 4;

const QUESTION =
  /\?\s*$|^(?:what|when|where|which|who|whose|why|how|is|are|was|does|do|did|can|could|will|would|should|any|has|have)\b/i;
/** Characters of a message that a skill may claim it by. */
const MOST_CLAIMED = 300;
const BARE_NUMBER = /^(?:#|no\.? ?|number |option |reply )?(\d{1,2})(?:[).!]|st|nd|rd|th)?(?: please| thanks)?$/i;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[“”"'!.,;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Commands, the longest first, so that `new trip` is not taken for `new`. */
const commandsOf = (skills: readonly Skill[]): readonly { readonly words: string; readonly skill: Skill }[] =>
  skills
    .flatMap((skill) => skill.commands.map((words) => ({ words, skill })))
    .sort((a, b) => b.words.length - a.words.length);

/** Turns messages into what they ask for: first what was asked last, then commands, then the nearest examples. */
export const understanding = (skills: readonly Skill[], intents: IntentClassifier) => {
  const commands = commandsOf(skills);
  const byWords = new Map(commands.map(({ words, skill }) => [words, skill]));
  const wordSlots = new Set(
    skills.flatMap(({ name, wordSlots: slots = [] }) => slots.map((slot) => `${name} ${slot}`)),
  );
  /** A command is the whole message, or its beginning followed by what it is about. */
  const command = (text: string): Understood | undefined => {
    const words = plain(text);
    const whole = byWords.get(words);
    if (whole) return { kind: 'skill', skill: whole.name, text };
    const formed = skills.find(({ pattern }) => pattern?.test(text));
    if (formed) return { kind: 'skill', skill: formed.name, text };
    const meant =
      words.length < SHORTEST_TYPO ? undefined : commands.find((candidate) => oneSlip(candidate.words, words));
    if (meant) return { kind: 'skill', skill: meant.skill.name, text };
    const leading = commands.find(
      ({ words: start, skill }) =>
        leads(start, skill) && (words.startsWith(`${start} `) || words.startsWith(`${start}:`)),
    );
    return leading && { kind: 'skill', skill: leading.skill.name, text };
  };
  return async (text: string, session: Session, speaker: string): Promise<Understood> => {
    const asked = session.asked?.[speaker];
    const expecting = session.expecting?.[speaker];
    const number = BARE_NUMBER.exec(text.trim())?.[1];
    if (number !== undefined) {
      // A number to a poll goes through the vote skill, which knows of polls that were opened elsewhere meanwhile.
      const list = asked && !votes(asked.choices[0]?.act) ? asked.choices : undefined;
      const choice = list?.[Number(number) - 1];
      if (choice) return { kind: 'act', act: choice.act };
      if (list) return { kind: 'out-of-range', most: list.length };
      const takesNumbers = expecting && !wordSlots.has(`${expecting.skill} ${expecting.slot}`);
      if (!takesNumbers) return { kind: 'act', act: { skill: 'vote', input: { number: Number(number) } } };
    }
    const labelled = asked?.choices.find(({ label }) => plain(label) === plain(text));
    if (labelled) return { kind: 'act', act: labelled.act };
    const answered = asked && yesOrNo(plain(text), asked.choices);
    if (answered) return answered;

    const commanded = command(text);
    if (commanded) return commanded;
    if (expecting) return { kind: 'skill', skill: expecting.skill, text, known: expecting.input, slot: expecting.slot };

    const [claimed, rival] = skills.filter(({ claims }) => claims?.(text.slice(0, MOST_CLAIMED)));
    if (claimed && !rival) return { kind: 'skill', skill: claimed.name, text };

    const guess = await intents.classify(text);
    const asks = QUESTION.test(text.trim());
    // "Can we bring a stroller?" asks about strollers; it does not tell of one.
    if (asks && guess.intent === 'describe-family') return { kind: 'skill', skill: 'ask', text };
    if (guess.confidence >= (asks && guess.intent !== 'ask' ? SURE_OF_A_COMMAND : SURE))
      return { kind: 'skill', skill: guess.intent, text };
    return asks ? { kind: 'skill', skill: 'ask', text } : { kind: 'unclear' };
  };
};

const AGREES = /^(?:yeah|yep|yup|sure|ok|okay|go ahead|do it|please do|of course)$/;
const DECLINES = /^(?:no|nope|nah|no thanks|no thank you|better not)$/;

/**
 * A word of consent or refusal to a question of "Yes, …" and "No, …". "Yes" itself is a word with which phones opt in, so
 * it decides nothing: the number is asked for, and the question stands.
 */
const yesOrNo = (words: string, choices: readonly Choice[]): Understood | undefined => {
  const [first] = choices;
  if (!first?.label.startsWith('Yes')) return undefined;
  if (words === 'yes' || words === 'yes please') return { kind: 'out-of-range', most: choices.length };
  const refusal = choices.find(({ label }) => label.startsWith('No'));
  const choice = AGREES.test(words) ? first : DECLINES.test(words) ? refusal : undefined;
  return choice && { kind: 'act', act: choice.act };
};

/** An option of a poll, and not the question which poll is meant or how good one option is. */
const votes = (act: Act | undefined): boolean =>
  act?.skill === 'vote' && act.input.optionId !== undefined && act.input.score === undefined;

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
const WHOLE_ONLY = new Set(['help', 'thanks', 'back', 'trip-summary', 'who-am-i']);

/** Whether words may follow a command: `join K7QF42` does join, but `thanks, when is dinner` is not thanks. */
const leads = (start: string, { name }: Skill): boolean =>
  !WHOLE_ONLY.has(name) && (start.includes(' ') || LEADING_WORDS.has(start));
