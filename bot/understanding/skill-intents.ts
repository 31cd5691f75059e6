import { readFileSync } from 'node:fs';
import type { Skill } from '../skills/skill.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { type IntentModel, type LabelledText, unpackIntentModel } from './intents/intent-model.ts';

/** What is for no skill. */
export const NO_SKILL = 'none';

/** What was learned from the skills' sayings; `npm run docs:vectors` writes it. */
export const SKILL_INTENTS = new URL('./skill-intents.bin', import.meta.url);

/** Everything that tells the skills apart: how people ask for each, its commands of several words, and what is for none. */
export const skillSayings = (skills: readonly Skill[]): readonly LabelledText[] => [
  ...skills.flatMap(({ name, examples, commands }) =>
    [...new Set([...examples, ...commands.filter((words) => words.includes(' '))])].map((text) => ({
      text,
      intent: name,
    })),
  ),
  ...ELSEWHERE.map((text) => ({ text, intent: NO_SKILL })),
];

/** The model that comes with the product, so that no start has to learn it. */
export const skillIntents = (): IntentModel => unpackIntentModel(readFileSync(SKILL_INTENTS));
