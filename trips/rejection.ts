/** Why a command did not happen. Every reason is one the caller must put into words for a person or a program. */
export type Reason =
  | 'not-found'
  | 'not-a-member'
  | 'not-allowed'
  | 'poll-closed'
  | 'unknown-option'
  | 'too-few-options'
  | 'too-many-options'
  | 'too-many-families'
  | 'too-many-members'
  | 'already-joined'
  | 'invitation-expired'
  | 'invitation-cancelled'
  | 'invitation-used'
  | 'invitation-for-another'
  | 'dates-missing'
  | 'dates-invalid'
  /** A limit of the product is reached; `detail` says which. */
  | 'too-many'
  /** The same is there already. */
  | 'duplicate'
  /** The trip's status, or the thing's own, does not allow it now. */
  | 'wrong-status'
  /** A parent, or the person themselves, must consent first. */
  | 'needs-consent'
  /** Processing of this person's data is restricted. */
  | 'restricted'
  | 'wrong-code'
  | 'stale'
  | 'invalid';

/** A refusal that changed nothing; `detail` names the thing refused, in words fit for the speaker. */
export interface Rejection {
  readonly ok: false;
  readonly reason: Reason;
  readonly detail?: string;
}

/** What a command returns: its facts, or the reason it was refused. */
export type Outcome<T> = ({ readonly ok: true } & T) | Rejection;

export const rejected = (reason: Reason, detail?: string): Rejection =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
