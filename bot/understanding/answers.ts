import type { Act, Choice } from '../../cards/reply.ts';
import type { Asked } from '../session.ts';
import { plain } from './commands.ts';

/** What words answer to the list that was asked last. */
export type Answered =
  | { readonly kind: 'act'; readonly act: Act }
  /** A number outside the list; or `yes` where only its number decides. */
  | { readonly kind: 'out-of-range'; readonly most: number; readonly yes?: true };

const BARE_NUMBER = /^(?:#|no\.? ?|number |option |reply )?(\d{1,2})(?:[).!]|st|nd|rd|th)?(?: please| pls| thanks)?$/i;

/** The number that is all a message says. */
export const bareNumber = (text: string): number | undefined => {
  const digits = BARE_NUMBER.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** A number to the list. One to a poll goes through the vote skill, which knows of polls that were opened elsewhere meanwhile. */
export const byNumber = (number: number, asked: Asked | undefined): Answered | undefined => {
  const list = asked && !votes(asked.choices[0]?.act) ? asked.choices : undefined;
  if (!list) return undefined;
  const choice = list[number - 1];
  if (choice) return { kind: 'act', act: choice.act };
  return asked?.aside ? undefined : { kind: 'out-of-range', most: list.length };
};

/** The words of a choice, or consent and refusal to a question of "Yes, …" and "No, …". `yesDecides` as for {@link yesOrNo}. */
export const byWords = (text: string, asked: Asked | undefined, yesDecides: boolean): Answered | undefined => {
  if (!asked) return undefined;
  const words = plain(text);
  const labelled = asked.choices.find(({ label }) => plain(label) === words);
  // An option may be called "Yes": by text its number is asked for all the same.
  if (labelled && YES.test(words) && !yesDecides)
    return { kind: 'out-of-range', most: asked.choices.length, yes: true };
  return labelled
    ? { kind: 'act', act: labelled.act }
    : asked.aside
      ? undefined
      : yesOrNo(text, asked.choices, yesDecides);
};

const AGREES = /^(?:yeah|yea|yep|yup|sure|ok|okay|go ahead|do it|please do|of course)(?: please| pls| thanks)?$/;
const DECLINES = /^(?:no|nope|nah|no thanks|no thank you|better not|no pls|no please)$/;
const YES = /^yes(?: please| pls| thanks)?$/;
const THUMB_UP = /^👍\p{Emoji_Modifier}?$/u;

/** By text "Yes" itself is a word with which phones opt in, so it decides nothing there: the number is asked for, and the question stands. */
const yesOrNo = (text: string, choices: readonly Choice[], yesDecides: boolean): Answered | undefined => {
  const words = plain(text);
  const [first] = choices;
  if (!first?.label.startsWith('Yes')) return undefined;
  if (YES.test(words))
    return yesDecides ? { kind: 'act', act: first.act } : { kind: 'out-of-range', most: choices.length, yes: true };
  const refusal = choices.find(({ label }) => label.startsWith('No'));
  const agrees = AGREES.test(words) || THUMB_UP.test(text.trim());
  const choice = agrees ? first : DECLINES.test(words) ? refusal : undefined;
  return choice && { kind: 'act', act: choice.act };
};

/** An option of a poll, and not the question which poll is meant or how good one option is. */
const votes = (act: Act | undefined): boolean =>
  act?.skill === 'vote' && act.input.optionId !== undefined && act.input.score === undefined;
