import type { Model, ModelAnswer, ModelRequest } from '../model.ts';

/** What the model does at one step: answers, or fails. It may look at what it was asked. */
export type Step = Partial<ModelAnswer> | Error | ((request: ModelRequest) => Partial<ModelAnswer> | Error);

/** A model that follows a script: for tests of what stands around it. */
export interface ScriptedModel extends Model {
  /** What it was asked, in order. */
  readonly asked: readonly ModelRequest[];
  /** Throws when a step of the script was not used. */
  finished(): void;
}

/** Answers step by step; a call beyond the script fails. */
export const scriptedModel = (steps: readonly Step[], name = 'scripted'): ScriptedModel => {
  const asked: ModelRequest[] = [];
  const answer = (request: ModelRequest): ModelAnswer => {
    const step = steps[asked.length];
    asked.push(request);
    if (step === undefined) throw new Error(`call ${asked.length} stands in no script`);
    const given = typeof step === 'function' ? step(request) : step;
    if (given instanceof Error) throw given;
    const calls = given.calls ?? [];
    return {
      text: '',
      calls,
      finish: calls.length > 0 ? 'tools' : 'stop',
      usage: { inputTokens: 100, outputTokens: 20 },
      model: name,
      ...given,
    };
  };
  return {
    provider: 'scripted',
    name,
    asked,
    complete: async (request) => answer(request),
    stream: async (request, onText) => {
      const given = answer(request);
      for (const piece of given.text.match(/\S+\s*/g) ?? []) onText(piece);
      return given;
    },
    finished: () => {
      if (asked.length < steps.length) throw new Error(`only ${asked.length} of ${steps.length} steps were used`);
    },
  };
};
