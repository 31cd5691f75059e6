import { withDeadline } from '../llm/deadline.ts';
import { type Model, ModelError, type ModelFault, type ModelRequest } from '../llm/model.ts';

const FAULTS: ReadonlySet<unknown> = new Set<ModelFault>([
  'model-busy',
  'model-filtered',
  'model-malformed',
  'model-refused',
  'model-timeout',
  'model-unavailable',
]);

/** A plugin's model within our deadline, and with faults as we know them: what bears no code of ours is `model-unavailable`. */
export const pluginModel = (model: Model, timeoutMs: number): Model => {
  const within = (
    request: ModelRequest,
    call: (request: ModelRequest) => ReturnType<Model['complete']>,
  ): ReturnType<Model['complete']> =>
    withDeadline(
      { timeoutMs, outer: request.signal },
      (signal) => Promise.race([call({ ...request, signal }), aborted(signal)]),
      faultOf,
    );
  return {
    provider: model.provider,
    name: model.name,
    complete: (request) => within(request, (bounded) => model.complete(bounded)),
    stream: (request, onText) => within(request, (bounded) => model.stream(bounded, onText)),
  };
};

/** Rejects when the signal ends: a plugin may not look at it. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const faultOf = (error: unknown): ModelError => {
  const { code, retryAfterMs } = (error ?? {}) as { readonly code?: unknown; readonly retryAfterMs?: unknown };
  return new ModelError(
    FAULTS.has(code) ? (code as ModelFault) : 'model-unavailable',
    error instanceof Error ? error.message : String(error),
    error,
    typeof retryAfterMs === 'number' ? retryAfterMs : undefined,
  );
};
