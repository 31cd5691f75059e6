import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const id = z.union([z.string(), z.number()]);
const passage = z.object({ id: z.string(), title: z.string(), text: z.string() });
const turn = z.object({ id, question: z.string(), history: z.array(z.string()) });
// The rest of a line (the places that are right, an answer) is never read: it would tell what is to be found out.
const judged = z.object({ id, gold: z.array(z.string()) });

export type Passage = z.infer<typeof passage>;

/** The set in a folder. What is not there (`qrels.jsonl`, `no_lookup_needed.jsonl`) is empty: rankings can be made without. */
export const readCases = (folder: string) => ({
  documents: linesOf(folder, 'docs.jsonl', passage),
  questions: linesOf(folder, 'queries.jsonl', turn),
  gold: new Map(linesOf(folder, 'qrels.jsonl', judged, true).map((line) => [line.id, new Set(line.gold)])),
  /** Turns that no document needs to answer. */
  chatter: linesOf(folder, 'no_lookup_needed.jsonl', turn, true),
});

const linesOf = <T>(folder: string, name: string, schema: z.ZodType<T>, optional = false): readonly T[] => {
  const path = join(folder, name);
  if (optional && !existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
};
