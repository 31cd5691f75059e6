import type { Server, ServerResponse } from 'node:http';

/** Requests that are being answered. */
export interface InFlight {
  /** Takes no new connection and resolves when every request that has no answer yet has one, or after `patienceMs`. */
  drain(patienceMs: number): Promise<void>;
}

/** Watches a server's requests from now on, so that it can stop without leaving one unanswered. */
export const inFlight = (server: Server): InFlight => {
  /**
   * Places that are taken again, not a set: what a set has let go of would live with its old tables until a full
   * collection (docs/adr/0002), and every request with it.
   */
  const places: (ServerResponse | undefined)[] = [];
  const free: number[] = [];
  let draining = false;
  let drained = (): void => undefined;
  /** A kept-alive connection would bring the next request, on and on. */
  const last = (response: ServerResponse): void => {
    response.setHeader('Connection', 'close');
  };
  // Streams that began to be answered (events of the simulator) end with their connections, not before.
  const unanswered = (): readonly ServerResponse[] =>
    places.filter((response) => response !== undefined && !response.headersSent) as readonly ServerResponse[];
  server.prependListener('request', (_, response: ServerResponse) => {
    const place = free.pop() ?? places.length;
    places[place] = response;
    if (draining) last(response);
    response.once('close', () => {
      places[place] = undefined;
      free.push(place);
      if (draining && unanswered().length === 0) drained();
    });
  });
  return {
    drain: async (patienceMs) => {
      draining = true;
      server.close();
      server.closeIdleConnections();
      for (const response of unanswered()) last(response);
      if (unanswered().length === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      drained = resolve;
      const patience = setTimeout(resolve, patienceMs);
      await promise;
      clearTimeout(patience);
    },
  };
};
