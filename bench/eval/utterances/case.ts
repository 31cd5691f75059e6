import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A skill that a message is for, and what must be read out of it; slots that are not named may be anything. */
const wanted = z.strictObject({ skill: z.string(), slots: z.record(z.string(), z.json()).optional() });

/**
 * What somebody says, and what is to be made of it. `new`: from a number that is not known; `quiet`: no poll is open;
 * otherwise the speaker organizes a trip in which one poll is open. `before`: what they said just before. `expect`: the
 * skills that run, in their order; none for what I do nothing about.
 */
const utterance = z.strictObject({
  world: z.enum(['new', 'quiet']).optional(),
  before: z.array(z.string()).optional(),
  text: z.string(),
  expect: z.array(wanted),
});
export type Utterance = z.infer<typeof utterance>;

/** The sayings of a file of JSON lines. */
export const readUtterances = (path: URL | string): readonly Utterance[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => utterance.parse(JSON.parse(line)));
