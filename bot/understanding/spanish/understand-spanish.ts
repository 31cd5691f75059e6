import { readFileSync } from 'node:fs';
import type { Choice } from '../../../cards/reply.ts';
import { oneSlip } from '../../../trips/one-slip.ts';
import type { Skill } from '../../skills/skill.ts';
import { guessable } from '../guessable.ts';
import { intentClassifier } from '../intents/classifier.ts';
import { type LabelledText, unpackIntentModel } from '../intents/intent-model.ts';
import { plainlyIn } from '../language-of.ts';
import { heardBy } from './heard.ts';
import { inEnglish, spanishNumber } from './in-english.ts';
import { SPANISH_ELSEWHERE, SPANISH_SAYINGS } from './sayings.ts';

/** What a Spanish message asks for; what only the rest of the understanding can tell is left to it. */
export type SpanishMeaning =
  | { readonly kind: 'choice'; readonly choice: Choice }
  /** The number of an option, said in words: `la dos`. */
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'skill'; readonly skill: string };

export interface SpanishUnderstanding {
  /** What the message plainly asks for by its form: consent, an option's number, a command. */
  form(text: string, choices: readonly Choice[] | undefined): SpanishMeaning | undefined;
  /** Whether the message asks something. */
  asks(text: string): boolean;
  /** The skill that words are for, when that is beyond doubt. */
  surely(text: string): Promise<string | undefined>;
  /** The skill that the message is likest to be for, `none` when it is for none; undefined for what is plainly English. */
  likest(text: string): Promise<string | undefined>;
}

/** Skills that talk of money, in whatever words. */
const OF_MONEY: readonly string[] = ['add-expense', 'correct-expense', 'remove-expense', 'balances', 'plan-cost'];
/** Skills that tell by what they would read whether a message is theirs. */
const HEARD_ITS_WAY: ReadonlySet<string> = new Set([
  ...OF_MONEY,
  'change-plan',
  'change-member',
  'medical-help',
  'cannot-book',
  'rain-plan',
  'new-trip',
]);
/** What is for no skill. */
const NO_SKILL = 'none';
const claimIn =
  (text: string) =>
  ({ name, claims }: Skill): boolean =>
    claims?.(HEARD_ITS_WAY.has(name) ? heardBy(name, text) : inEnglish(text)) ?? false;
/** What was learned from the Spanish sayings; `npm run docs:vectors` writes it. */
export const SPANISH_INTENTS = new URL('./spanish-intents.bin', import.meta.url);

/** Everything that tells the skills apart in Spanish. */
export const spanishSayings = (): readonly LabelledText[] => [
  ...Object.entries(SPANISH_SAYINGS).flatMap(([intent, { commands = [], examples }]) =>
    [...new Set([...examples, ...commands])].map((text) => ({ text, intent })),
  ),
  ...SPANISH_ELSEWHERE.map((text) => ({ text, intent: NO_SKILL })),
];

/** The sentence vectors are of English words alone: of Spanish ones they know nothing, and words decide. */
export const NO_MEANING = { embed: async (texts: readonly string[]) => texts.map(() => new Float32Array()) };

/** Probability from which the classifier's word is taken. Measured on sayings it has not seen (understand-spanish.test.ts). */
const SURE = 0.3;
/** Part of a message is taken for a request of its own from this on. */
const SURE_OF_A_PART = 0.5;
/** A question needs more than this to be taken for a command instead of a question to the documents. */
const SURE_OF_A_COMMAND = 0.4;

const QUESTION =
  /[¿?]|^(?:a qu[eé]|qu[eé]|cu[aá]l(?:es)?|cu[aá]nd[oa]|cu[aá]nt[oa]s?|d[oó]nde|ad[oó]nde|c[oó]mo|qui[eé]n(?:es)?|por qu[eé]|hay|tienen?|se puede|podemos|puedo|aceptan|est[aá]|es|son)(?!\p{L})/iu;
const AGREES = /^(?:si|claro|dale|va|ok|okay|vale|sale|por supuesto|adelante|hazlo|si por favor|de acuerdo|asi es)$/;
const DECLINES = /^(?:no|nop|no gracias|mejor no|para nada|dejalo|no quiero|nel)$/;
const NUMBERED =
  /^(?:(?:votamos|voto|elegimos|elijo|queremos|quiero|preferimos|prefiero|mejor)(?: por)? )?(?:el|la|al?)(?: (?:opcion|numero|n))? (\p{L}+|\d{1,2})(?: opcion)?(?: por favor| gracias)?$/u;
