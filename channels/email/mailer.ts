import type { Delivered } from '../../bot/delivery.ts';

/** One plain-text message. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where the reader ends such mail with one click. */
  readonly unsubscribe?: string | undefined;
  /** Names the message: sending it again under the same key sends nothing. */
  readonly key: string;
}

/**
 * Where mail goes out. Faults that may pass are thrown: `far-end-unavailable` when the message certainly did not go out,
 * anything else when it may have; what will never arrive (no such mailbox) is `refused`.
 */
export interface Mailer {
  send(mail: Mail): Promise<Delivered>;
}
