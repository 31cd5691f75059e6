import { z } from 'zod';
import { type Entity, type Kind, type Records, retrying } from '../../trips/records.ts';

/** How far a text message has got; a state never takes the place of one of the same or a higher rank. */
const RANKS = {
  accepted: 0,
  scheduled: 0,
  queued: 1,
  sending: 2,
  sent: 3,
  partially_delivered: 4,
  delivered: 5,
  undelivered: 5,
  failed: 5,
  canceled: 5,
  read: 6,
} as const;

export const smsState = z.enum(Object.keys(RANKS) as [keyof typeof RANKS, ...(keyof typeof RANKS)[]]);
export type SmsState = z.infer<typeof smsState>;

/** What became of one text message we sent. Partition: the message. */
export interface SmsStatus extends Entity {
  readonly type: 'sms_status';
  readonly messageSid: string;
  readonly state: SmsState;
  /** Twilio's error code, when it failed. */
  readonly errorCode?: string | undefined;
  readonly updatedAt: string;
}

export const smsStatuses: Kind<SmsStatus> = {
  type: 'sms_status',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('sms_status'),
    _schema_version: z.number(),
    ttl: z.number().optional(),
    messageSid: z.string(),
    state: smsState,
    errorCode: z.string().optional(),
    updatedAt: z.string(),
  }),
};

/** Seconds a status is kept: as long as the chat it belongs to. */
const TTL = 90 * 24 * 3600;

export const smsStatusId = (messageSid: string): string => `sms_status_${messageSid}`;

/** Keeps a reported state, unless a later one is known: callbacks arrive in any order, more than once. `at` is a UTC instant. */
export const recordSmsStatus = (
  records: Records,
  report: { readonly messageSid: string; readonly state: SmsState; readonly errorCode?: string | undefined },
  at: string,
): Promise<'recorded' | 'unchanged'> =>
  retrying(async () => {
    const id = smsStatusId(report.messageSid);
    const known = await records.read(smsStatuses, id, id);
    if (known && RANKS[report.state] <= RANKS[known.state]) return 'unchanged';
    const entity: SmsStatus = {
      pk: id,
      id,
      type: 'sms_status',
      _schema_version: 1,
      ttl: TTL,
      ...report,
      updatedAt: at,
    };
    const condition = known ? { ifMatch: known._etag } : { ifAbsent: true };
    const saved = await records.commit(id, [{ put: entity, ...condition }]);
    return saved.ok ? 'recorded' : 'conflict';
  });
