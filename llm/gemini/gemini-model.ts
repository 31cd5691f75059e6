import {
  ApiError,
  type Content,
  type GenerateContentParameters,
  type GenerateContentResponse,
  GoogleGenAI,
} from '@google/genai';
import { withDeadline } from '../deadline.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import {
  faultOfStatus,
  type Model,
  type ModelAnswer,
  ModelError,
  type ModelMessage,
  type ModelRequest,
  type ToolCall,
} from '../model.ts';

const contentsOf = (messages: readonly ModelMessage[]): Content[] =>
  messages.map((message): Content => {
    if (message.role === 'user') return { role: 'user', parts: [{ text: message.text }] };
    if (message.role === 'tool') {
      const { callId, name, result } = message;
      return { role: 'user', parts: [{ functionResponse: { id: callId, name, response: { output: result } } }] };
    }
    const calls = (message.calls ?? []).map(({ id, name, input }) => ({
      functionCall: { id, name, args: input as Record<string, unknown> },
    }));
    return { role: 'model', parts: [...(message.text === '' ? [] : [{ text: message.text }]), ...calls] };
  });

/** Why Gemini ends without an answer it would show: https://ai.google.dev/api/generate-content#FinishReason */
const HELD_BACK = new Set(['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'IMAGE_SAFETY']);

const paramsOf = (model: string, request: ModelRequest, signal: AbortSignal): GenerateContentParameters => ({
  model,
  contents: contentsOf(request.messages),
  config: {
    systemInstruction: request.system,
    maxOutputTokens: request.maxOutputTokens,
    temperature: request.temperature ?? 0,
    abortSignal: signal,
    ...(request.tools && {
      tools: [
        {
          functionDeclarations: request.tools.map(({ name, description, input }) => ({
            name,
            description,
            parametersJsonSchema: jsonSchemaOf(input),
          })),
        },
      ],
    }),
    ...(request.structured && {
      responseMimeType: 'application/json',
      responseJsonSchema: jsonSchemaOf(request.structured.schema),
    }),
  },
});

/** What one response holds: the whole answer, or a piece of it. */
const pieceOf = (response: GenerateContentResponse) => {
  const blocked = response.promptFeedback?.blockReason;
  if (blocked)
    throw new ModelError('model-filtered', `the provider's content filter held the question back: ${blocked}`);
  const candidate = response.candidates?.[0];
  const parts = candidate?.content?.parts ?? [];
  return {
    text: parts.map(({ text, thought }) => (thought ? '' : (text ?? ''))).join(''),
    calls: parts.flatMap(({ functionCall }) => (functionCall ? [functionCall] : [])),
    reason: candidate?.finishReason as string | undefined,
    usage: response.usageMetadata && {
      inputTokens: response.usageMetadata.promptTokenCount ?? 0,
      outputTokens:
        (response.usageMetadata.candidatesTokenCount ?? 0) + (response.usageMetadata.thoughtsTokenCount ?? 0),
    },
    model: response.modelVersion,
  };
};
type Piece = ReturnType<typeof pieceOf>;

const answerOf = (pieces: readonly Piece[], model: string): ModelAnswer => {
  const reason = pieces.findLast((piece) => piece.reason !== undefined)?.reason;
  if (reason !== undefined && HELD_BACK.has(reason))
    throw new ModelError('model-filtered', `the provider's content filter held the answer back: ${reason}`);
  if (reason !== 'STOP' && reason !== 'MAX_TOKENS')
    throw new ModelError('model-malformed', `the answer broke off${reason === undefined ? '' : `: ${reason}`}`);
  const calls = pieces
    .flatMap((piece) => piece.calls)
    .map(({ id, name, args }, index): ToolCall => ({ id: id ?? `call_${index}`, name: name ?? '', input: args ?? {} }));
  return {
    text: pieces.map(({ text }) => text).join(''),
    calls,
    finish: reason === 'MAX_TOKENS' ? 'length' : calls.length > 0 ? 'tools' : 'stop',
    usage: pieces.findLast(({ usage }) => usage !== undefined)?.usage,
    model: pieces.findLast((piece) => piece.model !== undefined)?.model ?? model,
  };
};

/** A model of Google (https://ai.google.dev/api/generate-content). */
export const geminiModel = (settings: {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
}): Model => {
  const { model, timeoutMs } = settings;
  const client = new GoogleGenAI({
    apiKey: settings.apiKey,
    // The platform's fetch as it is: time is kept by the deadline.
    httpOptions: {
      fetch: (input, init) => fetch(input, init),
      ...(settings.baseUrl !== undefined && { baseUrl: settings.baseUrl }),
    },
  });
  return {
    provider: 'gemini',
    name: model,
    complete: (request) =>
      withDeadline(
        { timeoutMs, outer: request.signal },
        async (signal) => {
          const response = await client.models.generateContent(paramsOf(model, request, signal));
          return answerOf([pieceOf(response)], model);
        },
        faultOf,
      ),
    stream: (request, onText) =>
      withDeadline(
        { timeoutMs, outer: request.signal },
        async (signal) => {
          const pieces: Piece[] = [];
          for await (const response of await client.models.generateContentStream(paramsOf(model, request, signal))) {
            const piece = pieceOf(response);
            pieces.push(piece);
            if (piece.text !== '') onText(piece.text);
          }
          return answerOf(pieces, model);
        },
        faultOf,
      ),
  };
};

/** A fault of the library by its name here; it has no error of its own for a far end that cannot be reached. */
const faultOf = (error: unknown): ModelError => {
  if (error instanceof ApiError) {
    const code = faultOfStatus(error.status) ?? 'model-malformed';
    return new ModelError(code, `the provider answered ${error.status}`, error);
  }
  return /fetch failed/.test(String(error))
    ? new ModelError('model-unavailable', 'the provider could not be reached', error)
    : new ModelError('model-malformed', 'the answer broke off', error);
};