const ORDINALS = ['primer', 'segund', 'tercer', 'cuart', 'quint', 'sext', 'septim', 'octav', 'noven', 'decim'];
/** Commands that words may follow. */
const LEADING = new Set([
  'unirme',
  'unirse',
  'codigo',
  'encuesta',
  'votacion',
  'votemos',
  'ordenen',
  'voto',
  'votamos',
  'opcion',
  'invita',
  'invitar',
  'invitemos',
  'reservamos',
  'pagamos',
  'recuerdame',
  'recuerdanos',
]);
const WHOLE_ONLY = new Set(['help', 'thanks', 'back', 'trip-summary', 'who-am-i', 'close-poll', 'results']);
const SHORTEST_TYPO = 5;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[“”"'!¡¿?.,;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const numberOf = (word: string): number | undefined => {
  const ordinal = ORDINALS.findIndex((stem) => word.startsWith(stem) && word.length <= stem.length + 2);
  const number = ordinal < 0 ? spanishNumber(word) : ordinal + 1;
  return number !== undefined && number >= 1 && number <= 20 ? number : undefined;
};

/** Understands the core skills in Spanish, by the forms of the language and by words likest to those of its sayings. */
export const spanishUnderstanding = (skills: readonly Skill[]): SpanishUnderstanding => {
  const known = new Set(skills.map(({ name }) => name));
  const commands = Object.entries(SPANISH_SAYINGS)
    .filter(([skill]) => known.has(skill))
    .flatMap(([skill, { commands: all = [] }]) => all.map((words) => ({ words, skill })))
    .sort((a, b) => b.words.length - a.words.length);
  const whole = new Map(commands.map(({ words, skill }) => [words, skill]));
  const model = unpackIntentModel(readFileSync(SPANISH_INTENTS));
  const { classify } = intentClassifier(NO_MEANING, model, guessable(skills));

  const commandIn = (words: string): string | undefined =>
    whole.get(words) ??
    (words.length < SHORTEST_TYPO ? undefined : commands.find((one) => oneSlip(one.words, words))?.skill) ??
    commands.find(
      ({ words: start, skill }) =>
        !WHOLE_ONLY.has(skill) &&
        (start.includes(' ') || LEADING.has(start)) &&
        (words.startsWith(`${start} `) || words.startsWith(`${start}:`)),
    )?.skill;

  return {
    form: (text, choices) => {
      const words = plain(text);
      const choice = choices && consent(words, choices);
      if (choice) return { kind: 'choice', choice };
      const said = NUMBERED.exec(words)?.[1];
      const number = said === undefined ? undefined : numberOf(said);
      if (number !== undefined) return { kind: 'number', number };
      const skill = commandIn(words);
      return skill === undefined ? undefined : { kind: 'skill', skill };
    },
    asks: (text) => QUESTION.test(text.trim()),
    surely: async (text) => {
      const command = commandIn(plain(text));
      if (command !== undefined) return command;
      const [claimed, rival] = skills.filter(claimIn(text));
      if (claimed && !rival) return claimed.name;
      const { intent, confidence } = await classify(text);
      return confidence >= SURE_OF_A_PART ? intent : undefined;
    },
    likest: async (text) => {
      // What is plainly English is no worse understood for standing in a Spanish conversation.
      if (plainlyIn(text) === 'en') return undefined;
      const claimed = skills.filter(claimIn(text));
      if (claimed.length === 1) return claimed[0]?.name;
      const guess = await classify(text);
      const asks = QUESTION.test(text.trim());
      if (asks && guess.intent === 'describe-family') return 'ask';
      if (guess.confidence >= (asks && guess.intent !== 'ask' ? SURE_OF_A_COMMAND : SURE)) return guess.intent;
      return asks ? 'ask' : NO_SKILL;
    },
  };
};

/** A word of consent or refusal to a question of "Sí, …" and "No, …", in whichever language it was asked. */
const consent = (words: string, choices: readonly Choice[]): Choice | undefined => {
  const [first] = choices;
  if (!first || !/^(?:Sí|Yes)(?!\p{L})/u.test(first.label)) return undefined;
  if (AGREES.test(words)) return first;
  return DECLINES.test(words) ? choices.find(({ label }) => label.startsWith('No')) : undefined;
};
