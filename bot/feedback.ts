import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Clock, instant } from '../trips/clock.ts';
import { conversationKey, type Door } from '../trips/notifications/listener.ts';
import { addressKey } from '../trips/people/addresses.ts';
import type { Address } from '../trips/people/person.ts';
import type { Entity, Kind, Records } from '../trips/records.ts';

/** What somebody thought of an answer. */
export interface Feedback {
  readonly door: Door;
  readonly conversation: string;
  readonly address: Address;
  /** The door's id of the message it is about. */
  readonly messageId: string;
  readonly reaction: 'like' | 'dislike';
  /** What they wrote beside it. */
  readonly words?: string | undefined;
}

/** What one person thought of one answer; thinking again replaces it. Partition: the conversation. */
export interface AnswerFeedback extends Entity {
  readonly type: 'answer_feedback';
  /** Whose it is: the key of the address it came from. */
  readonly by?: string | undefined;
  readonly messageId: string;
  readonly reaction: Feedback['reaction'];
  readonly words?: string | undefined;
  readonly at: string;
}

/** The most characters of feedback in words that are kept. */
export const MAX_FEEDBACK_WORDS = 2_000;
/** Seconds feedback is kept: as long as the conversation it belongs to. */
const TTL_S = 90 * 86_400;

export const answerFeedback: Kind<AnswerFeedback> = {
  type: 'answer_feedback',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('answer_feedback'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    by: z.string().optional(),
    messageId: z.string(),
    reaction: z.enum(['like', 'dislike']),
    words: z.string().max(MAX_FEEDBACK_WORDS).optional(),
    at: z.string(),
  }),
};

/** Keeps what somebody thought of an answer; the same person on the same message is one opinion, the latest. */
export const keepFeedback = async (records: Records, clock: Clock, given: Feedback): Promise<void> => {
  const pk = conversationKey(records, given.door, given.conversation);
  const words = given.words?.trim().slice(0, MAX_FEEDBACK_WORDS).toWellFormed();
  const by = addressKey(records, given.address);
  const entity: AnswerFeedback = {
    pk,
    id: `feedback_${hash('sha256', `${given.messageId} ${by}`, 'base64url')}`,
    type: 'answer_feedback',
    _schema_version: 1,
    ttl: TTL_S,
    by,
    messageId: given.messageId,
    reaction: given.reaction,
    words: words || undefined,
    at: instant(clock),
  };
  await records.commit(pk, [{ put: entity }]);
};
