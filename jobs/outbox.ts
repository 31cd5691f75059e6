import { announcerOf } from '../bot/announce.ts';
import type { Courier } from '../bot/delivery.ts';
import { instant } from '../trips/clock.ts';
import type { DeadFact } from '../trips/notifications/delivery.ts';
import { type OutboxFact, outboxFacts } from '../trips/notifications/fact.ts';
import { conversationKey, type Door, type Listener, listeners } from '../trips/notifications/listener.ts';
import { tellWhenAnswered } from '../trips/polls/all-answered.ts';
import type { Stored } from '../trips/records.ts';
import { type DeliveryHouse, deliverNotice, type Told } from './deliver-fact.ts';
import type { JobQueue } from './queue.ts';
import { tellWhenWanted } from './tell-when-wanted.ts';

/** How long one worker has a fact for itself, renewed while it works; a crashed worker's facts are taken up after this. */
const LEASE_MS = 15_000;
/** Attempts before a fact is dead: with the backoff below, about a day. */
const MAX_ATTEMPTS = 40;
/** Card updates of one poll are at least this far apart. */
const UPDATE_GAP_MS = 1_000;
const BATCH = 50;
/** Polls of which it is remembered when their cards were updated; of more, the next update comes at once. */
const MOST_POLLS = 10_000;

const backoffMs = (attempts: number, random: () => number): number =>
  Math.min(3_600_000, 1_000 * 2 ** Math.min(attempts, 12)) * (0.5 + random() / 2);

/** What waited for the same moment is told in the order it happened. */
const inOrder = (a: OutboxFact, b: OutboxFact): number =>
  a.dueAt.localeCompare(b.dueAt) || a.createdAt.localeCompare(b.createdAt);

/** Of several conversations: the earliest that waits for its turn, else whatever failed. Those that were told are not told again. */
const together = (told: readonly Told[]): Told => {
  const waiting = told.flatMap((one) => (typeof one === 'object' ? [one.later] : []));
  const [later] = waiting.sort();
  if (later !== undefined) return { later };
  return told.includes('again') ? 'again' : 'told';
};

/** Not told to people at all. */
const isForQueue = ({ kind }: OutboxFact['fact']): boolean => kind === 'job' || kind === 'job-cancelled';

export interface Outbox {
  /** Tells what is due now; returns how many facts were taken up. Safe with several workers. */
  run(): Promise<number>;
}

/** Shows a fact to people who have the trip open at this moment. Nothing is kept for those who have not. */
export type ShowLive = (fact: OutboxFact) => Promise<void>;

