import { hash } from 'node:crypto';
import { z } from 'zod';
import { idFrom, type UserId } from '../../trips/ids.ts';
import { type Entity, type Kind, retrying, type Stored } from '../../trips/records.ts';
import type { RestHouse } from './house.ts';
import { type ApiRefusal, refusal } from './refusal.ts';

/** A success as it goes out. */
export interface Sent {
  readonly ok: true;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; absent for an empty answer. */
  readonly text?: string | undefined;
}

/**
 * What a request with an `Idempotency-Key` was answered. Partition: the caller. Without an answer somebody is at it:
 * the request, until `busyUntil`, and after a crash whoever comes next.
 */
export interface KeptAnswer extends Entity {
  readonly type: 'rest_answer';
  /** Digest of what was asked: the same key with something else is a mistake. */
  readonly fingerprint: string;
  /** UTC instant. */
  readonly busyUntil: string;
  readonly answer?: z.infer<typeof sent> | undefined;
}

const sent = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  text: z.string().optional(),
});

export const keptAnswers: Kind<KeptAnswer> = {
  type: 'rest_answer',
  version: 1,
  schema: z.object({
    pk: z.string(),
    id: z.string(),
    type: z.literal('rest_answer'),
    _schema_version: z.number(),
    ttl: z.number(),
    fingerprint: z.string(),
    busyUntil: z.string(),
    answer: sent.optional(),
  }),
};

/** Seconds an answer is kept: a client that has not heard by then asks what there is before it asks again. */
const KEPT_S = 24 * 60 * 60;
/** How long a request has its key for itself; as long a crash delays the repeat. */
const BUSY_MS = 60_000;

const KEY = /^[\x21-\x7e]{1,255}$/;
const BAD_KEY = refusal(400, 'invalid', 'Idempotency-Key: 1 to 255 visible ASCII characters.');
const OTHER_REQUEST = refusal(
  422,
  'idempotency-key-reused',
  'That Idempotency-Key came with another request before. Use a new one.',
);
const BUSY = refusal(409, 'idempotency-in-flight', 'The request with that Idempotency-Key is still being answered.', {
  'Retry-After': '1',
});

/**
 * The key in an `Idempotency-Key` header, with or without the quotes of a structured string
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).
 */
export const keyOf = (header: string | undefined): string | undefined | ApiRefusal => {
  if (header === undefined) return undefined;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  return KEY.test(key) ? key : BAD_KEY;
};

/** JSON with the keys of objects in order; bytes by their digest. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return hash('sha256', value, 'base64url');
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, field]) => [name, canonical(field)]);
};

/**
 * Answers a request once: a repeat by the same caller with the same key gets the first success again, word for word, for
 * a day. 422 when the repeat asks something else, 409 while the first is being answered. A refusal changed nothing and is
 * not kept: its repeat is a new attempt.
 */
export const answeredOnce = async <Refused extends { readonly ok: false }>(
  { records, clock, log }: Pick<RestHouse, 'records' | 'clock' | 'log'>,
  userId: UserId,
  key: string,
  asked: { readonly target: string; readonly body: unknown },
  answer: () => Promise<Sent | Refused>,
): Promise<Sent | Refused | ApiRefusal> => {
  const id = idFrom('request', asked.target.split('?', 1)[0] ?? '', key);
  const fingerprint = hash('sha256', JSON.stringify(canonical(asked)), 'base64url');
  const claim: KeptAnswer = {
    pk: userId,
    id,
    type: 'rest_answer',
    _schema_version: keptAnswers.version,
    ttl: KEPT_S,
    fingerprint,
    busyUntil: new Date(clock.now() + BUSY_MS).toISOString(),
  };

  const claimed = await retrying(async (): Promise<string | Stored<KeptAnswer> | 'conflict'> => {
    const before = await records.read(keptAnswers, userId, id);
    const mayTake = !before || (before.answer === undefined && before.busyUntil <= new Date(clock.now()).toISOString());
    if (before && (!mayTake || before.fingerprint !== fingerprint)) return before;
    const commit = await records.commit(userId, [
      { put: claim, ifMatch: before?._etag, ifAbsent: before === undefined },
    ]);
    return commit.ok ? (commit.etags[0] ?? '') : 'conflict';
  });
  if (typeof claimed !== 'string') {
    if (claimed.fingerprint !== fingerprint) return OTHER_REQUEST;
    return claimed.answer ? { ok: true, ...claimed.answer, headers: replayed(claimed.answer.headers) } : BUSY;
  }

  /** Not worth a fault: without it, what the request made is found by its name when the key comes again. */
  const settle = async (change: Parameters<typeof records.commit>[1][number]): Promise<void> => {
    try {
      await records.commit(userId, [change]);
    } catch (error) {
      log.warn({ err: error }, 'what an Idempotency-Key was answered could not be kept');
    }
  };
  try {
    const answered = await answer();
    if (answered.ok) {
      const { status, headers, text } = answered;
      const kept: KeptAnswer = { ...claim, answer: { status, headers, text } };
      await settle({ put: kept, ifMatch: claimed });
    } else await settle({ remove: id, ifMatch: claimed });
    return answered;
  } catch (error) {
    await settle({ remove: id, ifMatch: claimed });
    throw error;
  }
};

const replayed = (headers: Sent['headers']): Sent['headers'] => ({ ...headers, 'Idempotent-Replayed': 'true' });
