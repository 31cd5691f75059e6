import { z } from 'zod';
import { onOneLine, written } from '../trips/written.ts';
import type { Act } from './reply.ts';

const pressed = z
  .object({
    act: z.object({
      skill: z.string().min(1).max(64),
      input: z.record(z.string(), z.unknown()).default({}),
    }),
  })
  .catchall(z.unknown());

/** Inputs that a card has at most, and the most characters of what one is called and holds. */
const [MOST_INPUTS, MOST_CHARACTERS] = [20, 100];

/**
 * What a button of a card asks for, out of what the client sends; undefined for anything else. A button whose `input`
 * has a `filled` sends the card's inputs: they stand beside the act and are put there. Nothing in it is trusted.
 */
export const pressedAct = (value: unknown): Act | undefined => {
  const parsed = pressed.safeParse(value).data;
  if (!parsed) return undefined;
  const { act, ...beside } = parsed;
  if (act.input.filled === undefined) return act;
  const filled = Object.entries(beside)
    .filter((one): one is [string, string] => typeof one[1] === 'string')
    .filter(([id, said]) => id.length <= MOST_CHARACTERS && said.length <= MOST_CHARACTERS)
    .slice(0, MOST_INPUTS)
    .map(([id, said]) => [id, onOneLine(written(said))]);
  return { ...act, input: { ...act.input, filled: Object.fromEntries(filled) } };
};
