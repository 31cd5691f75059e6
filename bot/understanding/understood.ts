import type { Act } from '../../cards/reply.ts';
import type { Expecting } from '../session.ts';
import type { Skill } from '../skills/skill.ts';
import type { Passing } from './passing.ts';

/** Words for a skill; its own `read` takes the input out of them. */
export interface ForSkill {
  readonly kind: 'skill';
  readonly skill: string;
  readonly text: string;
  readonly known?: Readonly<Record<string, unknown>>;
  readonly slot?: string;
  /** It takes the place of the last change, which is to be taken back first. */
  readonly instead?: true;
}

export const forSkill = (skill: string, text: string): ForSkill => ({ kind: 'skill', skill, text });

/** What sets a value is simply set anew; other things are taken back first. */
export const correcting = (skill: Skill | undefined, meant: ForSkill): ForSkill =>
  skill?.amendedByAnswer ? meant : { ...meant, instead: true };

/** What a message was understood to ask for. */
export type Understood =
  | { readonly kind: 'act'; readonly act: Act }
  | ForSkill
  /** Several requests in one message, in their order. */
  | { readonly kind: 'several'; readonly requests: readonly ForSkill[] }
  /** Nothing is asked for, and what was asked before is not answered. */
  | { readonly kind: 'passing'; readonly passing: Passing }
  /** Something is not to be done, or was not done. */
  | { readonly kind: 'declined' }
  /** It may be for the one or the other. */
  | { readonly kind: 'either'; readonly skills: readonly [string, string]; readonly text: string }
  /** A number outside the list that was asked; or `yes` where only its number decides. */
  | { readonly kind: 'out-of-range'; readonly most: number; readonly yes?: true }
  | { readonly kind: 'unclear' };

/** Tells whether the words answer a question of a skill, by what the skill reads out of them. */
export type Reads = (expecting: Expecting, text: string) => boolean;
