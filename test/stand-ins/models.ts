import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the far model does with the next request; it may look at it first. */
export type FarStep = FarDeed | ((request: FarRequest) => FarDeed);

/** What it says. */
export interface FarSaid {
  readonly text?: string;
  readonly calls?: readonly { readonly name: string; readonly input: unknown }[];
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number };
  readonly cutOff?: boolean;
}

type FarDeed =
  | FarSaid
  | { readonly status: number; readonly retryAfter?: string }
  | 'hangs'
  | 'breaks-off'
  | 'not-json'
  | 'filtered';

/** One request as it stood on the wire. */
export interface FarRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** A loopback server that speaks the wire formats of OpenAI, Azure OpenAI, Anthropic and Gemini. */
export interface FarModels {
  readonly url: string;
  readonly requests: readonly FarRequest[];
  /** The steps the next requests meet, in order; beyond them it answers 500. */
  next(...steps: FarStep[]): void;
  /** What every request meets from now on, once the steps are used up. */
  always(step: FarStep | undefined): void;
  close(): Promise<void>;
}

/** How one provider writes what a model says. */
interface Wire {
  whole(said: FarSaid): unknown;
  /** The events of a stream, each as it is sent. */
  events(said: FarSaid): readonly string[];
  filtered(response: ServerResponse): void;
  busyBody(status: number): unknown;
}

const USAGE = { inputTokens: 11, outputTokens: 7 };
const pieces = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];
const data = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const openAi: Wire = {
  whole: ({ text = '', calls = [], usage = USAGE, cutOff }) => ({
    id: 'chatcmpl-example',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'far-model',
    choices: [
      {
        index: 0,
        finish_reason: cutOff ? 'length' : calls.length > 0 ? 'tool_calls' : 'stop',
        message: {
          role: 'assistant',
          content: text === '' ? null : text,
          ...(calls.length > 0 && {
            tool_calls: calls.map(({ name, input }, index) => ({
              id: `call_${index}`,
              type: 'function',
              function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) },
            })),
          }),
        },
      },
    ],
    usage: {
      prompt_tokens: usage.inputTokens,
      completion_tokens: usage.outputTokens,
      total_tokens: usage.inputTokens + usage.outputTokens,
    },
  }),
  events: ({ text = '', calls = [], usage = USAGE, cutOff }) => {
    const chunk = (delta: object, finish: string | null = null): string =>
      data({
        id: 'chatcmpl-example',
        object: 'chat.completion.chunk',
        created: 1_700_000_000,
        model: 'far-model',
        choices: [{ index: 0, delta, finish_reason: finish }],
      });
    return [
      ...pieces(text).map((piece) => chunk({ content: piece })),
      ...calls.flatMap(({ name, input }, index) => {
        const written = JSON.stringify(input);
        const half = Math.floor(written.length / 2);
        return [
          chunk({ tool_calls: [{ index, id: `call_${index}`, type: 'function', function: { name, arguments: '' } }] }),
          chunk({ tool_calls: [{ index, function: { arguments: written.slice(0, half) } }] }),
          chunk({ tool_calls: [{ index, function: { arguments: written.slice(half) } }] }),
        ];
      }),
      chunk({}, cutOff ? 'length' : calls.length > 0 ? 'tool_calls' : 'stop'),
      data({
        id: 'chatcmpl-example',
        object: 'chat.completion.chunk',
        created: 1_700_000_000,
        model: 'far-model',
        choices: [],
        usage: { prompt_tokens: usage.inputTokens, completion_tokens: usage.outputTokens, total_tokens: 0 },
      }),
      'data: [DONE]\n\n',
    ];
  },
  // As Azure answers a prompt that its filter refuses: https://learn.microsoft.com/azure/ai-services/openai/concepts/content-filter
  filtered: (response) =>
    json(response, 400, { error: { code: 'content_filter', message: 'The response was filtered', status: 400 } }),
  busyBody: (status) => ({ error: { message: `status ${status}`, type: 'error', code: null } }),
};

