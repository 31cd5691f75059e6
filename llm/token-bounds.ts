import { jsonSchemaOf } from './json-schema.ts';
import type { ModelRequest, TokenUsage } from './model.ts';

/**
 * Tokens a request can have at most. A token is at least one byte of text, and of text that people and programs write
 * at least two; a few bytes a message stand for what providers wrap it in.
 */
export const inputBound = (request: ModelRequest): number => {
  const parts = [
    request.system,
    JSON.stringify(request.messages),
    ...(request.tools ?? []).map((tool) => tool.name + tool.description + JSON.stringify(jsonSchemaOf(tool.input))),
    request.structured ? JSON.stringify(jsonSchemaOf(request.structured.schema)) : '',
  ];
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  return Math.ceil(bytes / 2) + 16 * (request.messages.length + 2);
};

/** Whether a provider's count of tokens can be true. */
export const believable = (told: TokenUsage, bound: TokenUsage): boolean =>
  Number.isInteger(told.inputTokens) &&
  Number.isInteger(told.outputTokens) &&
  told.inputTokens > 0 &&
  told.outputTokens >= 0 &&
  told.inputTokens <= bound.inputTokens &&
  told.outputTokens <= bound.outputTokens;
