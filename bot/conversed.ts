import type { Reply } from '../cards/reply.ts';
import type { Incoming } from './incoming.ts';

/** What a turn came to. */
export interface Conversed {
  /** In the order they are said. For a duplicate: what was said the first time. */
  readonly replies: readonly Reply[];
  /** The event had been handled before: nothing happened now. SMS answers the same again; other doors stay silent. */
  readonly duplicate: boolean;
  /** Call with the door's message ids, one a reply, where the door can replace messages later. */
  sent?(messageIds: readonly (string | undefined)[]): Promise<void>;
}

/** One turn of the conversation: everything it changed is durable when it resolves. Never rejects for bad input. */
export type Converse = (incoming: Incoming) => Promise<Conversed>;