const claude: Wire = {
  whole: ({ text = '', calls = [], usage = USAGE, cutOff }) => ({
    id: 'msg_example',
    type: 'message',
    role: 'assistant',
    model: 'far-model',
    content: [
      ...(text === '' ? [] : [{ type: 'text', text }]),
      ...calls.map(({ name, input }, index) => ({ type: 'tool_use', id: `call_${index}`, name, input })),
    ],
    stop_reason: cutOff ? 'max_tokens' : calls.length > 0 ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens },
  }),
  events: ({ text = '', calls = [], usage = USAGE, cutOff }) => {
    const event = (type: string, fields: object): string => `event: ${type}\n${data({ type, ...fields })}`;
    const blocks = [
      ...(text === ''
        ? []
        : [
            {
              start: { type: 'text', text: '' },
              deltas: pieces(text).map((piece) => ({ type: 'text_delta', text: piece })),
            },
          ]),
      ...calls.map(({ name, input }, index) => ({
        start: { type: 'tool_use', id: `call_${index}`, name, input: {} },
        deltas: [{ type: 'input_json_delta', partial_json: JSON.stringify(input) }],
      })),
    ];
    return [
      event('message_start', {
        message: {
          ...{ id: 'msg_example', type: 'message', role: 'assistant', model: 'far-model', content: [] },
          ...{ stop_reason: null, stop_sequence: null, usage: { input_tokens: usage.inputTokens, output_tokens: 1 } },
        },
      }),
      ...blocks.flatMap(({ start, deltas }, index) => [
        event('content_block_start', { index, content_block: start }),
        ...deltas.map((delta) => event('content_block_delta', { index, delta })),
        event('content_block_stop', { index }),
      ]),
      event('message_delta', {
        delta: { stop_reason: cutOff ? 'max_tokens' : calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null },
        usage: { output_tokens: usage.outputTokens },
      }),
      event('message_stop', {}),
    ];
  },
  filtered: (response) =>
    json(response, 200, {
      ...{ id: 'msg_example', type: 'message', role: 'assistant', model: 'far-model', content: [] },
      ...{ stop_reason: 'refusal', stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 } },
    }),
  busyBody: (status) => ({ type: 'error', error: { type: 'api_error', message: `status ${status}` } }),
};

const gemini: Wire = {
  whole: ({ text = '', calls = [], usage = USAGE, cutOff }) => ({
    candidates: [
      {
        index: 0,
        finishReason: cutOff ? 'MAX_TOKENS' : 'STOP',
        content: {
          role: 'model',
          parts: [
            ...(text === '' ? [] : [{ text }]),
            ...calls.map(({ name, input }) => ({ functionCall: { name, args: input } })),
          ],
        },
      },
    ],
    usageMetadata: {
      promptTokenCount: usage.inputTokens,
      candidatesTokenCount: usage.outputTokens,
      totalTokenCount: usage.inputTokens + usage.outputTokens,
    },
    modelVersion: 'far-model',
  }),
  events: ({ text = '', calls = [], usage = USAGE, cutOff }) => {
    const part = (parts: readonly object[]) => data({ candidates: [{ index: 0, content: { role: 'model', parts } }] });
    return [
      ...pieces(text).map((piece) => part([{ text: piece }])),
      ...calls.map(({ name, input }) => part([{ functionCall: { name, args: input } }])),
      data({
        candidates: [{ index: 0, finishReason: cutOff ? 'MAX_TOKENS' : 'STOP', content: { role: 'model', parts: [] } }],
        usageMetadata: { promptTokenCount: usage.inputTokens, candidatesTokenCount: usage.outputTokens },
        modelVersion: 'far-model',
      }),
    ];
  },
  filtered: (response) => json(response, 200, { promptFeedback: { blockReason: 'SAFETY' } }),
  busyBody: (status) => ({ error: { code: status, message: `status ${status}`, status: 'UNAVAILABLE' } }),
};

const wireOf = (path: string): { readonly wire: Wire; readonly streamed?: boolean } | undefined => {
  if (/\/chat\/completions$/.test(path)) return { wire: openAi };
  if (/\/v1\/messages$/.test(path)) return { wire: claude };
  const method = /\/models\/[^/:]+:(generateContent|streamGenerateContent)$/.exec(path)?.[1];
  return method === undefined ? undefined : { wire: gemini, streamed: method === 'streamGenerateContent' };
};

const streamOf = (response: ServerResponse, wire: Wire, said: FarSaid, whole: boolean): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const events = wire.events(said);
  for (const event of whole ? events : events.slice(0, 2)) response.write(event);
  if (whole) response.end();
  // The peer is cut off in the middle, after it has read what was written.
  else response.socket?.end();
};

/** Starts it on a free port. */
export const startFarModels = async (): Promise<FarModels> => {
  const steps: FarStep[] = [];
  const requests: FarRequest[] = [];
  const hanging = new Set<ServerResponse>();
  let always: FarStep | undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString() || '{}') as Record<string, unknown>;
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const asked = { path: request.url ?? '', headers: request.headers, body };
    requests.push(asked);
    const known = wireOf(path);
    const next = steps.shift() ?? always ?? { status: 500 };
    const step = typeof next === 'function' ? next(asked) : next;
    if (!known) return json(response, 404, { error: { message: `nothing at ${path}` } });
    const { wire, streamed = body.stream === true } = known;
    if (step === 'hangs') {
      hanging.add(response);
    } else if (step === 'breaks-off') {
      streamOf(response, wire, { text: 'This answer breaks off in the middle' }, false);
    } else if (step === 'not-json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [{"mess');
    } else if (step === 'filtered') {
      wire.filtered(response);
    } else if ('status' in step) {
      const wait: Record<string, string> = step.retryAfter === undefined ? {} : { 'retry-after': step.retryAfter };
      json(response, step.status, wire.busyBody(step.status), wait);
    } else if (streamed) streamOf(response, wire, step, true);
    else json(response, 200, wire.whole(step));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    next: (...more) => void steps.push(...more),
    always: (step) => {
      always = step;
    },
    close: async () => {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
