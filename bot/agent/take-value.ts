import type { Gateway } from '../../llm/gateway.ts';
import { type Quoted, spotlit, unmarked } from '../../rag/worded/spotlight.ts';
import { saidOfAnother } from '../../rag/worded/support.ts';
import type { OnBehalf } from '../../rag/worded/word.ts';
import { readValuePrompt, type ValueKind, valueRead } from './prompts/read-value.ts';
import { readValue, type Value } from './value.ts';

const MAX_OUTPUT_TOKENS = 80;

/** A value, and the passage it stands in. */
export interface Taken {
  readonly value: Value;
  readonly passage: string;
}

/** What a model took out, and what that cost; nothing taken where it does not stand there just so. */
export interface Taking {
  readonly taken?: Taken | undefined;
  readonly micros: number;
  readonly tokens: number;
}

/**
 * Has a model without tools point at the value that answers a question. It is taken only if it stands in that passage
 * letter for letter, is of the kind that was wanted, and is not said of something else there.
 */
export const takeValue = async (
  models: Gateway,
  onBehalf: OnBehalf,
  wanted: { readonly question: string; readonly kind: ValueKind; readonly quoted: readonly Quoted[] },
  signal: AbortSignal,
): Promise<Taking> => {
  const { question, kind, quoted } = wanted;
  const spotlight = spotlit(quoted, question);
  const asked = await models.ask({
    feature: 'understanding',
    size: 'small',
    userId: onBehalf.userId,
    tripId: onBehalf.tripId,
    privacyScope: `${onBehalf.tripId ?? ''} ${onBehalf.readers}`,
    request: {
      system: readValuePrompt(kind, spotlight),
      messages: [{ role: 'user', text: `${spotlight.text}\n\nQuestion: ${question}` }],
      structured: { name: 'value', schema: valueRead },
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      signal,
    },
  });
  if (!asked.ok) return { micros: 0, tokens: 0 };
  const { answer, micros } = asked;
  const spent = { micros, tokens: (answer.usage?.inputTokens ?? 0) + (answer.usage?.outputTokens ?? 0) };
  const { value: written, passage: id } = valueRead.parse(JSON.parse(answer.text));
  const passage = quoted.find((one) => one.id === id);
  const words = written === null ? '' : unmarked(written, spotlight);
  const value = readValue(words, kind);
  if (!passage || !value || !stands(words, passage.text)) return spent;
  if (saidOfAnother(`${question.replace(/[?.!]+$/, '')} ${words}`, passage)) return spent;
  return { ...spent, taken: { value, passage: passage.id } };
};

/** Whether the words stand in the text, and are not a part of longer ones: `EUR 2` is not in `EUR 25`. */
const stands = (words: string, text: string): boolean => {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d]|\\d[.,:])${escaped}(?![\\p{L}\\d]|[.,:]\\d)`, 'u').test(text.replace(/\s+/g, ' '));
};
