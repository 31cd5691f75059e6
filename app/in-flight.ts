import type { Server, ServerResponse } from 'node:http';

/** Requests that are being answered. */
export interface InFlight {
  /** Takes no new connection and resolves when every request that has no answer yet has one, or after `patienceMs`. */
  drain(patienceMs: number): Promise<void>;
}

/** Watches a server's requests from now on, so that it can stop without leaving one unanswered. */
export const inFlight = (server: Server): InFlight => {
  const waiting = new Set<ServerResponse>();
  let draining = false;
  let drained = (): void => undefined;
  /** A kept-alive connection would bring the next request, on and on. */
  const last = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  // Streams that began to be answered (events of the simulator) end with their connections, not before.
  const unanswered = (): number => [...waiting].filter(({ headersSent }) => !headersSent).length;
  server.prependListener('request', (_, response: ServerResponse) => {
    waiting.add(response);
    if (draining) last(response);
    response.once('close', () => {
      waiting.delete(response);
      if (draining && unanswered() === 0) drained();
    });
  });
  return {
    drain: async (patienceMs) => {
      draining = true;
      server.close();
      server.closeIdleConnections();
      for (const response of waiting) last(response);
      if (unanswered() === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      drained = resolve;
      const patience = setTimeout(resolve, patienceMs);
      await promise;
      clearTimeout(patience);
    },
  };
};
