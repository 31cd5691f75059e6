import { type ModelAnswer, ModelError } from './model.ts';

/**
 * Runs one call to a provider for `timeoutMs` at most, or until `outer` aborts, whatever the provider's library makes of
 * either; other faults are sorted by `sortOut`. The signal ends the request itself.
 */
export const withDeadline = async (
  { timeoutMs, outer }: { readonly timeoutMs: number; readonly outer?: AbortSignal | undefined },
  call: (signal: AbortSignal) => Promise<ModelAnswer>,
  sortOut: (error: unknown) => ModelError,
): Promise<ModelAnswer> => {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, timeoutMs);
  outer?.addEventListener('abort', end, { once: true });
  if (outer?.aborted) end();
  try {
    return await call(ending.signal);
  } catch (error) {
    if (ending.signal.aborted) {
      const why = outer?.aborted ? 'nobody waits for the answer any more' : `no answer within ${timeoutMs} ms`;
      throw new ModelError('model-timeout', why, error);
    }
    throw error instanceof ModelError ? error : sortOut(error);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', end);
  }
};
