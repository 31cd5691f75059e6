import { z } from 'zod';
import type { Degradation } from '../../llm/gateway.ts';
import type { House } from '../house.ts';
import type { Skill } from '../skills/skill.ts';
import { CHOOSE_SKILLS } from './prompts/choose-skills.ts';

/** A skill that a message asks for, and the words for it to read. */
export interface Meant {
  readonly skill: string;
  readonly words: string;
}

/** What a model made of a message; without one, why. */
export interface ModelReading {
  readonly meant: readonly Meant[];
  readonly degradation?: Degradation | undefined;
}

/** Skills one message may ask for. */
const MOST = 3;
/** Tokens enough for three calls with their words. */
const MAX_OUTPUT_TOKENS = 400;
const LONGEST_MESSAGE = 1_000;
/** Sayings that show what a skill is for. */
const SAYINGS = 3;

const input = z.object({ words: z.string().min(1).max(LONGEST_MESSAGE) });
/** Providers take letters, digits and underscores in names. */
const toolName = (skill: string): string => skill.replaceAll('-', '_');

/**
 * Asks a model which skills a message is for. It only says so and hands over the person's words in plain English: each
 * skill reads its own input out of them, acts as the speaker, and asks before it affects others.
 */
export const readWithModel = async (
  { models }: Pick<House, 'models'>,
  skills: readonly Skill[],
  { text, userId, tripId }: { readonly text: string; readonly userId: string; readonly tripId?: string | undefined },
): Promise<ModelReading> => {
  const byTool = new Map(skills.map((skill) => [toolName(skill.name), skill]));
  const asked = await models.ask({
    feature: 'understanding',
    size: 'small',
    userId,
    tripId,
    privacyScope: userId,
    request: {
      system: CHOOSE_SKILLS,
      // What closes the frame around the message cannot stand in it.
      messages: [
        { role: 'user', text: `<message>${text.slice(0, LONGEST_MESSAGE).replace(/<\/?message>/gi, ' ')}</message>` },
      ],
      tools: skills.map(({ name, description, examples }) => ({
        name: toolName(name),
        description: `${description}. E.g. ${examples.slice(0, SAYINGS).join('; ')}`,
        input,
      })),
      maxOutputTokens: MAX_OUTPUT_TOKENS,
    },
  });
  if (!asked.ok) return { meant: [], degradation: asked.degradation };
  const meant = asked.answer.calls.slice(0, MOST).flatMap(({ name, input: given }) => {
    const skill = byTool.get(name);
    const words = input.safeParse(given);
    return skill && words.success ? [{ skill: skill.name, words: words.data.words }] : [];
  });
  return { meant };
};
