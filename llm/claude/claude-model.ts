import Anthropic, { APIError } from '@anthropic-ai/sdk';
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
} from '../model.ts';

/** The tool through which an answer of a given shape is written. */
const ANSWER = 'answer';

const messagesOf = (messages: readonly ModelMessage[]): Anthropic.MessageParam[] => {
  const written: Anthropic.MessageParam[] = [];
  for (const message of messages) {
    if (message.role === 'user') written.push({ role: 'user', content: message.text });
    else if (message.role === 'assistant') {
      const calls = (message.calls ?? []).map(({ id, name, input }) => ({
        type: 'tool_use' as const,
        id,
        name,
        input,
      }));
      const text = message.text === '' ? [] : [{ type: 'text' as const, text: message.text }];
      written.push({ role: 'assistant', content: [...text, ...calls] });
    } else {
      const result = { type: 'tool_result' as const, tool_use_id: message.callId, content: message.result };
      const last = written.at(-1);
      // The results of one round of calls belong into one message.
      if (last?.role === 'user' && Array.isArray(last.content)) last.content.push(result);
      else written.push({ role: 'user', content: [result] });
    }
  }
  return written;
};

const paramsOf = (model: string, request: ModelRequest): Anthropic.MessageCreateParamsNonStreaming => ({
  model,
  max_tokens: request.maxOutputTokens,
  system: request.system,
  messages: messagesOf(request.messages),
  ...(request.tools && {
    tools: request.tools.map(({ name, description, input }) => ({
      name,
      description,
      input_schema: jsonSchemaOf(input) as Anthropic.Tool.InputSchema,
    })),
  }),
  ...(request.structured && {
    tools: [
      {
        name: ANSWER,
        description: 'The answer, in the shape it must have.',
        input_schema: jsonSchemaOf(request.structured.schema) as Anthropic.Tool.InputSchema,
      },
    ],
    tool_choice: { type: 'tool' as const, name: ANSWER },
  }),
});

const answerOf = (message: Anthropic.Message, structured: boolean): ModelAnswer => {
  const blocks = message.content ?? [];
  const text = blocks.map((block) => (block.type === 'text' ? block.text : '')).join('');
  const calls = blocks.flatMap((block) =>
    block.type === 'tool_use' ? [{ id: block.id, name: block.name, input: block.input }] : [],
  );
  const { stop_reason: reason, usage, model } = message;
  if (reason === 'refusal') throw new ModelError('model-filtered', 'the model declined to answer');
  if (!reason) throw new ModelError('model-malformed', 'the answer broke off');
  const counted = usage && {
    inputTokens: usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0),
    outputTokens: usage.output_tokens,
  };
  const finish = reason === 'max_tokens' ? 'length' : 'stop';
  if (structured) {
    const written = calls.find(({ name }) => name === ANSWER);
    if (!written) throw new ModelError('model-malformed', 'an answer without its shape');
    return { text: JSON.stringify(written.input), calls: [], finish, usage: counted, model };
  }
  return { text, calls, finish: reason === 'tool_use' ? 'tools' : finish, usage: counted, model };
};

/** A model of Anthropic (https://docs.anthropic.com/en/api/messages). */
export const claudeModel = (settings: {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
}): Model => {
  const client = new Anthropic({
    apiKey: settings.apiKey,
    ...(settings.baseUrl !== undefined && { baseURL: settings.baseUrl }),
    maxRetries: 0,
  });
  const { model, timeoutMs } = settings;
  return {
    provider: 'claude',
    name: model,
    complete: (request) =>
      withDeadline(
        { timeoutMs, outer: request.signal },
        async (signal) => {
          const message = await client.messages.create(paramsOf(model, request), { signal });
          return answerOf(message, request.structured !== undefined);
        },
        faultOf,
      ),
    stream: (request, onText) =>
      withDeadline(
        { timeoutMs, outer: request.signal },
        async (signal) => {
          const stream = client.messages.stream(paramsOf(model, request), { signal });
          if (request.structured) stream.on('inputJson', (piece) => onText(piece));
          else stream.on('text', (piece) => onText(piece));
          return answerOf(await stream.finalMessage(), request.structured !== undefined);
        },
        faultOf,
      ),
  };
};

/** A fault of the library by its name here. */
const faultOf = (error: unknown): ModelError => {
  if (!(error instanceof APIError)) return new ModelError('model-malformed', 'the answer broke off', error);
  const { status, headers } = error as { status?: number; headers?: Headers };
  const wait = retryAfterMs((name) => headers?.get(name), Date.now());
  const code = faultOfStatus(status) ?? 'model-malformed';
  return new ModelError(code, `the provider answered ${status ?? 'nothing'}`, error, wait);
};
