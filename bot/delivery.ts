import type { Reply } from '../cards/reply.ts';
import type { Door, Recipient } from '../trips/notifications/listener.ts';

/** What became of a message to a conversation. */
export type Delivered =
  | {
      readonly status: 'sent' /** The door's id of the message, to update it by. */;
      readonly messageId?: string | undefined;
    }
  /** It will never be sent (opted out, conversation gone): not tried again. */
  | { readonly status: 'refused'; readonly why: string };

/**
 * Writes to conversations outside a turn. Faults that may pass are thrown: `far-end-unavailable` when the message certainly
 * did not go out, anything else when it may have.
 */
export interface Courier {
  readonly door: Door;
  /** Sends one message. `key` names it: a door that can, makes a repeated key a no-op. */
  deliver(to: Recipient, reply: Reply, key: string): Promise<Delivered>;
  /**
   * The UTC instant at which there is room for a message, to be asked for again then by the same `key`; nothing when it may
   * be delivered now. Absent where there always is room.
   */
  whenFree?(to: Recipient, reply: Reply, key: string): Promise<string | undefined>;
  /** Replaces a message sent before; absent where the door cannot edit. Repeating it is harmless. */
  update?(to: Recipient, messageId: string, reply: Reply): Promise<Delivered>;
  /**
   * Whether a message whose sending was interrupted arrived: asked before anything is sent again.
   * `since` is the UTC instant before the first attempt. Absent where a repeated key is harmless.
   */
  reconcile?(to: Recipient, reply: Reply, key: string, since: string): Promise<'sent' | 'not-sent' | 'unknown'>;
}
