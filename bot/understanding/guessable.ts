import type { Skill } from '../skills/skill.ts';

/** Tells of a skill's name whether words may be guessed to be for it: some need a word that says what they do. */
export const guessable = (skills: readonly Skill[]): ((name: string, said: string) => boolean) => {
  const needs = new Map(skills.flatMap(({ name, onlyIf }) => (onlyIf ? [[name, onlyIf] as const] : [])));
  return (name, said) => needs.get(name)?.test(said) ?? true;
};
