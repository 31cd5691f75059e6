import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { FarRequest, FarSaid, FarStep } from './models.ts';

/** One call as it was counted, under the model it was asked of. */
export interface Counted {
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A far model that is told how long its answers are: as long as what it says, or as long as it is allowed. */
export interface CountingModel {
  readonly step: FarStep;
  readonly counted: readonly Counted[];
}

/** Tokens OpenAI wraps around a message, and in front of the answer: https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken */
const AROUND_A_MESSAGE = 3;
const AROUND_ALL = 3;

/** Tokens of a chat request as GPT-4o reads it. Tools and shapes count as their JSON, which is longer than what it is shown. */
export const countRequest = ({ messages, tools, response_format }: FarRequest['body']): number => {
  const said = Array.isArray(messages) ? messages : [];
  const inMessages = said.reduce((sum: number, message: Record<string, unknown>) => {
    const { role, content, tool_calls: calls } = message;
    const parts = [role, content, calls && JSON.stringify(calls)];
    return sum + AROUND_A_MESSAGE + parts.reduce((all: number, part) => all + countTokens(String(part ?? '')), 0);
  }, AROUND_ALL);
  const further = [tools, response_format].filter((part) => part !== undefined);
  return inMessages + further.reduce((sum: number, part) => sum + countTokens(JSON.stringify(part)), 0);
};

/** Two sentences out of the first passages it is shown, as a model that keeps to its documents says them. */
const worded = (shown: string): object => {
  const passages = [...shown.matchAll(/^<<\w+ (p\d+)>>\n(?:under:.*\n)?(.*)$/gm)].slice(0, 2);
  return {
    sentences: passages.map(([, id = '', text = '']) => ({
      text: text.replace(/[ˆ-˿]/gu, ' ').split(/(?<=[.!?]) /)[0] ?? '',
      passages: [id],
    })),
  };
};

/** A poll of the first options it is shown, with a sentence of theirs for each. */
const proposed = (shown: string): object => {
  const options = [...shown.matchAll(/^<<\w+ (o\d+)>>\n(?:under:.*\n)?(.*)$/gm)].slice(0, 4);
  return {
    question: 'Which of these suits us best?',
    options: options.map(([, id = '', text = '']) => {
      const [name = '', ...rest] = text.replace(/[ˆ-˿]/gu, ' ').split('; ');
      return { id, name, why: rest.join('; ') };
    }),
  };
};

const saidTo = ({ messages, response_format, tools }: FarRequest['body']): FarSaid => {
  const last = (messages as readonly { readonly role: string; readonly content?: unknown }[]).at(-1);
  const shown = String(last?.content ?? '');
  const shape = (response_format as { json_schema?: { name?: string } } | undefined)?.json_schema?.name;
  if (shape === 'answer') return { text: JSON.stringify(worded(shown)) };
  if (shape === 'poll') return { text: JSON.stringify(proposed(shown)) };
  if (shape === 'value') {
    const passage = /<<\w+ (r\d+)>>/.exec(shown)?.[1] ?? null;
    return {
      text: JSON.stringify({ value: /EUR [\d,.]*\d/.exec(shown.replace(/[ˆ-˿]/gu, ' '))?.[0] ?? null, passage }),
    };
  }
  const message = /<message>([\s\S]*)<\/message>/.exec(shown)?.[1];
  // It looks the message up whole, once; what comes back it leaves to be said.
  if (Array.isArray(tools) && message !== undefined) return { calls: [{ name: 'ask', input: { words: message } }] };
  return { text: 'done' };
};

/**
 * A model whose every answer carries the tokens that GPT-4o's own tokenizer counts in what it was really sent and says.
 * `atMost` bills each answer at the most the request allows, whatever is said.
 */
export const countingModel = ({ atMost = false }: { readonly atMost?: boolean } = {}): CountingModel => {
  const counted: Counted[] = [];
  return {
    counted,
    step: ({ body }) => {
      const said = saidTo(body);
      const allowed = Number(body.max_tokens ?? body.max_completion_tokens);
      const usage = {
        inputTokens: countRequest(body),
        outputTokens: atMost ? allowed : countTokens(JSON.stringify('text' in said ? said.text : said)),
      };
      counted.push({ model: String(body.model), ...usage });
      return { ...said, usage };
    },
  };
};
