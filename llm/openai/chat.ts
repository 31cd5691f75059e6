import type OpenAI from 'openai';
import { APIError } from 'openai';
import { withDeadline } from '../deadline.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import {
  faultOfStatus,
  type Model,
  type ModelAnswer,
  ModelError,
  type ModelMessage,
  type ModelRequest,
  retryAfterMs,
  toolInput,
} from '../model.ts';

type Params = OpenAI.ChatCompletionCreateParamsNonStreaming;

/** Settings of every client of the library: nothing is tried again in here, and time is kept by {@link withDeadline}. */
export const CLIENT_SETTINGS = { maxRetries: 0 } as const;

const messagesOf = ({ system, messages }: ModelRequest): OpenAI.ChatCompletionMessageParam[] => [
  { role: 'system', content: system },
  ...messages.map(messageOf),
];

const messageOf = (message: ModelMessage): OpenAI.ChatCompletionMessageParam => {
  if (message.role === 'user') return { role: 'user', content: message.text };
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.result };
  const calls = (message.calls ?? []).map(({ id, name, input }) => ({
    id,
    type: 'function' as const,
    function: { name, arguments: JSON.stringify(input) },
  }));
  return { role: 'assistant', content: message.text, ...(calls.length === 0 ? {} : { tool_calls: calls }) };
};

const paramsOf = (model: string, request: ModelRequest): Params => ({
  model,
  messages: messagesOf(request),
  max_completion_tokens: request.maxOutputTokens,
  temperature: request.temperature ?? 0,
  ...(request.tools && {
    tools: request.tools.map(({ name, description, input }) => ({
      type: 'function' as const,
      function: { name, description, parameters: jsonSchemaOf(input) },
    })),
  }),
  ...(request.structured && {
    response_format: {
      type: 'json_schema' as const,
      json_schema: { name: request.structured.name, schema: jsonSchemaOf(request.structured.schema) },
    },
  }),
});

const FILTERED = new ModelError('model-filtered', "the provider's content filter held the answer back");
const BROKEN_OFF = 'the answer broke off';

const finishOf = (reason: string | null | undefined): ModelAnswer['finish'] => {
  if (reason === 'content_filter') throw FILTERED;
  if (reason === 'tool_calls' || reason === 'function_call') return 'tools';
  if (reason === 'length') return 'length';
  if (reason === 'stop') return 'stop';
  throw new ModelError('model-malformed', BROKEN_OFF);
};

const usageOf = (usage: OpenAI.CompletionUsage | null | undefined): ModelAnswer['usage'] =>
  usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : undefined;

/** A model behind a client: who provides it, what its prices are listed under, and what the provider calls it. */
export interface ChatModel {
  readonly provider: string;
  readonly name: string;
  readonly model: string;
  readonly timeoutMs: number;
}

/** Chat completions of OpenAI and of whatever speaks like it (https://platform.openai.com/docs/api-reference/chat). */
export const chatModel = (client: OpenAI, { provider, name, model, timeoutMs }: ChatModel): Model => ({
  provider,
  name,
  complete: (request) =>
    withDeadline(
      { timeoutMs, outer: request.signal },
      async (signal) => {
        const {
          choices,
          usage,
          model: answered,
        } = await client.chat.completions.create(paramsOf(model, request), { signal });
        const choice = choices?.[0];
        if (!choice) throw new ModelError('model-malformed', 'an answer without a choice');
        const { content, tool_calls, refusal } = choice.message;
        if (refusal) throw FILTERED;
        return {
          text: content ?? '',
          calls: (tool_calls ?? []).flatMap((call) =>
            call.type === 'function'
              ? [{ id: call.id, name: call.function.name, input: toolInput(call.function.arguments) }]
              : [],
          ),
          finish: finishOf(choice.finish_reason),
          usage: usageOf(usage),
          model: answered ?? model,
        };
      },
      faultOf,
    ),
  stream: (request, onText) =>
    withDeadline(
      { timeoutMs, outer: request.signal },
      async (signal) => {
        const stream = await client.chat.completions.create(
          { ...paramsOf(model, request), stream: true, stream_options: { include_usage: true } },
          { signal },
        );
        let text = '';
        let reason: string | null | undefined;
        let usage: ModelAnswer['usage'];
        let answered = model;
        const calls = new Map<number, { id: string; name: string; input: string }>();
        for await (const chunk of stream) {
          answered = chunk.model || answered;
          usage = usageOf(chunk.usage) ?? usage;
          const choice = chunk.choices?.[0];
          if (!choice) continue;
          reason = choice.finish_reason ?? reason;
          const piece = choice.delta?.content;
          if (piece) {
            text += piece;
            onText(piece);
          }
          for (const { index, id, function: called } of choice.delta?.tool_calls ?? []) {
            const known = calls.get(index) ?? { id: '', name: '', input: '' };
            calls.set(index, {
              id: id ?? known.id,
              name: called?.name ?? known.name,
              input: known.input + (called?.arguments ?? ''),
            });
          }
        }
        const finish = finishOf(reason);
        const called = [...calls.values()].map(({ id, name: tool, input }) => ({
          id,
          name: tool,
          input: toolInput(input),
        }));
        return { text, calls: called, finish, usage, model: answered };
      },
      faultOf,
    ),
});

/** A fault of the library by its name here. */
const faultOf = (error: unknown): ModelError => {
  if (error instanceof APIError) {
    if (error.code === 'content_filter') return FILTERED;
    const { status, headers } = error as { status?: number; headers?: Headers };
    const code = faultOfStatus(status) ?? 'model-malformed';
    return new ModelError(
      code,
      `the provider answered ${status ?? 'nothing'}`,
      error,
      retryAfterMs((name) => headers?.get(name), Date.now()),
    );
  }
  return new ModelError('model-malformed', BROKEN_OFF, error);
};
