import { createDirectLine } from 'botframework-webchat';
import { DIRECT_LINE, renewSession, type Session } from './session.ts';

/** Whether messages come through at this moment. */
export type LineState = 'online' | 'reconnecting' | 'ended';

type Client = ReturnType<typeof createDirectLine>;
type Posted = Parameters<Client['postActivity']>[0];

/** The connection statuses of botframework-directlinejs. */
const EXPIRED = 3;
const FAILED = 4;
const ENDED = 5;
/** What postActivity yields instead of an id when the message did not get through. */
const RETRY = 'retry';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;
/** The client waits 3 to 15 seconds before it reconnects; people should not: 3 to 5. */
const RECONNECT_SPREAD = 0.15;

export interface ReliableLine {
  readonly directLine: Client;
  /** Calls `heard` with the state now and whenever it changes; returns how to stop. */
  watch(heard: (state: LineState) => void): () => void;
  close(): void;
}

/** A Direct Line connection that gets a new token when its own expires, and posts each message until it has arrived once. */
export const reliableLine = (session: Session): ReliableLine => {
  const directLine = createDirectLine({
    domain: DIRECT_LINE,
    token: session.token,
    conversationId: session.conversationId,
  });
  const watchers = new Set<(state: LineState) => void>();
  let state: LineState = 'online';
  let closed = false;
  const turn = (next: LineState): void => {
    if (state === next || closed) return;
    state = next;
    for (const heard of watchers) heard(next);
  };

  const isOpen = watchSockets(directLine, turn);
  postUntilArrived(directLine, { isClosed: () => closed, isOpen, turn });
  directLine.connectionStatus$.subscribe((status) => {
    if (status === EXPIRED)
      renewIn(directLine).then(
        () => turn('online'),
        () => turn('ended'),
      );
    if (status === FAILED || status === ENDED) turn('ended');
  });

  return {
    directLine,
    watch: (heard) => {
      watchers.add(heard);
      heard(state);
      return () => watchers.delete(heard);
    },
    close: () => {
      closed = true;
      directLine.end();
    },
  };
};

/** The client tells nobody when its socket drops, so the socket itself is watched. Returns whether one is open. */
const watchSockets = (directLine: Client, turn: (state: LineState) => void): (() => boolean) => {
  let newest: WebSocket | undefined;
  class WatchedSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      newest = this;
      this.addEventListener('open', () => turn('online'));
      this.addEventListener('close', () => turn('reconnecting'));
    }
  }
  const services = (directLine as unknown as { readonly services: object }).services;
  Object.assign(services, { WebSocket: WatchedSocket, random: () => Math.random() * RECONNECT_SPREAD });
  return () => newest?.readyState === WebSocket.OPEN;
};

/** A message that did not get through is posted again with the same client activity id: the server takes it once. */
const postUntilArrived = (
  directLine: Client,
  { isClosed, isOpen, turn }: { isClosed(): boolean; isOpen(): boolean; turn(state: LineState): void },
): void => {
  const post = directLine.postActivity.bind(directLine);
  const reliably = (activity: Posted) => ({
    subscribe: (observer: { next?: (id: string) => void; complete?: () => void; error?: (error: unknown) => void }) => {
      let stopped = false;
      const attempt = (waitMs: number): void => {
        post(activity).subscribe(
          (id) => {
            if (stopped || isClosed()) return;
            if (id !== RETRY) {
              // Nothing dropped but this post: no socket will open and say so.
              if (waitMs > FIRST_WAIT_MS && isOpen()) turn('online');
              observer.next?.(id);
              observer.complete?.();
              return;
            }
            turn('reconnecting');
            setTimeout(() => attempt(Math.min(waitMs * 2, LONGEST_WAIT_MS)), waitMs);
          },
          (error) => observer.error?.(error),
        );
      };
      attempt(FIRST_WAIT_MS);
      return {
        unsubscribe: () => {
          stopped = true;
        },
      };
    },
  });
  Object.assign(directLine, { postActivity: reliably });
};

/** Gives the client a new token and stream without losing what stands in the transcript or is being sent. */
const renewIn = async (directLine: Client): Promise<void> => {
  const { conversationId, token } = await renewSession();
  const answer = await fetch(`${DIRECT_LINE}/conversations/${conversationId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error('the conversation is over');
  const { streamUrl }: { streamUrl: string } = await answer.json();
  directLine.reconnect({ conversationId, token, streamUrl });
};