/** The relay from facts in the store to conversations, to the channels of plugins (`beside`, by name) and to the job queue; `stopHere` ends a job that runs in this process. */
export const outbox = (
  house: DeliveryHouse,
  couriers: ReadonlyMap<Door, Courier>,
  queue: Pick<JobQueue, 'enqueue' | 'cancel'>,
  random: () => number = Math.random,
  showLive: ShowLive = async () => undefined,
  beside: readonly string[] = [],
  stopHere: (kind: string, key: string) => void = () => undefined,
): Outbox => {
  const { records, clock, log } = house;
  const updatedAt = new Map<string, number>();

  const put = async (
    fact: Stored<OutboxFact>,
    change: Partial<OutboxFact>,
  ): Promise<Stored<OutboxFact> | undefined> => {
    const next = { ...fact, ...change };
    const commit = await records.commit(fact.pk, [{ put: next, ifMatch: fact._etag }]);
    return commit.ok ? { ...next, _etag: commit.etags[0] ?? '' } : undefined;
  };
  const at = (ms: number): string => new Date(clock.now() + ms).toISOString();

  /** A count that changed a moment ago waits a little, so that a burst of votes is one update. */
  const tooSoon = ({ fact }: OutboxFact): number => {
    if (fact.kind !== 'poll-updated') return 0;
    const since = clock.now() - (updatedAt.get(fact.pollId) ?? Number.NEGATIVE_INFINITY);
    return since < UPDATE_GAP_MS ? UPDATE_GAP_MS - since : 0;
  };

  const noteUpdate = ({ fact }: OutboxFact): void => {
    if (fact.kind !== 'poll-updated') return;
    if (updatedAt.size >= MOST_POLLS) updatedAt.clear();
    updatedAt.set(fact.pollId, clock.now());
  };

  const hears = (fact: OutboxFact, to: Listener): boolean => {
    if (fact.onlyFamily !== undefined && to.familyId !== fact.onlyFamily) return false;
    const key = conversationKey(records, to.door, to.conversation);
    if (fact.only !== undefined && fact.only !== key) return false;
    const heard = fact.heardIn === key;
    // Where several look at one card, the one who voted saw the reply, the others still see the old count.
    return !heard || (to.group && fact.fact.kind === 'poll-updated');
  };

  /** Another worker tells this trip of something now: what came after waits for that, so that people hear things in their order. */
  const isTaken = async (pk: string): Promise<boolean> => {
    const now = instant(clock);
    return (await records.list(outboxFacts, pk)).some(({ claimed, dueAt }) => claimed === true && dueAt > now);
  };

  /** False when another worker was faster. */
  const tell = async (due: Stored<OutboxFact>): Promise<boolean> => {
    const wait = tooSoon(due);
    if (wait > 0) return (await put(due, { dueAt: at(wait) })) !== undefined;
    const claimed = await put(due, { claimed: true, dueAt: at(LEASE_MS), attempts: due.attempts + 1 });
    if (!claimed) return false;
    const lease = keep(claimed);
    const { fact, pk } = claimed;
    noteUpdate(claimed);
    let told: Told;
    try {
      await show(claimed);
      told = isForQueue(fact) ? await handOver(claimed) : await tellAll(claimed);
    } catch (error) {
      log.error({ fact: claimed.id, kind: fact.kind, pk, error: String(error) }, 'a fact could not be told');
      told = 'again';
    }
    const held = await lease.end();
    if (told === 'told') {
      await records.commit(pk, [{ remove: held.id, ifMatch: held._etag }]);
    } else if (told !== 'again') {
      // To wait for one's turn at a busy door is no failed attempt.
      await put(held, { claimed: undefined, shown: true, dueAt: told.later, attempts: due.attempts });
    } else if (held.attempts >= MAX_ATTEMPTS) {
      await bury(held);
    } else {
      await put(held, { claimed: undefined, shown: true, dueAt: at(backoffMs(held.attempts, random)) });
    }
    return true;
  };

  /**
   * Done with a fact that nobody hears at any door, as most counts of polls: nothing can be said twice, so it needs no claim.
   * False of any other, and where that failed: the claim counts attempts.
   */
  const passBy = async (fact: OutboxFact): Promise<boolean> => {
    if (fact.to || isForQueue(fact.fact) || tooSoon(fact) > 0) return false;
    try {
      if ((await audience(fact)).length > 0) return false;
      await show(fact);
      await tellWhetherAnswered(fact);
      noteUpdate(fact);
      return true;
    } catch (error) {
      log.warn(
        { fact: fact.id, kind: fact.fact.kind, pk: fact.pk, error: String(error) },
        'a fact is tried with a claim',
      );
      return false;
    }
  };

  const show = async (fact: OutboxFact): Promise<void> => {
    // What one recipient is told is nobody else's business.
    if (fact.shown || fact.to || fact.fact.kind === 'job') return;
    await showLive(fact).catch((error: unknown) =>
      log.warn({ fact: fact.id, kind: fact.fact.kind, error: String(error) }, 'a fact could not be shown live'),
    );
  };

  /** Renews the claim on a fact while conversations are told, so that a slow far end is not taken for a crash. */
  const keep = (claimed: Stored<OutboxFact>): { end(): Promise<Stored<OutboxFact>> } => {
    let held = claimed;
    let renewing: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      renewing = renewing.then(async () => {
        held = (await put(held, { dueAt: at(LEASE_MS) })) ?? held;
      });
    }, LEASE_MS / 3);
    return {
      end: async () => {
        clearInterval(timer);
        await renewing.catch(() => undefined);
        return held;
      },
    };
  };

  const handOver = async ({ fact, pk: tripId }: OutboxFact): Promise<Told> => {
    if (fact.kind === 'job')
      await queue.enqueue({
        ...{ kind: fact.job, key: fact.taskId, payload: { tripId, taskId: fact.taskId } },
        // Two plans of one trip at once would be versions of each other; files may be read side by side.
        ...(fact.job === 'read-document' ? {} : { line: `${fact.job} ${tripId}` }),
      });
    if (fact.kind === 'job-cancelled') {
      await queue.cancel(fact.job, fact.taskId);
      stopHere(fact.job, fact.taskId);
    }
    return 'told';
  };

  const tellAll = async (fact: OutboxFact): Promise<Told> => {
    if (fact.to) return deliverNotice(house, couriers, fact, fact.to);
    await tellWhetherAnswered(fact);
    const everyone = await audience(fact);
    const told = await Promise.all(everyone.map((to) => tellWhenWanted(house, couriers, fact, to)));
    return together(told);
  };

  const tellWhetherAnswered = async ({ fact, tripId, heardIn }: OutboxFact): Promise<void> => {
    if (fact.kind === 'poll-updated') await tellWhenAnswered(records, clock, { tripId, pollId: fact.pollId, heardIn });
  };

  /** Every conversation that a fact may change something in: what only brings cards up to date does so where a door can. */
  const audience = async (fact: OutboxFact): Promise<readonly Listener[]> => {
    const listening = await records.list(listeners, fact.pk);
    const silent = announcerOf(fact.fact.kind)?.silent ?? false;
    return [...listening, ...listeningBeside(fact, listening)].filter(
      (to) => hears(fact, to) && !(silent && couriers.get(to.door)?.update === undefined),
    );
  };

  /** Each person once in each channel of a plugin, unless they heard it in the reply. */
  const listeningBeside = (fact: OutboxFact, listening: readonly Listener[]): readonly Listener[] => {
    const heardIt = listening.find((to) => fact.heardIn === conversationKey(records, to.door, to.conversation));
    const people = new Map(
      listening.flatMap((to) => (to.group || to.userId === heardIt?.userId ? [] : [[to.userId, to] as const])),
    );
    return beside.flatMap((name) =>
      [...people.values()].map(
        (to): Listener => ({ ...to, door: 'plugin', conversation: `${name} ${to.userId}`, reference: undefined }),
      ),
    );
  };

  const bury = async (fact: Stored<OutboxFact>): Promise<void> => {
    const reason = `not told after ${fact.attempts} attempts`;
    const dead: DeadFact = {
      pk: fact.pk,
      id: `dead_${fact.id}`,
      type: 'dead_fact',
      _schema_version: 1,
      fact: fact.fact,
      reason,
      diedAt: instant(clock),
    };
    await records.commit(fact.pk, [{ put: dead }, { remove: fact.id, ifMatch: fact._etag }]);
    log.error({ fact: fact.id, kind: fact.fact.kind, pk: fact.pk }, reason);
  };

  /** Tells of one trip in the order things happened, until another worker is met; how many facts it took up. */
  const tellTrip = async (pk: string, facts: readonly Stored<OutboxFact>[]): Promise<number> => {
    if (await isTaken(pk)) return 0;
    const passed: Stored<OutboxFact>[] = [];
    let taken = 0;
    for (const fact of facts) {
      if (await passBy(fact)) passed.push(fact);
      else if (!(await tell(fact))) break;
      taken += 1;
    }
    // Where one has changed meanwhile none is removed, and all are looked at again.
    if (passed.length > 0)
      await records.commit(
        pk,
        passed.map(({ id, _etag }) => ({ remove: id, ifMatch: _etag })),
      );
    return taken;
  };

  return {
    run: async () => {
      const due = await records.due(outboxFacts, instant(clock), BATCH);
      const byTrip = Map.groupBy([...due].sort(inOrder), ({ pk }) => pk);
      // One trip's facts are told in their order, trips side by side.
      const taken = await Promise.all([...byTrip].map(([pk, facts]) => tellTrip(pk, facts)));
      return taken.reduce((sum, count) => sum + count, 0);
    },
  };
};
