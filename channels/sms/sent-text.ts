import { z } from 'zod';
import { type Clock, instant } from '../../trips/clock.ts';
import { tellOne } from '../../trips/notifications/fact.ts';
import { type Recipient, recipient } from '../../trips/notifications/listener.ts';
import { type Entity, type Kind, type Records, retrying } from '../../trips/records.ts';
import { textsPartition } from './send-queue.ts';

/** A text that went out, kept until it has arrived in case a carrier turns it away for coming too fast. Partition: the texts of its conversation. */
export interface SentText extends Entity {
  readonly type: 'sms_sent';
  readonly messageSid: string;
  /** Who sent it, as the queue knows them. */
  readonly sender: string;
  readonly text: string;
  readonly to: Recipient;
  /** Times it has been sent before. */
  readonly before: number;
}

export const sentTexts: Kind<SentText> = {
  type: 'sms_sent',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('sms_sent'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    messageSid: z.string(),
    sender: z.string(),
    text: z.string(),
    to: recipient,
    before: z.int(),
  }),
};

/** Seconds: Twilio keeps a text in its own queue for ten hours at most (https://www.twilio.com/docs/messaging/api/message-resource). */
const TTL = 10 * 3_600;
/** Sends of one text, the first included. */
const MOST_SENDS = 5;
/** How long a sender rests after that, doubled each time: 14107 holds two numbers apart for 30 seconds. */
const REST_MS = 30_000;

/**
 * Codes by which a text comes back that was sent too fast: the campaign's rate (https://www.twilio.com/docs/api/errors/30022),
 * too many between two numbers (14107), WhatsApp's rate (63018), a full queue (21611). Nothing was delivered.
 */
export const TOO_FAST: ReadonlySet<string> = new Set(['30022', '14107', '63018', '21611']);

/** How long a sender rests when it has been too fast so many times with one text. */
export const restAfter = (before: number): number => REST_MS * 2 ** Math.min(before, MOST_SENDS);

/** The document that remembers a text; it goes into the store with whatever else is kept of the send. */
export const sentText = (
  records: Pick<Records, 'lookupKey'>,
  what: Pick<SentText, 'messageSid' | 'sender' | 'text' | 'to'>,
): SentText => ({
  pk: textsPartition(records, what.to.conversation),
  id: sentTextId(what.messageSid),
  type: 'sms_sent',
  _schema_version: 1,
  ttl: TTL,
  ...what,
  before: sentBefore(what.to),
});

const sentTextId = (messageSid: string): string => `sms_sent_${messageSid}`;

/** How often what goes to this recipient now was sent before. */
export const sentBefore = ({ reference }: Recipient): number => {
  const before = (reference as { readonly sentBefore?: unknown } | undefined)?.sentBefore;
  return typeof before === 'number' ? before : 0;
};

/** A text has arrived or ended otherwise: nothing more is kept of it. */
export const forgetSentText = async (records: Records, conversation: string, messageSid: string): Promise<void> => {
  const pk = textsPartition(records, conversation);
  if (await records.read(sentTexts, pk, sentTextId(messageSid)))
    await records.commit(pk, [{ remove: sentTextId(messageSid) }]);
};

/**
 * Puts a text that a carrier turned away back into the outbox, once for each time it was sent. Resolves with who sent it
 * and how long they should rest; `given-up` after {@link MOST_SENDS}; nothing when the text is not known.
 */
export const sendAgain = (
  records: Records,
  clock: Clock,
  conversation: string,
  messageSid: string,
): Promise<{ readonly sender: string; readonly restMs: number } | 'given-up' | undefined> =>
  retrying(async () => {
    const pk = textsPartition(records, conversation);
    const sent = await records.read(sentTexts, pk, sentTextId(messageSid));
    if (!sent) return undefined;
    const remove = { remove: sent.id, ifMatch: sent._etag };
    const before = sent.before + 1;
    const restMs = restAfter(sent.before);
    const dueAt = new Date(clock.now() + restMs).toISOString();
    const reference = { ...(sent.to.reference as object | undefined), sentBefore: before };
    const again = tellOne(
      pk,
      { ...sent.to, reference },
      { kind: 'text-again', said: sent.text },
      instant(clock),
      `fact_again_${messageSid}`,
      dueAt,
    );
    const commit = await records.commit(pk, before < MOST_SENDS ? [remove, again] : [remove]);
    if (!commit.ok) return 'conflict';
    return before < MOST_SENDS ? { sender: sent.sender, restMs } : 'given-up';
  });
