import type { z } from 'zod';
import { wordedAnswer } from './prompts/word-answer.ts';

/** A sentence of a model with the passages it names. */
export type Sentence = z.infer<typeof wordedAnswer>['sentences'][number];

const sentence = wordedAnswer.shape.sentences.element;

/**
 * The sentences that are complete in an answer that is still being written: JSON of the form `{"sentences":[{…},{…`.
 * What is not of that form is none.
 */
export const sentencesSoFar = (written: string): readonly Sentence[] => {
  const list = /^\s*\{\s*"sentences"\s*:\s*\[/.exec(written)?.[0];
  if (list === undefined) return [];
  const complete: Sentence[] = [];
  let from = list.length;
  let depth = 0;
  let quoted = false;
  for (let at = list.length; at < written.length; at += 1) {
    const sign = written[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
      continue;
    }
    if (sign === '"') quoted = true;
    else if (sign === '{') {
      if (depth === 0) from = at;
      depth += 1;
    } else if (sign === '}') {
      depth -= 1;
      if (depth < 0) return complete;
      if (depth > 0) continue;
      const read = sentence.safeParse(parsed(written.slice(from, at + 1)));
      if (!read.success) return complete;
      complete.push(read.data);
    }
  }
  return complete;
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};
