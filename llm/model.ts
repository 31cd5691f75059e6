import type { z } from 'zod';
import { type ErrorCode, PathfinderError } from '../trips/pathfinder-error.ts';

/** A tool the model wants to be called, with its arguments as the model wrote them: never trusted. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/** One message of the exchange. What a tool gave back names the call it answers. */
export type ModelMessage =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls?: readonly ToolCall[] | undefined }
  | { readonly role: 'tool'; readonly callId: string; readonly name: string; readonly result: string };

/** A tool as it is offered: its input is described by the same schema that checks it. */
export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodType;
}

/** What a model is asked. */
export interface ModelRequest {
  readonly system: string;
  readonly messages: readonly ModelMessage[];
  readonly tools?: readonly ToolSpec[] | undefined;
  /** The answer must be JSON of this shape; `name` is for the provider. Not together with tools. */
  readonly structured?: { readonly name: string; readonly schema: z.ZodType } | undefined;
  /** Tokens the answer may have. */
  readonly maxOutputTokens: number;
  /** 0 (always the likeliest word) to 1; 0 when absent. */
  readonly temperature?: number | undefined;
  /** Ends the call early. */
  readonly signal?: AbortSignal | undefined;
}

/** Tokens a call took, as the provider counted them; absent where it did not say. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What came back. `text` is JSON when a shape was asked for, not yet checked against it. */
export interface ModelAnswer {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  /** `length`: cut off at `maxOutputTokens`. */
  readonly finish: 'stop' | 'length' | 'tools';
  readonly usage?: TokenUsage | undefined;
  /** The model that answered, as the provider names it. */
  readonly model: string;
}

/** A language model at one provider. Faults are thrown as {@link ModelError}; nothing is tried again in here. */
export interface Model {
  /** `azure-openai`, `openai`, `claude`, `gemini`, `scripted`. */
  readonly provider: string;
  /** The model's name, as its prices are listed. */
  readonly name: string;
  complete(request: ModelRequest): Promise<ModelAnswer>;
  /** As {@link complete}, handing over each piece of text as it comes. A stream that breaks off throws. */
  stream(request: ModelRequest, onText: (piece: string) => void): Promise<ModelAnswer>;
}

/** Why a model did not answer. */
export type ModelFault = Extract<ErrorCode, `model-${string}`>;

/** A model that did not answer, or not usefully; `retryAfterMs` is what the provider asked for. */
export class ModelError extends PathfinderError {
  declare readonly code: ModelFault;
  readonly retryAfterMs: number | undefined;
  constructor(code: ModelFault, message: string, cause?: unknown, retryAfterMs?: number) {
    super(code, message, cause);
    this.name = 'ModelError';
    this.retryAfterMs = retryAfterMs;
  }
}

/** The longest pause a provider may ask for that is still waited out; beyond it the next one is asked. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** `Retry-After` (seconds or a date) or `retry-after-ms` as milliseconds; undefined when neither is there or sensible. */
export const retryAfterMs = (header: (name: string) => string | null | undefined, now: number): number | undefined => {
  const exact = Number(header('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return Math.min(exact, LONGEST_RETRY_AFTER_MS);
  const given = header('retry-after');
  if (!given) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(given.trim()) ? Number(given) * 1_000 : Date.parse(given) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), LONGEST_RETRY_AFTER_MS) : undefined;
};

/** Sorts an HTTP status into who is at fault; undefined for one that is none. */
export const faultOfStatus = (status: number | undefined): ModelFault | undefined => {
  if (status === undefined) return 'model-unavailable';
  if (status === 429 || status === 529) return 'model-busy';
  if (status === 408) return 'model-timeout';
  if (status >= 500) return 'model-unavailable';
  return status >= 400 ? 'model-refused' : undefined;
};

/** A tool's arguments out of the text a provider sends; throws `model-malformed` when it is not JSON. */
export const toolInput = (text: string): unknown => {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new ModelError('model-malformed', 'the arguments of a tool call are not JSON', cause);
  }
};
