import type { Act, Reply } from '../cards/reply.ts';
import type { UserId } from '../trips/ids.ts';
import type { Door } from '../trips/notifications/listener.ts';
import type { Address } from '../trips/people/person.ts';
import type { Progress } from './progress.ts';

/** A file that came with a message; `read` fetches its bytes and may throw `far-end-unavailable`. */
export interface IncomingFile {
  readonly name: string;
  readonly mediaType: string;
  read(): Promise<Uint8Array>;
}

/** What came in at a door, already verified: who sent it is true, what it says is not trusted. */
export interface Incoming {
  readonly door: Door;
  /** The id the door gave this event (activity id, MessageSid, client activity id): the same id is the same event. */
  readonly eventId: string;
  /** The conversation's id at its door. */
  readonly conversation: string;
  /** A Teams channel or group chat. */
  readonly group: boolean;
  readonly sender: {
    readonly address: Address;
    /** How the door calls the sender, for greeting only. */
    readonly name?: string | undefined;
    /** Set when the door itself proved an account (a web chat token minted for a signed-in person). */
    readonly userId?: UserId | undefined;
  };
  /** What the sender's client is set to (`es-MX`), where the door tells. */
  readonly locale?: string | undefined;
  /** What was typed, mentions stripped; empty when a button was used or only files came. */
  readonly text: string;
  /** What a button carried. */
  readonly act?: Act | undefined;
  readonly files: readonly IncomingFile[];
  /** `joined`: the assistant or a person was added; greet them. `left`: the assistant was removed, or the conversation ended. */
  readonly event: 'message' | 'joined' | 'left';
  /** Said to others in a group, not to the assistant: it is not answered, and at most listened to for a disagreement. */
  readonly overheard?: boolean | undefined;
  /** A repeat of this event is met with silence: what was answered need not be kept for it. */
  readonly silentRepeats?: boolean | undefined;
  /** Nobody but the assistant tells the sender here that an opt-out was heard, as carriers do for texts. */
  readonly confirmsStop?: boolean | undefined;
  /** Where the door can show that an answer is being made. */
  readonly progress?: Progress | undefined;
  /**
   * Told what is said, as soon as it is known, where the door saves it: that goes to the disk together with what the
   * conversation knows of this event, and not after it. A rejection fails the turn.
   */
  saying?(replies: readonly Reply[]): Promise<void>;
  /** What the door needs to write here later; kept with the conversation, opaque to the bot. */
  readonly reference?: unknown;
}
