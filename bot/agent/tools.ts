import { z } from 'zod';
import type { ToolSpec } from '../../llm/model.ts';
import type { TripMember } from '../../trips/roles/permission.ts';
import type { Skill } from '../skills/skill.ts';
import { valueKind } from './prompts/read-value.ts';

/** Sayings that show what a skill is for. */
const SAYINGS = 3;
const LONGEST_WORDS = 1_000;

const words = z.string().min(1).max(LONGEST_WORDS);
/** What a skill that changes something is called with: words, as the speaker could have typed them. */
export const actInput = z.object({ words });
/** What a skill that only tells is called with. */
export const readInput = z.object({ words, wants: valueKind.optional() });

const id = z.string().max(8);
export const reckonInput = z.object({
  parts: z
    .array(z.object({ value: id, times: z.union([z.int().min(1).max(1_000), id]).optional() }))
    .min(1)
    .max(8),
});
export const timeForInput = z.object({
  visits: z
    .array(z.object({ starts: id.optional(), opens: id.optional(), closes: id.optional(), lasts: id }))
    .min(1)
    .max(5),
});

export const RECKON: ToolSpec = {
  name: 'reckon',
  description:
    'Adds up amounts of money: each the id of a value, so many times; times is a number the person said, or the id of one. Gives the id of the sum.',
  input: reckonInput,
};
export const TIME_FOR: ToolSpec = {
  name: 'time_for',
  description:
    'Whether visits fit in one day one after the other: each with the id of how long it lasts, and of when it starts, or opens and closes.',
  input: timeForInput,
};

/** Providers take letters, digits and underscores in names. */
const toolName = (skill: string): string => skill.replaceAll('-', '_');

/** What a model may choose from for one speaker. */
export interface Tools {
  readonly specs: readonly ToolSpec[];
  skill(tool: string): Skill | undefined;
}

/**
 * The skills that the speaker may use, as tools: of a trip they have no place in, none; what organizers do, for
 * organizers. For `reckoning` those that only tell, and what calculates: each tool is paid for at every step.
 */
export const toolsFor = (skills: readonly Skill[], member: TripMember | undefined, reckoning: boolean): Tools => {
  const usable = skills.filter(
    ({ who, organizerOnly, reads }) =>
      (who === 'anyone' || member) && (!organizerOnly || member?.isOrganizer) && (!reckoning || reads),
  );
  const byTool = new Map(usable.map((skill) => [toolName(skill.name), skill]));
  return {
    skill: (tool) => byTool.get(tool),
    specs: [
      ...usable.map(({ name, description, examples }) => ({
        name: toolName(name),
        description: `${description}. E.g. ${examples.slice(0, SAYINGS).join('; ')}`,
        input: reckoning ? readInput : actInput,
      })),
      ...(reckoning ? [RECKON, TIME_FOR] : []),
    ],
  };
};
