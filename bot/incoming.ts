import type { Act, Reply } from '../cards/reply.ts';
import type { UserId } from '../trips/ids.ts';
import type { Door } from '../trips/notifications/listener.ts';
import type { Address } from '../trips/people/person.ts';
import type { Change, Entity } from '../trips/records.ts';
import type { Progress } from './progress.ts';

/** A file that came with a message; `read` fetches its bytes and may throw `far-end-unavailable`. */
export interface IncomingFile {
  readonly name: string;
  readonly mediaType: string;
  read(): Promise<Uint8Array>;
}

/** Where the conversation stands after the turn, under the condition that it stands where the turn found it. */
export type SessionChange = Extract<Change, { readonly put: Entity }>;

/**
 * What became of a session that a door was given. `saved`: it is on the disk, with what is said. `apart`: what is said needs
 * no saving, so the session was not saved. `moved`: its condition failed, and nothing was saved.
 */
export type SavedWith = 'saved' | 'apart' | 'moved';

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
   * Told what is said, as soon as it is known, where the door saves it in the partition of the session: both go to the
   * disk in one commit. A rejection fails the turn.
   */
  saying?(replies: readonly Reply[], position: SessionChange): Promise<SavedWith>;
  /** What the door needs to write here later; kept with the conversation, opaque to the bot. */
  readonly reference?: unknown;
}
