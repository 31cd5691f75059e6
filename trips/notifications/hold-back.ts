import { type Clock, instant } from '../clock.ts';
import { type Change, type Records, retrying } from '../records.ts';
import { DELIVERY_TTL_S, type Delivery, deliveries, deliveryId } from './delivery.ts';
import { type NewsFact, type OutboxFact, outboxFacts } from './fact.ts';
import type { Listener } from './listener.ts';

/** News one digest gathers at most; what comes then is told by itself. */
const MOST_IN_DIGEST = 50;

type Held = Omit<OutboxFact, 'fact'> & { readonly fact: NewsFact };

/**
 * Keeps a fact for one conversation (`key`) until the UTC instant `at`, alone or in its digest; the others are told
 * without it. Keeping it again changes nothing, so that a crash makes no second message.
 */
export const holdBack = (
  records: Records,
  clock: Clock,
  fact: Held,
  { userId, door }: Pick<Listener, 'userId' | 'door'>,
  key: string,
  { at, digest }: { readonly at: string; readonly digest: boolean },
): Promise<void> =>
  retrying(async () => {
    const { tripId } = fact;
    const noteId = deliveryId(fact, key);
    const noted = await records.read(deliveries, tripId, noteId);
    if (noted && (fact.heldFrom === undefined || noted.status !== 'held')) return undefined;
    const note: Delivery = {
      ...{ pk: tripId, id: noteId, type: 'delivery', _schema_version: 1, ttl: DELIVERY_TTL_S, status: 'held' },
      ...{ startedAt: instant(clock), userId, door, about: fact.fact.kind },
    };
    const kept = (digest && (await inDigest(records, fact, key, at))) || alone(fact, key, at);
    const commit = await records.commit(tripId, [kept, { put: note, ifMatch: noted?._etag, ifAbsent: !noted }]);
    return commit.ok ? undefined : 'conflict';
  });

const alone = (fact: Held, key: string, at: string): Change => {
  const heldFrom = fact.heldFrom ?? fact.id;
  const { tripId, onlyFamily, createdAt } = fact;
  const held: OutboxFact = {
    ...{ pk: tripId, id: `held_${heldFrom}_${key}_${at}`, type: 'outbox_fact', _schema_version: 1, attempts: 0 },
    shown: true,
    ...{ fact: fact.fact, tripId, onlyFamily, only: key, heldFrom, createdAt, dueAt: at },
  };
  return { put: held };
};

/** The conversation's digest of that time with one more in it; nothing when it is full or being told already. */
const inDigest = async (records: Records, fact: Held, key: string, at: string): Promise<Change | undefined> => {
  const { tripId, onlyFamily, createdAt } = fact;
  const id = `digest_${at}_${key}`;
  const before = await records.read(outboxFacts, tripId, id);
  const of = before?.fact.kind === 'digest' ? before.fact.of : [];
  if ((before && before.attempts > 0) || of.length >= MOST_IN_DIGEST) return undefined;
  const gathered: OutboxFact = {
    ...{ pk: tripId, id, type: 'outbox_fact', _schema_version: 1, attempts: 0, tripId, only: key },
    shown: true,
    fact: { kind: 'digest', of: [...of, { id: fact.heldFrom ?? fact.id, fact: fact.fact, onlyFamily }] },
    ...{ createdAt: before?.createdAt ?? createdAt, dueAt: at },
  };
  return { put: gathered, ifMatch: before?._etag, ifAbsent: !before };
};
